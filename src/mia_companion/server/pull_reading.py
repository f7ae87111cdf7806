"""Reads what many pulls ask for, in one snapshot, with a statement for all of them where one will do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from mia_companion.domain.picture import FOLD_VERSION
from mia_companion.domain.rights import SHARED
from mia_companion.server import access, epochs, pull_json, reached
from mia_companion.server.access import Caller, Standing
from mia_companion.server.calling import Known, known
from mia_companion.server.journals import Journals
from mia_companion.server.pages import Plan, groups, plan_page
from mia_companion.server.people import coordinators_of
from mia_companion.server.pictures import LONG
from mia_companion.server.refusals import Refusal
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Pair, Tokens
from mia_companion.wire import problems
from mia_companion.wire.leave import leave_proof
from mia_companion.wire.sync import Gone, PictureAt, Pull

MAX_PAGE_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """A pull, and the pictures that were made for it. None: nobody has looked yet whether it needs any."""

    said: Pair
    pull: Pull
    pictures: Mapping[str, PictureAt | None] | None = None


@dataclass(frozen=True, slots=True)
class Far:
    """Long journals that the caller has nothing of, and their heads: their pictures are to be made."""

    heads: dict[str, int]


@dataclass(frozen=True, slots=True)
class Pulled:
    """The answer's bytes, and what the pull proved: (seq, head) by journal, and the pair's first use."""

    answer: bytes
    account: str
    proven: dict[str, tuple[int, int]] = field(default_factory=dict)
    first_use: Pair | None = None


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What was read for all of them."""

    connection: sa.Connection
    epoch: str
    now: datetime
    callers: dict[Pair, Known]
    standing: dict[Caller, dict[str, Standing]]
    former: dict[Caller, dict[str, Standing]]
    reached: dict[str, dict[str, int]]
    followed: dict[str, tuple[str, ...]]


class PullReader:
    """Answers a group of pulls."""

    def __init__(self, journals: Journals, tokens: Tokens, surroundings: Surroundings) -> None:
        self._journals = journals
        self._tokens = tokens
        self._clock = surroundings.clock

    def read(
        self, connection: sa.Connection, asked: Sequence[Asked]
    ) -> list[Pulled | Far | Exception]:
        """An answer for each; in its place what it needs first, or why there is none."""
        seen = self._look(connection, asked)
        return [self._answer(seen, one) for one in asked]

    def _look(self, connection: sa.Connection, asked: Sequence[Asked]) -> _Snapshot:
        now = self._clock()
        callers = known(connection, [one.said for one in asked])
        everyone = [one.caller for one in callers.values()]
        standing = access.readable_by(connection, everyone, now)
        unread: dict[Caller, set[str]] = {}
        for one in asked:
            if one.said in callers:
                who = callers[one.said].caller
                asks = one.pull.cursors.keys() - standing[who].keys()
                unread.setdefault(who, set()).update(asks)
        rows = access.journal_rows(connection, set().union(*unread.values()))
        places = [place for mine in standing.values() for place in mine.values()]
        people = {who for place in places if (who := _shared_with(place))}
        return _Snapshot(
            connection=connection,
            epoch=epochs.current(connection),
            now=now,
            callers=callers,
            standing=standing,
            former=access.standings_of(connection, unread, now, rows) if rows else {},
            reached=reached.of(connection, places),
            followed=coordinators_of(connection, people, now),
        )

    def _answer(self, seen: _Snapshot, one: Asked) -> Pulled | Far | Exception:
        who = seen.callers.get(one.said)
        if who is None:
            return Refusal(problems.SIGNED_OUT)
        caller, pull = who.caller, one.pull
        standing = seen.standing[caller]
        first_use = one.said if who.is_first_use else None
        gone = self._gone(seen, caller, pull)
        if pull.epoch is not None and pull.epoch != seen.epoch:
            rebase = epochs.agreed(seen.connection, pull.epoch, list(standing))
            raw = pull_json.answer(seen.epoch, seen.now, gone=gone, rebase=rebase)
            return Pulled(raw, caller.account, first_use=first_use)
        if one.pictures is None and (far := _far(standing, pull)):
            return Far(far)
        proven = reached.proven(caller, standing, pull.cursors, seen.reached)
        plans, more = plan_page(standing, pull, one.pictures or {})
        entries, cut = self._entries(seen.connection, plans)
        pages = [
            pull_json.journal_page(
                plan.standing.journal,
                plan.standing.head,
                picture=plan.picture,
                entries=entries.get(plan.id, ()),
                reached=_with_mine(seen.reached.get(plan.id, {}), caller, proven.get(plan.id)),
                coordinators=seen.followed.get(_shared_with(plan.standing), ()),
            )
            for plan in plans
        ]
        raw = pull_json.answer(seen.epoch, seen.now, pages=pages, gone=gone, more=more or cut)
        marks = {id_: (seq, standing[id_].head) for id_, seq in proven.items()}
        return Pulled(raw, caller.account, marks, first_use)

    def _gone(self, seen: _Snapshot, caller: Caller, pull: Pull) -> tuple[Gone, ...]:
        former = seen.former.get(caller, {})
        asked = former.keys() & pull.cursors.keys()
        if not asked:
            return ()
        key = self._tokens.leave_key(caller.account, caller.device)
        return tuple(
            Gone(journal=id_, reason=one.state, proof=leave_proof(key, id_, one.state))
            for id_, one in sorted(former.items())
            if id_ in asked and one.state != access.OPEN
        )

    def _entries(
        self, connection: sa.Connection, plans: list[Plan]
    ) -> tuple[dict[str, list[bytes]], bool]:
        """The planned entries, and whether some were left for the next page to keep this one small."""
        found: dict[str, list[bytes]] = {}
        room = MAX_PAGE_BYTES - sum(len(p.picture.picture) for p in plans if p.picture)
        for group in groups(plans):
            if room <= 0 and found:
                return found, True
            for journal, entries in self._journals.read_raw(connection, group).items():
                room -= sum(map(len, entries))
                found.setdefault(journal, []).extend(entries)
        return found, False


def _far(standing: dict[str, Standing], pull: Pull) -> dict[str, int]:
    if pull.fold_version != FOLD_VERSION or pull.heads_only:
        return {}
    return {
        id_: one.head
        for id_, one in standing.items()
        if one.head > LONG and pull.cursors.get(id_, 0) <= 0
    }


def _with_mine(reached_: dict[str, int], caller: Caller, proven: int | None) -> dict[str, int]:
    return reached_ if proven is None else {**reached_, caller.account: proven}


def _shared_with(standing: Standing) -> str:
    """The participant whose shared journal it is; empty for any other journal."""
    journal = standing.journal
    return journal.participant or "" if journal.role == SHARED else ""
