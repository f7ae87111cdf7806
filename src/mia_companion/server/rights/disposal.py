"""What has been kept long enough, by the terms of `domain/retention.py`; and its going, key and all.

    every participant ─▶ when their last time ended ─▶ each journal: what lies in it, when that may go
                               the shared one is due ─▶ the whole person is erased
                               another one is due    ─▶ it goes alone, and another is there

Nothing goes unless somebody says so, by which decision.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from mia_companion.domain.enrolments import months_after
from mia_companion.domain.retention import LONGEST, SHORTEST, Verdict, ended_on, verdict
from mia_companion.domain.rights import OWN, PARTICIPANT, SERVER, SHARED
from mia_companion.server import audit, erasing
from mia_companion.server.backend import Backend
from mia_companion.server.ledger import JOURNAL_DISPOSED
from mia_companion.server.rights import renewing
from mia_companion.server.schema import accounts, journals

_PAGE = 500
DISPOSED = "disposed"


@dataclass(frozen=True, slots=True)
class Judged:
    """One journal of somebody's, and from which day on it may go."""

    participant: str
    site: str
    journal: str
    role: str
    owner: str | None
    entries: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Person:
    """`ended` is when their last time ended, by the shared journal as far as `head`; `newest` when the server
    last received anything of them."""

    id: str
    shared: str
    head: int
    ended: date | None
    newest: date | None


async def dispose(backend: Backend, decision: str | None) -> str:
    """List what has been kept long enough; with the decision that it rests on, have it go."""
    today = backend.surroundings.clock().date()
    lines, went, here = [], 0, 0
    async for one in _people(backend):
        if one.ended is None:
            here += 1
            lines += _forgotten(one, today)
            continue
        if today < months_after(one.ended, SHORTEST):
            continue
        judged = [each async for each in _judged(backend, one.id, one.ended)]
        due = _due(judged, today)
        done = bool(decision) and await _carry_out(backend, one, judged, due, decision or "")
        went += len(due) if done else 0
        lines += [_line(each, each in due, today, done=done) for each in judged]
    lines.append(f"{here} take part, or have no finish noted: all of theirs stays.")
    if decision:
        return "\n".join([*lines, f"{went} journals have gone, by {decision}."])
    return "\n".join([*lines, "Nothing was taken away. With --carry-out DECISION it goes."])


async def _people(backend: Backend) -> AsyncIterator[_Person]:
    """Everybody who is not erased."""
    j, a = journals.c, accounts.c
    wanted = (
        sa.select(j.participant, j.id, j.head)
        .join(accounts, a.id == j.participant)
        .where(a.role == PARTICIPANT, a.erased_at.is_(None))
        .where(j.role == SHARED, j.erased_at.is_(None))
        .order_by(j.participant)
    )
    async with backend.database.reading() as connection:
        rows = list(await connection.execute(wanted))
    for participant, journal, head in rows:
        picture = await backend.pictures.now(journal, head)
        newest = picture.as_of.date() if picture.as_of else None
        yield _Person(participant, journal, head, ended_on(picture.enrolments), newest)


def _forgotten(one: _Person, today: date) -> list[str]:
    if one.newest is None or today < months_after(one.newest, LONGEST):
        return []
    since = one.newest.isoformat()
    return [f"{one.id}: no finish is noted, and nothing has come since {since}. Look at it."]


async def _judged(backend: Backend, participant: str, ended: date) -> AsyncIterator[Judged]:
    j = journals.c
    wanted = (
        sa.select(j.id, j.site, j.role, j.owner, j.head)
        .where(j.participant == participant, j.erased_at.is_(None), j.head > 0)
        .order_by(j.role, j.id)
    )
    async with backend.database.reading() as connection:
        rows = list(await connection.execute(wanted))
    for row in rows:
        kinds = await _kinds(backend, row.id, row.head)
        yield Judged(
            participant, row.site, row.id, row.role, row.owner, row.head, verdict(kinds, ended)
        )


async def _kinds(backend: Backend, journal: str, head: int) -> set[str]:
    found: set[str] = set()
    for after in range(0, head, _PAGE):
        span = (journal, after, min(head, after + _PAGE))
        async with backend.database.reading() as connection:
            read = await connection.run_sync(backend.journals.read, [span])
        found |= {one.entry.kind for one in read.get(journal, ())}
    return found


def _due(judged: list[Judged], today: date) -> list[Judged]:
    """All of a person's when the shared one may go: then nobody works with what is left.

    What only the participant reads goes with the person, and not before: they dispose of it themselves.
    """
    if any(one.role == SHARED and one.verdict.is_due(today) for one in judged):
        return [] if any(one.verdict.unknown for one in judged) else judged
    return [one for one in judged if one.verdict.is_due(today) and not _is_private(one)]


def _is_private(one: Judged) -> bool:
    return one.role == OWN and one.owner == one.participant


async def _carry_out(
    backend: Backend, person: _Person, judged: list[Judged], due: list[Judged], decision: str
) -> bool:
    """Whether it went; not when somebody has written meanwhile: then it is looked at anew the next time."""
    keys, now = backend.keys, backend.surroundings.clock()
    whole = any(one.role == SHARED for one in due)
    dying: list[dict[str, Any]] = []
    async with backend.changes.open() as change:
        heads = await change.connection.run_sync(
            backend.journals.lock_all, {one.journal for one in judged}
        )
        known = {**{one.journal: one.entries for one in judged}, person.shared: person.head}
        if not due or heads != known:
            return False
        change.access = True
        await audit.note(change.connection, now, SERVER, DISPOSED, person.id)
        if whole:
            erased = await erasing.erase(
                change.connection, backend.ledger, person.id, now, decision=decision
            )
            dying = erased["journals"] if erased else []
        else:
            for one in due:
                facts = _facts(one, backend.surroundings.ids(), decision)
                await renewing.carry_out(change.connection, facts, now)
                await backend.ledger.record(change.connection, JOURNAL_DISPOSED, facts)
                dying.append({"id": one.journal})
    await erasing.destroy_keys(keys, {"journals": dying})
    return True


def _facts(one: Judged, successor: str, decision: str) -> dict[str, Any]:
    return {
        "participant": one.participant, "site": one.site, "role": one.role, "owner": one.owner,
        "journal": one.journal, "next": successor, "decision": decision[:200],
    }  # fmt: skip


def _line(one: Judged, due: bool, today: date, *, done: bool) -> str:
    said = one.verdict
    what = f"{one.participant}: {one.role}, {one.entries} entries"
    if due:
        return f"{what}: {'has gone' if done else 'may go'}."
    if said.unknown:
        return f"{what}: stays; no term is known for {', '.join(sorted(said.unknown)) or 'some'}."
    if said.day is None or said.day <= today:
        return f"{what}: stays with the person's file."
    return f"{what}: stays until {said.day.isoformat()}."
