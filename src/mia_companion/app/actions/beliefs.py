"""A coordinator's own belief, noted where nobody else reads it."""

from mia_companion.app.actions.outcome import Outcome, Recorder, clean, too_long
from mia_companion.app.actions.support import NO_LEVEL
from mia_companion.domain import rights
from mia_companion.domain.beliefs import BELIEFS, BeliefNoted
from mia_companion.domain.words import MAX_LONG


class BeliefActions(Recorder):
    """One verb; what was noted stays, and the next answer stands beside it."""

    def note(self, level: int, participant: str, *, words: str = "", item: str) -> Outcome:
        """Note one's own belief, where nobody else reads it; `item` is its id, made by the form."""
        words = clean(words)
        if level not in BELIEFS:
            return Outcome(problem=NO_LEVEL)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        return self._record_once(
            self._companion.view.journal(rights.OWN, participant),
            item,
            lambda new: BeliefNoted(belief_id=new, level=level, words=words),
        )
