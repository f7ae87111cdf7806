"""A journal with one appointment in it, and what is said of that."""

from datetime import UTC, datetime, timedelta

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import Picture

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
SECRET = ("Psykiatrimottagningen", "Sjukhusvägen 1", "Läkare Ek", "legitimation", "08-123 45 67")


class Story:
    """A journal that somebody writes in, and what it says of the one appointment."""

    def __init__(self) -> None:
        self.picture = Picture()

    def say(self, *facts: Fact) -> Appointment:
        for fact in facts:
            seq = self.picture.seq + 1
            at = NOON + timedelta(minutes=seq)
            entry = Entry(
                id=f"entry-{seq:03}", journal="j", author="anna", device="d", happened_at=at,
                based_on=seq - 1, body=write_fact(fact),
            )  # fmt: skip
            told = Confirmed(entry=entry, seq=seq, received_at=at, receipt="r", epoch="1")
            self.picture = fold(self.picture, [told])
        return self.picture.appointments["a"]


def booked(**more: object) -> AppointmentBooked:
    said: dict[str, object] = {
        "appointment_id": "a", "party": "region", "title": SECRET[0], "zone": "Europe/Stockholm",
        "starts_at": NOON, "ends_at": NOON + timedelta(hours=1), "place": SECRET[1],
        "way": "in_person", "contact": SECRET[2], "bring": SECRET[3], "phone": SECRET[4],
    }  # fmt: skip
    return AppointmentBooked.model_validate(said | more)
