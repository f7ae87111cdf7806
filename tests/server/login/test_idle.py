"""Staff who have not touched the app for half an hour sign in again; participants never have to."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from tests.server.conftest import ENGINES, lent
from tests.server.login.signing_in import LoginWorld
from tests.server.world import Person, problem


@pytest_asyncio.fixture(loop_scope="session", params=ENGINES)
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[LoginWorld]:
    """A server with the limit that is the default."""
    async with lent(request, tmp_path) as database:
        made = LoginWorld(tmp_path, database, idle=timedelta(minutes=30))
        await made.start()
        await made.furnish()
        yield made
        await made.stop()


async def refreshed(who: Person, idle_seconds: int | None) -> httpx.Response:
    """The app asks by itself, and says when it was touched."""
    said = {"refresh": who.tokens.refresh, "idle_seconds": idle_seconds}
    answer = await who.world.http.post("/v1/tokens", json=said)
    if answer.status_code == 200:
        who.take(answer)
    return answer


def lasts(who: Person, now: datetime) -> float:
    """Minutes of access that are left."""
    return (who.tokens.access_until - now).total_seconds() / 60


async def test_half_an_hour_without_a_tap(office: LoginWorld) -> None:
    coordinator, participant, _ = await office.pair()
    assert coordinator.tokens.idle_minutes == 30
    assert participant.tokens.idle_minutes == 0
    clock = office.clock
    for _ in range(2):  # it asks every ten minutes, and each time was touched a minute ago
        clock.forward(minutes=10)
        assert (await refreshed(coordinator, 60)).status_code == 200
        assert lasts(coordinator, clock.now) == pytest.approx(15, abs=0.1)
    clock.forward(minutes=19)
    assert (await refreshed(coordinator, 20 * 60)).status_code == 200
    assert lasts(coordinator, clock.now) == pytest.approx(10, abs=0.1)  # and not a quarter more
    clock.forward(minutes=10, seconds=1)
    assert problem(await coordinator.call("GET", "/v1/me")) == "signed-out"
    answer = await refreshed(coordinator, 30 * 60 + 1)
    assert (problem(answer), answer.status_code) == ("idle-too-long", 401)
    assert (await refreshed(participant, None)).status_code == 200


async def test_what_the_device_sends_by_itself_proves_nobody(office: LoginWorld) -> None:
    coordinator = await office.coordinator()
    for _ in range(2):
        office.clock.forward(minutes=14)
        assert (await refreshed(coordinator, None)).status_code == 200
        await coordinator.pull()
    office.clock.forward(minutes=2)
    assert problem(await refreshed(coordinator, None)) == "idle-too-long"


async def test_a_device_that_was_silent_for_long_is_not_believed(office: LoginWorld) -> None:
    coordinator = await office.coordinator()
    office.clock.forward(minutes=44)
    assert (await refreshed(coordinator, 0)).status_code == 200
    office.clock.forward(minutes=46)
    assert problem(await refreshed(coordinator, 0)) == "idle-too-long"
    # The same device signs in again and goes on.
    said = {
        "email": await office.email(coordinator), "password": "ett långt lösenord",
        "device": coordinator.device,
    }  # fmt: skip
    coordinator.take(await office.http.post("/v1/sign-in", json=said))
    assert (await coordinator.call("GET", "/v1/me")).status_code == 200


async def test_a_stolen_token_is_found_all_the_same(office: LoginWorld) -> None:
    coordinator = await office.coordinator()
    stolen = coordinator.tokens.refresh
    for _ in range(2):
        await refreshed(coordinator, 0)
        assert (await coordinator.call("GET", "/v1/me")).status_code == 200
    office.clock.forward(minutes=50)
    answer = await office.http.post("/v1/tokens", json={"refresh": stolen})
    assert problem(answer) == "signed-out"
    assert problem(await refreshed(coordinator, 0)) == "signed-out"


async def test_after_a_working_day_somebody_who_never_rested_shows_who_they_are(
    office: LoginWorld,
) -> None:
    coordinator, participant, _ = await office.pair()
    for _ in range(12 * 6 - 1):
        office.clock.forward(minutes=10)
        assert (await refreshed(coordinator, 1)).status_code == 200
    office.clock.forward(minutes=10)
    assert problem(await refreshed(coordinator, 1)) == "idle-too-long"
    assert (await refreshed(participant, None)).status_code == 200
