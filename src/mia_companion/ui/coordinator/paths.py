"""Where a person's screens stand."""

from urllib.parse import quote

from mia_companion.ui import places


def person_path(person: str) -> str:
    """One person's picture."""
    return f"{places.PERSON}/{person}"


def devices_path(person: str) -> str:
    """That person's devices, when one is lost."""
    return f"{places.PERSON}/{person}/devices"


def booking_path(person: str) -> str:
    """Booking for that person."""
    return f"{places.PERSON}/{person}/book"


def from_file_path(person: str) -> str:
    """Booking for that person what a file from elsewhere tells."""
    return f"{places.PERSON}/{person}/book-from-file"


def moving_path(person: str, appointment: str) -> str:
    """Moving one of that person's appointments."""
    return f"{places.PERSON}/{person}/move/{appointment}"


def changing_path(person: str, appointment: str) -> str:
    """Saying anew what belongs to one of that person's appointments."""
    return f"{places.PERSON}/{person}/change/{appointment}"


def suggesting_path(person: str) -> str:
    """Suggesting a step to that person."""
    return f"{places.PERSON}/{person}/suggest"


def rating_path(person: str) -> str:
    """Saying how one sees that person's parts of life."""
    return f"{places.PERSON}/{person}/rate"


def handing_over_path(person: str) -> str:
    """Handing that person over to a colleague."""
    return f"{places.PERSON}/{person}/hand-over"


def left_behind_path(person: str) -> str:
    """What came too late from those who followed that person before."""
    return f"{places.PERSON}/{person}/left-behind"


def beginning_path(person: str) -> str:
    """Saying when that person began."""
    return f"{places.PERSON}/{person}/begin"


def start_path(person: str, enrolment: str) -> str:
    """Saying anew when that person began."""
    return f"{places.PERSON}/{person}/start/{enrolment}"


def finishing_path(person: str, enrolment: str) -> str:
    """Saying how it ended."""
    return f"{places.PERSON}/{person}/finish/{enrolment}"


def following_up_path(person: str, enrolment: str) -> str:
    """Saying how it was six months later."""
    return f"{places.PERSON}/{person}/follow-up/{enrolment}"


def new_intervention_path(person: str) -> str:
    """Adding an intervention."""
    return f"{places.PERSON}/{person}/intervention"


def intervention_path(person: str, intervention: str) -> str:
    """Saying an intervention anew."""
    return f"{places.PERSON}/{person}/intervention/{intervention}"


def ending_path(person: str, intervention: str) -> str:
    """Saying when an intervention ended."""
    return f"{places.PERSON}/{person}/intervention-ended/{intervention}"


def belief_path(person: str) -> str:
    """Noting one's own belief."""
    return f"{places.PERSON}/{person}/belief"


def taking_down_path(person: str) -> str:
    """Writing down a consent to which that person has said yes."""
    return f"{places.PERSON}/{person}/consent"


def correcting_path(person: str, correction: str) -> str:
    """Answering what that person says is not right."""
    return f"{places.PERSON}/{person}/correct/{quote(correction, safe='')}"


def deciding_path(person: str, erasure: str) -> str:
    """Telling what was decided about erasing."""
    return f"{places.PERSON}/{person}/erase/{quote(erasure, safe='')}"


def new_contact_path(person: str) -> str:
    """Adding somebody to that person's network."""
    return f"{places.PERSON}/{person}/contact"


def passing_on_path(person: str) -> str:
    """Passing something on about that person."""
    return f"{places.PERSON}/{person}/pass-on"


def passed_on_path(person: str, disclosure: str) -> str:
    """Something that was passed on about that person."""
    return f"{places.PERSON}/{person}/passed-on/{disclosure}"


def inbox_path(person: str, thread: str) -> str:
    """One thread in the inbox. Its id may hold anything."""
    return f"{places.INBOX}/{person}/{quote(thread, safe=':')}"


def template_path(template: str) -> str:
    """Changing one of the team's ready words."""
    return f"{places.MESSAGE_TEMPLATES}/{quote(template, safe='')}"


def inviting_path(person: str) -> str:
    """A new code for that person."""
    return f"{places.PERSON}/{person}/invite"


def calendar_booking_path(day: str = "", clock: str = "") -> str:
    """Booking from the calendar, that day (ISO 8601) at that time (four digits) where they are known."""
    return "/".join(one for one in (f"{places.CALENDAR}/book", day, clock) if one)


def meeting_path(person: str, appointment: str) -> str:
    """The meeting in which that person has that appointment."""
    return f"{places.CALENDAR}/meeting/{person}/{appointment}"


def meeting_moving_path(person: str, appointment: str, *, everyone: bool) -> str:
    """Moving it, for that person or for all in it."""
    return f"{meeting_path(person, appointment)}/{'move-all' if everyone else 'move'}"


def meeting_changing_path(person: str, appointment: str, *, everyone: bool) -> str:
    """Saying anew what belongs to it, for that person or for all in it."""
    return f"{meeting_path(person, appointment)}/{'change-all' if everyone else 'change'}"
