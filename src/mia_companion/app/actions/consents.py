"""Consents: given and taken back by the participant; what they said elsewhere, a coordinator writes down."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mia_companion.app.actions.outcome import (
    NO_CATEGORY,
    SAME_PARTY,
    Outcome,
    Recorder,
    checked,
    clean,
)
from mia_companion.domain import rights
from mia_companion.domain.consents import (
    IN_APP,
    TAKEN_DOWN,
    Consent,
    ConsentConfirmed,
    ConsentGiven,
    ConsentWithdrawn,
)
from mia_companion.domain.words import MAX_SHORT

NO_WAY, NOT_YET_SAID = "no-way", "not-yet-said"
"""Nobody said how the yes was said; its day has not come."""


class ConsentActions(Recorder):
    """In the shared journal: the other side sees at once what may be passed on, and what no longer."""

    def give(
        self,
        from_party: str,
        to_party: str,
        categories: tuple[str, ...],
        *,
        purpose: str,
        valid_from: date,
        valid_until: date,
        language: str,
        text_version: str,
        item: str = "",
    ) -> Outcome:
        """Say that one party may tell another these kinds of information, for a purpose and for a time.

        `language` and `text_version` are those of the words that the person read.
        """
        said = {
            "from_party": from_party,
            "to_party": to_party,
            "categories": categories,
            "purpose": clean(purpose),
            "valid_from": valid_from,
            "valid_until": valid_until,
            "language": language,
            "text_version": text_version,
        }
        return self._give(self._shared(), said, item)

    def take_down(
        self,
        participant: str,
        said: Mapping[str, Any],
        *,
        collected: str,
        said_on: date | None,
        today: date,
        spoken: str = "",
        item: str = "",
    ) -> Outcome:
        """A coordinator writes down a yes that was said on paper or through an interpreter.

        `said` is what `give` takes; `said_on` the day of the yes; `spoken` the interpreter's language.
        """
        if collected not in TAKEN_DOWN:
            return Outcome(problem=NO_WAY)
        if said_on is None or said_on > today:
            return Outcome(problem=NOT_YET_SAID)
        more = {"collected": collected, "said_on": said_on, "spoken": spoken}
        return self._give(self._shared(participant), {**said, **more}, item)

    def _give(self, journal: str | None, said: Mapping[str, Any], item: str) -> Outcome:
        if problem := checked(said["purpose"], MAX_SHORT):
            return Outcome(problem=problem)
        if not said["categories"]:
            return Outcome(problem=NO_CATEGORY)
        if said["from_party"] == said["to_party"]:
            return Outcome(problem=SAME_PARTY)
        return self._record_once(journal, item, lambda new: ConsentGiven(consent_id=new, **said))

    def confirm(self, consent: Consent) -> Outcome:
        """What was taken down is right."""
        by = consent.given_by
        if by is None or consent.given is None or consent.given.collected == IN_APP:
            return Outcome(problem="")
        fact = ConsentConfirmed(consent_id=consent.id, entry=by.entry)
        return self._record(self._shared(), consent.id, lambda: fact).for_good()

    def withdraw(self, consent_id: str, participant: str | None = None) -> Outcome:
        """Take a consent back. It counts at once, and for everyone from the server's next answer on.

        With a `participant` a coordinator writes down that they said so.
        """
        fact = ConsentWithdrawn(consent_id=consent_id)
        done = self._record(self._shared(participant), consent_id, lambda: fact)
        return done.for_good()  # to give it again is to give it anew

    def _shared(self, participant: str | None = None) -> str | None:
        return self._companion.view.journal(rights.SHARED, participant)
