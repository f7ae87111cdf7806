"""Who follows a journal by its own numbers misses nothing, however many write in it at once."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import asyncpg
import pytest

from mia_companion.wire.sync import Accepted
from tests.torture.postgres import Postgres, a_postgres
from tests.torture.printed import Told
from tests.torture.servers import Server, forking
from tests.torture.sizes import times
from tests.torture.town import Hand, found, settled

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.timeout(times(180, 3_600))]

SEED = 5
WRITERS, READERS = 16, 8
ENTRIES = times(5_000, 50_000)

Places = dict[str, list[tuple[int, str]]]
"""By journal what is there: (seq, entry's id), in the order in which it was met."""


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL."""
    with a_postgres() as made:
        yield made


@pytest.fixture
async def servers(postgres: Postgres, tmp_path: Path) -> AsyncIterator[list[Server]]:
    """Two backend processes on one database."""
    url = await postgres.make("followed")
    await found(tmp_path, url)
    with forking(tmp_path / "log") as forker:
        made = [Server(forker, tmp_path, url) for _ in range(2)]
        for one in made:
            one.start()
        for one in made:
            one.wait()
        yield made


async def _write(hand: Hand, address: str, sizes: list[int], written: Places) -> None:
    while sizes:
        body = hand.some(random.Random(len(sizes)), sizes.pop())
        answer = await hand.push(address, body)
        assert answer
        for entry, one in zip(_entries(body), answer.results, strict=True):
            assert isinstance(one, Accepted)
            written.setdefault(entry[0], []).append((one.seq, one.id))


def _sizes() -> list[int]:
    """How many entries each push has, together all."""
    randomness, sizes = random.Random(SEED), list[int]()
    while (left := ENTRIES - sum(sizes)) > 0:
        sizes.append(min(left, randomness.choice((1, 1, 2, 5, 20))))
    return sizes


def _entries(body: bytes) -> list[tuple[str, str]]:
    from mia_companion.wire.sync import Push  # noqa: PLC0415

    return [(one.journal, one.id) for one in Push.model_validate_json(body).entries]


async def _follow(hand: Hand, address: str, seen: Places, done: asyncio.Event) -> int:
    """Pull after the cursors again and again; how often."""
    cursors = dict.fromkeys(hand.journals, 0)
    pulls = 0
    while True:
        last = done.is_set()
        page = await hand.pull(address, cursors, limit=200)
        pulls += 1
        for one in page.pages:
            if one.journal.id in cursors:
                seen.setdefault(one.journal.id, []).extend((c.seq, c.entry.id) for c in one.entries)
                cursors[one.journal.id] = max(
                    [cursors[one.journal.id], *(c.seq for c in one.entries)]
                )
        if last and not page.more:
            return pulls
        await asyncio.sleep(0.03)  # or eight readers would be all that the servers see


async def _write_and_follow(
    hands: list[Hand], servers: list[str]
) -> tuple[Places, list[Places], int]:
    """What was written, what each reader met, and how often they all asked."""
    sizes, written = _sizes(), Places()
    seen: list[Places] = [{} for _ in range(READERS)]
    done = asyncio.Event()
    readers = [
        asyncio.create_task(_follow(hand, servers[n % 2], seen[n], done))
        for n, hand in enumerate(hands[::2])
    ]
    writers = [_write(hand, servers[n // 2 % 2], sizes, written) for n, hand in enumerate(hands)]
    await asyncio.gather(*writers)
    done.set()
    return written, seen, sum(await asyncio.gather(*readers))


async def test_eight_readers_miss_nothing_of_sixteen_writers(
    servers: list[Server], tell: Told
) -> None:
    async with settled(servers[0].address, participants=4, phones=2, desks=8) as hands:
        assert len(hands) == WRITERS
        written, seen, pulls = await _write_and_follow(hands, [one.address for one in servers])
    assert sum(map(len, written.values())) == ENTRIES
    missed = 0
    for reader, met in zip(hands[::2], seen, strict=True):
        for journal in reader.journals:
            # Beside what was written stands what the server itself says at the beginning.
            assert [seq for seq, _ in met[journal]] == list(range(1, len(met[journal]) + 1))
            assert len({id_ for _, id_ in met[journal]}) == len(met[journal])
            missed += len(set(written[journal]) - set(met[journal]))
    assert missed == 0
    tell(
        5,
        f"{WRITERS} writers and {READERS} readers that follow, two backends on one PostgreSQL",
        f"{ENTRIES:,} entries, {pulls:,} pulls",
        f"{missed} missed, 0 twice, 0 out of order, no gap",
    )


async def test_the_same_readers_do_miss_entries_by_one_number_for_all(postgres: Postgres) -> None:
    """What is promised above is not a matter of course: the cursor that comes to mind first loses."""
    randomness = random.Random(SEED)
    async with AsyncExitStack() as stack:

        async def connected() -> asyncpg.Connection:
            made = await postgres.connect()
            stack.push_async_callback(made.close)
            return made

        await (await connected()).execute("CREATE TABLE naive (n bigserial PRIMARY KEY, id text)")
        missed = await _naively(connected, randomness)
    assert missed > 0


async def _naively(
    connected: Callable[[], Awaitable[asyncpg.Connection]], randomness: random.Random
) -> int:
    written: set[str] = set()
    done = asyncio.Event()

    async def write(name: int, connection: asyncpg.Connection) -> None:
        for number in range(25):
            async with connection.transaction():
                await connection.execute("INSERT INTO naive (id) VALUES ($1)", f"{name}-{number}")
                await asyncio.sleep(randomness.uniform(0, 0.003))
            written.add(f"{name}-{number}")

    async def follow(connection: asyncpg.Connection) -> int:
        cursor, seen = 0, set[str]()
        while True:
            last = done.is_set()
            for n, id_ in await connection.fetch(
                "SELECT n, id FROM naive WHERE n > $1 ORDER BY n", cursor
            ):
                cursor = n
                seen.add(id_)
            if last:
                return len(written - seen)

    readers = [asyncio.create_task(follow(await connected())) for _ in range(READERS)]
    await asyncio.gather(*[write(name, await connected()) for name in range(WRITERS)])
    done.set()
    return sum(await asyncio.gather(*readers))
