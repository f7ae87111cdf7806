"""What every answer bears: over all that the server has, the web app's files too."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import flet_web
import httpx
import pytest

from mia_companion.device.browser.transport import StrictTransport
from mia_companion.main import assets_folder
from mia_companion.serving import web_app
from mia_companion.wire.headers import API, FILE_POLICY, SAFE, SCRIPT_POLICY
from tests.server.world import World

POLICY = "content-security-policy"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")


def test_the_table_says_what_it_must() -> None:
    """By hand, or nothing would miss what is taken out of it."""
    assert SAFE == {
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    }
    nothing = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    policy = f"default-src 'none'; {nothing}"
    assert {**SAFE, "cache-control": "no-store", POLICY: policy} == API
    assert "sandbox" in FILE_POLICY
    assert nothing == SCRIPT_POLICY


@asynccontextmanager
async def whole(world: World, folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The backend of the world, with the web app beside it, as `serve` has them."""
    served = web_app("http://nowhere.test", folder / "browsers", world.app)
    transport = httpx.ASGITransport(StrictTransport(served.app), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as http:
        yield http


def check(answer: httpx.Response, wanted: dict[str, str]) -> None:
    had = {name: answer.headers.get(name) for name in wanted}
    assert had == wanted, (answer.request.method, str(answer.request.url), answer.status_code)
    (policy,) = answer.headers.get_list("content-security-policy")
    assert "object-src 'none'" in policy
    assert "base-uri" in policy
    kind = answer.headers.get("content-type", "")
    assert not kind.startswith("text/") or "charset=utf-8" in kind.lower(), kind
    assert answer.headers["strict-transport-security"] == "max-age=63072000; includeSubDomains"
    assert "server" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers


async def test_every_answer_of_the_api_bears_them(world: World, tmp_path: Path) -> None:
    _, participant, _ = await world.pair()
    paths = [*world.app.openapi()["paths"], "/v1", "/v1/nothing", "/v1/openapi.json"]
    but_policy = {name: said for name, said in API.items() if name != POLICY}
    async with whole(world, tmp_path) as http:
        for path, method in itertools.product(paths, METHODS):
            if (method, path) == ("GET", "/v1/live"):
                continue
            for headers in ({}, participant.headers):
                if headers and (method == "DELETE" or path == "/v1/sign-out"):
                    continue
                answer = await http.request(
                    method, path.replace("{", "").replace("}", ""), headers=headers
                )
                is_page = answer.headers.get("content-type", "").startswith("text/html")
                check(answer, but_policy if is_page else API)
                assert "default-src 'none'" in answer.headers[POLICY]
                assert "frame-ancestors 'none'" in answer.headers[POLICY]
                assert "unsafe" not in answer.headers[POLICY]
                assert method != "TRACE" or answer.status_code in (404, 405)
        for path in ("/v1/push", "/v1/pull"):
            well = await http.post(path, headers=participant.headers, json={})
            assert well.status_code == 200
            check(well, API)
        broken = await http.post("/v1/push", headers=participant.headers, content=b"{")
        check(broken, API)
        too_long = await http.post("/v1/me", content=b"x" * 70_000)
        assert too_long.status_code == 413
        check(too_long, API)


async def test_a_live_line_bears_them_from_its_beginning(world: World) -> None:
    from mia_companion.server.api.live import _START  # noqa: PLC0415

    said = {name.decode(): value.decode() for name, value in _START["headers"]}
    assert API.items() <= said.items()


async def test_every_file_and_page_of_the_web_app_bears_them(world: World, tmp_path: Path) -> None:
    roots = [Path(flet_web.__file__).parent / "web", assets_folder()]
    files = [f"/{one.relative_to(root).as_posix()}" for root in roots for one in root.rglob("*")]
    ways = [
        "/",
        "/nowhere",
        "/today/now",
        "/uploads/none",
        "/assets/fonts/none/x.woff2",
        "//x",
        "/%00",
    ]
    seen = set()
    async with whole(world, tmp_path) as http:
        for path in [*files, *ways]:
            for method in ("GET", "HEAD", "PUT", "TRACE") if path in ways else ("HEAD",):
                answer = await http.request(method, path)
                kind = answer.headers.get("content-type", "").partition(";")[0]
                policy = answer.headers["content-security-policy"]
                if kind == "text/html":
                    assert "default-src 'none'; script-src 'self'" in policy
                    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")
                    assert answer.headers["cache-control"] == "no-store"
                else:
                    assert policy == (SCRIPT_POLICY if "javascript" in kind else FILE_POLICY)
                check(answer, SAFE)
                assert method != "TRACE" or answer.status_code in (404, 405)
                seen.add((answer.status_code, kind))
    assert {(200, "text/html"), (404, "")} <= seen
    assert any(kind.endswith("javascript") for _, kind in seen)
    assert len(files) > 30


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json"])
async def test_the_backend_alone_says_nothing_else(world: World, path: str) -> None:
    answer = await world.http.get(path)
    assert answer.status_code == 404
    assert SAFE.items() <= dict(answer.headers).items()
