"""A meeting in the calendar: its people, their answers, and what can be done for one or for all."""

from pathlib import Path

from mia_companion.domain.appointments import (
    MoveAsked,
)
from tests.example_data import NOW
from tests.ui.calendar_there import (
    ADA,
    BO,
    DAY,
    HOUR,
    breakfast,
    one_of,
)
from tests.ui.office import an_office


async def test_the_meeting_shows_each_one_s_answer_and_one_is_moved_apart(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        office.says(
            BO,
            MoveAsked(
                appointment_id="b-1", revision=one_of(office, BO, "b-1").now.id, words="Efter lunch"
            ),
        )
        async with office.screen(route="/calendar") as screen:
            await screen.click("Frukost")
            assert screen.page.route == f"/calendar/meeting/{ADA}/a-1"
            for shown in ("Ada", "Bo", "No answer yet", "Efter lunch", "You will be there"):
                assert screen.shows(shown)
            await screen.click("Move for Bo")
            assert screen.shows("Efter lunch")
            assert screen.shows("For Bo")
            await screen.type("Time, as", "13:00")
            await screen.click("Move the time")
            assert screen.page.route == f"/calendar/meeting/{BO}/b-1"
        assert one_of(office, BO, "b-1").now.starts_at == NOW + DAY + 4 * HOUR
        assert one_of(office, ADA, "a-1").now.starts_at == NOW + DAY
        async with office.screen(route="/calendar") as screen:
            assert sum(words == "Frukost" for words in screen.texts()) == 2


async def test_all_are_moved_changed_and_cancelled_with_one_tap_and_one_undo(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("Move for all")
            assert screen.shows("For Ada and Bo")
            await screen.type("Time, as", "11:00")
            await screen.type("Place", "Storgatan 2")
            await screen.click("Move the time")
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                now = one_of(office, person, item).now
                assert (now.starts_at, now.place) == (NOW + DAY + 2 * HOUR, "Storgatan 2")
            await screen.click("Change for all")
            await screen.type("What to bring", "Kaffekopp")
            await screen.click("Save")
            assert screen.shows("To bring: Kaffekopp")
            await screen.click("Cancel for all")
            assert one_of(office, ADA, "a-1").cancelled_by
            assert one_of(office, BO, "b-1").cancelled_by
            assert not screen.shows("Move for all")
            await screen.click("Undo")
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                assert one_of(office, person, item).cancelled_by is None
                assert one_of(office, person, item).bring == "Kaffekopp"


async def test_what_was_changed_meanwhile_by_a_colleague_stays(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1/change") as screen:
            await screen.type("What to bring", "Kaffekopp")
            office.do.arrangements.detail(
                one_of(office, ADA, "a-1"), {"contact": "Mona Ali"}, participant=ADA
            )
            await screen.type("Place", "Storgatan 2")
            await screen.click("Save")
        one = one_of(office, ADA, "a-1")
        assert (one.bring, one.contact, one.now.place) == ("Kaffekopp", "Mona Ali", "Storgatan 2")
        assert one.now.starts_at == NOW + DAY
        assert one_of(office, BO, "b-1").bring == ""


async def test_an_empty_title_changes_nothing(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1/change-all") as screen:
            await screen.type("What it is about", " ")
            await screen.type("What to bring", "Kaffekopp")
            await screen.click("Save")
            assert screen.shows("Write something first.")
        assert office.companion.view.deeds_to_send == ()


async def test_a_time_that_is_not_there_says_so(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        for end in ("", "/move", "/change-all"):
            async with office.screen(route=f"/calendar/meeting/{ADA}/none{end}") as screen:
                assert screen.shows("This time is not here any more.")
