"""Whether anything new could give somebody a way to be reminded by, who has none: most people never have.

Nobody's plan is folded for it. What is new of many is read in one statement.
"""

from collections.abc import Iterable, Sequence

from cryptography.exceptions import InvalidTag

from mia_companion.server.database import Database
from mia_companion.server.journals import Journals
from mia_companion.server.reading import Span
from mia_companion.server.reminders.plans import Heads

_CHANGES_THE_WAYS = ("ChannelsChosen", "Undone", "IdentityProtected", "EnrolmentBegun")
_AT_ONCE = 500
"""Entries that are read in one statement, or a few more."""


class NewlySaid:
    """Looks through what is new. Opens its own transactions."""

    def __init__(self, database: Database, journals: Journals) -> None:
        self._database = database
        self._journals = journals

    async def of(self, known: Sequence[tuple[Heads, int, int]]) -> set[str]:
        """Those of whom it does say something of that sort; with each, how far both journals were read."""
        whose = {one: heads.participant for heads, *_ in known for one in (heads.shared, heads.own)}
        found: set[str] = set()
        for spans in _pieces(span for one in known for span in _spans(*one)):
            try:
                async with self._database.reading() as connection:
                    read = await connection.run_sync(self._journals.read, spans)
            except (InvalidTag, ValueError):  # one is broken: each is looked at by itself
                found.update(whose[journal] for journal, *_ in spans)
                continue
            for journal, entries in read.items():
                said = (one.entry.body for one in entries)
                if any(kind in body for body in said for kind in _CHANGES_THE_WAYS):
                    found.add(whose[journal])
        return found


def _spans(heads: Heads, shared_seq: int, own_seq: int) -> Iterable[Span]:
    for journal, seq, head in (
        (heads.shared, shared_seq, heads.shared_head),
        (heads.own, own_seq, heads.own_head),
    ):
        after = seq if seq <= head else 0  # a restored journal is shorter
        while after < head:
            yield journal, after, min(after + _AT_ONCE, head)
            after += _AT_ONCE


def _pieces(spans: Iterable[Span]) -> Iterable[list[Span]]:
    piece: list[Span] = []
    size = 0
    for span in spans:
        piece.append(span)
        size += span[2] - span[1]
        if size >= _AT_ONCE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece
