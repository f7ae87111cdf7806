"""A server's folder with very many people and entries in it, made by the server's own row code.

    sites ─ coordinators ─ participants, each with `shared`, `own`, `team`, and a view of each coordinator's
                                              └ entries, sealed and with receipts, as old ones lie:
                                                those of all journals through each other

Nothing of it need survive a power cut, so that nothing is flushed while it is made.
"""

import asyncio
import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from bench.bulk import Bulk
from bench.filled import PASSWORD, Filled, Person, Plan, email_of
from bench.life import life
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import Ids
from mia_companion.domain.rights import COORDINATOR, OWN, PARTICIPANT, SHARED, TEAM
from mia_companion.server import epochs, operations
from mia_companion.server.backend import Backend
from mia_companion.server.rows import row_of
from mia_companion.server.running import running
from mia_companion.server.schema import (
    accounts,
    assignments,
    devices,
    entries,
    journals,
    reached,
)
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Tokens

_AGO = timedelta(days=30)


def fill(settings: Settings, plan: Plan) -> Filled:
    """Make everything in an empty folder and an empty database."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    chance, bulk = random.Random(1), Bulk(settings.url)
    with patch.object(os, "fsync", lambda _: None):
        backend = Backend(settings, Surroundings())
        epoch, sites, hashed = asyncio.run(_found(backend, plan))
        made = Filled(settings, epoch, Tokens(backend.keys))
        made.coordinators = [
            _person(chance, COORDINATOR, sites[n % len(sites)]) for n in range(plan.coordinators)
        ]
        made.participants = [
            _person(chance, PARTICIPANT, sites[n % len(sites)]) for n in range(plan.participants)
        ]
        each = plan.entries // plan.participants
        for n, one in enumerate(made.participants):
            one.head = max(each, plan.first if n == 0 else 0)
            one.cursors = {one.shared: one.head, one.own: 0}
        _bring_in(bulk, made, plan, chance, hashed)
        bulk.insert(entries, _entries(backend, made))
        for head in {one.head for one in made.participants}:
            bulk.run(
                f"UPDATE journals SET head = {head} WHERE id IN "
                f"(SELECT journal FROM entries GROUP BY journal HAVING max(seq) = {head})"
            )
        bulk.run("ANALYZE")
    return made


async def _found(backend: Backend, plan: Plan) -> tuple[str, list[str], str]:
    async with running(backend):
        place = await operations.create_association(backend, "Bench")
        sites = [
            await operations.create_site(backend, place, f"Bench {n}") for n in range(plan.sites)
        ]
        epoch = await backend.database.read(epochs.current)
        return epoch, sites, await backend.passwords.hash(PASSWORD)


def _bring_in(bulk: Bulk, made: Filled, plan: Plan, chance: random.Random, hashed: str) -> None:
    now = datetime.now(UTC)
    at = now - _AGO
    everyone = [*made.participants, *made.coordinators]
    bulk.insert(
        accounts,
        (
            {
                "id": one.account, "role": one.role, "site": one.site, "made_at": at,
                "email": email_of(one) if one.role == COORDINATOR else None,
                "password_hash": hashed if one.role == COORDINATOR else None,
            }
            for one in everyone
        ),
    )  # fmt: skip
    bulk.insert(
        devices,
        (
            {
                "account": one.account, "id": one.device, "family": one.family, "counter": 0,
                "used": 0, "used_at": at, "enrolled_at": at, "seen_at": at,
                "active_at": now,  # or all staff would be idle since then
            }
            for one in everyone
        ),
    )  # fmt: skip
    rows = []
    for n, one in enumerate(made.participants):
        rows += [
            _journal(one, one.shared, SHARED), _journal(one, one.team, TEAM),
            _journal(one, one.own, OWN, one.account),
        ]  # fmt: skip
        here = made.coordinators[n % plan.sites :: plan.sites]
        for each in chance.sample(here, min(plan.followed_by, len(here))):
            each.follows += (n,)
            view = _id(chance)
            each.cursors |= {one.shared: one.head, one.team: 0, view: 0}
            rows.append(_journal(one, view, OWN, each.account))
    bulk.insert(journals, rows)
    # Everybody has read everything: else the first pulls of a morning would all be news to the others.
    bulk.insert(
        reached,
        (
            {"journal": journal, "account": one.account, "seq": seq}
            for one in everyone
            for journal, seq in one.cursors.items()
            if seq
        ),
    )
    bulk.insert(
        assignments,
        (
            {
                "id": _id(chance), "participant": made.participants[n].account,
                "coordinator": one.account, "starts_at": at,
            }
            for one in made.coordinators
            for n in one.follows
        ),
    )  # fmt: skip


def _journal(one: Person, id_: str, role: str, owner: str | None = None) -> dict[str, object]:
    return {
        "id": id_, "role": role, "site": one.site, "participant": one.account, "owner": owner,
        "head": 0,
    }  # fmt: skip


def _entries(backend: Backend, made: Filled) -> Iterator[dict[str, object]]:
    at = datetime.now(UTC) - _AGO
    told = [one for one in life(2_000, at) if one.role == SHARED]
    said = [write_fact(one.fact) for one in told]
    ids = Ids(lambda: at, random.Random(2).randbytes)
    sealers = [backend.journals.sealer(one.shared) for one in made.participants]
    for seq in range(1, max(one.head for one in made.participants) + 1):
        for n, one in enumerate(made.participants):
            if seq > one.head:
                continue
            body = said[(seq + n) % len(said)]
            entry = Entry.model_construct(
                id=ids.new(), journal=one.shared, author=one.account, device=one.device,
                happened_at=at, based_on=0, epoch=made.epoch, body=body,
            )  # fmt: skip
            receipt = backend.receipts.of(entry, seq, at, made.epoch)
            confirmed = Confirmed.model_construct(
                entry=entry, seq=seq, received_at=at, receipt=receipt, epoch=made.epoch
            )
            yield row_of(confirmed, confirmed.entry.digest(), sealers[n])


def _person(chance: random.Random, role: str, site: str) -> Person:
    account, device, family, *theirs = (_id(chance) for _ in range(6))
    one = Person(account, role, site, device, family)
    if role == PARTICIPANT:
        one.shared, one.own, one.team = theirs
    return one


def _id(chance: random.Random) -> str:
    return chance.randbytes(16).hex()
