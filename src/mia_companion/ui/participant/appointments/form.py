"""An appointment half written down, and what its fields say. Pure but for the form's own keeping."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mia_companion.app.actions.outcome import ENDS_EARLY
from mia_companion.domain import areas
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import IN_PERSON, PHONE, VIDEO
from mia_companion.domain.zones import there
from mia_companion.ui.components.forms import Form
from mia_companion.ui.components.moment import moment, read_clock, read_day, typed_moment

UNSAID, UNTIL = "", "until"
"""Beside a number of minutes, how long it can be said to be."""

NO_TIME, NO_END = "no-time", "no-end"

_WHERE = {PHONE: "phone", VIDEO: "link"}
_TIMES = ("day", "clock", "length", "until", "place")


class AppointmentForm(Form):
    """`begun` is what the fields said when the form was opened, so that only what one changes is said."""

    title: str = ""
    party: str = areas.REGION
    day: str = ""
    clock: str = ""
    length: str = UNSAID
    until: str = ""
    way: str = IN_PERSON
    place: str = ""
    phone: str = ""
    link: str = ""
    contact: str = ""
    directions: str = ""
    bring: str = ""
    interpreter: str = ""
    private: bool = False
    begun: Mapping[str, str] = {}

    @property
    def has_more(self) -> bool:
        """Whether anything was said that need not be."""
        return bool(
            self.length or self.contact or self.directions or self.bring or self.interpreter
        )

    @property
    def where(self) -> dict[str, str]:
        """Of place, number and link, the one that belongs to the way in which one meets."""
        name = where_of(self.way)
        return {name: getattr(self, name)}

    def changed(self, *names: str) -> dict[str, str]:
        """Those of the named fields that say something else than when the form was opened."""
        said = {name: str(getattr(self, name)) for name in names}
        return {name: words for name, words in said.items() if words != self.begun.get(name)}

    @property
    def moves(self) -> bool:
        """Whether the time or the place is another than when the form was opened."""
        return bool(self.changed(*_TIMES))


def where_of(way: str) -> str:
    """Which field says where one meets."""
    return _WHERE.get(way, "place")


@dataclass(frozen=True, slots=True)
class Times:
    """`problem` is one of the names above or of `outcome`; without one, `starts` is there."""

    starts: datetime | None = None
    ends: datetime | None = None
    problem: str = ""


def times_of(form: AppointmentForm, zone: str, today: date) -> Times:
    """The moments that the form says, aware UTC."""
    day = read_day(form.day, today)
    starts = typed_moment(form.day, form.clock, zone, today)
    if day is None or starts is None:
        return Times(problem=NO_TIME)
    if form.length == UNSAID:
        return Times(starts)
    if form.length != UNTIL:
        return Times(starts, starts + timedelta(minutes=int(form.length)))
    until = read_clock(form.until)
    ends = moment(day, until, zone) if until else None
    if ends is None:
        return Times(starts, problem=NO_END)
    return Times(starts, ends, ENDS_EARLY if ends <= starts else "")


def form_of(one: Appointment) -> AppointmentForm:
    """The form in which an appointment can be changed."""
    begins = there(one.now.starts_at, one.zone)
    fields = {
        "title": one.title,
        "party": one.party,
        "day": f"{begins:%Y-%m-%d}",
        "clock": f"{begins:%H:%M}",
        "length": _length(one),
        "until": "",
        "way": one.way,
        "place": one.now.place,
        "phone": one.phone,
        "link": one.link,
        "contact": one.contact,
        "directions": one.directions,
        "bring": one.bring,
    }
    return AppointmentForm.model_validate({**fields, "begun": fields})


def _length(one: Appointment) -> str:
    if one.now.ends_at is None:
        return UNSAID
    return str(int((one.now.ends_at - one.now.starts_at).total_seconds() // 60))
