"""The demo's server with a watch in it: when a tap passes each station. Only this process is changed.

action ─▶ recorded ─▶ stored ─▶ came ─▶ folded ─▶ patch        in `marks.jsonl`, seconds since 1970

`patch` is written with the text that its bytes hold, for the coordinator's page alone.
"""

import asyncio
import functools
import json
import re
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgpack  # type: ignore[import-untyped]
from flet_web.fastapi import flet_app

from bench import stage
from mia_companion.app.actions.path import PathActions
from mia_companion.app.companion import Companion
from mia_companion.server.push import Pushes

MARKS = "marks.jsonl"
WORDS = re.compile(rb"Prov \d{3}")
"""What the taps are told apart by."""
WIDE = 1000
"""A page wider than this is the coordinator's."""


def watch(file: Path) -> None:
    """Put the watch in."""
    lines = file.open("a", buffering=1)

    def mark(name: str, words: str = "") -> None:
        lines.write(json.dumps([time.time(), name, words]) + "\n")

    def around(kind: type, method: str, before: str, after: str, mine: Callable[..., bool]) -> None:
        inner = getattr(kind, method)

        @functools.wraps(inner)
        def timed(*given: Any, **named: Any) -> Any:
            counts = mine(*given)
            if counts and before:
                mark(before)
            done = inner(*given, **named)
            if counts:
                mark(after)
            return done

        setattr(kind, method, timed)

    around(PathActions, "mark_step", "action", "recorded", lambda *_: True)
    around(Companion, "came", "came", "folded", _news_for_a_coordinator)
    _after_take(mark)
    _after_packing(mark)


def _news_for_a_coordinator(companion: Companion, pages: Any) -> bool:
    return any(page.entries for page in pages) and companion.view.is_coordinator


def _after_take(mark: Callable[..., None]) -> None:
    take: Callable[..., Awaitable[Any]] = Pushes.take

    async def timed(*given: Any) -> Any:
        done = await take(*given)
        mark("stored")
        return done

    Pushes.take = timed  # type: ignore[method-assign,assignment]


def _after_packing(mark: Callable[..., None]) -> None:
    send = flet_app.FletApp.send_message
    page_width = [0.0]

    def sending(app: Any, message: Any) -> None:
        session = app._FletApp__session
        page_width[0] = (session.page.width or 0) if session else 0
        send(app, message)

    def pack(*given: Any, **named: Any) -> bytes:
        raw: bytes = msgpack.packb(*given, **named)
        if page_width[0] > WIDE:
            for words in set(WORDS.findall(raw)):
                mark("patch", words.decode())
        return raw

    flet_app.FletApp.send_message = sending
    flet_app.msgpack = SimpleNamespace(packb=pack, unpackb=msgpack.unpackb)


if __name__ == "__main__":
    watch(Path(sys.argv[2]).parent / MARKS)
    asyncio.run(stage.main(*sys.argv[1:5]))
