"""What is said of each entry that comes in, before it is stored.

too large · malformed · not the caller's ─▶ refused       known kind, allowed ─▶ accepted
unknown kind ─▶ held                                      access ended ─▶ quarantine, refused
passed on without a consent that covers it, of all that stands before it ─▶ refused
grave, by staff who have not just shown who they are ─▶ refused

Held is also what claims to have read, in the present epoch, what nobody has written yet: a withdrawal
that comes later must never count as seen. Either it is a lie, or this database was restored unnoticed
(see `epochs`) and takes the entry when it knows. A `based_on` of another epoch proves nothing here, and
the fold takes it for 0; so does one that was returned under its receipt.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from mia_companion.domain.entries import MAX_BODY_BYTES, Confirmed, Entry
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.domain.rights import knows, may_say
from mia_companion.server import access, quarantine
from mia_companion.server.access import Caller, Standing
from mia_companion.server.calling import Known
from mia_companion.server.coverage import Coverage, any_passed_on
from mia_companion.server.journals import Journals, Stored
from mia_companion.server.login.freshness import too_stale
from mia_companion.server.pictures import Pictures
from mia_companion.server.receipts import Receipts
from mia_companion.server.rows import same_entry
from mia_companion.wire import problems
from mia_companion.wire.sync import Accepted, Held, Push, Refused

log = logging.getLogger("mia_companion.server")

Answer = Accepted | Held | Refused


@dataclass(frozen=True, slots=True)
class Place:
    """What was read for a whole group under its journals' locks; `heads` and `stored` are kept up with it."""

    epoch: str
    now: datetime
    heads: dict[str, int]
    stored: dict[str, Stored]
    standings: dict[Caller, dict[str, Standing]]


class Judge:
    """Gives each entry its answer, or None where it is to be stored."""

    def __init__(self, journals: Journals, receipts: Receipts, pictures: Pictures) -> None:
        self._journals = journals
        self._receipts = receipts
        self._pictures = pictures

    def returned(
        self, one: Confirmed, standing: dict[str, Standing], known: set[str]
    ) -> Answer | None:
        """Of an entry that a restored server lacks; `known` are the epochs in which it gave receipts."""
        if (why := _closed(standing.get(one.entry.journal))) is not None:
            return Refused(id=one.entry.id, reason=why)
        if one.epoch not in known or not self._receipts.holds(one):
            return Refused(id=one.entry.id, reason=problems.RECEIPT_WRONG)
        return None

    def new(
        self,
        connection: sa.Connection,
        known: Known,
        push: Push,
        returned: Sequence[Answer | None],
        at: Place,
    ) -> list[Answer | None]:
        """Of the entries of a push; what comes too late is put in quarantine.

        `returned` is what was said of those that it returns: they are stored before these.
        """
        standing = at.standings[known.caller]
        coverage = self._coverage(connection, push, returned, at)
        judged: list[Answer | None] = []
        for entry in push.entries:
            answer = self._of_new(connection, known, entry, standing.get(entry.journal), at)
            if coverage is not None and answer is None and entry.id not in at.stored:
                if coverage.lacks(entry):
                    answer = Refused(id=entry.id, reason=problems.NO_CONSENT)
                else:
                    coverage.follow(entry)
            judged.append(answer)
        for reason in sorted({one.reason for one in judged if isinstance(one, Refused)}):
            log.warning("entry refused", extra={"reason": reason})
        return judged

    def _coverage(
        self,
        connection: sa.Connection,
        push: Push,
        returned: Sequence[Answer | None],
        at: Place,
    ) -> Coverage | None:
        """Only where something is passed on; the rest pays nothing for it."""
        if not any_passed_on(push.entries):
            return None
        coverage = Coverage(
            connection,
            self._pictures,
            self._journals,
            heads=at.heads,
            epoch=at.epoch,
            now=at.now,
        )
        for one, answer in zip(push.returned, returned, strict=True):
            if answer is None and one.entry.id not in at.stored:
                coverage.follow(one.entry)
        return coverage

    def _of_new(
        self,
        connection: sa.Connection,
        known: Known,
        entry: Entry,
        place: Standing | None,
        at: Place,
    ) -> Answer | None:
        """Of one of them, as far as it can be said without what it stands beside."""
        if not access.is_plain(entry.id):
            return Refused(id=entry.id, reason=problems.ENTRY_MALFORMED)
        if entry.author != known.caller.account or entry.device not in known.devices:
            return Refused(id=entry.id, reason=problems.NOT_YOURS)
        found = at.stored.get(entry.id)
        if found and place and place.state != access.ERASED:
            same = same_entry(found[0], entry, self._journals.sealer(entry.journal))
            return found[1] if same else Refused(id=entry.id, reason=problems.ID_TAKEN)
        if (why := _closed(place)) is not None:
            if why == problems.ACCESS_ENDED and not _too_large(entry):
                quarantine.keep(connection, self._journals, entry, at.now)
            return Refused(id=entry.id, reason=why)
        return _unfit(entry, known.caller, place, at)


def _unfit(entry: Entry, caller: Caller, place: Standing | None, at: Place) -> Answer | None:
    """Why an entry for a journal that is open to its author is not stored as it is, if so."""
    if _too_large(entry):
        return Refused(id=entry.id, reason=problems.ENTRY_TOO_LARGE)
    try:
        kind = entry.kind
    except RecursionError:  # brackets in brackets, thousands deep
        kind = ""
    if not kind:
        return Refused(id=entry.id, reason=problems.ENTRY_MALFORMED)
    read_ahead = place and entry.epoch == at.epoch and entry.based_on > place.head
    if read_ahead or not knows(kind):
        return Held(id=entry.id)
    if (fact := read_fact(entry.body)) is None:
        return Refused(id=entry.id, reason=problems.ENTRY_MALFORMED)
    why = _may_not(caller, place, fact, at.now)
    return Refused(id=entry.id, reason=why) if why else None


def _may_not(caller: Caller, place: Standing | None, fact: Fact, now: datetime) -> str:
    if place is None or not may_say(caller.role, place.journal.role, fact):
        return problems.NOT_ALLOWED
    return problems.SIGN_IN_AGAIN if too_stale(caller, fact.kind, now) else ""


def _closed(place: Standing | None) -> str | None:
    if place is None:
        return problems.NOT_YOURS
    return None if place.state == access.OPEN else place.state


def _too_large(entry: Entry) -> bool:
    return len(entry.body.encode()) > MAX_BODY_BYTES
