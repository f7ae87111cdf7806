"""What belongs to an appointment beside its time: details, an interpreter, what to say, what was agreed."""

from collections.abc import Mapping

from mia_companion.app.actions.appointments import journal_of
from mia_companion.app.actions.outcome import Outcome, Recorder, checked, clean, too_long
from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import (
    AppointmentDetailed,
    InterpreterNoted,
    Minutes,
    MinutesWritten,
)
from mia_companion.domain.facts import Fact
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.to_say import ToSay, all_prepared
from mia_companion.domain.words import MAX_LONG, MAX_SHORT


class ArrangementActions(Recorder):
    """`participant` is whose appointment it is; left out, one's own."""

    def detail(
        self, appointment: Appointment, said: Mapping[str, str], *, participant: str | None = None
    ) -> Outcome:
        """Say details anew, by the names in `arrangements.DETAILS`. What stands so already is left out."""
        anew = {
            name: words
            for name, words in ((name, clean(words)) for name, words in said.items())
            if words != getattr(appointment, name)
        }
        if not anew:
            return Outcome(item=appointment.id)
        if "title" in anew and (problem := checked(anew["title"], MAX_SHORT)):
            return Outcome(problem=problem)
        if problem := too_long("".join(anew.values()), MAX_LONG):
            return Outcome(problem=problem)
        fact = AppointmentDetailed.model_validate({"appointment_id": appointment.id, **anew})
        return self._arrange(appointment.id, fact, participant)

    def interpreter(
        self, appointment_id: str, state: str, language: str, *, participant: str | None = None
    ) -> Outcome:
        """Say that one is wanted, booked or not needed; said again, it is not written again."""
        one = self._companion.view.plan(participant).appointment(appointment_id)
        stands = one.interpreter if one else None
        if stands and (stands.state, stands.language) == (state, language):
            return Outcome(item=appointment_id)
        fact = InterpreterNoted(appointment_id=appointment_id, state=state, language=language)
        return self._arrange(appointment_id, fact, participant)

    def write_minutes(
        self, appointment: Appointment, words: str, *, participant: str | None = None, item: str
    ) -> Outcome:
        """Write what was agreed. `item` is the form's id: a tap that is repeated writes once."""
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        one = self._companion.view.plan(participant).appointment(appointment.id)
        if one and any(written.id == item for written in one.minutes):
            return self._last
        fact = MinutesWritten(minutes_id=item, appointment_id=appointment.id, words=words)
        self._last = self._arrange(appointment.id, fact, participant)
        return self._last

    def take_back_minutes(
        self, appointment: Appointment, written: Minutes, *, participant: str | None = None
    ) -> Outcome:
        """Only who wrote them can."""
        again = MinutesWritten(
            minutes_id=self._companion.ids.new(),
            appointment_id=appointment.id,
            words=written.words,
        )
        journal = journal_of(self._companion.view, appointment.id, participant)
        return self._take_back(journal, appointment.id, written.by, again)

    def prepare(
        self, appointment_id: str, words: str, *, private: bool = False, item: str
    ) -> Outcome:
        """Write one thing that one wants to say. `item` is the form's id: it is written once."""
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        plan = self._companion.view.plan()
        if any(one.item.id == item for one in all_prepared(plan, appointment_id)):
            return self._last
        fact = PreparationWritten(preparation_id=item, appointment_id=appointment_id, words=words)
        private = private or plan.is_private(appointment_id)
        self._last = self._record(self._own(private), appointment_id, lambda: fact)
        return self._last

    def reword(self, appointment_id: str, one: ToSay, words: str) -> Outcome:
        """The same thing to say, in other words."""
        words = clean(words)
        if problem := checked(words, MAX_LONG):
            return Outcome(problem=problem)
        if words == one.item.words:
            return Outcome(item=appointment_id)
        fact = PreparationWritten(
            preparation_id=one.item.id, appointment_id=appointment_id, words=words
        )
        return self._record(self._own(one.private), appointment_id, lambda: fact)

    def take_away(self, appointment_id: str, one: ToSay) -> Outcome:
        """One does not want to say it any more."""
        again = PreparationWritten(
            preparation_id=self._companion.ids.new(),
            appointment_id=appointment_id,
            words=one.item.words,
        )
        return self._take_back(self._own(one.private), appointment_id, one.item.by, again)

    def _own(self, private: bool) -> str | None:
        return self._companion.view.journal(rights.OWN if private else rights.SHARED)

    def _arrange(self, appointment_id: str, fact: Fact, participant: str | None) -> Outcome:
        journal = journal_of(self._companion.view, appointment_id, participant)
        return self._record(journal, appointment_id, lambda: fact)
