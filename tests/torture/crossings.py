"""The two tables that people have read, and what a server has that must be in them."""

from pathlib import Path

from fastapi.routing import APIRoute

from mia_companion.server.api.application import HOT, ROUTERS
from mia_companion.server.api.description import OPEN, PAGES
from tests.server.world import World
from tests.torture.cast import ROLES

HERE = Path(__file__).parent
CATCH_ALL = {"/v1", "/v1/{rest:path}"}
"""Whatever else is asked for: a problem for everybody, see `test_api.py`."""
BODILESS = {"HEAD", "OPTIONS"}
_WRITTEN = [one for router in ROUTERS for one in router.routes if isinstance(one, APIRoute)]
ANYBODY = OPEN | {one.path for one in _WRITTEN if PAGES in one.tags} | {"/v1/openapi.json"}


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
