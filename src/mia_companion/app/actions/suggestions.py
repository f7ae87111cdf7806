"""Steps that a coordinator suggests, and what the participant answers."""

from datetime import date

from mia_companion.app.actions.outcome import Outcome, checked, clean, too_long
from mia_companion.app.actions.own import OwnRecorder
from mia_companion.domain import rights
from mia_companion.domain.steps import StepPlanned
from mia_companion.domain.suggestions import StepSuggested, Suggestion, SuggestionDeclined
from mia_companion.domain.words import MAX_LONG, MAX_SHORT
from mia_companion.wire.problems import NOT_FOUND


class SuggestionActions(OwnRecorder):
    """Taking a suggestion is planning a step under its id."""

    def suggest(
        self,
        words: str,
        participant: str,
        *,
        note: str = "",
        goal_id: str | None = None,
        day: date | None = None,
        repeats: tuple[int, ...] = (),
        item: str = "",
    ) -> Outcome:
        """A coordinator suggests a step; `note` says why. `item` is the form's id."""
        words, note = clean(words), clean(note)
        if problem := checked(words, MAX_SHORT) or too_long(note, MAX_LONG):
            return Outcome(problem=problem)
        return self._record_once(
            self._companion.view.journal(rights.SHARED, participant),
            item,
            lambda new: StepSuggested(
                suggestion_id=new,
                words=words,
                note=note,
                goal_id=goal_id,
                day=day,
                repeats=repeats,
            ),
        )

    def withdraw_suggestion(self, suggestion: Suggestion, participant: str) -> Outcome:
        """The coordinator who suggested it takes it back."""
        journal = self._companion.view.journal(rights.SHARED, participant) or ""
        return self.undo(Outcome(item=suggestion.id, entry=suggestion.by.entry, journal=journal))

    def take_suggestion(self, suggestion_id: str) -> Outcome:
        """Take it as it is."""
        held = self._plan.shared.suggestions.get(suggestion_id)
        if held is None:
            return Outcome(problem=NOT_FOUND)
        return self.change_suggestion(
            suggestion_id, held.words, goal_id=held.goal_id, day=held.day, repeats=held.repeats
        )

    def change_suggestion(
        self,
        suggestion_id: str,
        words: str,
        *,
        goal_id: str | None = None,
        day: date | None = None,
        repeats: tuple[int, ...] = (),
    ) -> Outcome:
        """Take it in one's own words, on one's own day. Taken once, however often it is tapped."""
        words = clean(words)
        if problem := checked(words, MAX_SHORT):
            return Outcome(problem=problem)
        plan = self._plan
        held = plan.shared.suggestions.get(suggestion_id)
        if held is None or held.gone:
            return Outcome(problem=NOT_FOUND)
        taken = plan.shared.steps.get(suggestion_id)
        if taken is not None and not taken.gone:
            said = taken.planned_by.entry
            return Outcome(suggestion_id, said, self._journal(False) or "")
        return self._record(
            self._journal(False),
            suggestion_id,
            lambda: StepPlanned(
                step_id=suggestion_id, words=words, goal_id=goal_id, day=day, repeats=repeats
            ),
        )

    def decline_suggestion(self, suggestion_id: str) -> Outcome:
        """No. Nothing is asked, and it can be brought back."""
        return self._record(
            self._where(suggestion_id),
            suggestion_id,
            lambda: SuggestionDeclined(suggestion_id=suggestion_id),
        )
