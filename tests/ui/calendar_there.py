"""Two people at one table, in a coordinator's calendar."""

from datetime import timedelta

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import AppointmentBooked
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Office
from tests.ui.recording import Screen

ADA, BO = "person-ada", "person-bo"
JONAS = "account-jonas"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def booked(office: Office, person: str, item: str, **more: object) -> None:
    """Breakfast tomorrow, or what `more` says."""
    starts = more.pop("starts", NOW + DAY)
    assert starts
    fact = AppointmentBooked.model_validate(
        {
            "appointment_id": item,
            "party": "region",
            "title": "Frukost",
            "starts_at": starts,
            "ends_at": starts + HOUR,  # type: ignore[operator]
            "place": "Torget 1",
            "booking_id": "b-1",
            **more,
        }
    )
    office.tell(rights.SHARED, person, fact, COORDINATOR)


def one_of(office: Office, person: str, item: str) -> Appointment:
    """As it stands."""
    found = office.companion.view.plan(person).appointment(item)
    assert found is not None
    return found


def breakfast(office: Office) -> None:
    """Ada and Bo at the same table."""
    for person, name, item in ((ADA, "Ada", "a-1"), (BO, "Bo", "b-1")):
        office.person(person, name)
        booked(office, person, item, attended_by=(COORDINATOR,))


def day_names(screen: Screen) -> list[str]:
    """The days that are shown, in order."""
    headings = [one for one in screen.controls(ft.Semantics) if one.heading_level == 3]
    return [
        next(
            one.value
            for one in [h.content, *getattr(h.content, "controls", [])]
            if isinstance(one, ft.Text)
        )
        for h in headings
    ]


def row_of(screen: Screen, text: str) -> str:
    """All that one row says, as a screen reader reads it."""
    found = screen.find(text, ft.MergeSemantics)
    return " ".join(
        said for one in _below(found) if isinstance(said := getattr(one, "value", None), str)
    )


def _below(control: ft.Control) -> list[ft.Control]:
    inside = [getattr(control, "content", None), *getattr(control, "controls", [])]
    return [
        control,
        *(deeper for one in inside if isinstance(one, ft.Control) for deeper in _below(one)),
    ]
