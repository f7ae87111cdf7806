"""What may be guessed is limited, in all processes together; who comes to work is not."""

import asyncio
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from mia_companion.server.api.application import create_app
from mia_companion.server.auditing.guess_table import guesses
from mia_companion.server.auditing.guesses import BY_ADDRESS, BY_NAME, Guesses, network_of
from mia_companion.server.auditing.pace import Pace
from mia_companion.server.passwords import Passwords
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts
from tests.server.conftest import furnished
from tests.server.databases import SqliteFiles
from tests.server.world import World, problem, unique

PASSWORD = "ett långt lösenord"
PEOPLE = 500


async def staff(world: World, count: int) -> list[str]:
    """Addresses of so many who may sign in."""
    hashed = await Passwords(64).hash(PASSWORD)
    emails = [f"{unique('mail')}@example.org" for _ in range(count)]
    rows = [
        {
            "id": unique("account"),
            "role": "coordinator",
            "site": world.site,
            "email": email,
            "password_hash": hashed,
            "display_name": "Eva",
            "made_at": world.clock(),
        }
        for email in emails
    ]
    async with world.backend.database.writing() as connection:
        await connection.execute(sa.insert(accounts), rows)
    return emails


async def sign_in(http: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    said = {"email": email, "password": password, "device": unique("device")}
    return await http.post("/v1/sign-in", json=said)


async def test_500_people_behind_one_address_come_in_within_a_minute(
    tmp_path: Path, sqlite_files: SqliteFiles
) -> None:
    """One in ten is wrong once. The time stands still: nothing is forgiven in between."""
    async with furnished(tmp_path, await sqlite_files.copy_to(tmp_path)) as world:
        emails = await staff(world, PEOPLE)
        for at in range(0, PEOPLE, 25):
            some = emails[at : at + 25]
            wrong = [await sign_in(world.http, one, "fel lösenord") for one in some[::10]]
            assert {problem(one) for one in wrong} == {"sign-in-wrong"}
            answers = await asyncio.gather(*(sign_in(world.http, one, PASSWORD) for one in some))
            assert {one.status_code for one in answers} == {200}


async def test_guesses_from_one_address_end_there_in_every_process(fresh: World) -> None:
    other = create_app(fresh.settings, clock=fresh.clock)
    email = (await staff(fresh, 1))[0]
    async with other.router.lifespan_context(other):
        transport = httpx.ASGITransport(other)
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as beside:
            both = [fresh.http, beside]
            for n in range(BY_ADDRESS.burst):
                answer = await sign_in(both[n % 2], f"nobody-{n}@example.org", "fel lösenord")
                assert problem(answer) == "sign-in-wrong", n
            for http in both:
                answer = await sign_in(http, email, PASSWORD)
                assert problem(answer) == "too-many-requests"
                assert 0 < int(answer.headers["retry-after"]) <= BY_ADDRESS.seconds
    elsewhere = httpx.ASGITransport(fresh.app, client=("192.0.2.7", 4711))
    async with httpx.AsyncClient(transport=elsewhere, base_url="http://server") as http:
        assert (await sign_in(http, email, PASSWORD)).status_code == 200
    fresh.clock.forward(seconds=3)
    assert (await sign_in(fresh.http, email, PASSWORD)).status_code == 200


async def test_many_guesses_at_once_are_no_way_round(fresh: World) -> None:
    email = (await staff(fresh, 1))[0]
    tries = [sign_in(fresh.http, email, f"gissning {n}") for n in range(60)]
    names = [problem(one) for one in await asyncio.gather(*tries)]
    assert names.count("sign-in-wrong") == BY_NAME.burst
    assert names.count("too-many-requests") == 60 - BY_NAME.burst


async def test_a_guess_that_counts_no_more_is_forgotten_and_names_nobody(fresh: World) -> None:
    door = Guesses(fresh.backend.database, b"k" * 32, fresh.clock)

    async def kept() -> list[bytes]:
        async with fresh.backend.database.reading() as connection:
            return list(await connection.scalars(sa.select(guesses.c.key)))

    async def guess(name: str) -> None:
        async with door.trying("192.0.2.1", name) as trying:
            trying.wrong = True

    await guess("email/eva@example.org")
    rows = await kept()
    assert len(rows) == 2
    assert not any(b"eva" in key or b"192" in key for key in rows)
    fresh.clock.forward(seconds=BY_ADDRESS.burst * BY_ADDRESS.seconds)
    await guess("email/ada@example.org")
    assert len(await kept()) == 2
    assert set(await kept()) & set(rows) != set(rows)


def test_an_address_is_what_a_subscriber_has() -> None:
    assert network_of("192.0.2.1") != network_of("192.0.2.2")
    assert network_of("2001:db8:1:2:3::4") == network_of("2001:db8:1:2:ffff::1")
    assert network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1")
    assert network_of("::ffff:192.0.2.1") == "192.0.2.1"
    assert network_of("unknown") == "unknown"


def test_a_pace_is_kept_and_forgives() -> None:
    now = [0.0]
    pace = Pace(6, 2.0, lambda: now[0])
    for _ in range(6):
        pace.take("a")
    with pytest.raises(Refusal) as refused:
        pace.take("a")
    assert refused.value.headers == {"retry-after": "1"}
    pace.take("b")
    now[0] += 0.5
    pace.take("a")
    with pytest.raises(Refusal):
        pace.take("a")
    now[0] += 60
    for _ in range(6):
        pace.take("a")
    with pytest.raises(Refusal):
        pace.take("a")


async def test_one_device_that_asks_too_fast_slows_nobody_else(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator, participant, _ = await fresh.pair()
    monkeypatch.setattr(fresh.backend.devices, "_pace", Pace(5, 1, lambda: 0.0))
    answers = [await participant.call("GET", "/v1/me") for _ in range(5)]
    assert {one.status_code for one in answers} == {200}
    for method, path in (("POST", "/v1/pull"), ("GET", "/v1/me"), ("GET", "/v1/live")):
        answer = await participant.call(method, path, json={} if method == "POST" else None)
        assert problem(answer) == "too-many-requests"
        assert answer.headers["retry-after"] == "1"
    assert (await coordinator.pull()).pages
    monkeypatch.setattr(fresh.backend, "dear", Pace(1, 1, lambda: 0.0))
    monkeypatch.setattr(fresh.backend.devices, "_pace", Pace(0, 1))
    await fresh.invite(coordinator)
    answer = await coordinator.call("POST", "/v1/exports", json={"participants": []})
    assert problem(answer) == "too-many-requests"
