"""Faults in the engine, one at a time, each with the sort of life in which it must be caught.

What is broken is the real code, at the smallest place; a name that is not there any more fails the test.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from mia_companion.app import pictures as app_pictures
from mia_companion.app.pictures import Pictures
from mia_companion.domain.consents import fold_given, fold_withdrawn
from mia_companion.domain.entries import By, Confirmed, Entry
from mia_companion.domain.facts import read_fact
from mia_companion.domain.fold import FOLDERS, fold
from mia_companion.domain.picture import EMPTY
from mia_companion.store import database
from mia_companion.store.journals import Journals
from mia_companion.store.outbox import HELD, REFUSED, SENT, WAITING, Outbox, Waiting
from mia_companion.sync.client import Client
from mia_companion.sync.engine import Engine
from mia_companion.wire.sync import Pull, PullAnswer, PushAnswer
from tests.torture.people import PICTURES, PLAIN, RESTORES, SMALL_PAGES

Seed = Callable[[pytest.MonkeyPatch], None]


class Fault(NamedTuple):
    """One."""

    what: str
    style: str
    seed: Seed


FAULTS: list[Fault] = []


def fault(what: str, style: str = PLAIN) -> Callable[[Seed], Seed]:
    """Put it on the list."""

    def kept(seed: Seed) -> Seed:
        FAULTS.append(Fault(what, style, seed))
        return seed

    return kept


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


@fault("a row leaves the outbox before it is acknowledged")
def _removed_early(patch: pytest.MonkeyPatch) -> None:
    to_send = Outbox.to_send

    def removed(self: Outbox, limit: int) -> list[Waiting]:
        found = to_send(self, limit)
        if limit > 1:
            with self._database.transaction() as db:
                self.remove(db, [one.entry.id for one in found])
        return found

    patch.setattr(Outbox, "to_send", removed)


@fault("a row leaves the outbox when it is acknowledged, before it is pulled")
def _removed_when_sent(patch: pytest.MonkeyPatch) -> None:
    _marking(patch, lambda states: [id_ for state, _, id_ in states if state == SENT])


@fault("what is held leaves the outbox")
def _held_dropped(patch: pytest.MonkeyPatch) -> None:
    _marking(patch, lambda states: [id_ for state, _, id_ in states if state == HELD])


def _marking(
    patch: pytest.MonkeyPatch, gone: Callable[[list[tuple[str, str, str]]], list[str]]
) -> None:
    mark = Outbox.mark

    def marked(self: Outbox, answers: list[tuple[str, str, str]]) -> None:
        mark(self, answers)
        with self._database.transaction() as db:
            self.remove(db, gone(answers))

    patch.setattr(Outbox, "mark", marked)


@fault("all that waits counts as sent, also what was written while the push was on its way")
def _lost_in_flight(patch: pytest.MonkeyPatch) -> None:
    mark = Outbox.mark

    def marked(self: Outbox, answers: list[tuple[str, str, str]]) -> None:
        mark(self, answers)
        sql = "UPDATE outbox SET state = ?, reason = '9999' WHERE state = ?"
        self._database.write(sql, SENT, WAITING)

    patch.setattr(Outbox, "mark", marked)


@fault("a page with a gap is taken", PICTURES)
def _gap_taken(patch: pytest.MonkeyPatch) -> None:
    add = Journals.add

    def taken(self: Journals, held: Any, entries: Any, picture: Any = None, **more: Any) -> None:
        first = next(iter(entries), None)
        if picture is None and first and first.seq > self.cursors().get(held.info.id, 0) + 1:
            picture = replace(EMPTY, seq=first.seq - 1)
        add(self, held, entries, picture, **more)

    patch.setattr(Journals, "add", taken)


@fault("a device folds in the order of its authors' clocks")
def _by_clock(patch: pytest.MonkeyPatch) -> None:
    def folded(picture: Any, said: Iterable[Entry | Confirmed]) -> Any:
        said = list(said)
        confirmed = [one for one in said if isinstance(one, Confirmed)]
        seqs = [one.seq for one in confirmed]
        confirmed.sort(key=lambda one: one.entry.happened_at)
        said[: len(seqs)] = [
            one.model_copy(update={"seq": seq}) for one, seq in zip(confirmed, seqs, strict=True)
        ]
        return fold(picture, said)

    patch.setattr(app_pictures, "fold", folded)


@fault("what waits is sent in the order of its ids, that is by the clock")
def _sent_by_clock(patch: pytest.MonkeyPatch) -> None:
    to_send = Outbox.to_send
    patch.setattr(
        Outbox,
        "to_send",
        lambda self, limit: sorted(to_send(self, 99), key=lambda one: one.entry.id)[:limit],
    )


@fault("who had seen what is asked of the clock")
def _seen_by_clock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(By, "had_seen", lambda self, other: other.at <= self.at)


@fault("a consent counts although its author had not seen the withdrawal")
def _seen_ignored(patch: pytest.MonkeyPatch) -> None:
    def given(consents: Any, by: By, fact: Any) -> None:
        fold_given(consents, by.model_copy(update={"based_on": 10**6}), fact)

    patch.setitem(FOLDERS, "ConsentGiven", ("consents", given))


@fault("a withdrawal counts only for a consent that is there")
def _early_withdrawal(patch: pytest.MonkeyPatch) -> None:
    def withdrawn(consents: Any, by: By, fact: Any) -> None:
        if (held := consents.get(fact.consent_id)) is not None and held.given is not None:
            fold_withdrawn(consents, by, fact)

    patch.setitem(FOLDERS, "ConsentWithdrawn", ("consents", withdrawn))


def _whichever_revision(patch: pytest.MonkeyPatch, kind: str) -> None:
    name, folder = FOLDERS[kind]

    def folded(appointments: Any, by: By, fact: Any) -> None:
        if held := appointments.get(fact.appointment_id):
            folder(appointments, by, fact.model_copy(update={"revision": held.now.id}))

    patch.setitem(FOLDERS, kind, (name, folded))


@fault("a confirmation counts for whatever revision stands")
def _confirms_any(patch: pytest.MonkeyPatch) -> None:
    _whichever_revision(patch, "AppointmentConfirmed")


@fault("a move of an outdated revision moves")
def _moves_any(patch: pytest.MonkeyPatch) -> None:
    _whichever_revision(patch, "AppointmentMoved")


@fault("anybody takes back what another said")
def _undo_of_anothers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(By, "wrote", lambda self, entry, author: self.entry == entry)


@fault("what is sent again is encoded anew")
def _encoded_anew(patch: pytest.MonkeyPatch) -> None:
    to_send, sent = Outbox.to_send, set[str]()

    def again(self: Outbox, limit: int) -> list[Waiting]:
        found = to_send(self, limit)
        if limit == 1:
            return found
        anew = [_spaced(one) if one.entry.id in sent else one for one in found]
        sent.update(one.entry.id for one in found)
        return anew

    patch.setattr(Outbox, "to_send", again)


def _spaced(one: Waiting) -> Waiting:
    said = one.entry.model_copy(update={"body": json.dumps(json.loads(one.entry.body))})
    return one.model_copy(update={"raw": said.model_dump_json().encode()})


@fault("answers are matched by their place in the answer")
def _by_place(patch: pytest.MonkeyPatch) -> None:
    push = Client.push

    async def pushed(self: Client, body: bytes) -> PushAnswer:
        answer = await push(self, body)
        ids = [one.get("entry", one)["id"] for one in next(iter(_lists(body)))]
        results = [
            one.model_copy(update={"id": id_})
            for one, id_ in zip(answer.results, ids, strict=False)
        ]
        return answer.model_copy(update={"results": tuple(results)})

    patch.setattr(Client, "push", pushed)


def _lists(body: bytes) -> list[list[dict[str, Any]]]:
    return [one for one in json.loads(body).values() if isinstance(one, list)]


@fault("one that was refused blocks those behind it")
def _blocked(patch: pytest.MonkeyPatch) -> None:
    to_send = Outbox.to_send

    def blocked(self: Outbox, limit: int) -> list[Waiting]:
        return [] if any(w.state == REFUSED for w in self.all()) else to_send(self, limit)

    patch.setattr(Outbox, "to_send", blocked)


@fault("what was refused stays on the screen")
def _refused_shown(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Pictures, "read_outbox", lambda self, waiting: None)


@fault("what was held is never sent again")
def _held_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "retry_held", lambda self: None)


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

    async def once(self: Engine) -> bool:
        await pull_page(self)
        return False

    patch.setattr(Engine, "_pull_page", once)


@fault("an entry claims to have read one more than its device had")
def _reads_ahead(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        Pictures, "seq", lambda self, journal: self._confirmed.get(journal, EMPTY).seq + 1
    )


@fault("what this version does not know is not kept")
def _unknown_dropped(patch: pytest.MonkeyPatch) -> None:
    add = Journals.add

    def known(self: Journals, held: Any, entries: Any, *rest: Any, **more: Any) -> None:
        add(self, held, [e for e in entries if read_fact(e.entry.body) is not None], *rest, **more)

    patch.setattr(Journals, "add", known)


@fault("a browser's outbox is in memory alone")
def _outbox_in_memory(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(database, "CONFIRMED_TABLES", (*database.CONFIRMED_TABLES, "outbox"))


@fault("a picture leaves in the outbox what it already has", PICTURES)
def _left_as_sent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "leave_read", lambda self, cursors: False)


@fault("the server's new epoch is taken, and nothing is brought back", RESTORES)
def _epoch_ignored(patch: pytest.MonkeyPatch) -> None:
    pull = Client.pull

    async def pulled(self: Client, asked: Pull) -> PullAnswer:
        return (await pull(self, asked)).model_copy(update={"rebase": None})

    patch.setattr(Client, "pull", pulled)


@fault("what a restored server lacks is forgotten", RESTORES)
def _not_given_back(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "give_back", lambda self, db, confirmed: None)


@fault("what was sent, and lost by the server before it was pulled, is not sent again", RESTORES)
def _not_resent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "resend", lambda self, db: None)


@fault("new entries go to a restored server before what they were written on", RESTORES)
def _new_first(patch: pytest.MonkeyPatch) -> None:
    push = Client.push
    patch.setattr(
        Client,
        "push",
        lambda self, body: push(self, re.sub(rb'"epoch":"[^"]*",', b"", body, count=1)),
    )
