"""What a participant's device is told of the team: its hours, who is away, and who follows the person."""

from datetime import time, timedelta

from mia_companion.domain import rights
from mia_companion.domain.directory import CoordinatorListed, CoverListed, HoursListed
from mia_companion.domain.facts import Fact
from mia_companion.sync.listener import Came
from tests.example_data import COORDINATOR, JOURNAL, NOW, SITE, confirmed, entry, held
from tests.ui.home import DIRECTORY, Home

JONAS = "account-jonas"
JONAS_LISTED = CoordinatorListed(coordinator_id=JONAS, name="Jonas Ek", phone="070-000 00 02")
WEEK = tuple(HoursListed(weekday=n, opens=time(9), closes=time(16)) for n in range(1, 6))
KARIN_AWAY = CoverListed(
    coordinator_id=COORDINATOR,
    covered_by=JONAS,
    first_day=NOW.date() - timedelta(days=1),
    last_day=NOW.date() + timedelta(days=3),
)


def list_in_directory(home: Home, *facts: Fact) -> None:
    """These came in the site's directory."""
    info = rights.JournalInfo(id=DIRECTORY, role=rights.DIRECTORY, site=SITE)
    seq = home.companion.view.site.seq
    said = [
        entry(fact, f"listed-{seq + n:05}", journal=DIRECTORY, author=COORDINATOR)
        for n, fact in enumerate(facts, 1)
    ]
    pages = [confirmed(one, seq + n) for n, one in enumerate(said, 1)]
    home.companion.came([Came(held().model_copy(update={"info": info}), pages)])


def follow(home: Home, *coordinators: str) -> None:
    """These follow the participant now."""
    shared = held(JOURNAL).model_copy(update={"coordinators": coordinators})
    home.companion.came([Came(shared, [])])
