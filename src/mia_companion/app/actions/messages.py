"""Messages, which of them need no answer, and notes."""

from dataclasses import replace

from mia_companion.app.actions.outcome import EMPTY, Outcome, Recorder, checked, clean, too_long
from mia_companion.domain import rights
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.messages import (
    GENERAL,
    MessageWritten,
    ThreadReadUpTo,
    what_about,
)
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.settled_threads import ThreadSettled
from mia_companion.domain.words import MAX_LONG
from mia_companion.wire import problems


class MessageActions(Recorder):
    """`participant` is whose thread it is; left out, one's own."""

    def write(
        self,
        words: str,
        *,
        thread: str = GENERAL,
        translation: str = "",
        translation_language: str = "und",
        attachments: tuple[BlobRef, ...] = (),
        participant: str | None = None,
        item: str = "",
    ) -> Outcome:
        """Write in the thread, perhaps with the same words in another language (a BCP 47 tag) beside.

        `item` is the form's id: a tap that is repeated writes once. A thread is read by both sides, so
        there is none about what is private: its id alone would tell of it.
        """
        words = clean(words)
        if not words and not attachments:
            return Outcome(problem=EMPTY)
        if problem := too_long(words, MAX_LONG) or too_long(translation, MAX_LONG):
            return Outcome(problem=problem)
        view = self._companion.view
        if view.plan(participant).is_private(what_about(thread)[1]):
            return Outcome(problem=problems.NOT_ALLOWED)
        return self._record_once(
            view.journal(rights.SHARED, participant),
            item,
            lambda new: MessageWritten(
                message_id=new,
                thread_id=thread,
                words=words,
                attachments=attachments,
                translation=translation,
                translation_language=translation_language if translation else "und",
            ),
        )

    def mark_read(self, *, thread: str = GENERAL, participant: str | None = None) -> None:
        """Everything shown in the thread has been read. One mark, and only when something is new."""
        view = self._companion.view
        account = view.account
        latest = view.plan(participant).latest_unread(account.id, thread) if account else None
        if latest is not None:
            seen = latest.by.seq or 0
            self._record(
                view.journal(rights.SHARED, participant),
                thread,
                lambda: ThreadReadUpTo(thread_id=thread, seq=seen),
            )

    def settle(self, thread: str, participant: str, *, upto: str = "") -> Outcome:
        """Among the coordinators: the thread needs no answer up to the message `upto`, the last that was
        seen; left out, up to its last."""
        latest = self._companion.view.plan(participant).latest_message(thread)
        if latest is None:
            return Outcome(problem=problems.NOT_FOUND)
        return self._say_settled(thread, participant, upto or latest.id)

    def let_wait(self, thread: str, participant: str) -> Outcome:
        """It does need an answer after all."""
        return self._say_settled(thread, participant, "")

    def _say_settled(self, thread: str, participant: str, upto: str) -> Outcome:
        view = self._companion.view
        before = view.picture(rights.TEAM, participant).settled.get(thread)
        back = ThreadSettled(thread_id=thread, message_id=before.message_id if before else "")
        done = self._record(
            view.journal(rights.TEAM, participant),
            thread,
            lambda: ThreadSettled(thread_id=thread, message_id=upto),
        )
        return replace(done, again=back) if done else done

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
