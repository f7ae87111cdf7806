"""The live line's nudges, how long to wait after a failure, and what keeps running."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Collection
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.store.store import Store
from mia_companion.sync.backoff import LONGEST_SECONDS, LONGEST_TOLD_SECONDS, Backoff
from mia_companion.sync.client import Client
from mia_companion.sync.errors import NotOurServer, Offline, SyncError
from mia_companion.sync.runner import Runner
from mia_companion.sync.session import Session
from mia_companion.wire.sync import Nudge
from tests.example_data import JOURNAL, KEY, entry, message
from tests.sync.scripted import TOKENS


class Stream(httpx.AsyncByteStream):
    """An event stream in the pieces that a network makes of it."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            if piece == b"cut":
                raise httpx.ReadError("cut")
            yield piece


def _client(tmp_path: Path, *pieces: bytes, status: int = 200) -> tuple[Client, Store]:
    store = Store(tmp_path / "companion.sqlite", KEY)
    session = Session(store.kept)
    session.keep(TOKENS)
    answer = httpx.MockTransport(lambda r: httpx.Response(status, stream=Stream(*pieces)))
    return Client("http://server.test", session, answer), store


async def _nudges(client: Client) -> list[Nudge]:
    return [nudge async for nudge in client.live()]


EVENTS = (
    b": still here\n\nretry: 3000\n\nevent: nudge\ndata: "
    b'{"journal":"j","seq":3}\n\nevent: nudge\r\ndata:{"journal":"k","seq":4,"later":1}\r\n\r\n'
)


@given(st.lists(st.integers(1, len(EVENTS)), max_size=6))
def test_nudges_read_alike_in_whatever_pieces_they_come(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(EVENTS)]
    pieces = [EVENTS[a:b] for a, b in itertools.pairwise(edges)]

    class Signed:
        """A session with an access token."""

        def access(self) -> str:
            return "access"

    transport = httpx.MockTransport(lambda r: httpx.Response(200, stream=Stream(*pieces)))
    client = Client("http://server.test", Signed(), transport)  # type: ignore[arg-type]
    found = asyncio.run(_nudges(client))
    assert found == [Nudge(journal="j", seq=3), Nudge(journal="k", seq=4)]


@pytest.mark.parametrize(
    ("pieces", "status", "error"),
    [
        ((b'data: {"journal":\n\n',), 200, NotOurServer),
        ((EVENTS, b"cut"), 200, Offline),
        ((b"<html>",), 502, NotOurServer),
        ((b"<html>",), 403, NotOurServer),
    ],
)
async def test_a_broken_line_is_a_sync_error(
    tmp_path: Path, pieces: tuple[bytes, ...], status: int, error: type[SyncError]
) -> None:
    client, store = _client(tmp_path, *pieces, status=status)
    with pytest.raises(error):
        await _nudges(client)
    store.close()


@given(st.floats(0, 1), st.lists(st.none() | st.floats(0, 1e12), max_size=30))
def test_waiting_doubles_within_bounds_and_begins_anew(
    chance: float, told: list[float | None]
) -> None:
    backoff = Backoff(lambda a, b: a + (b - a) * chance)
    for number, wish in enumerate(told):
        wait = backoff.next(wish)
        reach = min(2.0**number, LONGEST_SECONDS)
        assert reach / 2 <= max(reach / 2, wait) <= max(reach, LONGEST_TOLD_SECONDS)
        assert wait >= min(wish or 0.0, LONGEST_TOLD_SECONDS)
        if not wish:
            assert reach / 2 <= wait <= reach
    backoff.reset()
    assert backoff.next(None) <= 1.0
    assert backoff.twin().next(None) <= 1.0


async def settle() -> None:
    """Let every task go as far as it can."""
    for _ in range(60):
        await asyncio.sleep(0)


class Engines:
    """An engine whose runs fail as told."""

    def __init__(self, *outcomes: Exception | None) -> None:
        self.outcomes = list(outcomes)
        self.runs = 0

    must_leave = False

    async def sync(self, only: Collection[str] | None, *, prove: bool) -> bool:
        self.runs += 1
        if self.outcomes and (wrong := self.outcomes.pop(0)):
            raise wrong
        return True


class Quiet:
    """A carrier with nothing to carry."""


async def test_no_error_ends_syncing_and_what_is_held_is_tried_again(tmp_path: Path) -> None:
    client, store = _client(tmp_path, b"")
    store.outbox.add(entry(message(), "held-0001", journal=JOURNAL))
    store.outbox.mark([("held", "", "held-0001")])
    engine, slept = Engines(Offline(), RuntimeError("a fault of ours"), SyncError("x", 7.0)), []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) > 6:
            await asyncio.Event().wait()

    runner = Runner(engine, client, store, Backoff(lambda a, b: b), carrier=Quiet(), sleep=sleep)  # type: ignore[arg-type]
    run = asyncio.create_task(runner.run())
    await settle()
    assert slept[:4] == [1.0, 2.0, 7.0, 60.0]
    assert [w.state for w in store.outbox.all()] == ["waiting"]
    run.cancel()
    store.close()


async def test_a_kick_cuts_the_waiting_short_and_the_background_stops_it(tmp_path: Path) -> None:
    client, store = _client(tmp_path, b"")
    engine = Engines(Offline())
    forever = asyncio.Event()

    async def sleep(seconds: float) -> None:
        await forever.wait()

    runner = Runner(engine, client, store, Backoff(lambda a, b: b), carrier=Quiet(), sleep=sleep)  # type: ignore[arg-type]
    run = asyncio.create_task(runner.run())

    runs = []
    turns: list[Callable[[], None]] = [
        lambda: None,
        runner.kick,
        lambda: runner.rest(True),
        runner.kick,
    ]
    for turn in turns:
        turn()
        await settle()
        runs.append(engine.runs)
    assert runs == [1, 2, 2, 2]
    runner.rest(False)
    await settle()
    assert engine.runs == 3
    run.cancel()
    store.close()
