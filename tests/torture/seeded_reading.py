"""Faults in what is read: cursors, pages, pictures, the epoch."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

import pytest

from mia_companion.app.pictures import Pictures
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.store.journals import Journals
from mia_companion.sync.client import Client
from mia_companion.sync.engine import Engine
from mia_companion.wire.sync import Pull, PullAnswer
from tests.torture.people import PICTURES, RESTORES, SMALL_PAGES
from tests.torture.seeding import Faults

FAULTS = Faults()
fault = FAULTS.add


@fault("the cursor moves in a transaction before the page's")
def _cursor_first(patch: pytest.MonkeyPatch) -> None:
    add = Journals.add

    def first(
        self: Journals, held: Any, entries: Iterable[Confirmed], *rest: Any, **more: Any
    ) -> None:
        entries = tuple(entries)
        if entries:
            add(self, held, (), *rest, **more)
            cursor, at = (
                self.cursors()[held.info.id],
                "UPDATE journals SET cursor = ? WHERE journal = ?",
            )
            with self._database.transaction() as db:
                db.execute(at, (entries[-1].seq, held.info.id))
            with self._database.transaction() as db:
                db.execute(at, (cursor, held.info.id))
        add(self, held, entries, *rest, **more)

    patch.setattr(Journals, "add", first)


@fault("a page with a gap is taken", PICTURES)
def _gap_taken(patch: pytest.MonkeyPatch) -> None:
    add = Journals.add

    def taken(self: Journals, held: Any, entries: Any, picture: Any = None, **more: Any) -> None:
        first = next(iter(entries), None)
        if picture is None and first and first.seq > self.cursors().get(held.info.id, 0) + 1:
            picture = replace(EMPTY, seq=first.seq - 1)
        add(self, held, entries, picture, **more)

    patch.setattr(Journals, "add", taken)


@fault("what was refused stays on the screen")
def _refused_shown(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Pictures, "read_outbox", lambda self, waiting: None)


@fault("a journal is asked for from another one's cursor")
def _wrong_cursor(patch: pytest.MonkeyPatch) -> None:
    pull = Client.pull

    async def pulled(self: Client, asked: Pull) -> PullAnswer:
        seqs = list(asked.cursors.values())
        turned = dict(zip(asked.cursors, seqs[1:] + seqs[:1], strict=True))
        return await pull(self, asked.model_copy(update={"cursors": turned}))

    patch.setattr(Client, "pull", pulled)


@fault("a page that comes twice is folded twice")
def _folded_twice(patch: pytest.MonkeyPatch) -> None:
    take = Pictures.take

    def taken(self: Pictures, held: Any, entries: Any, picture: Any) -> None:
        before = self._confirmed.get(held.info.id)
        if before is not None and entries and entries[0].seq <= before.seq:
            self._confirmed[held.info.id] = replace(before, seq=entries[0].seq - 1)
        take(self, held, entries, picture)

    patch.setattr(Pictures, "take", taken)


@fault("what comes is folded on top of what waits")
def _on_top(patch: pytest.MonkeyPatch) -> None:
    take = Pictures.take

    def taken(self: Pictures, held: Any, entries: Any, picture: Any) -> None:
        id_ = held.info.id
        shown, waits = self.shown.get(id_, EMPTY), any(w.entry.journal == id_ for w in self.waiting)
        take(self, held, entries, picture)
        if waits and entries:
            whole = fold(replace(shown, seq=entries[0].seq - 1), entries)
            self.shown = {**self.shown, id_: whole}

    patch.setattr(Pictures, "take", taken)


@fault("what waits is not folded again when a page comes")
def _not_again(patch: pytest.MonkeyPatch) -> None:
    take = Pictures.take

    def taken(self: Pictures, held: Any, entries: Any, picture: Any) -> None:
        take(self, held, entries, picture)
        self.shown = {**self.shown, held.info.id: self._confirmed[held.info.id]}

    patch.setattr(Pictures, "take", taken)


@fault("a picture is saved under the seq before its own")
def _saved_short(patch: pytest.MonkeyPatch) -> None:
    save = Journals.save_picture
    patch.setattr(
        Journals,
        "save_picture",
        lambda self, journal, picture, **more: save(
            self, journal, replace(picture, seq=picture.seq - 1), **more
        ),
    )


@fault("pulling stops although there is more", SMALL_PAGES)
def _one_page(patch: pytest.MonkeyPatch) -> None:
    pull_page = Engine._pull_page

    async def once(self: Engine, only: Collection[str] | None) -> tuple[bool, bool]:
        await pull_page(self, only)
        return False, False

    patch.setattr(Engine, "_pull_page", once)


@fault("the server's new epoch is taken, and nothing is brought back", RESTORES)
def _epoch_ignored(patch: pytest.MonkeyPatch) -> None:
    pull = Client.pull

    async def pulled(self: Client, asked: Pull) -> PullAnswer:
        return (await pull(self, asked)).model_copy(update={"rebase": None})

    patch.setattr(Client, "pull", pulled)
