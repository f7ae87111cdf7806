"""Whether somebody's identity is protected: said by a coordinator, and seen by the person too."""

from mia_companion.app.actions.outcome import Outcome, Recorder
from mia_companion.domain import rights
from mia_companion.domain.people import ME, IdentityProtected


class ProtectionActions(Recorder):
    """In the shared journal, so that every device that may name the person knows it at once."""

    def protect(self, participant: str, on: bool) -> Outcome:
        """From now on the name and the places stay with the person's own coordinators; or no longer."""
        return self._record(
            self._companion.view.journal(rights.SHARED, participant),
            ME,
            lambda: IdentityProtected(protected=on),
        ).for_good()
