"""Each line of the audit bears two MACs, under a key that the database does not hold:

    own    over the line and its number            a line that was changed, made up or moved is found
    mac    over its own and the mac before         one from another past does not fit between its neighbours

Lines are written last in their transaction, under a lock of their own, so that several writers make one
chain and never wait for each other in a circle. Numbers have no gap.

    first start ─▶ old lines chained, anchored ─▶ each transaction: written, committed, anchor moved
                                                       │
                        restored database ─────────────┴─▶ `audit-restored`, which says how far it once was
"""

import logging
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from mia_companion.domain.rights import SERVER
from mia_companion.server.audit import Noted
from mia_companion.server.auditing.anchor import Anchor, AnchorBroken, Head
from mia_companion.server.instants import microseconds
from mia_companion.server.macs import mac
from mia_companion.server.schema import audit

CHAINED = "audit-chained"
"""So many lines stood here before there was a chain; nothing says whether they are all."""
RESTORED = "audit-restored"
"""The database was restored from a backup. Its subject is the number of the newest line before that."""

AUDIT_LOCK = 0x4D4943
"""PostgreSQL's advisory lock: the last one that any transaction takes."""

log = logging.getLogger("mia_companion.server.audit")

_a = audit.c


class Chain:
    """Writes lines; the database calls it at the end of each transaction that has noted any."""

    def __init__(self, key: bytes, anchor: Anchor) -> None:
        self.key = key
        self.anchor = anchor
        self._anew = False

    def begin(self, connection: sa.Connection, at: datetime, *, restored: bool) -> list[Noted]:
        """At start: what there is to note about the chain itself. Old lines are chained here."""
        anchor = self._read()
        head, chained = head_of(connection), _is_chained(connection)
        noted = []
        if anchor is None and not chained:
            self.anchor.put(Head())
        is_first = not chained and (anchor is None or anchor.number == 0 or restored)
        if is_first and head.number:
            count = self._chain_old(connection)
            noted.append(Noted(at, SERVER, CHAINED, str(count)))
        if anchor is not None and anchor.number and not _holds(connection, anchor, head):
            self._anew = restored or _is_told(connection, anchor)
            if restored:
                noted.append(Noted(at, SERVER, RESTORED, str(anchor.number)))
        if anchor is None and chained and restored:  # on another machine, without the file
            self._anew = True
            noted.append(Noted(at, SERVER, RESTORED, "unknown"))
        if self._anew and not noted:
            self.anchor.put(head)
            self._anew = False
        return noted

    def write(self, connection: sa.Connection, noted: Sequence[Noted]) -> Head | None:
        """Give the lines their places. Gives the new head, or None where the anchor must stay: what it
        names is not there any more."""
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(AUDIT_LOCK)))
        before = head_of(connection)
        anchor = self._read()
        held = self._anew or (anchor is not None and _holds(connection, anchor, before))
        rows = []
        for place, one in enumerate(noted, before.number + 1):
            own = own_mac(self.key, place, one)
            after = Head(place, link(self.key, before.mac, own))
            rows.append(
                {
                    "number": place,
                    "at": one.at,
                    "account": one.account,
                    "what": one.what,
                    "subject": one.subject,
                    "own": own,
                    "mac": after.mac,
                }
            )
            before = after
        connection.execute(sa.insert(audit), rows)
        return before if held else None

    def committed(self, head: Head | None) -> None:
        """After the commit: the anchor moves. What fails here is caught up by the next line."""
        if head is None:
            log.error("audit-broken")
            return
        try:
            if self._anew:
                self.anchor.put(head)
                self._anew = False
            else:
                self.anchor.move(head)
        except (OSError, AnchorBroken):
            log.exception("audit-anchor-failed")

    def _read(self) -> Head | None:
        try:
            return self.anchor.read()
        except AnchorBroken:
            return Head(-1)  # holds nothing; verification says why

    def _chain_old(self, connection: sa.Connection) -> int:
        """In their order, with numbers that have no gap: PostgreSQL had left some out."""
        count, before = 0, ""
        columns = (_a.number, _a.at, _a.account, _a.what, _a.subject)
        for row in connection.execute(sa.select(*columns).order_by(_a.number)).all():
            count += 1
            own = own_mac(self.key, count, Noted(row.at, row.account, row.what, row.subject))
            before = link(self.key, before, own)
            values = {"number": count, "own": own, "mac": before}
            connection.execute(sa.update(audit).where(_a.number == row.number).values(values))
        return count


def own_mac(key: bytes, number: int, one: Noted) -> str:
    """Over one line in its place."""
    at = str(microseconds(one.at))
    return mac(key, "line", str(number), at, one.account, one.what, one.subject).hex()


def link(key: bytes, before: str, own: str) -> str:
    """Over a line and all before it."""
    return mac(key, "chain", before, own).hex()


def head_of(connection: sa.Connection) -> Head:
    """The newest line."""
    newest = sa.select(_a.number, _a.mac).order_by(_a.number.desc()).limit(1)
    row = connection.execute(newest).first()
    return Head() if row is None else Head(row.number, row.mac)


def _is_chained(connection: sa.Connection) -> bool:
    return connection.scalar(sa.select(_a.number).where(_a.mac != "").limit(1)) is not None


def _holds(connection: sa.Connection, anchor: Head, head: Head) -> bool:
    """Whether the line that the anchor names is there."""
    if anchor.number <= 0 or anchor.number >= head.number:
        return anchor.number == 0 or anchor == head
    return connection.scalar(sa.select(_a.mac).where(_a.number == anchor.number)) == anchor.mac


def _is_told(connection: sa.Connection, anchor: Head) -> bool:
    """Whether a start that was broken off has said already that the database was restored."""
    told = (_a.what == RESTORED) & (_a.subject == str(anchor.number))
    return connection.scalar(sa.select(_a.number).where(told).limit(1)) is not None
