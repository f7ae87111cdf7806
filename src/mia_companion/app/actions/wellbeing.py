"""How one is today, and a word to it."""

from mia_companion.app.actions.outcome import Outcome, Recorder, checked, clean, too_long
from mia_companion.domain import rights
from mia_companion.domain.checkins import CheckedIn, CheckInWorded
from mia_companion.domain.words import MAX_LONG


class WellbeingActions(Recorder):
    """Shared only where the person has chosen so; else in the journal that only they read."""

    def check_in(self, feeling: int, words: str = "", *, private: bool, item: str = "") -> Outcome:
        """One of `checkins.FEELINGS`, perhaps with a word."""
        words = clean(words)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        return self._record_once(
            self._journal(private),
            item,
            lambda new: CheckedIn(checkin_id=new, feeling=feeling, words=words),
        )

    def word_check_in(self, checkin_id: str, words: str) -> Outcome:
        """Put a word to a check-in, where the check-in itself is."""
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        own = self._companion.view.picture(rights.OWN)
        return self._record(
            self._journal(checkin_id in own.checkins),
            checkin_id,
            lambda: CheckInWorded(checkin_id=checkin_id, words=words),
        )

    def _journal(self, private: bool) -> str | None:
        return self._companion.view.journal(rights.OWN if private else rights.SHARED)
