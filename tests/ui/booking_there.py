"""Filling in the coordinator's booking form."""

from datetime import timedelta

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.directory import CoordinatorListed, MeetingTemplateListed
from tests.example_data import COORDINATOR
from tests.ui.office import Office
from tests.ui.recording import Screen

ADA, BO = "person-ada", "person-bo"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def two_people(office: Office) -> None:
    """Ada, Bo who reads Somali, and a colleague of Karin's."""
    office.person(ADA, "Ada")
    office.person(BO, "Bo", "so")
    jonas = CoordinatorListed(coordinator_id="account-jonas", name="Jonas Berg")
    office.tell(rights.DIRECTORY, None, jonas, COORDINATOR)


def a_template(office: Office, title: str = "Trepartssamtal", **more: object) -> None:
    """A common meeting of the site's."""
    fact = MeetingTemplateListed.model_validate(
        {
            "template_id": f"t-{title}",
            "title": title,
            "party": "insurance",
            "minutes": 75,
            "way": "in_person",
            "place": "Torget 1",
            "bring": "Planeringen",
            **more,
        }
    )
    office.tell(rights.DIRECTORY, None, fact, COORDINATOR)


def value_of(screen: Screen, label: str) -> str:
    """What a field says."""
    return screen.find(label, ft.TextField).value or ""


async def fill(screen: Screen, *names: str, day: str = "2026-03-05", clock: str = "9:30") -> None:
    """For whom, what and when; the form is open."""
    for name in names:
        if not screen.shows("Find someone by name"):
            await screen.click("Add someone")
        await screen.click(name)
    await screen.type("What it is about", "Frukost")
    await screen.type("Day, as", day)
    await screen.type("Time, as", clock)
