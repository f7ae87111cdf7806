"""The server's log: lines of fields from a list, and nothing that anybody has sent."""

import ast
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from mia_companion import main
from mia_companion.device.log_lines import JsonLines, log_in_lines
from tests.server.canaries import CANARY, IN_PATH, ask_everything
from tests.server.conftest import furnished
from tests.server.databases import SqliteFiles
from tests.server.sockets import serving
from tests.server.world import World
from tests.words_out import words_kept_out

FIELDS = {
    "time", "level", "event", "logger", "request", "method", "route", "status", "milliseconds",
    "bound", "error", "place", "reason",
}  # fmt: skip


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the process writes, as `serve` sets it up, at its most talkative."""
    written = io.StringIO()
    root, ours = logging.getLogger(), logging.getLogger("mia_companion")
    before = (root.handlers, root.level, ours.level)
    monkeypatch.setattr("sys.stderr", written)
    with words_kept_out():
        log_in_lines("debug")
        root.setLevel(logging.DEBUG)
        yield written
    logging.captureWarnings(False)
    root.handlers = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


def read(written: io.StringIO) -> list[dict[str, object]]:
    said = [json.loads(one) for one in written.getvalue().splitlines()]
    assert all(set(one) <= FIELDS for one in said), [set(one) - FIELDS for one in said]
    return said


async def test_nothing_that_is_sent_is_in_the_log(
    tmp_path: Path, sqlite_files: SqliteFiles, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with furnished(tmp_path, await sqlite_files.copy_to(tmp_path)) as world:
        await look_for_canaries(world, lines, monkeypatch)


async def look_for_canaries(
    world: World, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    ids = [shared, participant.id, coordinator.id, participant.device, world.site]
    secrets = [participant.tokens.access, participant.tokens.refresh]

    async def broken(*_: object) -> None:
        raise ValueError(f"{CANARY} cannot be read")

    paths = [*world.app.openapi()["paths"], "/v1/{x}", "/{x}"]
    async with serving(world.app) as address, httpx.AsyncClient(base_url=address) as http:
        count = await ask_everything(http, paths, {})
        bearer = {"authorization": f"Bearer {IN_PATH}.{IN_PATH}"}
        count += await ask_everything(http, paths, bearer)
        count += await ask_everything(http, paths, coordinator.headers)
        monkeypatch.setattr(world.backend.pushes, "take", broken)
        monkeypatch.setattr(world.backend.accounts, "me", broken)
        for path in ("/v1/push", "/v1/me"):
            method = "POST" if path == "/v1/push" else "GET"
            answer = await http.request(
                method,
                path,
                headers=participant.headers,
                json=None if method == "GET" else {"entries": []},
            )
            assert answer.status_code == 500
    said = read(lines)
    whole = lines.getvalue()
    for one in (
        CANARY,
        IN_PATH,
        "Kanarie",
        *ids,
        *secrets,
        "127.0.0.1",
        "biblioteket",
    ):
        assert one not in whole, [line for line in whole.splitlines() if one in line][:3]
    requests = [one for one in said if one["event"] == "request"]
    assert len(requests) > count * 0.7
    routes = {one["route"] for one in requests}
    assert {"/v1/push", "/v1/journals/{journal}/blobs/{blob}", "/v1/me"} <= routes
    failed = [one for one in said if one["event"] == "request failed"]
    assert [(one["error"], one["level"]) for one in failed] == [("ValueError", "error")] * 2
    by_request = {one["request"]: one["status"] for one in requests}
    assert {by_request[one["request"]] for one in failed} == {500}
    assert all("test_logs.py" in str(one["place"]) for one in failed)


def test_a_line_says_what_is_on_the_list_and_of_its_kind(lines: io.StringIO) -> None:
    log = logging.getLogger("mia_companion.x")
    good = {
        "request": "0f" * 8,
        "method": "GET",
        "route": "/v1/journals/{journal}/history",
        "status": 200,
    }
    log.info("request", extra=good)
    log.info(
        "request",
        extra={
            "request": CANARY,
            "method": CANARY,
            "route": f"/v1/{CANARY}",
            "status": CANARY,
            "milliseconds": CANARY,
            "error": f"{CANARY}()",
            "place": CANARY,
            "words": CANARY,
        },
    )
    log.warning("a thing failed: %s", CANARY)
    theirs = logging.getLogger("library.part")
    theirs.warning(
        f"about {CANARY}",
        extra={"error": "Kanarie", "place": CANARY, "route": "/v1/push", "event": CANARY},
    )
    logging.getLogger(f"odd {CANARY}").error("%s", CANARY)
    try:
        raise KeyError(CANARY)
    except KeyError:
        theirs.exception(CANARY)
        log.exception("it failed")
    said = read(lines)
    assert {k: said[0][k] for k in good} == good
    assert set(said[1]) == {"time", "level", "event", "place"}
    assert said[2]["event"] == "a thing failed"
    assert {k: v for k, v in said[3].items() if k not in ("time", "place")} == {
        "level": "warning", "event": "library", "logger": "library.part",
    }  # fmt: skip
    assert str(said[3]["place"]).startswith("tests/server/test_logs.py:") or "test_logs.py:" in str(
        said[3]["place"]
    )
    assert said[4]["logger"] == "-"
    assert [said[5]["error"], said[6]["error"]] == ["KeyError"] * 2
    assert "test_logs.py" in str(said[5]["place"])
    assert CANARY not in lines.getvalue()


def test_our_sentences_are_fixed() -> None:
    """What stands in a line as its event is written in the code, and nothing is put into it."""
    root = Path(main.__file__).parent
    loose = []
    for file in root.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            of = node.func.value
            is_log = isinstance(of, ast.Name) and of.id in ("log", "_log", "logger", "logging")
            names = ("debug", "info", "warning", "error", "exception", "critical", "log")
            if is_log and node.func.attr in names and not isinstance(node.args[0], ast.Constant):
                loose.append(f"{file.name}:{node.lineno}")
    assert loose == []


def test_a_record_that_came_another_way_says_nothing() -> None:
    record = logging.LogRecord("mia_companion.x", logging.ERROR, "p", 1, CANARY, (), None)
    assert json.loads(JsonLines().format(record))["event"] == "library"
