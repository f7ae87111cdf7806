"""A meeting's people one by one: who was not reached, what was proposed, who steps in, an interpreter."""

from pathlib import Path

from mia_companion.domain import rights
from mia_companion.domain.appointments import (
    AppointmentMoved,
)
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.store.outbox import REFUSED
from mia_companion.wire import problems
from tests.example_data import COORDINATOR, NOW
from tests.ui.calendar_there import (
    ADA,
    BO,
    DAY,
    HOUR,
    JONAS,
    booked,
    breakfast,
    one_of,
    row_of,
)
from tests.ui.office import an_office


async def test_a_later_move_by_a_colleague_is_a_proposal_that_can_be_taken(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        first = one_of(office, ADA, "a-1").now.id
        for hours in (2, 5):
            moved = AppointmentMoved(
                appointment_id="a-1", revision=first, starts_at=NOW + DAY + hours * HOUR
            )
            office.tell(rights.SHARED, ADA, moved, JONAS if hours == 5 else COORDINATOR)
        async with office.screen(route="/calendar") as screen:
            assert screen.shows("Another time was proposed")
        for route in (f"/calendar/meeting/{ADA}/a-1", f"/person/{ADA}"):
            async with office.screen(route=route) as screen:
                assert screen.shows("Another time was proposed: tomorrow 14:00")
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("Take this time")
            assert one_of(office, ADA, "a-1").now.starts_at == NOW + DAY + 5 * HOUR
            assert not screen.shows("Another time was proposed")


async def test_a_colleague_steps_in_and_undo_takes_it_back(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        jonas = CoordinatorListed(coordinator_id=JONAS, name="Jonas Berg")
        office.tell(rights.DIRECTORY, None, jonas, COORDINATOR)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("Change who of us will be there")
            await screen.click("Jonas Berg")
            assert screen.shows("You and Jonas Berg will be there")
            await screen.click("I will be there too")
            assert "Jonas Berg will be there" in screen.texts()
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                assert one_of(office, person, item).attending == (JONAS,)
            await screen.click("Undo")
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                assert set(one_of(office, person, item).attending) == {COORDINATOR, JONAS}
                assert len(one_of(office, person, item).details) == 1


async def test_an_interpreter_is_asked_for_in_the_language_that_the_person_reads(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada", "so")
        booked(office, ADA, "a-1")
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("An interpreter is needed")
            assert screen.shows("Wants an interpreter (Somali)")
            await screen.click("It is booked now")
            assert screen.shows("Interpreter booked (Somali)")


async def test_who_was_not_reached_is_shown_with_the_reason_and_two_ways_on(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        for person, name in ((ADA, "Ada"), (BO, "Bo")):
            office.person(person, name)
        each = office.do.meetings.book_for(
            (ADA, BO), "Frukost", "region", NOW + DAY, booking_id="b-1"
        )
        said = [(REFUSED, problems.ENTRY_TOO_LARGE, each[BO].entry)]
        office.companion.store.outbox.mark(said)
        office.companion.outbox_changed()
        async with office.screen(route="/calendar") as screen:
            assert "Something did not reach everyone" in row_of(screen, "Ada")
            assert screen.texts().count("Bo is not booked.") == 1  # above everything
            assert screen.shows("Take it away")
            await screen.click("Something did not reach everyone")
            assert screen.texts().count("Bo is not booked.") == 1  # in its place alone
            assert not screen.shows("Take it away")
            assert screen.shows("That is too long to send.")
            await screen.click("Try again")
            assert not screen.shows("Bo is not booked.")
            assert screen.shows("Move for Bo")
        assert office.companion.view.refused == ()
        assert len(office.companion.view.plan(BO).appointments) == 1


async def test_what_belongs_to_a_time_is_said_anew_from_the_person_s_screen(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        booked(office, ADA, "a-1")
        async with office.screen(route=f"/person/{ADA}") as screen:
            await screen.click("Change")
            await screen.type("What to bring", "Legitimation")
            await screen.type("Number, if", "010-000 00 20")
            await screen.click("Save")
            assert screen.page.route == f"/person/{ADA}"
            assert screen.shows("To bring: Legitimation")
            one = one_of(office, ADA, "a-1")
            assert (one.phone, one.title, len(one.revisions)) == ("010-000 00 20", "Frukost", 1)
            await screen.click("Undo")
            assert one_of(office, ADA, "a-1").bring == ""
            await screen.click("In the calendar")
            assert screen.page.route == f"/calendar/meeting/{ADA}/a-1"
