"""What holds for every route: problems, limits, headers, and a description that is true."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route, Router

from mia_companion.server.api import live, sync
from mia_companion.server.api.application import ROUTERS
from mia_companion.wire.problems import PREFIX, Problem
from mia_companion.wire.sync import MAX_CURSORS, MAX_PUSH, MAX_PUSH_BYTES, Push
from tests.server.test_push import reasons
from tests.server.world import World, problem

ROUTES = (
    {("POST", path) for path in sync.HOT}
    | {
        (method, route.path)
        for one in ROUTERS
        for route in one.routes
        if isinstance(route, Route)
        for method in route.methods or ()
    }
    | {("GET", live.PATH)}
)


OPEN = ("/v1/health", "/v1/login", "/v1/login/login.css", "/v1/login/passkey.js")
"""What tells everyone the same."""


async def test_the_description_names_every_route_and_no_other(world: World) -> None:
    said = (await world.http.get("/v1/openapi.json")).json()
    described = {
        (method.upper(), path) for path, methods in said["paths"].items() for method in methods
    }
    assert described == ROUTES
    assert len({o["operationId"] for m in said["paths"].values() for o in m.values()}) == len(
        ROUTES
    )
    for operations in said["paths"].values():
        for operation in operations.values():
            problems = operation["responses"]["4XX"]["content"]["application/problem+json"]
            assert problems["schema"]["$ref"].endswith("/Problem")
            assert "422" not in operation["responses"]
    wanted = set(_references(said))
    assert wanted <= {f"#/components/schemas/{n}" for n in said["components"]["schemas"]}
    push = said["paths"]["/v1/push"]["post"]
    assert push["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/Push")


def _references(said: Any) -> list[str]:
    if isinstance(said, dict):
        found = [said["$ref"]] if isinstance(said.get("$ref"), str) else []
        return found + [r for value in said.values() for r in _references(value)]
    return [r for value in said for r in _references(value)] if isinstance(said, list) else []


async def test_every_route_answers_strangers_with_problems(world: World) -> None:
    for method, path in sorted(ROUTES):
        answer = await world.http.request(method, path, content=b"<html>")
        if path in OPEN:
            assert answer.status_code == 200
            continue
        if answer.headers["content-type"].startswith("text/html"):
            assert path in ("/v1/login/callback", "/v1/login/done")
            assert answer.status_code == 410
            continue
        assert 400 <= answer.status_code < 500, (method, path)
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        if method != "HEAD":
            said = Problem.model_validate_json(answer.content)
            assert said.type == PREFIX + said.name
            assert said.status == answer.status_code


async def test_what_is_not_there_is_a_problem(world: World) -> None:
    for method, path, status in (
        ("GET", "/v1", 404),
        ("GET", "/v1/nothing", 404),
        ("GET", "/nothing", 404),
        ("DELETE", "/v1/push", 405),
        ("POST", "/v1/live", 405),
        ("HEAD", "/v1/live", 405),
        ("PUT", "/v1/me", 405),
        ("POST", "/v1/openapi.json", 405),
        ("OPTIONS", "/v1/pull", 405),
        ("GET", "/v1/docs", 404),
    ):
        answer = await world.http.request(method, path)
        assert answer.status_code == status, path
        assert not answer.content or problem(answer)


async def test_what_is_mounted_beside_never_answers_for_the_api(fresh: World) -> None:
    page = HTMLResponse("<html>")
    fresh.app.router.routes.append(Mount("/", Router(default=page)))
    assert (await fresh.http.get("/anything")).text == "<html>"
    assert "cache-control" not in (await fresh.http.get("/anything")).headers
    assert problem(await fresh.http.get("/v1/anything")) == "not-found"
    assert problem(await fresh.http.get("/v1")) == "not-found"


async def test_unreadable_bodies_are_told_without_their_content(world: World) -> None:
    coordinator, _, _ = await world.pair()
    secret = "hemligt-9000101-1234"
    for path, body in (
        ("/v1/push", f'{{"entries":[{{"id":"{secret}","body":"{secret}"}}]}}'),
        ("/v1/push", f"{secret}"),
        ("/v1/push", '{"entries":' + "[" * 5000),
        ("/v1/pull", f'{{"cursors":{{"{secret}":"{secret}"}}}}'),
        ("/v1/invitations", f'{{"participant":"{secret} å"}}'),
        ("/v1/invitations", secret),
    ):
        answer = await coordinator.call(
            "POST", path, content=body, headers={"content-type": "application/json"}
        )
        assert problem(answer) == "malformed", path
        assert secret not in answer.text
    answer = await world.http.post("/v1/sign-in", json={"email": secret, "password": secret * 99})
    assert problem(answer) == "malformed"
    assert secret not in answer.text


async def test_bodies_have_a_limit_also_when_they_lie_about_it(world: World) -> None:
    coordinator, _, _ = await world.pair()

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b" " * 65_536

    for path, most in (("/v1/invitations", 70_000), ("/v1/push", MAX_PUSH_BYTES + 70_000)):
        answer = await coordinator.call("POST", path, content=b" " * most)
        assert problem(answer) == "too-large"
        json = {"content-type": "application/json"}
        answer = await coordinator.call("POST", path, content=endless(), headers=json)
        assert problem(answer) == "too-large"


async def test_counts_have_a_limit(world: World) -> None:
    _, participant, shared = await world.pair()
    said = participant.entry(shared).model_dump_json()
    many = '{"entries":[' + ",".join([said] * (MAX_PUSH + 1)) + "]}"
    assert problem(await participant.call("POST", "/v1/push", content=many)) == "malformed"
    cursors = {f"journal-{n}": 1 for n in range(MAX_CURSORS + 1)}
    answer = await participant.call("POST", "/v1/pull", json={"cursors": cursors})
    assert problem(answer) == "malformed"
    assert reasons(await participant.push(participant.entry(shared))) == ["accepted"]


async def test_a_failure_inside_is_a_problem_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, participant, shared = await world.pair()

    async def broken(*_: object) -> None:
        raise RuntimeError("disk on fire")

    monkeypatch.setattr(world.backend.pushes, "take", broken)
    answer = await participant.push_raw(Push(entries=(participant.entry(shared),)))
    assert answer.status_code == 500
    assert problem(answer) == "unavailable"
    assert "fire" not in answer.text


async def test_long_answers_are_compressed(world: World) -> None:
    _, participant, shared = await world.pair()
    await participant.push(*[participant.entry(shared) for _ in range(20)])
    answer = await participant.call("POST", "/v1/pull", json={})
    assert answer.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in (await participant.call("GET", "/v1/health")).headers
