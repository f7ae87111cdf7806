"""Interventions, as a participant's coordinators note them."""

from dataclasses import dataclass
from datetime import date, timedelta

from mia_companion.app.actions.outcome import Outcome, Recorder, clean, too_long
from mia_companion.app.actions.support import DAY_FAR, END_EARLY, NO_DAY, NO_SORT, far
from mia_companion.domain import rights
from mia_companion.domain.interventions import (
    Intervention,
    InterventionBegun,
    InterventionEnded,
)
from mia_companion.domain.words import MAX_LONG
from mia_companion.wire.problems import NOT_FOUND

_PLANNED = timedelta(days=3660)
"""So far ahead a last day may be planned."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An intervention as a form says it; a day is None while it is not one."""

    sort: str
    first_day: date | None
    last_day: date | None = None
    words: str = ""
    party: str = ""


class InterventionActions(Recorder):
    """A coordinator's verbs. What stands so already is not written again."""

    def intervene(self, said: Planned, participant: str, *, today: date, item: str) -> Outcome:
        """An intervention begins; `item` is its id, made by the form."""
        made = _made(said, today)
        if isinstance(made, str):
            return Outcome(problem=made)
        return self._record_once(
            self._journal(participant),
            item,
            lambda new: made.model_copy(update={"intervention_id": new}),
        )

    def change_intervention(
        self, one: Intervention, said: Planned, participant: str, *, today: date
    ) -> Outcome:
        """The same intervention, said anew. Its end stays as it was said."""
        made = _made(said, today)
        if isinstance(made, str):
            return Outcome(problem=made)
        if one.ended is not None and one.ended.last_day < made.first_day:
            return Outcome(problem=END_EARLY)
        anew = made.model_copy(update={"intervention_id": one.id})
        if one.fact == anew:
            return Outcome(item=one.id)
        return self._record(self._journal(participant), one.id, lambda: anew)

    def end_intervention(
        self,
        one: Intervention,
        day: date | None,
        participant: str,
        *,
        words: str = "",
        today: date,
    ) -> Outcome:
        """Its last day. Said again, it is said anew."""
        words = clean(words)
        if day is None or (problem := far(day, today)):
            return Outcome(problem=NO_DAY if day is None else problem)
        if one.fact is None:
            return Outcome(problem=NOT_FOUND)
        if day < one.fact.first_day:
            return Outcome(problem=END_EARLY)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        fact = InterventionEnded(intervention_id=one.id, last_day=day, words=words)
        shared = self._companion.view.plan(participant).shared
        if shared.interventions.get(one.id, one).ended == fact:
            return Outcome(item=one.id)
        return self._record(self._journal(participant), one.id, lambda: fact)

    def _journal(self, participant: str) -> str | None:
        return self._companion.view.journal(rights.SHARED, participant)


def _made(said: Planned, today: date) -> InterventionBegun | str:
    """The fact, under an id to be replaced, or the problem's name."""
    words = clean(said.words)
    if not said.sort:
        return NO_SORT
    if said.first_day is None:
        return NO_DAY
    if problem := far(said.first_day, today) or too_long(words, MAX_LONG):
        return problem
    if said.last_day is not None and said.last_day < said.first_day:
        return END_EARLY
    if said.last_day is not None and said.last_day - today > _PLANNED:
        return DAY_FAR
    return InterventionBegun(
        intervention_id="new",
        sort=said.sort,
        words=words,
        party=said.party or None,
        first_day=said.first_day,
        last_day=said.last_day,
    )
