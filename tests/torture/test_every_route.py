"""Every route, by everybody who may come, about what is theirs and what is another tenant's: 0 surprises.

What is answered stands in `crossings.txt`, what may be written in `may_write.txt`. Both are read, never
made, by these tests.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import flet_web.fastapi as flet_web
import pytest
from fastapi.routing import APIRoute

from mia_companion import serving
from mia_companion.server import access
from mia_companion.server.api.application import ROUTERS
from mia_companion.server.api.parts import caller_of, caller_with_care, waiting_caller_of
from mia_companion.server.tokens import Pair
from tests.server.databases import SqliteFile, migrate
from tests.server.world import World, problem
from tests.torture.asking import ASKED, Ask, answered
from tests.torture.cast import ROLES, Cast
from tests.torture.crossings import ANYBODY, HERE, expected, named, routes_of
from tests.torture.postgres import a_postgres
from tests.torture.printed import Told
from tests.torture.sizes import WHOLE, times
from tests.torture.two_associations import hash_quickly, two_associations
from tests.torture.worthless import FOR_WHO_WAITS, by_letter, worthless

pytestmark = pytest.mark.timeout(times(180, 3_600))

SPENDS = ("POST /v1/sign-out", "DELETE /v1/devices/{device}", "POST /v1/password")
"""What ends the device that asks it."""
GOLDEN = HERE.parent / "golden" / "facts-v1.jsonl"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


@contextmanager
def databases(folder: Path) -> Iterator[list[Any]]:
    """A file, and in the whole run PostgreSQL too."""
    if not WHOLE:
        yield [SqliteFile(folder)]
        return
    with a_postgres() as server:
        yield [SqliteFile(folder), server]


async def test_every_route_is_listed_and_asks_who_calls(tmp_path: Path) -> None:
    database = SqliteFile(tmp_path)
    await migrate(database.url)
    world = World(tmp_path, database)
    await world.start()
    listed = {named(one) for one in expected()}
    assert routes_of(world) - listed == set(), "add these to crossings.txt and asking.py"
    assert listed - routes_of(world) == set()
    assert expected().keys() == ASKED.keys()
    for route in (one for router in ROUTERS for one in router.routes):
        assert isinstance(route, APIRoute)
        called = {one.call for one in route.dependant.dependencies}
        asks = bool(called & {caller_of, caller_with_care, waiting_caller_of})
        assert asks is (route.path not in ANYBODY), route.path
    await world.stop()


def test_the_web_app_has_nothing_but_its_files_and_its_line() -> None:
    made = flet_web.app(lambda page: None, no_cdn=True)
    had = {getattr(one, "path", "") for one in made.router.routes}
    assert set(serving.WEB_PATHS) < had
    host: Any = serving.web_app("http://nowhere.test", Path("/nowhere")).app
    left = [getattr(one, "path", "") for one in host._web.router.routes]
    assert sorted(left) == sorted(serving.WEB_PATHS)


async def test_every_route_by_everybody_about_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell: Told
) -> None:
    count, strangers_count = 0, 0
    with databases(tmp_path) as each:
        for database in each:
            async with two_associations(tmp_path, database) as (mine, theirs):
                seen = watched(mine.world, monkeypatch)
                surprises = []
                for route, answers in expected().items():
                    for target, by_role in zip((mine, theirs), answers, strict=True):
                        for role in ROLES:
                            said, wanted = await cell(route, target, mine, role, by_role[role])
                            count += 1
                            if said != wanted:
                                whose = "own" if target is mine else "other"
                                surprises.append(f"{route}: {role} {whose}: {said}, not {wanted}")
                    if named(route)[1] not in ANYBODY:
                        assert seen["callers"] >= len(ROLES) * 2, route
                        if "journal" in route or named(route)[1] in ("/v1/push", "/v1/pull"):
                            assert seen["standings"] > 0, f"{route} asked nobody who may"
                    seen.update(callers=0, standings=0)
                    strangers_count += await strangers(route, mine, surprises)
                assert surprises == []
    tell(
        11,
        "Every route, by everybody who may come, about their own association's and another's",
        f"{len(expected())} questions, {count:,} answers, and {strangers_count:,} to strangers",
        "0 surprises",
    )


async def cell(route: str, target: Cast, mine: Cast, role: str, wanted: str) -> tuple[str, str]:
    by = mine.people[role]
    if " ".join(named(route)) in SPENDS:
        by = await mine.enter(by.id)
    ask = await ASKED[route](target, by, wanted == "done")
    return await answered(route, ask, target, by), wanted


async def strangers(route: str, mine: Cast, surprises: list[str]) -> int:
    """Nobody, and four whose tokens are worth nothing: out at every door that is not open to all."""
    follows = mine.people["follows"]
    if named(route)[1] in ANYBODY:
        return 0
    ask = await ASKED[route](mine, follows, False)
    if named(route)[1] == "/v1/live":
        ask = Ask("GET", "/v1/live")
    headers = await worthless(mine, follows)
    for name, one in headers.items():
        answer = await ask.of(mine.world.http, one)
        said = problem(answer) if ask.method != "HEAD" else str(answer.status_code)
        if said not in ("signed-out", "401") or answer.headers["www-authenticate"] != "Bearer":
            surprises.append(f"{route}: {name}: {said}")
    if " ".join(named(route)) in FOR_WHO_WAITS:
        return len(headers)
    waits = await by_letter(mine)
    answer = await ask.of(mine.world.http, waits.headers)
    said = problem(answer) if ask.method != "HEAD" else str(answer.status_code)
    if said not in ("words-first", "403"):
        surprises.append(f"{route}: a phone that waits for its words: {said}")
    return len(headers) + 1


def watched(world: World, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often it was asked who calls, and who may do what in a journal: in one place each."""
    seen = {"callers": 0, "standings": 0}
    said_by, of = world.backend.devices.said_by, access._of

    def saying(*given: Any) -> Pair:
        seen["callers"] += 1
        return said_by(*given)

    def standing(*given: Any) -> dict[str, access.Standing]:
        seen["standings"] += 1
        return of(*given)

    monkeypatch.setattr(world.backend.devices, "said_by", saying)
    monkeypatch.setattr(access, "_of", standing)
    return seen
