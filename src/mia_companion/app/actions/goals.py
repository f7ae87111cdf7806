"""Goals, and the milestones on the way to them."""

from mia_companion.app.actions.outcome import Outcome, checked, clean
from mia_companion.app.actions.own import OwnRecorder
from mia_companion.domain.goals import GoalReached, GoalRested, GoalReworded, GoalSet, GoalTakenUp
from mia_companion.domain.milestones import MilestoneReached, MilestoneReworded, MilestoneSet
from mia_companion.domain.words import MAX_SHORT


class GoalActions(OwnRecorder):
    """A participant's verbs. `private` writes where only the person's own devices read."""

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

    def reach_goal(self, goal_id: str) -> Outcome:
        """Say that one has come there."""
        return self._record(self._where(goal_id), goal_id, lambda: GoalReached(goal_id=goal_id))

    def rest_goal(self, goal_id: str) -> Outcome:
        """Let it rest. Its steps are not asked for meanwhile."""
        return self._record(self._where(goal_id), goal_id, lambda: GoalRested(goal_id=goal_id))

    def take_up_goal(self, goal_id: str) -> Outcome:
        """A goal that rested, or was reached, is on the way again."""
        return self._record(self._where(goal_id), goal_id, lambda: GoalTakenUp(goal_id=goal_id))

    def set_milestone(self, goal_id: str, words: str, *, item: str = "") -> Outcome:
        """Set a milestone, seen by those who see its goal."""
        words = clean(words)
        if problem := checked(words, MAX_SHORT):
            return Outcome(problem=problem)
        return self._record_once(
            self._where(goal_id),
            item,
            lambda new: MilestoneSet(milestone_id=new, goal_id=goal_id, words=words),
        )

    def reword_milestone(self, milestone_id: str, words: str) -> Outcome:
        """Say a milestone in other words."""
        words = clean(words)
        if problem := checked(words, MAX_SHORT):
            return Outcome(problem=problem)
        return self._record(
            self._where(milestone_id),
            milestone_id,
            lambda: MilestoneReworded(milestone_id=milestone_id, words=words),
        )

    def reach_milestone(self, milestone_id: str) -> Outcome:
        """Say that one has come there."""
        return self._record(
            self._where(milestone_id),
            milestone_id,
            lambda: MilestoneReached(milestone_id=milestone_id),
        )
