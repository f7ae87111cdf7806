"""The folded journals in memory: what is confirmed, and what waits folded on top of it.

confirmed ──fold(outbox)──▶ shown
"""

from collections.abc import Mapping, Sequence

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.store.outbox import REFUSED, Waiting
from mia_companion.store.store import Store

_WORTH_SAVING = 200
"""Entries folded since the last saved picture before a new one is worth its write."""


class Pictures:
    """Kept in step with one store by whoever calls the methods, after each durable change."""

    def __init__(self) -> None:
        self._confirmed: dict[str, Picture] = {}
        self._waiting: tuple[Waiting, ...] = ()
        self.shown: Mapping[str, Picture] = {}

    def load(self, store: Store) -> None:
        """Read everything: saved pictures and the entries after them. May run in a thread."""
        self._confirmed = {}
        for journal in store.journals.known():
            saved = store.journals.picture(journal)
            picture = fold(saved, store.journals.entries(journal, after=saved.seq))
            if picture.seq - saved.seq >= _WORTH_SAVING:
                store.journals.save_picture(journal, picture)
            self._confirmed[journal] = picture
        self._waiting = tuple(store.outbox.all())
        touched = self._confirmed.keys() | {w.entry.journal for w in self._waiting}
        self.shown = {journal: self._lay(journal) for journal in touched}

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The outbox as last read."""
        return self._waiting

    def seq(self, journal: str) -> int:
        """How far the journal is read, for `based_on`."""
        return self._confirmed.get(journal, EMPTY).seq

    def record(self, waiting: Waiting) -> None:
        """One more entry waits."""
        journal = waiting.entry.journal
        self._waiting = (*self._waiting, waiting)
        picture = fold(self.shown.get(journal, EMPTY), (waiting.entry,))
        self.shown = {**self.shown, journal: picture}

    def take(self, journal: str, entries: Sequence[Confirmed], picture: Picture | None) -> None:
        """A page came: fold it beneath what waits."""
        before = self._confirmed.get(journal, EMPTY)
        if picture is not None and picture.seq > before.seq:
            before = picture
        self._confirmed[journal] = fold(before, entries)
        came = {one.entry.id for one in entries}
        self._waiting = tuple(w for w in self._waiting if w.entry.id not in came)
        self.shown = {**self.shown, journal: self._lay(journal)}

    def read_outbox(self, waiting: Sequence[Waiting]) -> None:
        """The outbox has other states; where something was refused, the picture loses it."""
        before = {w.entry.id for w in self._waiting if w.state != REFUSED}
        self._waiting = tuple(waiting)
        after = {w.entry.id for w in self._waiting if w.state != REFUSED}
        if before != after:
            self.shown = {journal: self._lay(journal) for journal in self.shown}

    def leave(self, journal: str) -> None:
        """The journal is gone from this device."""
        self._confirmed.pop(journal, None)
        self._waiting = tuple(w for w in self._waiting if w.entry.journal != journal)
        self.shown = {j: p for j, p in self.shown.items() if j != journal}

    def _lay(self, journal: str) -> Picture:
        on_top = [
            w.entry for w in self._waiting if w.entry.journal == journal and w.state != REFUSED
        ]
        return fold(self._confirmed.get(journal, EMPTY), on_top)
