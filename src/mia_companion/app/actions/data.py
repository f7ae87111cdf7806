"""What is kept about one: all of it as a file, what is not right, and that it goes."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from mia_companion.app.actions.outcome import (
    EMPTY,
    NO_JOURNAL,
    Outcome,
    Recorder,
    checked,
    clean,
    too_long,
    why,
)
from mia_companion.app.gathered import GatheredJournal, gather
from mia_companion.domain import corrections, erasures, rights
from mia_companion.domain.corrections import Correction, CorrectionAnswered, CorrectionAsked
from mia_companion.domain.erasures import Erasure, ErasureAnswered, ErasureAsked
from mia_companion.domain.words import MAX_LONG
from mia_companion.store.errors import StoreError
from mia_companion.sync.errors import SyncError

NO_ANSWER, NO_REASON = "no-answer", "no-reason"
"""Problems that stop an answer before anything is written."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of an asking, as a form says it; `answer` is empty until one is chosen."""

    answer: str
    day: date | None = None
    reason: str = ""
    law: str = ""
    appeal: str = ""


class DataActions(Recorder):
    """A participant's verbs, and a coordinator's answers to them."""

    def ask_correction(self, about: str, words: str, *, item: str = "") -> Outcome:
        """Say that an entry of somebody else's is not right. `item` is the form's id.

        Said of an entry of which it was said before, it is said in other words.
        """
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        said = self._companion.view.plan().shared.corrections.values()
        before = next((one for one in said if one.about == about and one.asked), None)
        if before is not None and before.asked:
            if before.asked.words == words:
                return Outcome(item=before.id)
            return self._record(self._shared(), before.id, _asking(before.id, about, words))
        return self._record_once(self._shared(), item, lambda new: _asking(new, about, words)())

    def ask_erasure(self, words: str, *, item: str = "") -> Outcome:
        """Ask that what is shared be erased, too. One that waits is not asked twice."""
        words = clean(words)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        stands = erasures.newest(self._companion.view.plan().shared.erasures.values())
        if stands is not None and stands.waits:
            return Outcome(item=stands.id)
        return self._record_once(
            self._shared(), item, lambda new: ErasureAsked(erasure_id=new, words=words)
        )

    def take_back(self, one: Correction | Erasure) -> Outcome:
        """Ask it no more."""
        if one.asked is None:
            return Outcome(item=one.id)
        return self.undo(Outcome(one.id, one.asked.by.entry, self._shared() or ""))

    def answer_correction(
        self, one: Correction, answer: str, words: str, participant: str
    ) -> Outcome:
        """A coordinator's answer to what is asked now."""
        words = clean(words)
        if answer not in corrections.ANSWERS or one.asked is None:
            return Outcome(problem=NO_ANSWER)
        problem = checked(words, MAX_LONG) if answer == corrections.DISPUTED else ""
        if problem := problem or too_long(words, MAX_LONG):
            return Outcome(problem=NO_REASON if problem == EMPTY else problem)
        fact = CorrectionAnswered(
            correction_id=one.id, asking=one.asked.by.entry, answer=answer, words=words
        )
        return self._record(self._shared(participant), one.id, lambda: fact)

    def answer_erasure(self, one: Erasure, said: Decision, participant: str) -> Outcome:
        """A coordinator tells what was decided; of what must stay also why, and how to appeal."""
        words = tuple(clean(each) for each in (said.reason, said.law, said.appeal))
        if said.answer not in erasures.ANSWERS or one.asked is None:
            return Outcome(problem=NO_ANSWER)
        if said.answer == erasures.STAYS and not all(words):
            return Outcome(problem=NO_REASON)
        if problem := too_long("".join(words), MAX_LONG):
            return Outcome(problem=problem)
        reason, law, appeal = words
        fact = ErasureAnswered(
            erasure_id=one.id,
            asking=one.asked.by.entry,
            answer=said.answer,
            day=said.day,
            reason=reason,
            law=law,
            appeal=appeal,
        )
        return self._record(self._shared(participant), one.id, lambda: fact)

    async def erase_own(self) -> str:
        """Everything that only oneself reads goes, at once: on the server, here, and on one's other devices
        when they next hear of it. A problem's name, or an empty string."""
        companion = self._companion
        journal = companion.view.journal(rights.OWN)
        if journal is None:
            return NO_JOURNAL
        try:
            await companion.client.erase_own(journal)
            await companion.engine.forget(journal)
        except SyncError as wrong:
            return wrong.name
        except StoreError as wrong:
            return why(wrong)
        with suppress(
            SyncError
        ):  # it is done; the new, empty journal comes with the next connection
            await companion.engine.sync()
        return ""

    async def everything(self) -> tuple[GatheredJournal, ...] | str:
        """What this device can say about its person, or a problem's name."""
        try:
            return await gather(self._companion, (rights.SHARED, rights.OWN))
        except StoreError as wrong:
            return why(wrong)

    def _shared(self, participant: str | None = None) -> str | None:
        return self._companion.view.journal(rights.SHARED, participant)


def _asking(item: str, about: str, words: str) -> Callable[[], CorrectionAsked]:
    return lambda: CorrectionAsked(correction_id=item, about=about, words=words)
