"""Goals and steps."""

from datetime import date

from mia_companion.app.actions.outcome import Outcome, Recorder, checked, clean, too_long
from mia_companion.domain import rights, step_marks, steps
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.goals import GoalReworded, GoalSet
from mia_companion.domain.plan import Plan
from mia_companion.domain.words import MAX_LONG, MAX_SHORT

_MARKS = {
    steps.DONE: step_marks.StepDone,
    steps.PARTLY: step_marks.StepPartlyDone,
    steps.TRIED: step_marks.StepTried,
    steps.NOT_NOW: step_marks.StepSetAside,
}


class PathActions(Recorder):
    """A participant's verbs on My path. `private` writes where only the person's own devices read."""

    def set_goal(self, words: str, area: str, *, private: bool = False, item: str = "") -> Outcome:
        """Set a goal in one's own words. `item` is the form's id, as in all that makes something new."""
        words = clean(words)
        if problem := checked(words, MAX_SHORT):
            return Outcome(problem=problem)
        return self._record_once(
            self._journal(private), item, lambda new: GoalSet(goal_id=new, words=words, area=area)
        )

    def reword_goal(self, goal_id: str, words: str) -> Outcome:
        """Say a goal in other words."""
        words = clean(words)
        if problem := checked(words, MAX_SHORT):
            return Outcome(problem=problem)
        return self._record(
            self._where(goal_id), goal_id, lambda: GoalReworded(goal_id=goal_id, words=words)
        )

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

    def mark_step(self, step_id: str, state: str, *, note: str = "") -> Outcome:
        """Say how a step went: one of done, partly, tried, not_now."""
        note = clean(note)
        if problem := too_long(note, MAX_LONG):
            return Outcome(problem=problem)
        return self._record(
            self._where(step_id), step_id, lambda: _MARKS[state](step_id=step_id, note=note)
        )

    @property
    def _plan(self) -> Plan:
        return self._companion.view.plan()

    def _journal(self, private: bool) -> str | None:
        return self._companion.view.journal(rights.OWN if private else rights.SHARED)

    def _where(self, item_id: str) -> str | None:
        plan = self._plan
        if plan.step(item_id) is None and plan.goal(item_id) is None:
            return None
        return self._journal(plan.is_private(item_id))
