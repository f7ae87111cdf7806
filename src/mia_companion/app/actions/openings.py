"""Who has opened whose pages: written down by the coordinator's app, asked about by the participant's."""

from datetime import date

from mia_companion.app.actions.outcome import Recorder
from mia_companion.app.covering import covered_by_me
from mia_companion.domain import rights
from mia_companion.domain.openings import PersonOpened, was_opened
from mia_companion.sync.errors import SyncError
from mia_companion.wire.opened import Opened


class OpeningActions(Recorder):
    """No tap of its own: a page that is shown has been opened."""

    def note(self, participant: str, part: str, today: date) -> None:
        """Write down, once a day, that the coordinator opened that part. `today` is the site's day.

        Also without a network. What cannot be written is asked for again at the next opening.
        """
        view = self._companion.view
        journal = view.journal(rights.SHARED, participant)
        if not view.is_coordinator or view.account is None or journal is None:
            return
        openings = view.plan(participant).shared.openings
        if was_opened(openings, today, view.account.id, part):
            return
        away = covered_by_me(view, participant, today)
        self._record(
            journal,
            participant,
            lambda: PersonOpened(part=part, day=today, in_place_of=away),
        )

    async def asked(self) -> Opened | str:
        """What the server knows of who looked at one's own pages, or a problem's name."""
        try:
            return await self._companion.client.opened()
        except SyncError as wrong:
            return wrong.name
