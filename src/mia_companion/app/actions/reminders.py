"""Reminders: chosen, turned off, and marked as seen. All in the journal that only the person reads."""

from datetime import time

from mia_companion.app.actions.outcome import Outcome, Recorder
from mia_companion.domain import rights
from mia_companion.domain.reminders import Due, ReminderSeen, ReminderSet


class ReminderActions(Recorder):
    """`item` is a step or an appointment."""

    def choose(
        self,
        item: str,
        *,
        before: tuple[int, ...] = (),
        at: time | None = None,
        eve: time | None = None,
    ) -> Outcome:
        """Be reminded so from now on, and no longer as before. See `ReminderSet`."""
        chosen = ReminderSet(item=item, before=tuple(sorted(set(before))), at=at, eve=eve)
        return self._record(self._own, item, lambda: chosen)

    def turn_off(self, item: str) -> Outcome:
        """Not at all."""
        return self.choose(item)

    def seen(self, due: Due) -> Outcome:
        """Not to be shown again for that moment, on any device. There is nothing to undo."""
        said = ReminderSeen(item=due.item, due_at=due.at)
        done = self._record(self._own, due.item, lambda: said)
        return Outcome(item=done.item, problem=done.problem)

    @property
    def _own(self) -> str | None:
        return self._companion.view.journal(rights.OWN)
