"""Reads what many pulls ask for, in one snapshot, with a statement for all of them where one will do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from mia_companion.domain.picture import FOLD_VERSION
from mia_companion.domain.rights import SHARED
from mia_companion.server import access, epochs, pull_json, reached
from mia_companion.server.access import Caller, Standing
from mia_companion.server.calling import Known, known, refusal_of
from mia_companion.server.journals import Journals
from mia_companion.server.pages import groups, plan_page
from mia_companion.server.people import coordinators_of
from mia_companion.server.pictures import LONG
from mia_companion.server.pulled import Asked, Draft, Far, Pulled
from mia_companion.server.reading import Span
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Pair, Tokens
from mia_companion.wire.leave import leave_proof
from mia_companion.wire.sync import Gone, Pull

MAX_PAGE_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What was read for all of them."""

    connection: sa.Connection
    epoch: str
    now: datetime
    callers: dict[Pair, Known]
    standing: dict[Caller, dict[str, Standing]]
    named: dict[Caller, dict[str, Standing]]
    reached: dict[str, dict[str, int]]
    followed: dict[str, tuple[str, ...]]

    def of(self, caller: Caller, only: tuple[str, ...] | None) -> dict[str, Standing]:
        """What the caller may read, all of it or of those journals."""
        if only is None:
            return self.standing[caller]
        named = self.named.get(caller, {})
        return {id_: named[id_] for id_ in only if id_ in named and named[id_].state == access.OPEN}


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
        drafts = [self._draft(seen, one) for one in asked]
        few = [span for one in drafts if isinstance(one, Draft) for span in one.few]
        read = self._journals.read_raw(connection, few)
        return [self._written(seen, one, read) if isinstance(one, Draft) else one for one in drafts]

    def _look(self, connection: sa.Connection, asked: Sequence[Asked]) -> _Snapshot:
        now, epoch = self._clock(), epochs.current(connection)
        callers = known(connection, [one.said for one in asked])
        who = [(callers[one.said].caller, one) for one in asked if one.said in callers]
        whole = [caller for caller, one in who if one.only(epoch) is None]
        standing = access.readable_by(connection, whole, now) if whole else {}
        named: dict[Caller, set[str]] = {}
        for caller, one in who:
            only = one.only(epoch)
            asks = only if only is not None else one.pull.cursors.keys() - standing[caller].keys()
            named.setdefault(caller, set()).update(asks)
        rows = access.journal_rows(connection, set().union(*named.values()))
        by_name = access.standings_of(connection, named, now, rows) if rows else {}
        places = [
            p for some in (standing, by_name) for mine in some.values() for p in mine.values()
        ]
        people = {participant for p in places if (participant := _shared_with(p))}
        return _Snapshot(
            connection=connection,
            epoch=epoch,
            now=now,
            callers=callers,
            standing=standing,
            named=by_name,
            reached=reached.of(connection, places),
            followed=coordinators_of(connection, people, now),
        )

    def _draft(self, seen: _Snapshot, one: Asked) -> Draft | Pulled | Far | Exception:
        who = seen.callers.get(one.said)
        if who is None:
            return refusal_of(seen.connection, one.said)
        caller, pull = who.caller, one.pull
        standing = seen.of(caller, one.only(seen.epoch))
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
        marks = {id_: (seq, standing[id_].head) for id_, seq in proven.items()}
        behind = _heads_behind(pull, standing)
        return Draft(caller, plans, groups(plans), gone, marks, first_use, more, behind)

    def _written(self, seen: _Snapshot, draft: Draft, read: Mapping[Span, list[bytes]]) -> Pulled:
        entries, cut = self._entries(seen.connection, draft, read)
        me = draft.caller.account
        pages, given = [], []
        for plan in draft.plans:
            if (plan.picture or entries.get(plan.id)) and _shared_with(plan.standing):
                given.append(plan.id)
            reached_ = seen.reached.get(plan.id, {})
            if plan.id in draft.proven:
                reached_ = {**reached_, me: draft.proven[plan.id][0]}
            pages.append(
                pull_json.journal_page(
                    plan.standing.journal,
                    plan.standing.head,
                    picture=plan.picture,
                    entries=entries.get(plan.id, ()),
                    reached=reached_,
                    coordinators=seen.followed.get(_shared_with(plan.standing), ()),
                )
            )
        raw = pull_json.answer(
            seen.epoch,
            seen.now,
            pages=pages,
            gone=draft.gone,
            rebase=draft.behind,
            more=draft.more or cut,
        )
        looked = (draft.caller, tuple(given)) if given else None
        return Pulled(raw, me, draft.proven, draft.first_use, looked)

    def _gone(self, seen: _Snapshot, caller: Caller, pull: Pull) -> tuple[Gone, ...]:
        former = seen.named.get(caller, {})
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
        self, connection: sa.Connection, draft: Draft, read: Mapping[Span, list[bytes]]
    ) -> tuple[dict[str, list[bytes]], bool]:
        """The planned entries, and whether some were left for the next page to keep this one small."""
        found: dict[str, list[bytes]] = {}
        room = MAX_PAGE_BYTES - sum(len(p.picture.picture) for p in draft.plans if p.picture)
        for group in draft.spans:
            if room <= 0 and found:
                return found, True
            if draft.few:
                came = {span: read[span] for span in group}
            else:
                came = self._journals.read_raw(connection, group)
            for (journal, _, _), entries in came.items():
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


def _heads_behind(pull: Pull, standing: dict[str, Standing]) -> dict[str, int] | None:
    """The heads, when a cursor lies beyond its own: see `epochs`."""
    if pull.epoch is None or all(pull.cursors.get(j, 0) <= one.head for j, one in standing.items()):
        return None
    return {j: one.head for j, one in standing.items()}


def _shared_with(standing: Standing) -> str:
    """The participant whose shared journal it is; empty for any other journal."""
    journal = standing.journal
    return journal.participant or "" if journal.role == SHARED else ""
