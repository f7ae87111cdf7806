"""What one of each costs the server: seconds of a core, bytes of memory, bytes on the disk.

Measured on the server's process, by what its threads have spent, so that who waits for what does not
matter. A site of 250 with 16 coordinators, each of whom follows 62.
"""

import asyncio
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import asyncpg
import sqlalchemy as sa
import uvloop

from bench.device import Device
from bench.engines import ENGINES, busy_postgres
from bench.figures import Figure, duration
from bench.filled import PASSWORD, Filled, Person, Plan, email_of
from bench.filling import fill
from bench.peers.load import Client, request, run
from bench.peers.processes import on_load_core
from bench.served import Served, served
from bench.talking import listen_to
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.server.settings import Settings
from mia_companion.wire.accounts import SignIn

SITE = Plan(participants=250, entries=12_500, coordinators=16, followed_by=4)
NEW = 10
ROUNDS, TIMES = 5, 100
LINES = 500


def figures() -> Iterator[Figure]:
    """Both engines."""
    cores = os.sched_getaffinity(0)
    for engine in ENGINES:
        with (
            ENGINES[engine]() as database,
            tempfile.TemporaryDirectory(prefix="mia-bench-") as folder,
        ):
            settings = Settings(
                data_dir=Path(folder) / "server",
                database_url=database("site"),
                requests_per_second=0,
            )
            filled = fill(settings, SITE)
            yield _disk(engine, settings)
            with served(settings, cores={0}) as server:
                on_load_core()
                yield from _processor(engine, server, filled)
                for who, people in (
                    ("participant", filled.participants), ("coordinator", filled.coordinators)
                ):  # fmt: skip
                    grown = uvloop.run(_lines(server, filled, people)) / LINES / 1024
                    what = f"Memory of a {who}'s live line, {LINES} beside each other, {engine}"
                    yield Figure(what, f"{grown:.1f} KiB")
        os.sched_setaffinity(0, cores)


def _processor(engine: str, server: Served, filled: Filled) -> Iterator[Figure]:
    ids = Ids(system_clock, os.urandom)
    person, staff = filled.participants[0], filled.coordinators[0]
    mine, theirs = Device(filled, person, ids), Device(filled, staff, ids)
    one_new = staff.cursors | {person.shared: person.head - 1}
    asked: dict[str, Callable[[], bytes]] = {
        "pull, nothing new": lambda: mine.pull(person.cursors),
        f"pull of {NEW} new": lambda: mine.pull({person.shared: person.head - NEW}),
        f"pull for {len(staff.follows)} people, 1 new": lambda: theirs.pull(one_new),
        "refresh of tokens": lambda: mine.refresh(filled.refresh(person)),
        "sign-in": lambda: _sign_in(filled),
        "push of 1 entry": mine.push,
        "push of 5 entries": lambda: mine.push(*(mine.message(person.shared) for _ in range(5))),
    }
    url = filled.settings.url if engine == "PostgreSQL" else ""
    for what, ask in asked.items():
        times = 5 if what == "sign-in" else TIMES
        spent, database = [], []
        for _ in range(ROUNDS + 1):
            before = server.busy, busy_postgres(url) if url else 0.0
            run(server.port, [_so_often(ask, times)], 600)
            spent.append((server.busy - before[0]) / times)
            database.append(((busy_postgres(url) if url else 0.0) - before[1]) / times)
        of_it = f", and {duration(median(database[1:]))} of PostgreSQL's" if url else ""
        yield Figure(f"Core time of a {what}{of_it}, {engine}", duration(median(spent[1:])))


def _so_often(ask: Callable[[], bytes], times: int) -> Client:
    for _ in range(times):
        yield ask()


def _sign_in(filled: Filled) -> bytes:
    said = SignIn(email=email_of(filled.coordinators[1]), password=PASSWORD, device="a-device-1")
    return request("POST", "/v1/sign-in", said.model_dump_json().encode())


async def _lines(server: Served, filled: Filled, people: list[Person]) -> float:
    """Bytes that so many grew by; a tenth stands before, so that nothing is counted that all share."""
    ids = Ids(system_clock, os.urandom)
    devices = [Device(filled, one, ids) for one in people]
    asked = [devices[n % len(devices)].listen() for n in range(LINES + LINES // 10)]
    lines = [await listen_to(server.port, one, _nothing) for one in asked[: LINES // 10]]
    await asyncio.sleep(1)
    before = server.resident
    lines += [await listen_to(server.port, one, _nothing) for one in asked[LINES // 10 :]]
    await asyncio.sleep(1)
    grown = server.resident - before
    for line in lines:
        line.close()
    return grown


def _nothing(_: str, __: int) -> None:
    pass


def _disk(engine: str, settings: Settings) -> Figure:
    """All that the database takes, over the entries in it: their journals and people are a part of it."""
    if engine == "PostgreSQL":
        taken = asyncio.run(_size(settings.url))
    else:
        taken = sum(one.stat().st_size for one in settings.data_dir.glob("server.db*"))
    return Figure(f"Bytes on the disk for an entry, {engine}", f"{taken / SITE.entries:.0f} B")


async def _size(url: str) -> int:
    said = sa.make_url(url)
    connection = await asyncpg.connect(
        host=str(said.query["host"]), user=said.username, database=said.database
    )
    found = await connection.fetchval(
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
        "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    await connection.close()
    return int(found)
