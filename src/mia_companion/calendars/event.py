"""One appointment as an event of another calendar.

    booked ──▶ CONFIRMED, or TENTATIVE while the person has asked for another time
    moved ───▶ the same UID, another time, a greater SEQUENCE
    cancelled, or taken back ──▶ CANCELLED, which takes it out of calendars that had it

The title is neutral unless the person chose to show more: a calendar is shown on lock screens, to
colleagues and to whoever keeps it, and must not name an agency, a clinic or a diagnosis.
"""

from datetime import datetime

from icalendar import Event, vDatetime, vUri

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.zones import there
from mia_companion.i18n.words import Words

UID = "{id}@mia-companion"
"""The same for ever, on every device and from every server: what follows moves is found by it."""


def event_of(appointment: Appointment, words: Words, *, whole: bool) -> Event:
    """The event; `whole` tells what it is, where and how, as the person chose. Times are of its zone."""
    now = appointment.now
    event = Event()
    event.add("uid", UID.format(id=appointment.id))
    event.add("sequence", appointment.changes)
    event.add("dtstamp", _whole_seconds(_said_last(appointment)))
    event.add("dtstart", _in_zone(now.starts_at, appointment.zone))
    if now.ends_at is not None and now.ends_at > now.starts_at:
        event.add("dtend", _in_zone(now.ends_at, appointment.zone))
    event.add("status", _status(appointment))
    event.add("class", "PRIVATE")
    event.add("summary", _told(appointment.title) if whole else words.t("A booked time"))
    if whole:
        _tell(event, appointment, words)
    return event


def is_off(appointment: Appointment) -> bool:
    """Whether it does not take place."""
    return appointment.gone or appointment.cancelled_by is not None


def _status(appointment: Appointment) -> str:
    if is_off(appointment):
        return "CANCELLED"
    return "TENTATIVE" if appointment.move_asked else "CONFIRMED"


def _tell(event: Event, appointment: Appointment, words: Words) -> None:
    if place := _told(appointment.now.place):
        event.add("location", place)
    if link := _told(appointment.link):
        event.add("url", vUri(link))
    said = (
        (words.t("Who you meet"), appointment.contact),
        (words.t("Phone"), appointment.phone),
        (words.t("What to bring"), appointment.bring),
        (words.t("How to get there"), appointment.directions),
    )
    lines = [f"{name}: {_told(what)}" for name, what in said if _told(what)]
    if lines:
        event.add("description", "\n".join(lines))


def _said_last(appointment: Appointment) -> datetime:
    """When what stands was said: by the server's clock once it has it, which is nobody's own."""
    by = [appointment.now.by, *(one.by for one in appointment.details if not one.undone)]
    by += [one for one in (appointment.cancelled_by, appointment.confirmed_by) if one]
    return max(one.at for one in by)


def _in_zone(moment: datetime, zone: str) -> vDatetime:
    return vDatetime(_whole_seconds(there(moment, zone)))


def _whole_seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def _told(words: str) -> str:
    """Without what no calendar may hold: control characters, but for the ends of lines."""
    return "".join(one for one in words if one == "\n" or one.isprintable()).strip()
