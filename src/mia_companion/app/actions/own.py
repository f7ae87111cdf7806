"""What the verbs about one's own plan share: where a thing is kept, and taking back what was said of it."""

from mia_companion.app.actions.outcome import Outcome, Recorder
from mia_companion.domain import rights
from mia_companion.domain.entries import By
from mia_companion.domain.plan import Plan


class OwnRecorder(Recorder):
    """What is said of a thing is written where the thing is: shared, or only one's own."""

    def take_back(self, item: str, said: By) -> Outcome:
        """Take back one thing that one has said of `item`, however long ago."""
        return self.undo(Outcome(item=item, entry=said.entry, journal=self._where(item) or ""))

    @property
    def _plan(self) -> Plan:
        return self._companion.view.plan()

    def _journal(self, private: bool) -> str | None:
        return self._companion.view.journal(rights.OWN if private else rights.SHARED)

    def _where(self, item: str) -> str | None:
        """The journal that has the item, or None."""
        plan = self._plan
        if plan.is_private(item):
            return self._journal(True)
        return self._journal(False) if plan.shared.has(item) else None
