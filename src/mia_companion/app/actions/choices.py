"""What the person chooses for this device, and refused entries."""

from contextlib import suppress
from dataclasses import replace

from mia_companion.app.actions.outcome import Recorder
from mia_companion.store.errors import StoreError


class ChoiceActions(Recorder):
    """Kept in the store, beside the account."""

    def language(self, tag: str) -> None:
        """Read the app in this language, from now on."""
        self._keep("language", tag)

    def theme(self, theme: str) -> None:
        """light, dark or system."""
        self._keep("theme", theme)

    def discard(self, entry_id: str) -> None:
        """Take away an entry that the server refused."""
        self._companion.store.outbox.discard(entry_id)
        self._companion.outbox_changed()

    def seen_mended(self) -> None:
        """The person has read that the store was mended."""
        self._companion.show(was_mended=False)

    def seen_damaged(self) -> None:
        """The person has read that something is broken; the next opening mends it."""
        self._companion.show(is_damaged=False)

    def _keep(self, name: str, value: str) -> None:
        with suppress(StoreError):  # it holds until the app closes; nothing recorded is lost
            self._companion.store.kept.set(name, value)
        choices = replace(self._companion.view.choices, **{name: value})
        self._companion.show(choices=choices)
