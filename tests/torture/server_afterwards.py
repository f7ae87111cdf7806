"""What a server's disk says after a power cut, held against what the server had acknowledged."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx

from mia_companion.domain.entries import Entry
from mia_companion.server.keeping.kek_file import FileKeyService
from mia_companion.server.keeping.key_store import FileKeyStore
from mia_companion.server.keys import KeyDestroyed, KeysMissing
from mia_companion.server.ledger import Ledger, LedgerBroken
from mia_companion.server.rows import TABLE
from mia_companion.server.sealing import Sealer
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire.sync import Accepted
from tests.server.clock import Clock
from tests.server.databases import SqliteFile
from tests.server.world import World
from tests.torture.recorded_phone import contents
from tests.torture.recorded_server import ServerLife
from tests.torture.server_said import Erased, Follows, Placed, Reads, Whole

Rows = Callable[..., list[tuple[Any, ...]]]


class KeyGone(Exception):
    """A key that is not there, and that must not be made anew."""


def no_randomness(count: int) -> bytes:
    """Who looks only makes nothing."""
    raise KeyGone(count)


def keys_of(data: Path) -> FileKeyStore:
    """The keys that lie there; none is made."""
    around = Surroundings(randomness=no_randomness)
    return FileKeyStore(data / "keys", FileKeyService(data / "kek.json", around), around)


def look_at(data: Path, life: ServerLife, commits: int, said: Sequence[object]) -> Counter[str]:
    """What is wrong, by what kind of wrong it is; each part looked at with our own code."""
    found = Counter(states=1)
    with closing(sqlite3.connect(data / "server.db")) as db:

        def rows(sql: str, *given: object) -> list[tuple[Any, ...]]:
            return db.execute(sql, given).fetchall()

        if rows("PRAGMA integrity_check") != [("ok",)]:
            found["not opened"] += 1
            return found
        found["torn"] += contents(rows) not in life.may_hold(commits)
        found["not opened"] += not _ledger_fits(data, rows)
        keys = keys_of(data)
        found["lost"] += sum(not _is_there(one, rows, keys) for one in said)
    return found


def _ledger_fits(data: Path, rows: Rows) -> bool:
    """Whether a server would start with it: the file has every line that the database knows."""
    if not rows("SELECT 1 FROM sqlite_schema WHERE name = 'ledger_lines'"):
        return True
    known: dict[int, str] = dict(rows("SELECT number, mac FROM ledger_lines"))
    if not known:
        return True
    try:
        key = keys_of(data).server_key("ledger")
        lines = Ledger(data / "ledger.jsonl", key, Clock()).lines()
    except (KeyGone, KeysMissing, LedgerBroken):
        return False
    return known.items() <= {line.number: line.mac for line in lines}.items()


def _is_there(one: object, rows: Rows, keys: FileKeyStore) -> bool:
    try:
        return _is_as_said(one, rows, keys)
    except KeyDestroyed:
        return isinstance(one, Erased)
    except (
        KeyGone,
        KeysMissing,
        sqlite3.OperationalError,
    ):  # its key is not there, or not even its table
        return False


def _is_as_said(one: object, rows: Rows, keys: FileKeyStore) -> bool:
    match one:
        case Placed(entry, answer):
            placed = rows("SELECT sealed FROM entries WHERE (id, journal, seq, receipt) = (?, ?, ?, ?)",
                          entry.id, entry.journal, answer.seq, answer.receipt)  # fmt: skip
            sealer = Sealer(keys.journal_keys(entry.journal), no_randomness)
            read = [sealer.open(TABLE, entry.id, bytes(sealed)) for (sealed,) in placed]
            return [Entry.model_validate_json(raw) for raw in read] == [entry]
        case Reads(account, device, still):
            sql = "SELECT revoked_at IS NULL FROM devices WHERE (account, id) = (?, ?)"
            return bool(rows(sql, account, device) == [(still,)])
        case Follows(participant, coordinator):
            sql = "SELECT 1 FROM assignments WHERE (participant, coordinator) = (?, ?)"
            return bool(rows(sql, participant, coordinator))
        case Whole(journal, blob, content):
            sql = "SELECT starts, sealed FROM blob_parts WHERE (journal, blob) = (?, ?) ORDER BY starts"
            sealer = Sealer(keys.journal_keys(journal), no_randomness)
            parts = [
                sealer.open("blob_parts", f"{blob}/{starts}", bytes(sealed))
                for starts, sealed in rows(sql, journal, blob)
            ]
            return b"".join(parts) == content
        case Erased(journal):
            return not keys.journal_keys(journal)
    raise TypeError(one)


async def start_on(data: Path, life: ServerLife, said: Sequence[object]) -> Counter[str]:
    """A server starts there, and its people's devices send again what it had acknowledged."""
    found = Counter(started=1)
    world = World(data, SqliteFile(data))
    try:
        await world.start()
    except (sqlite3.Error, LedgerBroken):
        return found + Counter({"not opened": 1})
    try:
        placed = [one for one in said if isinstance(one, Placed)]
        for one in placed[-20:]:
            answer = await _push_again(world, life, one)
            found["lost"] += answer != one.answer
    finally:
        await world.stop()
    return found


async def _push_again(world: World, life: ServerLife, one: Placed) -> Accepted | str:
    tokens = life.tokens[one.entry.author]
    body = b'{"entries":[' + one.entry.model_dump_json().encode() + b"]}"
    headers = {"authorization": f"Bearer {tokens}"}
    answer: httpx.Response = await world.http.post("/v1/push", content=body, headers=headers)
    if not answer.is_success:
        return answer.text
    return Accepted.model_validate(answer.json()["results"][0])
