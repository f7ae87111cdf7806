"""Consents to pass information from one party to another.

    ConsentGiven ──▶ given ──ConsentWithdrawn──▶ withdrawn ──ConsentGiven (having seen it)──▶ given
                                    │
               a ConsentGiven whose author had not seen this withdrawal counts for nothing

A withdrawal always counts, also one that comes before what it withdraws.

The participant says yes in the app. A yes on paper or through an interpreter is taken down by a coordinator,
as a consent of its own: it never changes one that is there, and gives none again that was taken back.

    ConsentGiven (taken down) ──▶ given, asked about ──ConsentConfirmed──▶ given
                                          └──────────ConsentWithdrawn──▶ withdrawn
"""

from collections.abc import Collection, Iterator, MutableMapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Short

IN_APP = "in_app"
ON_PAPER, THROUGH_INTERPRETER = "on_paper", "through_interpreter"
TAKEN_DOWN = (ON_PAPER, THROUGH_INTERPRETER)
"""How a yes that a coordinator writes down was said: signed, or said with an interpreter there."""


class ConsentGiven(Frozen):
    """The whole record: from whom, to whom, what, why, how long, in which words, and how it was taken.

    `language` is that of the text that was read; `spoken` the one into which an interpreter said it, and
    `said_on` the day of the yes, where it was taken down.
    """

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
    collected: Id = IN_APP
    said_on: date | None = None
    spoken: Annotated[str, Field(max_length=64)] = ""


class ConsentWithdrawn(Frozen):
    """The consent was taken back."""

    kind: Literal["ConsentWithdrawn"] = "ConsentWithdrawn"
    consent_id: Id


class ConsentConfirmed(Frozen):
    """What a coordinator took down in `entry` is right: the participant has seen it, and says so."""

    kind: Literal["ConsentConfirmed"] = "ConsentConfirmed"
    consent_id: Id
    entry: Id


class Consent(Frozen):
    """The grant that counts, if any, every withdrawal in order, and the last grant that ever counted.

    `last_by` wrote that; `confirmed_by` is the participant's word on one that was taken down.
    """

    id: str
    given: ConsentGiven | None = None
    given_by: By | None = None
    last: ConsentGiven | None = None
    last_by: By | None = None
    withdrawals: tuple[By, ...] = ()
    confirmed_by: By | None = None

    @property
    def withdrawn_by(self) -> By | None:
        """The last withdrawal."""
        return self.withdrawals[-1] if self.withdrawals else None

    @property
    def is_asked_about(self) -> bool:
        """Whether it was taken down for the participant, who has said nothing of it yet."""
        given = self.given
        return given is not None and given.collected != IN_APP and self.confirmed_by is None

    @property
    def words(self) -> str:
        """What it was for last."""
        return self.last.purpose if self.last else ""

    @property
    def story(self) -> Iterator[tuple[str, By, str, date | None]]:
        """What happened with it: the kind of an entry, its byline, how and on which day a yes was said that
        was taken down."""
        if self.last and self.last_by:
            how = "" if self.last.collected == IN_APP else self.last.collected
            yield "ConsentGiven", self.last_by, how, self.last.said_on
        if self.confirmed_by:
            yield "ConsentConfirmed", self.confirmed_by, "", None
        for withdrawal in self.withdrawals:
            yield "ConsentWithdrawn", withdrawal, "", None

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
    """Counts unless a withdrawal stands before it that its author had not seen; what was taken down, only
    where nothing of that id is there."""
    held = consents.get(fact.consent_id, Consent(id=fact.consent_id))
    if not all(by.had_seen(withdrawal) for withdrawal in held.withdrawals):
        return
    if fact.collected != IN_APP and (held.last is not None or held.withdrawals):
        return
    said = {"given": fact, "given_by": by, "last": fact, "last_by": by, "confirmed_by": None}
    consents[held.id] = held.model_copy(update=said)


def fold_withdrawn(consents: Consents, by: By, fact: ConsentWithdrawn) -> None:
    """Always counts."""
    held = consents.get(fact.consent_id, Consent(id=fact.consent_id))
    withdrawals = (*held.withdrawals, by)
    consents[held.id] = held.model_copy(
        update={"given": None, "given_by": None, "withdrawals": withdrawals}
    )


def fold_confirmed(consents: Consents, by: By, fact: ConsentConfirmed) -> None:
    """Counts for exactly the grant that it names, while that stands."""
    held = consents.get(fact.consent_id)
    if held is not None and held.given_by is not None and held.given_by.entry == fact.entry:
        consents[held.id] = held.model_copy(update={"confirmed_by": by})
