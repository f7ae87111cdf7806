"""A participant who has told of everything that there is to tell, each thing by a word of its own."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from mia_companion.domain import areas
from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.arrangements import MinutesWritten
from mia_companion.domain.checkins import CheckedIn
from mia_companion.domain.facts import Fact
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.interventions import InterventionBegun
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.milestones import MilestoneSet
from mia_companion.domain.network import ContactAdded
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.steps import StepPlanned

SECRETS = {
    "hemlig-plan": {"plan"},
    "hemlig-steg": {"plan"},
    "hemlig-halsa": {"plan", "health_notes"},
    "hemlig-vard": {"plan", "health_notes"},
    "hemlig-ekonomi": {"plan", "finance_notes"},
    "hemlig-tid-region": {"times", "health_notes"},
    "hemlig-tid-kassan": {"times"},
    "hemlig-rehab": {"health_notes"},
    "hemlig-praktik": {"work"},
    "hemlig-studier": {"work", "health_notes"},
    "hemlig-ord": {"nobody"},
    "hemlig-avtalat": {"nobody"},
    "hemlig-incheckning": {"nobody"},
    "hemlig-natverk": {"nobody"},
    "hemlig-eget": {"nobody"},
}
"""Words that are written where they belong, and all that a consent must name for each to be passed on."""

OF = {
    "hemlig-tid-region": "region",
    "hemlig-tid-kassan": "insurance",
    "hemlig-praktik": "insurance",
    "hemlig-studier": "region",
}
"""Whose it is to tell, where it is one party's."""

New = Callable[[str], str]


def of_the_participant(today: date, new: New) -> Iterator[Fact]:
    """In the shared journal."""
    for area, words in (
        (areas.STUDIES, "hemlig-plan mål"),
        (areas.HEALTH, "hemlig-halsa mål"),
        (areas.CARE, "hemlig-vard mål"),
        (areas.FINANCES, "hemlig-ekonomi mål"),
        ("a-later-area", "hemlig-ord"),
    ):
        goal = new("goal")
        yield GoalSet(goal_id=goal, words=words, area=area)
        yield MilestoneSet(milestone_id=new("milestone"), goal_id=goal, words=f"{words}, delmål")
        yield StepPlanned(step_id=new("step"), words=f"{words}, ett steg", goal_id=goal)
    yield StepPlanned(step_id=new("step"), words="hemlig-steg", day=today)
    yield StepPlanned(step_id=new("step"), words="hemlig-eget", goal_id="goal-of-ones-own")
    yield CheckedIn(checkin_id=new("checkin"), feeling=2, words="hemlig-incheckning")
    levels = dict.fromkeys((*areas.AREAS, "a-later-area"), 2)
    yield AreasRated(rating_id=new("rating"), levels=levels, words="hemlig-ord")
    yield MessageWritten(message_id=new("message"), words="hemlig-ord")
    yield ContactAdded(contact_id=new("contact"), name="hemlig-natverk", party="region")


def of_the_coordinator(today: date, new: New) -> Iterator[Fact]:
    """In the shared journal."""
    starts = datetime.combine(today + timedelta(days=900), time(9), UTC)
    for party, words in (
        (areas.REGION, "hemlig-tid-region"),
        (areas.INSURANCE, "hemlig-tid-kassan"),
    ):
        appointment = new("appointment")
        yield AppointmentBooked(
            appointment_id=appointment,
            party=party,
            title=words,
            starts_at=starts,
            place=words,
            contact=words,
            bring="hemlig-ord",
            directions="hemlig-ord",
        )
        yield MinutesWritten(
            minutes_id=new("minutes"), appointment_id=appointment, words="hemlig-avtalat"
        )
    activities: tuple[tuple[str, str | None, str], ...] = (
        ("rehabilitation", areas.INSURANCE, "hemlig-rehab"),
        ("placement", areas.INSURANCE, "hemlig-praktik"),
        ("care_contacts", areas.REGION, "hemlig-rehab"),
        ("studies", areas.REGION, "hemlig-studier"),
        ("a-later-sort", areas.REGION, "hemlig-ord"),
        ("studies", None, "hemlig-ord"),
    )
    for sort, activity_party, words in activities:
        yield InterventionBegun(
            intervention_id=new("intervention"),
            sort=sort,
            words=words,
            party=activity_party,
            first_day=today,
        )
