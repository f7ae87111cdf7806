"""The time in the booking form: hours that are none, what it clashes with, and days that were tapped."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mia_companion.domain import rights
from mia_companion.domain.appointments import AppointmentBooked
from tests.example_data import COORDINATOR, NOW
from tests.ui.booking_there import ADA, BO, DAY, HOUR, fill, two_people, value_of
from tests.ui.office import an_office


@pytest.mark.parametrize(
    ("day", "clock", "said", "starts"),
    [
        ("2026-03-29", "02:30", "The clocks are put forward that night", None),
        ("2026-10-25", "02:30", "", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-03-32", "09:30", "Write the day like", None),
        ("2026-03-01", "09:30", "That time has passed.", datetime(2026, 3, 1, 8, 30, tzinfo=UTC)),
    ],
)
async def test_an_hour_that_is_none_or_is_twice_or_has_passed(
    tmp_path: Path, day: str, clock: str, said: str, starts: datetime | None
) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        async with office.screen(route="/calendar/book") as screen:
            await fill(screen, "Ada", "Bo", day=day, clock=clock)
            await screen.click("Book the time")
            if said:
                assert screen.shows(said)
                assert office.companion.view.outbox == ()
            await screen.click("Book the time") if said else None
        for person in (ADA, BO):
            found = [one.now.starts_at for one in office.companion.view.plan(person).appointments]
            assert found == ([starts] if starts else [])


async def test_what_a_time_would_clash_with_is_said_while_it_is_chosen(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        for person, hours, title, place, who in (
            (ADA, 2, "Läkarbesök", "", ()),
            (BO, 0.5, "Besök", "Torget 1", (COORDINATOR,)),
        ):
            starts = NOW + DAY + hours * HOUR
            fact = AppointmentBooked(
                appointment_id=f"{person}-1",
                party="region",
                title=title,
                starts_at=starts,
                ends_at=starts + HOUR / 2,
                place=place,
                attended_by=who,
            )
            office.tell(rights.SHARED, person, fact, COORDINATOR)
        async with office.screen(route="/calendar/book") as screen:
            await fill(screen, "Ada", day="2026-03-03", clock="10:15")
            await screen.type("Place", "Storgatan 2")
            assert screen.shows("Ada also has a time 11:00–11:30: Läkarbesök")
            assert screen.shows("You are at Torget 1 until 10:00: 15 minutes to get there")
            await screen.click("I will be there too")
            assert not screen.shows("You are at Torget 1")
            await screen.type("Time, as", "13:00")
            assert not screen.shows("also has a time")


async def test_a_day_that_is_tapped_takes_the_half_written_form_along(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        async with office.screen(route="/calendar/book/2026-03-05/0930") as screen:
            assert (value_of(screen, "Day, as"), value_of(screen, "Time, as")) == (
                "2026-03-05",
                "0930",
            )
            await screen.type("What it is about", "Frukost")
            await screen.click("Back without saving")
            await screen.click("Book a time on Friday, 6 March")
            assert value_of(screen, "What it is about") == "Frukost"
            assert value_of(screen, "Day, as") == "2026-03-06"
            await screen.type("Day, as", "2026-03-09")
        async with office.screen(route="/calendar/book/2026-03-06") as screen:
            assert value_of(screen, "Day, as") == "2026-03-09"
