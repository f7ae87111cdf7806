"""Number 15: nobody comes in by a forged sign-in. Each case first shows that the honest way is open."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest_asyncio

from tests.server.databases import SqliteFile
from tests.server.login.signing_in import (
    LoginWorld,
    a_browser,
    add_passkey,
    linked,
)
from tests.server.world import unique
from tests.torture import forged_openid, forged_passkeys, forged_people
from tests.torture.forged_openid import Trial
from tests.torture.printed import Told


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[LoginWorld]:
    """A server of the test's own."""
    made = LoginWorld(tmp_path, SqliteFile(tmp_path))
    await made.start()
    await made.furnish()
    yield made
    await made.stop()


async def a_trial(world: LoginWorld, open_: AsyncExitStack) -> Trial:
    """Honest so far."""
    world.new_provider()
    coordinator = await world.coordinator()
    subject, device = await linked(world, coordinator), unique("device")
    browsers = [await open_.enter_async_context(a_browser(world)) for _ in range(2)]
    return Trial(
        world, coordinator, subject, device, await world.ask(device), browsers[0], browsers[1]
    )


async def came_in(trial: Trial) -> bool:
    """Whether anything that either browser shows opens the ticket."""
    trial.world.new_provider()
    for browser in (trial.browser, trial.another):
        digits = await browser.digits()
        if not digits:
            continue
        answer = await trial.world.redeem(trial.ticket, digits, trial.device)
        if answer.status_code == 200:
            return True
    return False


def refused(answer: httpx.Response) -> bool:
    """By a page or a problem that says so, never by a fault."""
    page = answer.headers.get("content-type", "").startswith("text/html")
    return 400 <= answer.status_code < 500 or (page and answer.status_code == 503)


async def test_no_forged_sign_in_opens_anything(world: LoginWorld, tell: Told) -> None:
    assert set(forged_people.CASES) == set(forged_openid.CASES)  # it adds to the same ones
    wrong: list[str] = []
    for name, case in forged_openid.CASES.items():
        async with AsyncExitStack() as open_:
            trial = await a_trial(world, open_)
            answer = await case(trial)
            # Where the digits are what is forged, they are shown, and opened nothing in the case itself.
            showed = name.startswith(("the ", "signed in", "a way out"))
            if not refused(answer) or (not showed and await came_in(trial)):
                wrong.append(f"{name}: {answer.status_code} {answer.text[:120]}")
    for name, made in forged_passkeys.CASES.items():
        async with AsyncExitStack() as open_:
            trial = await a_trial(world, open_)
            key = await add_passkey(world, trial.coordinator)
            answer = await made(trial, key)
            if not refused(answer) or await came_in(trial):
                wrong.append(f"{name}: {answer.status_code} {answer.text[:120]}")
    assert not wrong, "\n".join(wrong)
    openid, passkeys = len(forged_openid.CASES), len(forged_passkeys.CASES)
    assert openid + passkeys >= 40
    tell(
        15,
        "forged sign-ins: tokens, states, codes, providers, digits and passkeys",
        f"{openid} of OpenID, {passkeys} of passkeys",
        "0 let anybody in",
    )


async def test_the_honest_ways_are_open(world: LoginWorld) -> None:
    """Or the cases would prove nothing."""
    async with AsyncExitStack() as open_:
        trial = await a_trial(world, open_)
        assert (await trial.signs_in()).status_code == 303
        assert await came_in(trial)
        trial = await a_trial(world, open_)
        key = await add_passkey(world, trial.coordinator)
        assert (await trial.browser.use(trial.ticket, key)).status_code == 200
        assert await came_in(trial)
