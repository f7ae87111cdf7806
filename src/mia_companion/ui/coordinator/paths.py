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


def suggesting_path(person: str) -> str:
    """Suggesting a step to that person."""
    return f"{places.PERSON}/{person}/suggest"


def rating_path(person: str) -> str:
    """Saying how one sees that person's parts of life."""
    return f"{places.PERSON}/{person}/rate"


def inviting_path(person: str) -> str:
    """A new code for that person."""
    return f"{places.PERSON}/{person}/invite"
