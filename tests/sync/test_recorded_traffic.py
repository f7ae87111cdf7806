"""What every earlier version's devices asked is answered by this version as it was then, or with more."""

import json
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from mia_companion.server.api.application import create_app
from mia_companion.wire.sync import PullAnswer, PushAnswer
from tools.traffic import noon, settings

RECORDINGS = sorted((Path(__file__).parents[1] / "fixtures").glob("traffic-v*"))
_READ: dict[str, type[BaseModel]] = {"/v1/push": PushAnswer, "/v1/pull": PullAnswer}
_CHANCE = {"access", "refresh"}
"""Made anew at each sign-in; who asks later brings what the sign-in gave now."""


def test_there_is_a_recording() -> None:
    assert RECORDINGS


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda path: path.name)
def test_every_recorded_answer_is_still_understood(recording: Path) -> None:
    for one in _lines(recording):
        if one["status"] == httpx.codes.OK and one["path"] in _READ:
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
        access: dict[str, str] = {}
        for one in _lines(recording):
            answer = await http.request(
                one["method"],
                one["path"],
                content=one["asked"],
                headers={
                    "authorization": access.get(one["authorization"], ""),
                    "content-type": "application/json",
                },
            )
            said = json.loads(answer.content) if answer.content else None
            assert (answer.status_code, _within(said, one["answered"])) == (
                one["status"],
                one["answered"],
            ), one["path"]
            if isinstance(said, dict) and "access" in said:
                access[f"Bearer {one['answered']['access']}"] = f"Bearer {said['access']}"


def _lines(recording: Path) -> list[dict[str, Any]]:
    text = (recording / "traffic.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _within(said: Any, recorded: Any) -> Any:
    """What is said now, without the fields that the recording's version did not have."""
    if isinstance(said, dict) and isinstance(recorded, dict):
        return {
            key: was if key in _CHANCE else _within(said[key], was)
            for key, was in recorded.items()
            if key in said
        }
    if isinstance(said, list) and isinstance(recorded, list) and len(said) == len(recorded):
        return [_within(one, was) for one, was in zip(said, recorded, strict=True)]
    return said
