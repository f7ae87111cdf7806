"""A new time for what is booked, half filled in: kept when the screen is left or closes by itself."""

from collections.abc import Sequence
from datetime import datetime

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.calendar import Booked
from mia_companion.domain.clashes import Slot
from mia_companion.domain.zones import there
from mia_companion.ui.components.forms import Form
from mia_companion.ui.components.moment import typed_moment
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.booking.ending import ends
from mia_companion.ui.coordinator.booking.templates import UNSAID


class MoveForm(Form):
    """A new time half filled in, as it was typed; `seen` is the time that stood when it was begun."""

    seen: str = ""
    day: str = ""
    clock: str = ""
    length: str = ""
    place: str = ""


def standing(one: Appointment) -> MoveForm:
    """Filled in as it stands."""
    begun = there(one.now.starts_at, one.zone)
    return MoveForm(
        seen=one.now.id,
        day=f"{begun:%Y-%m-%d}",
        clock=f"{begun:%H:%M}",
        length=_length(one),
        place=one.now.place,
    )


def starts_at(here: Here, form: MoveForm, one: Appointment) -> datetime | None:
    """As it stands where neither day nor time was changed: it may have seconds, which nobody writes."""
    blank = standing(one)
    if (form.day, form.clock) == (blank.day, blank.clock):
        return one.now.starts_at
    return typed_moment(form.day, form.clock, one.zone, here.today())


def _length(one: Appointment) -> str:
    if one.now.ends_at is None:
        return UNSAID
    return str(int((one.now.ends_at - one.now.starts_at).total_seconds() // 60))


def slot_of(now: Sequence[Booked], starts: datetime | None, form: MoveForm) -> Slot | None:
    """What it would take of the calendar; None while it is no moment yet."""
    if starts is None:
        return None
    return Slot(
        starts_at=starts,
        ends_at=ends(starts, form.length),
        way=now[0].one.way,
        place=form.place,
        people=frozenset(each.participant for each in now),
        attended_by=frozenset(who for each in now for who in each.one.attending),
    )
