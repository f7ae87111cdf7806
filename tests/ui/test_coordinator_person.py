"""One person's picture: live, honest about what is read, and silent about what is private."""

from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.domain import rights
from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentConfirmed,
    AppointmentMoved,
)
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned, StepRecorded
from mia_companion.store.outbox import REFUSED
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Office, an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"


@pytest.fixture
def booked() -> AppointmentBooked:
    return AppointmentBooked(
        appointment_id="a-1",
        party="region",
        title="Läkarbesök",
        starts_at=NOW + timedelta(days=2),
        ends_at=NOW + timedelta(days=2, hours=1),
        place="Storgatan 1",
        bring="Legitimation",
    )


def _ada(office: Office) -> None:
    office.person(ADA, "Ada")
    office.says(ADA, GoalSet(goal_id="g-1", words="Orka mer", area="health"))
    office.says(ADA, StepPlanned(step_id="s-1", words="Gå ut", goal_id="g-1"))


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize("width", [390, 1000, 1280, 1900])
async def test_in_every_language_and_width(
    tmp_path: Path, booked: AppointmentBooked, language: str, width: int
) -> None:
    with an_office(tmp_path, language) as office:
        _ada(office)
        office.says(ADA, booked)
        office.says(ADA, MessageWritten(message_id="m-1", words="Hej Karin"))
        async with office.screen(route=PERSON, width=width) as screen:
            assert screen.shows("Ada")
            assert screen.shows("Hej Karin")
            if width >= 1280:
                assert screen.shows("Orka mer")
                assert screen.shows("Läkarbesök")


async def test_what_comes_while_it_is_open_is_new(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=PERSON) as screen:
            assert "New" not in screen.texts()
            office.says(ADA, StepDone(step_id="s-1", note="Solen sken"))
            await screen.settle()
            assert screen.texts().count("New") == 2
            assert screen.shows("Did a step now: Gå ut")
            assert screen.shows("Solen sken")
            office.says(ADA, StepRecorded(step_id="s-2", words="Ringde mamma"))
            await screen.settle()
            assert screen.shows("Steps on their own")


async def test_opening_reads_and_later_messages_wait_for_an_act(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.says(ADA, MessageWritten(message_id="m-1", words="Hej"))
        async with office.screen(route=PERSON) as screen:
            assert office.companion.view.plan(ADA).unread(COORDINATOR) == 0
            office.says(ADA, MessageWritten(message_id="m-2", words="Är du där?"))
            await screen.settle()
            assert screen.shows("1 new message")
            await screen.click("I have read this")
            assert not screen.shows("1 new message")


async def test_an_answer_is_written_and_the_draft_is_kept(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.person("person-bo", "Disa")
        async with office.screen(route=PERSON) as screen:
            await screen.click("Send")
            assert screen.shows("Write something first.")
            await screen.type("Write a message", "Vad fint")
            await screen.click("Disa")
            assert not screen.shows("Vad fint")
            await screen.click("Ada")
            assert screen.shows("Vad fint")
            await screen.click("Send")
            assert screen.shows("Waiting to be sent")
            assert [m.words for m in office.companion.view.plan(ADA).thread()] == ["Vad fint"]
            assert office.do.drafts.read(f"message:{ADA}") == ""


async def test_notes_are_the_teams(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Ada does not see them here")
            assert screen.shows("What Ada keeps private is not shown here")
            await screen.type("Write a note to the team", "Ring efter tio")
            await screen.click("Save the note")
            notes = office.companion.view.picture(rights.TEAM, ADA).notes.values()
            assert [note.words for note in notes] == ["Ring efter tio"]
            assert screen.shows("Karin Berg · now")


async def test_the_answer_to_a_time_is_seen(tmp_path: Path, booked: AppointmentBooked) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.tell(rights.SHARED, ADA, booked, COORDINATOR)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("No answer yet")
            assert screen.shows("To bring: Legitimation")
            revision = office.companion.view.plan(ADA).appointments[0].now.id
            office.says(ADA, AppointmentConfirmed(appointment_id="a-1", revision=revision))
            await screen.settle()
            assert screen.shows("Said yes now")


async def test_a_proposal_is_taken(tmp_path: Path, booked: AppointmentBooked) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.says(ADA, booked)
        first = office.companion.view.plan(ADA).appointments[0].now.id
        for days in (3, 5):
            moved = AppointmentMoved(
                appointment_id="a-1", revision=first, starts_at=NOW + timedelta(days=days)
            )
            office.says(ADA, moved)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Another time was proposed")
            await screen.click("Take this time")
            standing = office.companion.view.plan(ADA).appointments[0].now
            assert standing.starts_at == NOW + timedelta(days=5)


async def test_cancelling_can_be_undone(tmp_path: Path, booked: AppointmentBooked) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.says(ADA, booked)
        async with office.screen(route=PERSON) as screen:
            await screen.click("Cancel the time")
            assert screen.shows("Cancelled now")
            assert screen.shows("Undo")


async def test_what_was_refused_stays_with_its_words(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=PERSON) as screen:
            done = office.do.messages.write("Viktigt", participant=ADA)
            office.companion.store.outbox.mark([(REFUSED, "access-ended", done.entry)])
            office.companion.outbox_changed()
            await screen.settle()
            assert screen.shows("You do not work with this person now")
            assert screen.shows("Viktigt")
            await screen.click("Take it away")
            assert not screen.shows("Viktigt")


async def test_a_stranger_is_not_shown(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        for width in (390, 1280):
            async with office.screen(route="/person/person-of-others", width=width) as screen:
                assert screen.shows("There is nothing here")


async def test_a_zoomed_page_shows_one_part_at_a_time(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=PERSON, width=1280, height=400) as screen:
            assert not screen.shows("Orka mer")
            await screen.click("Goals and steps")
            assert screen.shows("Orka mer")
            await screen.click("Team notes")
            assert screen.shows("Save the note")
