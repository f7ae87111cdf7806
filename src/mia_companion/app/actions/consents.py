"""Consents: given and taken back by the participant alone."""

from datetime import date

from mia_companion.app.actions.outcome import (
    NO_CATEGORY,
    SAME_PARTY,
    Outcome,
    Recorder,
    checked,
    clean,
)
from mia_companion.domain import rights
from mia_companion.domain.consents import ConsentGiven, ConsentWithdrawn
from mia_companion.domain.words import MAX_SHORT


class ConsentActions(Recorder):
    """In the shared journal: the coordinator sees at once what may be passed on, and what no longer."""

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
        purpose = clean(purpose)
        if problem := checked(purpose, MAX_SHORT):
            return Outcome(problem=problem)
        if not categories:
            return Outcome(problem=NO_CATEGORY)
        if from_party == to_party:
            return Outcome(problem=SAME_PARTY)
        return self._record_once(
            self._shared,
            item,
            lambda new: ConsentGiven(
                consent_id=new,
                from_party=from_party,
                to_party=to_party,
                categories=categories,
                purpose=purpose,
                valid_from=valid_from,
                valid_until=valid_until,
                language=language,
                text_version=text_version,
            ),
        )

    def withdraw(self, consent_id: str) -> Outcome:
        """Take a consent back. It counts at once, and for everyone from the server's next answer on."""
        done = self._record(
            self._shared, consent_id, lambda: ConsentWithdrawn(consent_id=consent_id)
        )
        return done.for_good()  # to give it again is to give it anew

    @property
    def _shared(self) -> str | None:
        return self._companion.view.journal(rights.SHARED)
