"""Faults in what is made of it: order, and who had seen what."""

from collections.abc import Iterable
from typing import Any

import pytest

from mia_companion.app import pictures as app_pictures
from mia_companion.app.pictures import Pictures
from mia_companion.domain.consents import fold_given, fold_withdrawn
from mia_companion.domain.entries import By, Confirmed, Entry
from mia_companion.domain.facts import read_fact
from mia_companion.domain.fold import FOLDERS, fold
from mia_companion.domain.picture import EMPTY
from mia_companion.store.journals import Journals
from tests.torture.seeding import Faults

FAULTS = Faults()
fault = FAULTS.add


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
