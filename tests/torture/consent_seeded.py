"""Faults in what keeps a disclosure within its consent, one at a time."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

import pytest

from mia_companion.domain import consents, disclosures, needed
from mia_companion.domain.consents import Consent
from mia_companion.domain.entries import By
from mia_companion.domain.fold import FOLDERS
from mia_companion.server import coverage
from mia_companion.server.coverage import Coverage

Seed = Callable[[pytest.MonkeyPatch], None]


def _anything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Coverage, "lacks", lambda *_: False)


def _batch_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Coverage, "follow", lambda *_: None)


def _only_what_looks_like_it(patch: pytest.MonkeyPatch) -> None:
    really = coverage.passed_on
    patch.setattr(coverage, "passed_on", lambda body: really(body) if "PassedOn" in body else None)


def _yesterday(patch: pytest.MonkeyPatch) -> None:
    covers = disclosures.covers
    patch.setattr(
        coverage,
        "covers",
        lambda consent, fact, day: covers(consent, fact, day - timedelta(days=1)),
    )


def _any_party(patch: pytest.MonkeyPatch) -> None:
    def covers(self: Consent, to_party: str, categories: Collection[str], day: date) -> bool:
        given = self.given
        return (
            given is not None and self.counts_on(day) and set(categories) <= set(given.categories)
        )

    patch.setattr(Consent, "covers", covers)


def _one_category_is_enough(patch: pytest.MonkeyPatch) -> None:
    def covers(self: Consent, to_party: str, categories: Collection[str], day: date) -> bool:
        given = self.given
        return (
            given is not None
            and self.counts_on(day)
            and given.to_party == to_party
            and bool(set(categories) & set(given.categories))
        )

    patch.setattr(Consent, "covers", covers)


def _given_again_unseen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(By, "had_seen", lambda self, other: True)


def _taken_down_over_another(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(consents, "IN_APP", "on_paper")


def _withdrawal_of_another_device(patch: pytest.MonkeyPatch) -> None:
    fold_withdrawn = consents.fold_withdrawn

    def folded(held: consents.Consents, by: By, fact: consents.ConsentWithdrawn) -> None:
        one = held.get(fact.consent_id)
        if one is None or one.given_by is None or one.given_by.device == by.device:
            fold_withdrawn(held, by, fact)

    patch.setitem(FOLDERS, "ConsentWithdrawn", ("consents", folded))


def _health_is_plan(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(needed._AREAS, "health", frozenset())


def _cares_times_are_times(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(needed, "of_times_details", lambda party: frozenset({"times"}))


def _sheet_unread(patch: pytest.MonkeyPatch) -> None:
    def covers(consent: Consent | None, fact: disclosures.PassedOn, day: date) -> bool:
        return consent is not None and consent.covers(fact.to_party, fact.categories, day)

    patch.setattr(coverage, "covers", covers)


CONSENT_FAULTS: dict[str, Seed] = {
    "nothing is held to a consent": _anything,
    "what stands before it in the same push is not looked at": _batch_forgotten,
    "only what looks like a disclosure is one": _only_what_looks_like_it,
    "given again without having seen the withdrawal counts": _given_again_unseen,
    "days are a day off": _yesterday,
    "any party may be told": _any_party,
    "one kind of information of several is enough": _one_category_is_enough,
    "a yes that was taken down counts over what is there": _taken_down_over_another,
    "a withdrawal from another device does not count": _withdrawal_of_another_device,
    "a goal about health is any goal": _health_is_plan,
    "a time in health care is any time": _cares_times_are_times,
    "what the sheet holds is not read": _sheet_unread,
}
