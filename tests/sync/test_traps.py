"""Whoever answers a few bytes at a time, for ever, holds no device for longer than any other silence."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from mia_companion.store.store import Store
from mia_companion.sync import line
from mia_companion.sync.client import Client
from mia_companion.sync.errors import NotOurServer, Offline
from mia_companion.sync.session import Session
from mia_companion.wire.accounts import SignIn
from tests.example_data import KEY

ASKED = SignIn(email="a@example.org", password="lösen", device="device-0001")
_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
_BODY = _HEAD + b"content-length: 100000\r\n\r\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of nobody's yet."""
    made = Store(tmp_path / "companion.sqlite", KEY)
    yield made
    made.close()


@asynccontextmanager
async def _trap(*said: bytes, then: bytes, pause: float) -> AsyncIterator[str]:
    """Somebody who says that, and then the same again and again."""
    lines: list[asyncio.StreamWriter] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(writer)
        await reader.readuntil(b"\r\n\r\n")
        with suppress(OSError):
            for one in said:
                writer.write(one)
            while True:
                writer.write(then)
                await writer.drain()
                await asyncio.sleep(pause)

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    for one in lines:
        one.transport.abort()
    await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("said", "then"), [(_BODY, b" "), (_HEAD, b"x-more: 1\r\n")], ids=["body", "head"]
)
async def test_a_trickle_is_given_up(
    store: Store, monkeypatch: pytest.MonkeyPatch, said: bytes, then: bytes
) -> None:
    monkeypatch.setattr(line, "_GRACE_SECONDS", 0.3)
    async with _trap(said, then=then, pause=0.02) as address:
        client = Client(address, Session(store.kept))
        began = time.monotonic()
        with pytest.raises(Offline):
            async with asyncio.timeout(5):
                await client.sign_in(ASKED)
        assert time.monotonic() - began < 3
        await client.close()


async def test_an_answer_without_end_is_given_up(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "_LONGEST_ANSWER", 1_000_000)
    async with _trap(_HEAD + b"\r\n", then=b" " * 50_000, pause=0) as address:
        client = Client(address, Session(store.kept))
        with pytest.raises(NotOurServer):
            async with asyncio.timeout(5):
                await client.sign_in(ASKED)
        await client.close()


async def test_a_slow_line_is_not_a_dead_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "_GRACE_SECONDS", 0.3)
    async with _trap(_BODY, then=b" " * 2_000, pause=0.02) as address:
        client = Client(address, Session(store.kept))
        began = time.monotonic()
        with pytest.raises(NotOurServer):  # all of it came, and it is nothing but space
            await client.sign_in(ASKED)
        assert time.monotonic() - began > 0.6
        await client.close()
