"""Where a person's screens stand."""

from mia_companion.ui import places


def person_path(person: str) -> str:
    """One person's picture."""
    return f"{places.PERSON}/{person}"


def booking_path(person: str) -> str:
    """Booking for that person."""
    return f"{places.PERSON}/{person}/book"


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
