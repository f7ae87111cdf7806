"""What every earlier version's devices asked is answered by this version as it was then, or with more.

What a server makes up (its ids, codes, passwords, tokens, receipts of what it wrote itself) is another
each time: it may be another in the answer, too, but then the same one in all answers, and who asks later
brings what was given now.
"""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from mia_companion.server.api.application import create_app
from mia_companion.wire.sync import PullAnswer, PushAnswer
from tools.talk import Listening
from tools.traffic import noon, settings

RECORDINGS = sorted((Path(__file__).parents[1] / "fixtures").glob("traffic-v*"))
_READ: dict[str, type[BaseModel]] = {"/v1/push": PushAnswer, "/v1/pull": PullAnswer}
_CHANCE = {"access", "refresh", "code", "password"}
_MADE = re.compile(r"[0-9a-f]{32}")


def test_there_is_a_recording() -> None:
    assert len(RECORDINGS) >= 2


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda path: path.name)
def test_every_recorded_answer_is_still_understood(recording: Path) -> None:
    for one in _lines(recording):
        if one.get("status") == httpx.codes.OK and one["path"] in _READ:
            _READ[one["path"]].model_validate(one["answered"])


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda path: path.name)
async def test_the_recorded_server_answers_on(recording: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(recording / "server.zip") as kept:
        kept.extractall(tmp_path)
    app = create_app(settings(tmp_path), clock=noon)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://server") as http,
    ):
        again = _Again(http, app)
        for one in _lines(recording):
            await again.ask(one)


class _Again:
    """Asks what was asked then, and knows what goes by another name now."""

    def __init__(self, http: httpx.AsyncClient, app: object) -> None:
        self._http, self._app = http, app
        self._names: dict[str, str] = {}
        self._line: Listening

    async def ask(self, one: dict[str, Any]) -> None:
        """One exchange; answered as it was, or with more."""
        if one.get("live") == "open":
            self._line = await Listening(self._app, self._now(one["authorization"])).begun()
            return
        if one.get("live") == "heard":
            wanted = one["nudge"]
            journal = self._now(wanted["journal"])
            await self._line.until(
                lambda said: said["journal"] == journal and said["seq"] == wanted["seq"]
            )
            await self._line.close()
            return
        body = bytes.fromhex(one["asked_hex"]) if "asked_hex" in one else self._now(one["asked"])
        headers = {name: self._now(value) for name, value in one.get("headers", {}).items()}
        answer = await self._http.request(
            one["method"],
            self._now(one["path"]),
            content=body,
            headers={
                "content-type": "application/json",
                **headers,
                "authorization": self._now(one["authorization"]),
            },
        )
        assert answer.status_code == one["status"], (one["path"], answer.text)
        if "answered_hex" in one:
            offset = answer.headers.get("upload-offset", "")
            assert (answer.content.hex(), offset) == (one["answered_hex"], one["offset"])
            return
        said = json.loads(answer.content) if answer.content else None
        self._is_within(said, one["answered"], one["path"])

    def _now(self, recorded: str) -> str:
        for name, now in self._names.items():
            recorded = recorded.replace(name, now)
        return recorded

    def _is_within(self, said: Any, recorded: Any, where: str, *, made: bool = False) -> None:
        """What is said now has all that was said then; `made` by the server, perhaps of chance."""
        if isinstance(said, dict) and isinstance(recorded, dict):
            entry = recorded.get("entry")
            ours = isinstance(entry, dict) and bool(_MADE.fullmatch(entry["id"]))
            for key, was in recorded.items():
                assert key in said, f"{where}: {key} is missing"
                if key == "pair":
                    continue
                chance = key in _CHANCE or ours or key == "proof"
                self._is_within(said[key], was, f"{where}.{key}", made=chance)
        elif isinstance(said, list) and isinstance(recorded, list):
            assert len(said) == len(recorded), where
            for number, (one, was) in enumerate(zip(said, recorded, strict=True)):
                self._is_within(one, was, f"{where}.{number}", made=made)
        elif isinstance(recorded, str) and said != recorded and said != self._now(recorded):
            if recorded in self._names or not (made or _MADE.fullmatch(recorded)):
                assert said == recorded, where
            assert made or _MADE.fullmatch(said), where
            self._names[recorded] = said
        else:
            assert said == recorded or said == self._now(recorded), where


def _lines(recording: Path) -> list[dict[str, Any]]:
    text = (recording / "traffic.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]
