"""Half-written words and forms. A draft is never an entry and never leaves the device."""

from mia_companion.app.actions.outcome import Recorder, typed
from mia_companion.store.errors import StoreError


class DraftActions(Recorder):
    """By place, such as `message:<participant>` or `step:new`. An empty draft is taken away."""

    def read(self, place: str) -> str:
        """What was half written there."""
        try:
            return self._companion.store.drafts.get(place)
        except StoreError:
            return ""

    def keep(self, place: str, words: str) -> None:
        """Keep it. On a full disk it stays on the screen alone."""
        try:
            self._companion.store.drafts.set(place, typed(words))
        except StoreError:
            return

    def new_id(self) -> str:
        """An id for what a form will make, so that saving it twice makes it once."""
        return self._companion.ids.new()
