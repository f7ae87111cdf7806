"""Letting participants of the demo in, as the app does."""

import json
import os
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.demo import story
from mia_companion.demo.people import ANNA
from mia_companion.demo.tellers import StoryClock
from mia_companion.domain.ids import system_clock
from mia_companion.store.commons import Commons
from mia_companion.wire.accounts import Invite


@asynccontextmanager
async def codes_for(
    server: str, folder: Path, name: str
) -> AsyncIterator[Callable[[], Awaitable[str]]]:
    """Makes that person's next code, which ends the one before; `folder` is the demo's."""
    participant = json.loads((folder / "story.json").read_text("utf-8"))[name]
    clock = StoryClock(datetime.now(UTC))
    async with story.signed_in(server, clock, os.urandom, ANNA) as anna:

        async def next_code() -> str:
            return (await anna.companion.client.invite(Invite(participant=participant))).code

        yield next_code


async def let_in(
    server: str, code: str, path: Path, key: bytes, *, in_memory: bool = False
) -> Companion:
    """A participant's device, opened with the code, that has read everything. Close it."""
    return await _let_in(server, path, key, in_memory, lambda do: do.access.enrol(code))


async def sign_in(server: str, path: Path, key: bytes, *, in_memory: bool = False) -> Companion:
    """The demo's first coordinator likewise."""
    return await _let_in(
        server, path, key, in_memory, lambda do: do.access.sign_in(ANNA.email, ANNA.password)
    )


async def _let_in(
    server: str,
    path: Path,
    key: bytes,
    in_memory: bool,
    enter: Callable[[Actions], Awaitable[str]],
) -> Companion:
    companion = open_companion(
        path, key, server,
        clock=system_clock, random=os.urandom, uniform=random.uniform,
        commons=Commons() if in_memory else None,
    )  # fmt: skip
    do = Actions(companion)
    do.choices.language("sv")
    if problem := await enter(do):
        raise RuntimeError(f"nobody was let in: {problem}")
    await companion.engine.sync()
    return companion
