"""Whether the audit is as it was written, and if not, which line and what befell it.

own MAC holds under another number     lines before were taken out, put in, or changed places
own MAC holds under none               changed, or made up
own holds, the chain's does not        a line from another past, or its MAC was changed
a number is missing                    taken out
the anchor's line is missing           cut off the end
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.audit import Noted
from mia_companion.server.auditing.anchor import AnchorBroken, Head
from mia_companion.server.auditing.chain import Chain, link, own_mac
from mia_companion.server.auditing.explaining import Finding, as_put_in, told
from mia_companion.server.columns import Row
from mia_companion.server.schema import audit

_PAGE = 2_000
_NEAR = 64
"""How far from its place a line is looked for, besides where others have been found."""


@dataclass(slots=True)
class Verified:
    """The newest line that is there, and all that is wrong, oldest first."""

    head: Head = field(default_factory=Head)
    findings: list[Finding] = field(default_factory=list)


async def verify(connection: AsyncConnection, chain: Chain) -> Verified:
    """Looks at every line; changes nothing. Others may go on writing."""
    wrong: list[Finding] = []
    try:
        at = chain.anchor.read()  # before the lines: what is written meanwhile only adds to them
    except AnchorBroken:
        at, wrong = None, [Finding("anchor-changed")]
    else:
        if at is None:
            wrong = [Finding("anchor-missing")]
    look = _Looking(chain.key, at)
    async for row in rows_of(connection):
        look.at(row)
    found = look.end()
    return Verified(found.head, [*found.findings, *wrong])


async def rows_of(connection: AsyncConnection) -> AsyncIterator[Row]:
    """Every line in order, a page at a time."""
    a, after = audit.c, -(2**62)
    while True:
        chosen = sa.select(audit).where(a.number > after).order_by(a.number).limit(_PAGE)
        rows = (await connection.execute(chosen)).all()
        for row in rows:
            yield row
        if len(rows) < _PAGE:
            return
        after = rows[-1].number


class _Looking:
    """One pass over the lines in order; keeps only those that are wrong."""

    def __init__(self, key: bytes, anchor: Head | None) -> None:
        self._key = key
        self._anchor = anchor
        self._before = Head()
        self._state: Literal["sound", "forked", "lost"] = "sound"
        """Of the line before: whether its MAC is that of the chain, of another past, or of nothing."""
        self._wrong: dict[int, int | None] = {}
        """The number that a line was written under, by the one that it has; None where there is none."""
        self._shift = 0
        self._gaps: list[Finding] = []
        self._forks: list[Finding] = []
        self._anchored = anchor is None or anchor.number <= 0

    def at(self, row: Row) -> None:
        """The next line."""
        number = row.number
        if number > self._before.number + 1:
            self._gaps.append(Finding("removed", self._before.number + 1, number - 1))
            self._state = "lost"
        mac = str(row.mac)
        if not self._written_under(row, number):
            self._wrong[number] = self._written_number(row)
            self._state = "lost"
        else:
            follows = link(self._key, self._before.mac, row.own) == mac
            # After a line of another past: one that follows it is of that past too.
            is_wrong = (self._state == "sound") is not follows and self._state != "lost"
            if is_wrong:
                self._forks.append(Finding("changed", number, number))
            self._state = "forked" if is_wrong else "sound"
        if self._anchor is not None and mac == self._anchor.mac:
            self._anchored = True
        self._before = Head(number, mac)

    def end(self) -> Verified:
        """What has been found."""
        found = [*self._gaps, *self._forks, *told(self._wrong, self._before.number)]
        if self._anchor is not None and not self._anchored:
            if self._anchor.number > self._before.number:
                found.append(Finding("truncated", self._before.number + 1, self._anchor.number))
            elif not any(one.first <= self._anchor.number <= one.last for one in found):
                found.append(Finding("changed", self._anchor.number, self._anchor.number))
        if self._anchor is not None and self._anchor.number >= 0:
            found = [as_put_in(one, self._anchor.number) for one in found]
        return Verified(self._before, sorted(found, key=lambda one: (one.first, one.last)))

    def _written_under(self, row: Row, number: int) -> bool:
        said = Noted(row.at, row.account, row.what, row.subject)
        return bool(own_mac(self._key, number, said) == row.own)

    def _written_number(self, row: Row) -> int | None:
        """Where else it might belong: as far off as the one before it, then nearby."""
        number = int(row.number)
        near = (number + way * far for far in range(1, _NEAR + 1) for way in (1, -1))
        for there in (number + self._shift, *near):
            if there > 0 and self._written_under(row, there):
                self._shift = there - number
                return there
        return None
