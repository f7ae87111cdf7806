"""Every route, by everybody who may come, about what is theirs and what is another tenant's: 0 surprises.

What is answered stands in `crossings.txt`, what may be written in `may_write.txt`. Both are read, never
made, by these tests.
"""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import flet_web.fastapi as flet_web
import pytest
from argon2 import PasswordHasher
from fastapi.routing import APIRoute

from mia_companion import serving
from mia_companion.domain.facts import KINDS
from mia_companion.server import access, passwords
from mia_companion.server.api.application import HOT, ROUTERS
from mia_companion.server.api.description import OPEN
from mia_companion.server.api.parts import caller_of, caller_with_care, waiting_caller_of
from mia_companion.server.auditing.pace import Pace
from mia_companion.server.tokens import Pair
from mia_companion.wire.sync import Push, PushAnswer, Refused
from tests.server.databases import SqliteFile, migrate
from tests.server.login.signing_in import LoginWorld
from tests.server.world import Person, World, problem, unique
from tests.torture.asking import Ask, answered
from tests.torture.asking_logins import ASKED
from tests.torture.cast import ROLES, Cast
from tests.torture.postgres import a_postgres
from tests.torture.printed import Told
from tests.torture.sizes import WHOLE

HERE = Path(__file__).parent
CATCH_ALL = {"/v1", "/v1/{rest:path}"}
"""Whatever else is asked for: a problem for everybody, see `test_api.py`."""
BODILESS = {"HEAD", "OPTIONS"}
ANYBODY = OPEN | {"/v1/openapi.json"}
FOR_WHO_WAITS = ("GET /v1/pairing", "POST /v1/pairing", "POST /v1/sign-out")
"""What a phone may ask that came in by letter, before the coordinator's yes to its two words."""
SPENDS = ("POST /v1/sign-out", "DELETE /v1/devices/{device}", "POST /v1/password")
"""What ends the device that asks it."""
GOLDEN = HERE.parent / "golden" / "facts-v1.jsonl"


def expected() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """By route: the answers by role, about one's own association and about another."""
    found: dict[str, list[dict[str, str]]] = {}
    route = ""
    for line in (HERE / "crossings.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            route = line
            assert route not in found, route
            found[route] = []
            continue
        whose, _, said = line.strip().partition(" ")
        assert whose == ("own", "other")[len(found[route])]
        *some, rest = said.strip().split("; ")
        by_role = dict.fromkeys(ROLES, rest.removeprefix("else "))
        for one in some:
            word, _, roles = one.partition(": ")
            assert set(roles.split()) <= set(ROLES), line
            by_role.update(dict.fromkeys(roles.split(), word))
        found[route].append(by_role)
    return {route: (own, other) for route, (own, other) in found.items()}


def may_write() -> dict[tuple[str, str], set[str]]:
    """Kinds by role and journal."""
    found: dict[tuple[str, str], set[str]] = {}
    whose = ("", "")
    for line in (HERE / "may_write.txt").read_text("utf-8").splitlines():
        if line.startswith(" "):
            found[whose] |= set(line.split())
        elif line and not line.startswith("#"):
            role, journal = line.split()
            whose = (role, journal)
            found[whose] = set()
    return found


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "PasswordHasher", partial(PasswordHasher, 1, parallelism=1))


@contextmanager
def databases(folder: Path) -> Iterator[list[Any]]:
    """A file, and in the whole run PostgreSQL too."""
    if not WHOLE:
        yield [SqliteFile(folder)]
        return
    with a_postgres() as server:
        yield [SqliteFile(folder), server]


@asynccontextmanager
async def two_associations(folder: Path, database: Any) -> AsyncIterator[tuple[Cast, Cast]]:
    """Alike, on one server."""
    if isinstance(database, SqliteFile):
        await migrate(database.url)
    else:
        url = await database.make("crossings")
        database = type("At", (), {"url": url})()
        folder = folder / "postgres"
        folder.mkdir()
    world = LoginWorld(folder, database)
    await world.start()
    world.backend.dear = Pace(0, 1)  # here one account asks for everything at once
    try:
        mine, theirs = Cast(world), Cast(world)
        await mine.gather()
        await theirs.gather()
        yield mine, theirs
    finally:
        await world.stop()


