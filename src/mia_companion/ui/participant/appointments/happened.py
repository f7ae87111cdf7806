"""Everything that has happened to an appointment, and the ways back to what it was."""

from collections.abc import Callable

from mia_companion.app.actions import Outcome
from mia_companion.domain.appointment import Appointment, Revision
from mia_companion.domain.to_say import all_prepared
from mia_companion.ui.components.times import date_and_time_of
from mia_companion.ui.components.undo import Told
from mia_companion.ui.context import Here
from mia_companion.ui.participant.appointments.lines import is_mine, is_over, wrote
from mia_companion.ui.participant.appointments.said_of_it import (
    Back,
    details_said,
    interpreter_said,
    minutes_said,
    prepared_said,
)
from mia_companion.ui.participant.path.history import Happened


def happened(here: Here, one: Appointment, told: Told) -> list[Happened]:
    """In no promised order; what was taken back is marked."""
    return [
        *_times(here, one, told),
        *_answers(here, one, told),
        *details_said(here, one, told),
        *(interpreter_said(here, said) for said in one.interpreters),
        *(minutes_said(here, one, said, told) for said in one.minutes),
        *(
            line
            for said in all_prepared(here.view.plan(), one.id)
            for line in prepared_said(here, one, said, told)
        ),
    ]


def _times(here: Here, one: Appointment, told: Told) -> list[Happened]:
    lines = []
    for place, revision in enumerate(one.revisions):
        time = _when(here, one, revision)
        said = here.t("Booked: {time}", time=time)
        if place:
            said = here.t("Moved to {time}", time=time)
        back: Back | None = None
        if is_mine(here, one) and revision is not one.now and one.cancelled_by is None:
            back = (here.t("Use this time"), _moves(here, one, revision, told))
        lines.append(Happened(revision.by, said, back=back))
    lines += [
        Happened(p.by, here.t("Proposed: {time}", time=_when(here, one, p))) for p in one.proposals
    ]
    return lines


def _moves(here: Here, one: Appointment, to: Revision, told: Told) -> Callable[[], object]:
    def tapped() -> None:
        done = here.do.appointments.move(one, to.starts_at, to.ends_at, place=to.place)
        told(done, here.t("It has this time again."))

    return tapped


def _answers(here: Here, one: Appointment, told: Told) -> list[Happened]:
    t, do = here.t, here.do.appointments
    lines = []

    def undoes(take_back: Callable[[Appointment], Outcome]) -> Back | None:
        if is_over(here, one):
            return None
        return (t("Take back"), lambda: told(take_back(one), t("It is taken back.")))

    if (yes := one.confirmed_by) is not None:
        back = undoes(do.take_back_yes) if wrote(here, yes.author) else None
        lines.append(Happened(yes, t("Said yes"), back=back))
    if one.wish is not None:
        said = t("Asked for another time")
        if one.wish.words:
            said = t("Asked for another time: {words}", words=one.wish.words)
        asked = one.move_asked is not None and wrote(here, one.wish.by.author)
        lines.append(Happened(one.wish.by, said, back=undoes(do.take_back_wish) if asked else None))
    if one.cancelled_by is not None:
        mine = wrote(here, one.cancelled_by.author)
        back = undoes(do.take_back_cancelling) if mine else None
        lines.append(Happened(one.cancelled_by, t("Cancelled"), back=back))
    return lines


def _when(here: Here, one: Appointment, revision: Revision) -> str:
    time = date_and_time_of(here, revision, one.zone)
    place = " ".join(revision.place.split())
    return here.t("{time}, {place}", time=time, place=place) if place else time
