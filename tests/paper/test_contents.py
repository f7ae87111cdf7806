"""What is on the paper and what is not: nothing private by itself, nothing that is over, no name."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mia_companion.domain.appointments import AppointmentBooked, AppointmentCancelled
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.goals import GoalRested, GoalSet
from mia_companion.domain.milestones import MilestoneReached, MilestoneSet
from mia_companion.domain.network import ContactAdded, ContactRemoved
from mia_companion.domain.people import ParticipantNamed
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned
from mia_companion.i18n.words import words_for
from mia_companion.paper.blocks import BOX, HEADING, NAME, Block, Sheet
from mia_companion.paper.contents import Chosen, plan_on_paper
from mia_companion.paper.telling import Beside, HelpLine
from tests.example_data import COORDINATOR, NOW, TODAY, booking, goal, step, told

HOME = ZoneInfo("Europe/Stockholm")
BESIDE = Beside(
    coordinators=(CoordinatorListed(coordinator_id=COORDINATOR, name="Karin", phone="070 1 23"),),
    help_lines=(HelpLine("Danger to life", "112", "Day and night."),),
    party=lambda party: f"party {party}",
    way=lambda way: f"way {way}",
    area=lambda area: f"area {area}",
)
VISIT = AppointmentBooked(
    appointment_id="a-1",
    party="region",
    title="Läkarbesök",
    starts_at=NOW + timedelta(days=1),
    ends_at=NOW + timedelta(days=1, hours=1),
    place="Storgatan 1",
    contact="Lena",
    bring="Brevet",
    phone="010-000 00 10",
    directions="Ta hissen",
)
SHARED: tuple[Fact, ...] = (
    ParticipantNamed(name="Amina"),
    VISIT,
    PreparationWritten(preparation_id="p-1", appointment_id="a-1", words="Fråga om sömnen"),
    goal(),
    MilestoneSet(milestone_id="m-1", goal_id="goal-1", words="Sova hela natten"),
    MilestoneSet(milestone_id="m-2", goal_id="goal-1", words="Äta frukost"),
    MilestoneReached(milestone_id="m-2"),
    StepPlanned(step_id="s-1", goal_id="goal-1", words="Gå ut", day=TODAY),
    StepPlanned(step_id="s-2", goal_id="goal-1", words="Simma", repeats=(1, 4)),
    StepPlanned(step_id="s-3", goal_id="goal-1", words="Redan gjort"),
    StepDone(step_id="s-3"),
    step("s-4", "Ringa banken", TODAY - timedelta(days=3)),
    ContactAdded(contact_id="c-1", name="Per", party="insurance", role="Handläggare", phone="011"),
    ContactAdded(contact_id="c-2", name="Borta", party="region"),
    ContactRemoved(contact_id="c-2"),
)
OWN: tuple[Fact, ...] = (
    GoalSet(goal_id="g-own", words="Hemligt mål", area="health"),
    step("s-own", "Hemligt steg"),
    booking("a-own", NOW + timedelta(days=2)).model_copy(update={"title": "Hemlig tid"}),
    PreparationWritten(preparation_id="p-2", appointment_id="a-1", words="Det jag inte vågat säga"),
    ContactAdded(contact_id="c-own", name="Min vän", party="other", phone="012"),
)
PRIVATE = ("Hemligt mål", "Hemligt steg", "Hemlig tid", "Det jag inte vågat säga", "Min vän")


def sheet(
    *shared: Fact, own: tuple[Fact, ...] = (), chosen: Chosen | None = None, tag: str = "en"
) -> Sheet:
    plan = Plan(shared=fold(EMPTY, told(*shared)), own=fold(EMPTY, told(*own)))
    return plan_on_paper(plan, BESIDE, chosen or Chosen(), words=words_for(tag), now=NOW, zone=HOME)


def blocks(found: Sheet) -> list[Block]:
    return [block for group in found.groups for block in group]


def texts(found: Sheet) -> list[str]:
    """Without the marks that nobody sees."""
    unseen = dict.fromkeys(range(0x2066, 0x206A)) | {0xA0: " "}
    return [block.text.translate(unseen) for block in blocks(found)]


def test_everything_that_is_shared_in_its_order() -> None:
    assert texts(sheet(*SHARED)) == [
        "My plan",
        "Monday, 2 March 2026",
        "My next appointments",
        "Tuesday, 3 March 09:00–10:00",
        "Läkarbesök",
        "Lena, party region",
        "way in_person, Storgatan 1",
        "Ta hissen",
        "Phone: 010-000 00 10",
        "Bring: Brevet",
        "What I want to say:",
        "Fråga om sömnen",
        "My goals and steps",
        "Orka mer",
        "area health",
        "Milestone: Sova hela natten",
        "Milestone, reached: Äta frukost",
        "Gå ut (Monday, 2 March)",
        "Simma (every Monday and Thursday)",
        "Small steps",
        "Ringa banken",
        "People around me",
        "Karin",
        "Phone: 070 1 23",
        "Your coordinator",
        "Per",
        "Phone: 011",
        "Handläggare, party insurance",
        "Help now",
        "Danger to life",
        "Phone: 112",
        "Day and night.",
    ]


def test_what_is_only_ones_own_is_there_when_it_was_chosen_and_not_before() -> None:
    without = "\n".join(texts(sheet(*SHARED, own=OWN)))
    assert not any(words in without for words in PRIVATE)
    assert without == "\n".join(texts(sheet(*SHARED)))
    found = "\n".join(texts(sheet(*SHARED, own=OWN, chosen=Chosen(only_mine=True))))
    assert all(words in found for words in PRIVATE)
    assert "party other" not in found


def test_the_name_of_the_person_is_nowhere() -> None:
    assert "Amina" not in "\n".join(texts(sheet(*SHARED, own=OWN)))


@pytest.mark.parametrize("part", ["times", "path", "people", "help_now"])
def test_each_part_can_be_left_out(part: str) -> None:
    parts = {"times": "appointments", "path": "goals", "people": "People", "help_now": "Help now"}
    found = sheet(*SHARED, chosen=Chosen(**{part: False}))
    headings = [block.text for block in blocks(found) if block.style == HEADING]
    assert len(headings) == 3
    assert not any(parts[part] in heading for heading in headings)
    assert not Chosen(times=False, path=False, people=False, help_now=False).anything


def test_what_is_over_cancelled_or_at_rest_is_not_there() -> None:
    over = booking("a-2", NOW - timedelta(days=1))
    cancelled = booking("a-3", NOW + timedelta(days=3))
    found = texts(
        sheet(
            over,
            cancelled,
            AppointmentCancelled(appointment_id="a-3", revision="entry-0002"),
            goal(),
            GoalRested(goal_id="goal-1"),
        )
    )
    assert "Läkarbesök" not in found
    assert "Nothing is booked ahead." in found
    assert "My goals and steps" not in found


def test_a_heading_stays_with_what_follows_it() -> None:
    for group in sheet(*SHARED).groups:
        assert group[-1].style not in (HEADING, NAME)


def test_steps_have_a_box_to_tick_with_a_pen() -> None:
    boxes = [block.text for block in blocks(sheet(*SHARED)) if block.mark == BOX]
    assert len(boxes) == 4


def test_a_number_stands_in_one_order_and_on_one_line_in_arabic() -> None:
    (line,) = [block.text for block in blocks(sheet(*SHARED, tag="ar")) if "010" in block.text]
    assert "\u2066010-000\u00a000\u00a010\u2069" in line


def test_a_day_of_another_year_says_its_year() -> None:
    far = booking("a-9", datetime(2027, 1, 12, 9, tzinfo=UTC))
    assert "Tuesday, 12 January 2027 10:00" in texts(sheet(far))
    assert date(2027, 1, 12) > TODAY


def test_own_words_keep_their_lines_without_empty_ones() -> None:
    (said,) = [one for one in texts(sheet(step("s", "Ett\n\n\n  två   tre \n"))) if "två" in one]
    assert said == "Ett\ntvå tre"
