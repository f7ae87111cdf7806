"""A person's start, interventions and finish, and a coordinator's own belief, on the screen."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.domain import rights
from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished
from mia_companion.domain.interventions import InterventionBegun
from mia_companion.domain.messages import MessageWritten
from tests.example_data import COORDINATOR, NOW, TODAY
from tests.ui.office import Drawn, Office, an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"
ASKED = "How far do you believe that Ada will come into work or studies?"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        opened.person(ADA, "Ada")
        opened.hold(rights.OWN, ADA)
        yield opened


def _finished(office: Office, days_ago: int) -> None:
    day = TODAY - timedelta(days=days_ago)
    for fact in (
        EnrolmentBegun(enrolment_id="e-1", day=day - timedelta(days=60)),
        EnrolmentFinished(enrolment_id="e-1", day=day, result="in_work", words="På lagret"),
    ):
        office.tell(rights.SHARED, ADA, fact, COORDINATOR)


async def _save(screen: Drawn) -> None:
    await screen.click("Save")
    assert screen.page.route == PERSON


async def test_one_tap_begins_and_the_way_back_stands(office: Office) -> None:
    async with office.screen(route=PERSON) as screen:
        await screen.click("No start is noted yet")
        await screen.click("Began today")
        assert screen.shows("Began on Monday")
        assert screen.shows("The start is noted. The participant sees it.")
        await screen.click("Undo")
        assert screen.shows("No start is noted yet")
        await screen.click("Began today")
        assert screen.shows("Began on Monday")


@pytest.mark.parametrize("width", [390, 1280])
async def test_another_day_is_typed_and_a_slip_is_told(office: Office, width: int) -> None:
    async with office.screen(route=PERSON, width=width) as screen:
        await screen.click("Start and support")
        await screen.click("Another day")
        await screen.type("Day, as year-month-day", "i går")
        await screen.click("Save")
        assert screen.shows("Choose a day, or write it like 2026-11-24.")
        await screen.type("Day, as year-month-day", "2126-02-20")
        await screen.click("Save")
        assert screen.shows("That day is years away.")
        await screen.type("Day, as year-month-day", "20/2 2026")
        assert screen.shows("Friday, 20 February 2026")
        await _save(screen)
        assert screen.shows("Began on Friday, 20 February")


async def test_interventions_stand_side_by_side_are_changed_and_end(office: Office) -> None:
    async with office.screen(route=PERSON) as screen:
        await screen.click("Start and support")
        assert screen.shows("Nothing is under way now.")
        await screen.click("Add an intervention")
        await screen.click("Save")
        assert screen.shows("Choose what it is.")
        await screen.click("Work training")
        await screen.type("Where and what, in a few words", "Kaféet på torget")
        await screen.click("The municipality")
        await _save(screen)
        for said in ("Work training", "Kaféet på torget", "Under way", "Since Monday, 2 March"):
            assert screen.shows(said), said
        await screen.click("Add an intervention")
        assert not screen.shows("Kaféet på torget")
        await screen.click("Studies")
        await _save(screen)
        assert screen.shows("Kaféet på torget")
        assert screen.shows("Studies")
        await screen.click("It has ended")
        await _save(screen)
        assert screen.shows("Since Monday, 2 March, until Monday, 2 March")
        await screen.click("It goes on")
        assert screen.shows("The end is taken back.")
        assert not screen.shows("Change the end")


async def test_the_days_of_an_intervention_are_looked_at(office: Office) -> None:
    begun = InterventionBegun(intervention_id="i-1", sort="studies", first_day=TODAY)
    office.tell(rights.SHARED, ADA, begun, COORDINATOR)
    async with office.screen(route=f"{PERSON}/intervention-ended/i-1") as screen:
        await screen.type("Day, as year-month-day", "2026-02-01")
        await screen.click("Save")
        assert screen.shows("The last day is before the first. Choose a later last day.")
    async with office.screen(route=f"{PERSON}/intervention/i-gone") as screen:
        assert screen.shows("That is not here any more.")


async def test_a_finish_has_a_result_is_undone_and_made_again(office: Office) -> None:
    begun = EnrolmentBegun(enrolment_id="e-1", day=TODAY - timedelta(days=30))
    office.tell(rights.SHARED, ADA, begun, COORDINATOR)
    async with office.screen(route=PERSON) as screen:
        await screen.click("Start and support")
        await screen.click("Note the finish")
        await screen.click("Save")
        assert screen.shows("Choose what came of it.")
        await screen.click("In studies")
        await screen.type("A few words, if you want", "Folkhögskolan")
        await _save(screen)
        assert screen.shows("In studies")
        assert screen.shows("Follow-up after six months: Wednesday, 2 September")
        await screen.click("Undo")
        assert not screen.shows("Folkhögskolan")
        await screen.click("Note the finish")
        await screen.click("In work")
        await _save(screen)
        await screen.click("Take back the finish")
        assert screen.shows("The finish is taken back.")
        assert screen.shows("Note the finish")


async def test_a_follow_up_asks_to_be_made_and_then_no_more(office: Office) -> None:
    _finished(office, 200)
    async with office.screen(route=PERSON) as screen:
        await screen.click("Time for the follow-up after six months")
        assert screen.shows("Six months have passed. Ask Ada how it is now.")
        await screen.click("Note the follow-up")
        await screen.click("Could not be reached")
        await _save(screen)
        assert screen.shows("Follow-up on Monday, 2 March")
        assert not screen.shows("Time for the follow-up")
        await screen.click("Begins anew")
        await _save(screen)
        assert screen.shows("Began on Monday, 2 March")


async def test_a_follow_up_is_spoken_of_two_weeks_before(office: Office) -> None:
    _finished(office, 170)
    async with office.screen(route=PERSON) as screen:
        assert screen.shows("Follow-up on Friday, 13 March")


async def test_a_colleagues_finish_is_not_mine_to_take_back(office: Office) -> None:
    begun = EnrolmentBegun(enrolment_id="e-1", day=TODAY - timedelta(days=30))
    office.tell(rights.SHARED, ADA, begun, COORDINATOR)
    finished = EnrolmentFinished(enrolment_id="e-1", day=TODAY, result="other")
    office.tell(rights.SHARED, ADA, finished, "account-jonas")
    async with office.screen(route=PERSON) as screen:
        await screen.click("Start and support")
        assert screen.shows("Something else")
        assert not screen.shows("Take back the finish")
        assert screen.shows("Change the finish")


async def test_a_belief_is_asked_for_quietly_noted_and_stands_beside_the_earlier(
    office: Office,
) -> None:
    wrote = MessageWritten(message_id="m-1", words="Hej")
    office.tell(rights.SHARED, ADA, wrote, COORDINATOR, NOW - timedelta(days=20))
    async with office.screen(route=PERSON) as screen:
        await screen.click("Note your own belief, for yourself")
        assert screen.shows("Only you see this: neither Ada nor your colleagues do.")
        assert screen.shows(ASKED)
        await screen.click("Note it")
        await screen.click("Save")
        assert screen.shows("Choose one of the five.")
        await screen.click("Rather much")
        await screen.type("A few words, if you want", "Kaféet bär")
        await _save(screen)
        assert screen.shows("now: Rather much")
        assert not screen.shows(ASKED)
        await screen.click("Note it anew")
        assert not screen.shows("Kaféet bär")
        await screen.click("Fully")
        await _save(screen)
        assert screen.shows("now: Fully")
        assert screen.shows("now: Rather much")
        await screen.click("At a glance")
        assert not screen.shows("Note your own belief, for yourself")
        journals = {w.entry.journal for w in office.companion.view.deeds_to_send}
        assert journals == {f"own-{ADA}"}
