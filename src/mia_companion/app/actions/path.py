"""My path: goals and milestones, suggestions, and the steps themselves."""

from datetime import date

from mia_companion.app.actions.goals import GoalActions
from mia_companion.app.actions.outcome import EMPTY, Outcome, checked, clean, too_long
from mia_companion.app.actions.suggestions import SuggestionActions
from mia_companion.domain import step_marks, steps
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.words import MAX_LONG, MAX_SHORT
from mia_companion.wire.problems import NOT_FOUND

_MARKS = {
    steps.DONE: step_marks.StepDone,
    steps.PARTLY: step_marks.StepPartlyDone,
    steps.TRIED: step_marks.StepTried,
    steps.NOT_NOW: step_marks.StepSetAside,
}


class PathActions(GoalActions, SuggestionActions):
    """A participant's verbs on My path. `private` writes where only the person's own devices read."""

    def plan_step(
        self,
        words: str,
        *,
        goal_id: str | None = None,
        day: date | None = None,
        repeats: tuple[int, ...] = (),
        private: bool = False,
        item: str = "",
    ) -> Outcome:
        """Plan a small step, under a goal or on its own; `repeats` are ISO weekdays."""
        words = clean(words)
        if problem := checked(words, MAX_SHORT):
            return Outcome(problem=problem)
        private = private or (goal_id is not None and self._plan.is_private(goal_id))
        return self._record_once(
            self._journal(private),
            item,
            lambda new: steps.StepPlanned(
                step_id=new, words=words, goal_id=goal_id, day=day, repeats=repeats
            ),
        )

    def reword_step(self, step_id: str, words: str) -> Outcome:
        """Say a step in other words."""
        words = clean(words)
        if problem := checked(words, MAX_SHORT):
            return Outcome(problem=problem)
        return self._record(
            self._where(step_id), step_id, lambda: steps.StepReworded(step_id=step_id, words=words)
        )

    def reschedule_step(
        self, step_id: str, *, day: date | None = None, repeats: tuple[int, ...] = ()
    ) -> Outcome:
        """Another day, other weekdays, or no special day. What was marked stays."""
        return self._record(
            self._where(step_id),
            step_id,
            lambda: steps.StepRescheduled(step_id=step_id, day=day, repeats=repeats),
        )

    def record_good(
        self,
        words: str,
        *,
        note: str = "",
        private: bool = False,
        attachments: tuple[BlobRef, ...] = (),
        item: str = "",
    ) -> Outcome:
        """Something good that nobody had planned, perhaps with photos that `do.attachments` keeps."""
        words, note = clean(words), clean(note)
        if problem := checked(words, MAX_SHORT) or too_long(note, MAX_LONG):
            return Outcome(problem=problem)
        return self._record_once(
            self._journal(private),
            item,
            lambda new: steps.StepRecorded(
                step_id=new, words=words, note=note, attachments=attachments
            ),
        )

    def mark_step(
        self,
        step_id: str,
        state: str,
        *,
        note: str = "",
        day: date | None = None,
        attachments: tuple[BlobRef, ...] = (),
    ) -> Outcome:
        """Say how a step went: one of done, partly, tried, not_now. `day` is for one that repeats."""
        note = clean(note)
        if problem := too_long(note, MAX_LONG):
            return Outcome(problem=problem)
        return self._record(
            self._where(step_id),
            step_id,
            lambda: _MARKS[state](step_id=step_id, note=note, day=day, attachments=attachments),
        )

    def take_up_step(self, step_id: str) -> Outcome:
        """A step that rests is on the way again, as it stood before: each "not now" on top is taken back.

        It cannot be undone: let it rest again.
        """
        step = self._plan.step(step_id)
        done = Outcome(problem=NOT_FOUND)
        marks = step.marks if step else ()
        for mark in reversed([m for m in marks if not m.undone]):
            if mark.day is None and mark.state == steps.NOT_NOW:
                done = self.take_back(step_id, mark.by)
            elif mark.day is None or (step and step.repeats):
                break
        return done.for_good()

    def remember(self, step_id: str, words: str, attachments: tuple[BlobRef, ...] = ()) -> Outcome:
        """Keep a memory of how it went: words, photos, or both."""
        words = clean(words)
        if not words and not attachments:
            return Outcome(problem=EMPTY)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        return self._record(
            self._where(step_id),
            step_id,
            lambda: step_marks.StepRemembered(
                step_id=step_id, words=words, attachments=attachments
            ),
        )
