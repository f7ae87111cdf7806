"""How areas of life are: said by the participant about their own, and by a coordinator beside it."""

from collections.abc import Mapping

from mia_companion.app.actions.outcome import EMPTY, Outcome, Recorder, clean, too_long
from mia_companion.domain import rights
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.words import MAX_LONG


class MovementActions(Recorder):
    """`participant` is whose life it is; left out, one's own."""

    def rate(
        self,
        levels: Mapping[str, int],
        *,
        words: str = "",
        private: bool = False,
        participant: str | None = None,
        item: str = "",
    ) -> Outcome:
        """Say how some areas are, by area; any may be left out, but not all. `item` is the form's id."""
        words = clean(words)
        if not levels:
            return Outcome(problem=EMPTY)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        role = rights.OWN if private else rights.SHARED
        return self._record_once(
            self._companion.view.journal(role, participant),
            item,
            lambda new: AreasRated(rating_id=new, levels=dict(levels), words=words),
        )
