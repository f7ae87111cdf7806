"""Start, finish and follow-up of a participant, as their coordinators note them."""

from datetime import date, timedelta

from mia_companion.app.actions.outcome import Outcome, Recorder, clean, too_long
from mia_companion.domain import rights
from mia_companion.domain.enrolments import (
    Enrolment,
    EnrolmentBegun,
    EnrolmentFinished,
    FollowedUp,
    Said,
    under_way,
)
from mia_companion.domain.facts import Fact
from mia_companion.domain.picture import Picture
from mia_companion.domain.words import MAX_LONG
from mia_companion.wire.problems import NOT_FOUND

NO_DAY, DAY_FAR, NOT_YET = "no-day", "day-far", "not-yet"
FINISH_EARLY, END_EARLY, FOLLOW_UP_EARLY = "finish-early", "end-early", "follow-up-early"
BEGUN_ALREADY, NO_RESULT, NO_SORT, NO_LEVEL = "begun-already", "no-result", "no-sort", "no-level"
"""Problems that stop an action before anything is written; what was filled in stays."""

_AHEAD, _BEHIND = timedelta(days=366), timedelta(days=3660)
"""How far from today a day may lie: what is farther is a slip of the finger."""


class SupportActions(Recorder):
    """A coordinator's verbs. What stands so already is not written again."""

    def begin(self, day: date | None, participant: str, *, today: date, item: str) -> Outcome:
        """The participant began on that day; `item` is the new enrolment's id, made by the form."""
        stands = under_way(self._shared(participant).enrolments)
        if stands is not None and not stands.id == item == self._last.item:
            return Outcome(problem=BEGUN_ALREADY)
        if day is None or (problem := far(day, today)):
            return Outcome(problem=NO_DAY if day is None else problem)
        return self._record_once(
            self._journal(participant),
            item,
            lambda new: EnrolmentBegun(enrolment_id=new, day=day),
        )

    def change_start(
        self, one: Enrolment, day: date | None, participant: str, *, today: date
    ) -> Outcome:
        """The same start, on another day."""
        if day is None or (problem := far(day, today)):
            return Outcome(problem=NO_DAY if day is None else problem)
        if one.finish is not None and day > one.finish.day:
            return Outcome(problem=FINISH_EARLY)
        if one.start is not None and one.start.day == day:
            return Outcome(item=one.id)
        return self._say(one.id, EnrolmentBegun(enrolment_id=one.id, day=day), participant)

    def finish(
        self,
        one: Enrolment,
        day: date | None,
        result: str,
        participant: str,
        *,
        words: str = "",
        today: date,
    ) -> Outcome:
        """It ended on that day with that result. Said again, it is said anew."""
        words = clean(words)
        if day is None or (problem := far(day, today)):
            return Outcome(problem=NO_DAY if day is None else problem)
        if one.start is None:
            return Outcome(problem=NOT_FOUND)
        if day < one.start.day:
            return Outcome(problem=FINISH_EARLY)
        if problem := _result(result, words):
            return Outcome(problem=problem)
        if _is_said(self._enrolment(one, participant).finish, day, result, words):
            return Outcome(item=one.id)
        fact = EnrolmentFinished(enrolment_id=one.id, day=day, result=result, words=words)
        return self._say(one.id, fact, participant)

    def follow_up(
        self,
        one: Enrolment,
        day: date | None,
        result: str,
        participant: str,
        *,
        words: str = "",
        today: date,
    ) -> Outcome:
        """How it was when one asked on that day, or that nobody could be reached."""
        words = clean(words)
        if day is None or one.finish is None:
            return Outcome(problem=NO_DAY if day is None else NOT_FOUND)
        if day > today:
            return Outcome(problem=NOT_YET)
        if day < one.finish.day:
            return Outcome(problem=FOLLOW_UP_EARLY)
        if problem := _result(result, words):
            return Outcome(problem=problem)
        if _is_said(self._enrolment(one, participant).follow_up, day, result, words):
            return Outcome(item=one.id)
        fact = FollowedUp(enrolment_id=one.id, day=day, result=result, words=words)
        return self._say(one.id, fact, participant)

    def _shared(self, participant: str) -> Picture:
        return self._companion.view.plan(participant).shared

    def _enrolment(self, one: Enrolment, participant: str) -> Enrolment:
        return self._shared(participant).enrolments.get(one.id, one)

    def _journal(self, participant: str) -> str | None:
        return self._companion.view.journal(rights.SHARED, participant)

    def _say(self, item: str, fact: Fact, participant: str) -> Outcome:
        return self._record(self._journal(participant), item, lambda: fact)


def far(day: date, today: date) -> str:
    """Why a day cannot be meant, or an empty string."""
    return "" if today - _BEHIND <= day <= today + _AHEAD else DAY_FAR


def _result(result: str, words: str) -> str:
    return NO_RESULT if not result else too_long(words, MAX_LONG)


def _is_said(stands: Said | None, day: date, result: str, words: str) -> bool:
    said = (day, result, words)
    return stands is not None and (stands.day, stands.result, stands.words) == said