def routes_of(world: World) -> set[tuple[str, str]]:
    """All that the server has: its description, its routers, and what it answers before them."""
    found = {
        (method.upper(), path)
        for path, operations in world.app.openapi()["paths"].items()
        for method in operations
    }
    plain = [one for one in world.app.router.routes if hasattr(one, "path")]
    for route in [*plain, *(one for router in ROUTERS for one in router.routes)]:
        path: str = route.path
        methods: set[str] = getattr(route, "methods", None) or {"ANY"}
        if path not in CATCH_ALL:
            described = methods if isinstance(route, APIRoute) else methods - BODILESS
            found |= {(method, path) for method in described}
    return found | set(HOT)


def named(route: str) -> tuple[str, str]:
    method, path = route.split(" ")[:2]
    return method, path.partition("?")[0]


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
        assert asks is (route.path not in OPEN), route.path
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


async def by_letter(mine: Cast) -> Person:
    """Somebody's phone that came in with a letter, whose two words nobody has compared."""
    said = {"participant": mine.people["another"].id, "way": "letter"}
    made = await mine.people["colleague"].call("POST", "/v1/invitations", json=said)
    return await mine.world.enrol(made.json()["code"])


async def worthless(mine: Cast, of: Person) -> dict[str, dict[str, str]]:
    backend = mine.world.backend
    removed = await mine.enter(of.id)
    await backend.accounts.remove_device(of.id, removed.device, by=of.id)
    tokens, before = backend.devices._tokens, mine.world.clock.now - timedelta(minutes=16)
    row = Pair(of.id, of.device, unique("family"), 0)
    another_family, _ = tokens.access(row, mine.world.clock.now)
    mine_said = tokens.read_access(of.tokens.access, mine.world.clock.now)
    assert mine_said is not None
    expired, _ = tokens.access(mine_said, before)
    forged = of.tokens.access[:-2] + ("AA" if not of.tokens.access.endswith("AA") else "BB")
    said = {
        "a removed device": removed.tokens.access,
        "an expired token": expired,
        "another family": another_family,
        "a forged token": forged,
        "a refresh token": of.tokens.refresh,
    }
    return {
        "nobody": {},
        "no bearer": {"authorization": f"Basic {of.tokens.access}"},
        **{name: {"authorization": f"Bearer {one}"} for name, one in said.items()},
    }


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


def _named(line: str) -> str:
    """The kind; with it how a yes was said that is taken down, for that is another's to write."""
    said = json.loads(line)
    how = said.get("collected", "in_app")
    return str(said["kind"]) if how == "in_app" else f"{said['kind']}:{how}"


async def test_every_kind_in_every_journal_by_everybody(tmp_path: Path, tell: Told) -> None:
    allowed, count = may_write(), 0
    bodies = {_named(line): line for line in GOLDEN.read_text("utf-8").splitlines()}
    assert bodies.keys() == KINDS | {"ConsentGiven:through_interpreter"}
    async with two_associations(tmp_path, SqliteFile(tmp_path)) as (mine, theirs):
        stands = {
            "shared": ("participant", "follows", "covers"),
            "own": ("participant",),
            "team": ("follows", "covers"),
            "view": ("follows",),
            "directory": ("participant", "another", "follows", "colleague", "former", "covers"),
        }
        surprises = []
        for cast in (mine, theirs):
            for role in ROLES:
                by = mine.people[role]
                kind_of_role = role if role in ("participant", "administrator", "funder") else ""
                account = kind_of_role or ("participant" if role == "another" else "coordinator")
                for journal, who in stands.items():
                    place = (account, "own" if journal == "view" else journal)
                    entries = [by.entry(cast.journals[journal], body) for body in bodies.values()]
                    answer = await by.push_raw(Push(entries=tuple(entries)))
                    results = PushAnswer.model_validate_json(answer.content).results
                    for kind, one in zip(bodies, results, strict=True):
                        count += 1
                        reason = one.reason if isinstance(one, Refused) else one.answer
                        if cast is theirs or role not in who:
                            ended = (
                                cast is mine and role == "former" and journal in ("shared", "team")
                            )
                            wanted = {"access-ended" if ended else "not-yours"}
                        elif kind in allowed.get(place, set()):
                            wanted = (
                                {"accepted", "no-consent"} if kind == "PassedOn" else {"accepted"}
                            )
                        else:
                            wanted = {"not-allowed"}
                        if reason not in wanted:
                            surprises.append(f"{kind} in {journal} by {role}: {reason}")
        assert surprises == []
    tell(
        11,
        "Every kind of entry in every journal, by everybody, also in another association's",
        f"{len(bodies)} kinds, {count:,} entries pushed",
        "accepted where the table says so, and nowhere else",
    )
