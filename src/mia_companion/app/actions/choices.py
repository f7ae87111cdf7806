"""What the person chooses for this device, and refused entries."""

from contextlib import suppress
from dataclasses import replace

from mia_companion.app.actions.outcome import Recorder
from mia_companion.app.choices import HIDDEN, YES
from mia_companion.domain import rights
from mia_companion.domain.people import LanguageChosen
from mia_companion.store.errors import StoreError

_ENDINGS = 40
"""So many words about consents that end are remembered as read."""


class ChoiceActions(Recorder):
    """Kept in the store, beside the account."""

    def language(self, tag: str) -> None:
        """Read the app in this language, from now on; who follows, and reminders, speak it too."""
        self._keep("language", tag)
        self.say_language()

    def say_language(self) -> None:
        """Write down what the participant reads where the journal says otherwise."""
        view = self._companion.view
        chosen = view.choices.language
        known = view.picture(rights.SHARED).profile.language
        if (
            view.role == rights.PARTICIPANT
            and not view.waits_for_words
            and chosen not in ("", known)
        ):
            journal = view.journal(rights.SHARED)
            self._record(journal, "", lambda: LanguageChosen(language=chosen))

    def theme(self, theme: str) -> None:
        """light, dark or system."""
        self._keep("theme", theme)

    def text_size(self, size: str) -> None:
        """One of `TEXT_SIZES`."""
        self._keep("text_size", size)

    def one_thing(self, on: bool) -> None:
        """Show one thing at a time, for days with little energy."""
        self._switch("one_thing", on)

    def read_aloud(self, on: bool) -> None:
        """Offer to read each screen aloud."""
        self._switch("read_aloud", on)

    def share_checkins(self, on: bool) -> None:
        """Let the coordinator see how one is, from now on."""
        self._switch("share_checkins", on)

    def hide(self, hidden: bool = True) -> None:
        """Everything behind a clock, at once; or back. Kept across a restart."""
        with suppress(StoreError):
            self._companion.store.kept.set(HIDDEN, YES if hidden else "")
        self._companion.show(hidden=hidden)

    def discreet(self, on: bool) -> None:
        """A name that says nothing, and a first screen with nobody's name, until it is opened."""
        self._switch("discreet", on)

    def lock_after(self, minutes: str) -> None:
        """Lock the app when it has been out of sight for so long: one of `LOCK_AFTER`."""
        self._keep("lock_after", minutes)

    def notices(self, on: bool) -> None:
        """Show reminders outside the app on this device, for whoever is signed in now."""
        account = self._companion.view.account
        self._keep("notices", account.id if on and account else "")

    def times_as(self, way: str) -> None:
        """Show appointments as list or week."""
        self._keep("times_as", way)

    def seen_handover(self, handover_id: str) -> None:
        """The person has read who their coordinator is now."""
        self._keep("handover_seen", handover_id)

    def seen_ending(self, name: str) -> None:
        """The person has read that word about a consent that ends. The last few are kept."""
        seen = [*self._companion.view.choices.endings_seen.split(), name]
        self._keep("endings_seen", " ".join(seen[-_ENDINGS:]))

    def discard(self, entry_id: str, *, to_write_again: bool = False) -> None:
        """Take away an entry that the server refused, with what it named unless that is for a new one."""
        self._companion.store.outbox.discard(entry_id, to_write_again=to_write_again)
        self._companion.outbox_changed()

    def seen_mended(self) -> None:
        """The person has read that the store was mended."""
        self._companion.show(was_mended=False)

    def seen_damaged(self) -> None:
        """The person has read that something is broken; the next opening mends it."""
        self._companion.show(is_damaged=False)

    def seen_left_unsent(self) -> None:
        """The person has read where what they had not sent is now."""
        self._keep("left_unsent", "")

    def _switch(self, name: str, on: bool) -> None:
        self._keep(name, YES if on else "")

    def _keep(self, name: str, value: str) -> None:
        with suppress(StoreError):  # it holds until the app closes; nothing recorded is lost
            self._companion.store.kept.set(name, value)
        choices = replace(self._companion.view.choices, **{name: value})
        self._companion.show(choices=choices)
