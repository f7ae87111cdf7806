"""Messages, drafts and notes."""

from mia_companion.app.actions.outcome import Outcome, Recorder, checked, clean, typed
from mia_companion.domain import rights
from mia_companion.domain.messages import GENERAL, MessageWritten, ThreadReadUpTo, read_key
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.words import MAX_LONG
from mia_companion.store.errors import StoreError


class MessageActions(Recorder):
    """`participant` is whose thread it is; left out, one's own."""

    def write(
        self, words: str, *, thread: str = GENERAL, participant: str | None = None
    ) -> Outcome:
        """Write in the thread."""
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        new = self._companion.ids.new()
        return self._record(
            self._companion.view.journal(rights.SHARED, participant),
            new,
            lambda: MessageWritten(message_id=new, thread_id=thread, words=words),
        )

    def mark_read(self, *, thread: str = GENERAL, participant: str | None = None) -> None:
        """Everything shown in the thread has been read. One mark, and only when something is new."""
        view = self._companion.view
        account = view.account
        plan = view.plan(participant)
        if account is None or not plan.unread(account.id, thread):
            return
        seen = max(m.by.seq or 0 for m in plan.thread(thread))
        if plan.shared.reads.get(read_key(account.id, thread), 0) < seen:
            self._record(
                view.journal(rights.SHARED, participant),
                thread,
                lambda: ThreadReadUpTo(thread_id=thread, seq=seen),
            )

    def note(self, words: str, participant: str) -> Outcome:
        """A note among the person's coordinators, which the person does not see."""
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        new = self._companion.ids.new()
        return self._record(
            self._companion.view.journal(rights.TEAM, participant),
            new,
            lambda: NoteWritten(note_id=new, words=words),
        )

    def draft(self, place: str) -> str:
        """The half-written words of a place, such as `message:<participant>` or `step:new`."""
        try:
            return self._companion.store.drafts.get(place)
        except StoreError:
            return ""

    def keep_draft(self, place: str, words: str) -> None:
        """Keep half-written words. A draft is never an entry and never leaves the device."""
        try:
            self._companion.store.drafts.set(place, typed(words))
        except StoreError:
            return
