"""Messages and notes."""

from mia_companion.app.actions.outcome import Outcome, Recorder, checked, clean
from mia_companion.domain import rights
from mia_companion.domain.messages import GENERAL, MessageWritten, ThreadReadUpTo, read_key
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.words import MAX_LONG


class MessageActions(Recorder):
    """`participant` is whose thread it is; left out, one's own."""

    def write(
        self,
        words: str,
        *,
        thread: str = GENERAL,
        participant: str | None = None,
        item: str = "",
    ) -> Outcome:
        """Write in the thread. `item` is the form's id: a tap that is repeated writes once."""
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        return self._record_once(
            self._companion.view.journal(rights.SHARED, participant),
            item,
            lambda new: MessageWritten(message_id=new, thread_id=thread, words=words),
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
