"""Consents to pass information from one party to another.

    ConsentGiven ──▶ given ──ConsentWithdrawn──▶ withdrawn ──ConsentGiven (having seen it)──▶ given
                                    │
               a ConsentGiven whose author had not seen this withdrawal counts for nothing

A withdrawal always counts, also one that comes before what it withdraws.
"""

from collections.abc import Collection, MutableMapping
from datetime import date
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Short


class ConsentGiven(Frozen):
    """The whole record: from whom, to whom, what, why, how long, in which words, and how it was taken."""

    kind: Literal["ConsentGiven"] = "ConsentGiven"
    consent_id: Id
    from_party: Id
    to_party: Id
    categories: tuple[Id, ...]
    purpose: Short
    valid_from: date
    valid_until: date
    language: Id
    text_version: Id
    collected: Id = "in_app"


class ConsentWithdrawn(Frozen):
    """The consent was taken back."""

    kind: Literal["ConsentWithdrawn"] = "ConsentWithdrawn"
    consent_id: Id


class Consent(Frozen):
    """The grant that counts, if any, every withdrawal in order, and the last grant that ever counted."""

    id: str
    given: ConsentGiven | None = None
    given_by: By | None = None
    last: ConsentGiven | None = None
    withdrawals: tuple[By, ...] = ()

    @property
    def withdrawn_by(self) -> By | None:
        """The last withdrawal."""
        return self.withdrawals[-1] if self.withdrawals else None

    def counts_on(self, day: date) -> bool:
        """Whether it covers anything on that day. Default is no."""
        given = self.given
        return given is not None and given.valid_from <= day <= given.valid_until

    def covers(self, to_party: str, categories: Collection[str], day: date) -> bool:
        """Whether all of that may be passed on to that party on that day."""
        given = self.given
        return (
            given is not None
            and self.counts_on(day)
            and given.to_party == to_party
            and set(categories) <= set(given.categories)
        )


Consents = MutableMapping[str, Consent]


def fold_given(consents: Consents, by: By, fact: ConsentGiven) -> None:
    """Counts unless a withdrawal stands before it that its author had not seen."""
    held = consents.get(fact.consent_id, Consent(id=fact.consent_id))
    if not all(by.had_seen(withdrawal) for withdrawal in held.withdrawals):
        return
    consents[held.id] = held.model_copy(update={"given": fact, "given_by": by, "last": fact})


def fold_withdrawn(consents: Consents, by: By, fact: ConsentWithdrawn) -> None:
    """Always counts."""
    held = consents.get(fact.consent_id, Consent(id=fact.consent_id))
    withdrawals = (*held.withdrawals, by)
    consents[held.id] = held.model_copy(
        update={"given": None, "given_by": None, "withdrawals": withdrawals}
    )
