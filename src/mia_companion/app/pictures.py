"""The folded journals in memory: what is confirmed, and what waits folded on top of it.

saved ──fold(what came since)──▶ confirmed ──fold(outbox)──▶ shown
  ▲                                  │
  └──── shelved, when it has grown ──┘
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.openings import is_trace
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.shelving import shelve
from mia_companion.store.errors import StoreBroken, StoreFull
from mia_companion.store.journals import Held
from mia_companion.store.outbox import REFUSED, Waiting
from mia_companion.store.store import Store

_GROWN = 50
"""Entries folded since a picture was shelved and saved, after which that is worth its write."""


class Pictures:
    """Kept in step with one store by whoever calls the methods, after each durable change."""

    def __init__(self) -> None:
        self._store: Store
        self._confirmed: dict[str, Picture] = {}
        self._saved: dict[str, int] = {}
        self._generations: dict[str, int] = {}
        self._waiting: tuple[Waiting, ...] = ()
        self.given_back: tuple[Waiting, ...] = ()
        self.journals: Mapping[str, Held] = {}
        self.shown: Mapping[str, Picture] = {}

    def load(self, store: Store) -> None:
        """Read everything: saved pictures and the entries after them. Raises StoreBroken."""
        self._store, journals = store, store.journals
        self.journals = journals.known()
        self._confirmed = {journal: journals.picture(journal) for journal in self.journals}
        self._generations = {one: journals.generation(one) for one in self.journals}
        self._saved = {one: picture.seq for one, picture in self._confirmed.items()}
        for journal, cursor in journals.cursors().items():
            saved = self._confirmed[journal]
            picture = fold(saved, journals.entries(journal, after=saved.seq))
            if picture.seq != cursor:
                raise StoreBroken("entries: the last ones are not here")
            self._confirmed[journal] = picture
        self._waiting = tuple(store.outbox.all())
        self.given_back = tuple(store.outbox.given_back())
        touched = self._confirmed.keys() | {w.entry.journal for w in self._on_top()}
        self.shown = {journal: self._lay(journal) for journal in touched}

    def keep(self) -> None:
        """Shelve and save what has grown since it was saved last. What is shown says the same."""
        for journal, picture in self._confirmed.items():
            if picture.seq - self._saved.get(journal, 0) < _GROWN:
                continue
            kept = shelve(picture)
            with suppress(StoreFull):  # it can always be folded again
                generation = self._generations.get(journal)
                kept = self._store.journals.save_picture(journal, kept, generation=generation)
            self._confirmed[journal], self._saved[journal] = kept, kept.seq
            self.shown = {**self.shown, journal: self._lay(journal)}

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

    def take(self, held: Held, entries: Sequence[Confirmed], picture: Picture | None) -> None:
        """A page came: fold it beneath what waits."""
        journal = held.info.id
        before = self._confirmed.get(journal, EMPTY)
        if picture is not None and picture.seq > before.seq:
            before = picture
            self._saved[journal] = before.seq
        if entries and entries[0].seq > before.seq + 1:  # one before could not be folded
            entries = list(self._store.journals.entries(journal, after=before.seq))
        self._generations.setdefault(journal, self._store.journals.generation(journal))
        self._confirmed[journal] = fold(before, entries)
        came = {one.entry.id for one in entries}
        self._waiting = tuple(w for w in self._waiting if w.entry.id not in came)
        self.given_back = tuple(w for w in self.given_back if w.entry.id not in came)
        self.shown = {**self.shown, journal: self._lay(journal)}
        self.journals = {**self.journals, journal: held}

    def read_outbox(self) -> None:
        """The outbox has other states; where something was refused, the picture loses it. A trace that was
        refused has nobody's words, and goes: the server kept what it needs of it."""
        before = {w.entry.id for w in self._on_top()}
        every = self._store.outbox.all()
        refused = [w for w in every if w.state == REFUSED and is_trace(w.entry.body)]
        for one in refused:
            self._store.outbox.discard(one.entry.id)
        self._waiting = tuple(w for w in every if w not in refused) if refused else tuple(every)
        self.given_back = tuple(self._store.outbox.given_back())
        if before != {w.entry.id for w in self._on_top()}:
            self.shown = {journal: self._lay(journal) for journal in self.shown}

    def leave(self, journal: str) -> bool:
        """The journal is gone from this device. Whether something went with it that was never accepted."""
        unsent = any(w.entry.journal == journal and w.state == REFUSED for w in self._waiting)
        self._confirmed.pop(journal, None)
        self._saved.pop(journal, None)
        self._generations.pop(journal, None)
        self._waiting = tuple(w for w in self._waiting if w.entry.journal != journal)
        self.given_back = tuple(w for w in self.given_back if w.entry.journal != journal)
        self.shown = {j: p for j, p in self.shown.items() if j != journal}
        self.journals = {j: h for j, h in self.journals.items() if j != journal}
        return unsent

    def _lay(self, journal: str) -> Picture:
        on_top = [w.entry for w in self._on_top() if w.entry.journal == journal]
        return fold(self._confirmed.get(journal, EMPTY), on_top)

    def _on_top(self) -> list[Waiting]:
        return [*self.given_back, *(w for w in self._waiting if w.state != REFUSED)]
