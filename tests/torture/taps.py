"""What people tap, from what their screen shows: each makes one fact, or None where nothing is to tap."""

from collections.abc import Callable
from datetime import timedelta

from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
    MoveAsked,
)
from mia_companion.domain.bad_days import BadDayPlanWritten
from mia_companion.domain.consents import ConsentWithdrawn
from mia_companion.domain.facts import Fact
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.people import NoteWritten, ParticipantNamed
from mia_companion.domain.picture import Picture
from mia_companion.domain.rights import COORDINATOR, OWN, PARTICIPANT, SHARED, TEAM
from mia_companion.domain.step_marks import StepDone, StepSetAside, StepTried
from mia_companion.domain.steps import Step, StepPlanned, StepReworded
from mia_companion.domain.words import Undone
from tests.example_data import NOW, consent

Tap = Callable[[Picture, str, str, int], Fact | None]
"""(what is shown, words, an id for what is new, a small number that chooses) to the fact."""


def _step(picture: Picture, n: int) -> Step | None:
    steps = [one for one in picture.steps.values() if not one.gone]
    return steps[n % len(steps)] if steps else None


def _plan(picture: Picture, said: str, new: str, n: int) -> Fact:
    return StepPlanned(step_id=new, words=said)


def _reword(picture: Picture, said: str, new: str, n: int) -> Fact | None:
    step = _step(picture, n)
    return StepReworded(step_id=step.id, words=said) if step else None


def _mark(picture: Picture, said: str, new: str, n: int) -> Fact | None:
    step = _step(picture, n)
    return (StepDone, StepTried, StepSetAside)[n % 3](step_id=step.id) if step else None


def _undo(picture: Picture, said: str, new: str, n: int) -> Fact | None:
    """The last that anybody said of a step: another's, too, which says nothing."""
    step = _step(picture, n)
    if step is None:
        return None
    told = [one.by.entry for one in step.wordings[1:]] + [one.by.entry for one in step.marks]
    told = told or [step.planned_by.entry]
    return Undone(item=step.id, entry=told[-1 - n % 2 if len(told) > 1 else -1])


def _write(picture: Picture, said: str, new: str, n: int) -> Fact:
    return MessageWritten(message_id=new, words=said)


def _name(picture: Picture, said: str, new: str, n: int) -> Fact:
    return ParticipantNamed(name=said)


def _give(picture: Picture, said: str, new: str, n: int) -> Fact:
    return consent(f"consent-{n % 2}")


def _withdraw(picture: Picture, said: str, new: str, n: int) -> Fact:
    return ConsentWithdrawn(consent_id=f"consent-{n % 2}")


def _book(picture: Picture, said: str, new: str, n: int) -> Fact:
    at = NOW + timedelta(days=1 + n)
    return AppointmentBooked(appointment_id=new, party="region", title="Möte", starts_at=at)


def _about(make: Callable[[str, str, int], Fact]) -> Tap:
    def tap(picture: Picture, said: str, new: str, n: int) -> Fact | None:
        found = list(picture.appointments.values())
        return make((one := found[n % len(found)]).id, one.now.id, n) if found else None

    return tap


def _moved(item: str, revision: str, n: int) -> Fact:
    at = NOW + timedelta(days=10 + n)
    return AppointmentMoved(appointment_id=item, revision=revision, starts_at=at, place=f"rum {n}")


def _note(picture: Picture, said: str, new: str, n: int) -> Fact:
    return NoteWritten(note_id=new, words=said)


def _feel(picture: Picture, said: str, new: str, n: int) -> Fact:
    return BadDayPlanWritten(part="signs", words=said)


_move = _about(_moved)
_confirm = _about(lambda item, rev, n: AppointmentConfirmed(appointment_id=item, revision=rev))
_ask = _about(lambda item, rev, n: MoveAsked(appointment_id=item, revision=rev, words=str(n)))
_cancel = _about(lambda item, rev, n: AppointmentCancelled(appointment_id=item, revision=rev))

ALL, STEPS, MEETINGS, CONSENTS = "all", "steps", "meetings", "consents"
_Taps = tuple[tuple[str, Tap], ...]

_STEPS: _Taps = ((SHARED, _plan), (SHARED, _reword), (SHARED, _mark), (SHARED, _undo))
_CONSENTS: _Taps = ((SHARED, _give), (SHARED, _give), (SHARED, _withdraw))
_ANSWERS: _Taps = ((SHARED, _confirm), (SHARED, _confirm), (SHARED, _move), (SHARED, _ask))
_BOOKS: _Taps = ((SHARED, _book), (SHARED, _move), (SHARED, _move), (SHARED, _cancel))
_WORDS: _Taps = ((SHARED, _write), (SHARED, _name))

_BY_THEME: dict[str, tuple[_Taps, _Taps]] = {
    STEPS: ((*_STEPS, (OWN, _plan)), ((SHARED, _undo), (TEAM, _note))),
    MEETINGS: (_ANSWERS, _BOOKS),
    CONSENTS: (_CONSENTS, ((SHARED, _give), *_WORDS)),
    ALL: (
        (*_STEPS, *_CONSENTS, *_ANSWERS, *_WORDS, (OWN, _feel), (OWN, _plan)),
        (*_BOOKS, *_WORDS, (TEAM, _note), (OWN, _note), (SHARED, _undo), (SHARED, _give)),
    ),
}
THEMES = tuple(_BY_THEME)
TAPS = {
    (theme, role): taps
    for theme, both in _BY_THEME.items()
    for role, taps in zip((PARTICIPANT, COORDINATOR), both, strict=True)
}
"""By theme and role: the journal's role and the tap. A coordinator may not give a consent: it is refused."""
