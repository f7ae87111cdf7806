"""An appointment with all that can be said of one, and where it is shown."""

from datetime import timedelta

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.ui import places
from tests.example_data import NOW
from tests.ui.home import Home

ONE = f"{places.APPOINTMENT}/appointment-1"
DAY = timedelta(days=1)

FULL = AppointmentBooked(
    appointment_id="appointment-1",
    party="region",
    title="Läkarbesök",
    starts_at=NOW + 3 * DAY,
    ends_at=NOW + 3 * DAY + timedelta(minutes=30),
    place="Storgatan 1",
    contact="Lena Åkesson",
    bring="Legitimation",
    directions="Buss 4",
    phone="010-123 45 67, knapp 2",
    first_time="Ta en nummerlapp",
)


def the_one(home: Home) -> Appointment:
    """As it stands."""
    found = home.companion.view.plan().appointment("appointment-1")
    assert found is not None
    return found
