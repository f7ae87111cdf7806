"""What many who listen cost while nothing is said: `python -m bench.listeners`.

access    looked at again, everybody's, when anybody's may have changed
heads     of the journals that they follow, looked at every five seconds

In this process, on SQLite; the processor's time, both threads'.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from bench.figures import Figure, duration, table
from mia_companion.domain.rights import COORDINATOR, OWN, PARTICIPANT, SHARED, TEAM
from mia_companion.server import operations, staff
from mia_companion.server.access import Caller
from mia_companion.server.backend import Backend
from mia_companion.server.running import running
from mia_companion.server.schema import NEVER, accounts, assignments, devices, journals
from mia_companion.server.settings import Settings
from mia_companion.server.staff import NewStaff, Password
from mia_companion.server.subscription import Subscription
from mia_companion.server.surroundings import Surroundings, new_id, utc_now

LISTENERS, FOLLOWED, ROUNDS = 2_000, 40, 5


def figures() -> Iterator[Figure]:
    """Processor's time for each pass over everybody."""
    with tempfile.TemporaryDirectory() as name:
        access, heads, count = asyncio.run(_measure(Path(name)))
    many = f"{LISTENERS:,} listeners"
    yield Figure(what=f"Access of {many} looked at again, in all", median=duration(access))
    yield Figure(what=f"Heads of the {count:,} journals of {many}, in all", median=duration(heads))


async def _measure(folder: Path) -> tuple[float, float, int]:
    async with running(
        Backend(Settings(folder, requests_per_second=0), Surroundings(), poll_seconds=3600)
    ) as backend:
        for one in await _site(backend):
            await backend.relay.subscribe(one)
        relay, access, heads = backend.relay, [], []
        for _ in range(ROUNDS):
            began = time.process_time()
            await relay.look_at_access()
            access.append(time.process_time() - began)
            began = time.process_time()
            await relay.look_at_heads()
            heads.append(time.process_time() - began)
        return sorted(access)[ROUNDS // 2], sorted(heads)[ROUNDS // 2], len(backend.hub.heads)


async def _site(backend: Backend) -> list[Subscription]:
    association = await operations.create_association(backend, "Bench")
    site = await operations.create_site(backend, association, "Bench")
    now, who = utc_now(), [f"deltagare-{n:05}" for n in range(LISTENERS)]
    people = [(one, PARTICIPANT) for one in who]
    people += [(f"samordnare-{n:03}", COORDINATOR) for n in range(LISTENERS // FOLLOWED)]
    async with backend.changes.open() as change:
        db = change.connection
        for id_, role in people:
            if role == COORDINATOR:
                new = NewStaff(role, "Anna", f"{id_}@bench.example", site=site)
                await staff.insert(db, id_, new, Password("none"), by="bench", at=now)
        await db.execute(
            sa.insert(accounts),
            [{"id": one, "role": PARTICIPANT, "site": site, "made_at": now} for one in who],
        )
        await db.execute(
            sa.insert(journals),
            [
                {
                    "id": new_id(),
                    "role": role,
                    "site": site,
                    "participant": one,
                    "owner": owner,
                    "head": 0,
                }
                for one in who
                for role, owner in ((SHARED, None), (OWN, one), (TEAM, None))
            ],
        )
        await db.execute(
            sa.insert(devices),
            [
                {
                    "account": one, "id": f"phone-of-{one}", "family": new_id(), "counter": 0,
                    "used": NEVER, "used_at": now, "enrolled_at": now, "seen_at": now, "revoked_at": None,
                }
                for one, _ in people
            ],
        )  # fmt: skip
        await db.execute(
            sa.insert(assignments),
            [
                {
                    "id": new_id(),
                    "participant": one,
                    "coordinator": f"samordnare-{n // FOLLOWED:03}",
                    "starts_at": now,
                }
                for n, one in enumerate(who)
            ],
        )

    async def write(event: bytes) -> None:
        """To nobody."""

    return [
        Subscription(Caller(id_, role, site, f"phone-of-{id_}"), write, b"") for id_, role in people
    ]


if __name__ == "__main__":
    print(table(list(figures())))
