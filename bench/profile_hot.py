"""`python -m bench.profile_hot`: where the time goes in a push, a pull and the fold, as shares.

The server's whole way runs in one thread, without sockets, so that one profile sees all of it: what
uvicorn does around a request is not in it. A profile makes Python's own functions dearer than what is
done in C: shares are told, and no times but those taken without it.
"""

import asyncio
import cProfile
import os
import pstats
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from starlette.types import Message, Scope

from bench.device import Device
from bench.figures import duration
from bench.filled import Filled, Plan
from bench.filling import fill
from bench.life import life
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.rights import SHARED
from mia_companion.server.api.application import create_app
from mia_companion.server.settings import Settings
from mia_companion.server.threads import WorkingThread

TIMES, SHOWN = 500, 14
SITE = Plan(participants=250, entries=12_500, coordinators=16, followed_by=4)


def main() -> None:
    """Print all of them."""
    with tempfile.TemporaryDirectory(prefix="mia-bench-") as folder:
        filled = fill(Settings(data_dir=Path(folder), requests_per_second=0), SITE)
        asyncio.run(_server(filled))
    _fold()


async def _server(filled: Filled) -> None:
    ids, person, staff = (
        Ids(system_clock, os.urandom),
        filled.participants[0],
        filled.coordinators[0],
    )
    mine, theirs = Device(filled, person, ids), Device(filled, staff, ids)
    asked: dict[str, Callable[[], bytes]] = {
        "push of 1 entry": mine.push,
        "push of 100 entries": lambda: mine.push(
            *(mine.message(person.shared) for _ in range(100))
        ),
        "pull of 10 new": lambda: mine.pull({person.shared: person.head - 10}),
        f"pull for {len(staff.follows)} people, nothing new": lambda: theirs.pull(staff.cursors),
    }
    app = create_app(filled.settings)
    with patch.object(WorkingThread, "do", _at_once):
        async with app.router.lifespan_context(app):
            for what, ask in reversed(
                asked.items()
            ):  # what is pushed would be new to whoever pulls
                times = TIMES // 5 if "100" in what else TIMES
                await _profiled(what, [_request(ask()) for _ in range(3 * times)], app)


async def _at_once(thread: Any, work: Callable[[Any], object]) -> object:
    return thread._do(work)


async def _profiled(
    what: str, asked: list[tuple[Scope, bytes]], app: Callable[..., Awaitable[None]]
) -> None:
    times = len(asked) // 3
    for one in asked[:times]:
        await _ask(app, *one)
    began = time.process_time()
    for one in asked[times : 2 * times]:
        await _ask(app, *one)
    spent = (time.process_time() - began) / times
    profile = cProfile.Profile()
    profile.enable()
    for one in asked[2 * times :]:
        await _ask(app, *one)
    profile.disable()
    _tell(f"{what}: {duration(spent)} of a core without the profile", profile)


def _request(raw: bytes) -> tuple[Scope, bytes]:
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    path = first.split()[1].decode()
    headers = [tuple(part.strip() for part in line.split(b":", 1)) for line in lines]
    headers = [(name.lower(), value) for name, value in headers]
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "",
        "scheme": "http", "headers": headers, "client": ("127.0.0.1", 1), "server": ("a", 1),
    }, body  # fmt: skip


async def _ask(app: Callable[..., Awaitable[None]], scope: Scope, body: bytes) -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        if message.get("status", 200) != 200:
            raise RuntimeError(f"answered {message['status']}")

    await app(dict(scope), receive, send)


def _fold() -> None:
    at = datetime.now(UTC)
    told = [one for one in life(10_000, at) if one.role == SHARED]
    said = [
        Confirmed(
            entry=Entry(
                id=one.entry, journal=SHARED, author=one.author, device="device", based_on=n,
                happened_at=one.at, body=write_fact(one.fact),
            ),
            seq=n + 1, received_at=at, receipt="", epoch="",
        )
        for n, one in enumerate(told)
    ]  # fmt: skip
    began = time.process_time()
    fold(EMPTY, said)
    spent = (time.process_time() - began) / len(said)
    profile = cProfile.Profile()
    profile.runcall(fold, EMPTY, said)
    _tell(f"fold: {duration(spent)} an entry without the profile, {len(said):,} entries", profile)


def _tell(what: str, profile: cProfile.Profile) -> None:
    print(f"\n{what}", file=sys.stdout)
    shares = Counter[str]()
    for (file, _, name), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        shares[_whose(file, name)] += own
    whole = sum(shares.values())
    for who, own in shares.most_common(SHOWN):
        print(f"  {own / whole:5.1%}  {who}")


_C = (
    (r"method 'execut\w+' of 'sqlite3", "SQLite: statements"),
    (r"method '(commit|rollback)' of 'sqlite3", "SQLite: commit, with its flush"),
    (r"method '\w+' of 'sqlite3", "SQLite: rows"),
    (r"pydantic_core|Validator|Serializer|to_json|from_json", "pydantic, in C"),
    (r"AESGCM|encrypt|decrypt", "AES-GCM"),
    (r"hmac|sha256|hash", "HMAC and SHA-256"),
    (r"posix|io\.open|method 'read\w*' of '_io", "files: keys"),
    (r"zlib|gzip", "gzip"),
)


def _whose(file: str, name: str) -> str:
    for pattern, who in _C:
        if file == "~" and re.search(pattern, name):
            return who
    if "mia_companion" in file:
        return "ours: " + file.partition("mia_companion/")[2]
    if found := re.search(r"site-packages/(\w+)", file):
        return found[1]
    return "Python itself" if file == "~" else f"Python: {Path(file).parent.name}/{Path(file).name}"


if __name__ == "__main__":
    main()
