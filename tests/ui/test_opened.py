"""Pages that are shown are written down as opened, and the participant reads who it was, day by day."""

from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.domain import rights
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.facts import read_fact
from mia_companion.domain.openings import (
    CONSENTS,
    FORM,
    GLANCE,
    HISTORY,
    MESSAGES,
    SUPPORT,
    TIMES,
    PersonOpened,
)
from mia_companion.domain.rights import SERVER
from mia_companion.sync.listener import Came
from mia_companion.ui import places
from mia_companion.wire.opened import EVERYTHING, FETCHED, Look, Opened
from tests.example_data import COORDINATOR, NOW, TODAY, confirmed, entry, held
from tests.ui.calendar_there import booked
from tests.ui.home import DIRECTORY, Home, a_home
from tests.ui.inbox_there import ADA, BO, fill
from tests.ui.office import Office, an_office
from tests.ui.team import JONAS, JONAS_LISTED

PERSON = f"/person/{ADA}"
DAY = timedelta(days=1)


def written(office: Office) -> list[tuple[str, str]]:
    """Whose pages and which part, in the order in which it was written down."""
    found = [(w.entry.journal, read_fact(w.entry.body)) for w in office.companion.view.outbox]
    return [
        (journal.removeprefix("shared-"), fact.part)
        for journal, fact in found
        if isinstance(fact, PersonOpened)
    ]


@pytest.mark.parametrize(("width", "first"), [(1280, GLANCE), (390, MESSAGES)])
async def test_each_part_that_is_looked_at_is_written_down_once(
    tmp_path: Path, width: int, first: str
) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=PERSON, width=width) as screen:
            assert written(office) == [(ADA, first)]
            for part in ("Start and support", "History", "Start and support"):
                await screen.click(part)
            assert written(office) == [(ADA, first), (ADA, SUPPORT), (ADA, HISTORY)]
            office.says(ADA, PersonOpened(part=CONSENTS, day=TODAY))  # redrawn, and nothing more
            await screen.settle()
            office.clock.pass_by(days=1)
            await screen.click("Consents")
            assert written(office)[3:] == [(ADA, CONSENTS)]


async def test_the_inbox_a_meeting_and_a_form_are_pages_too_and_a_list_is_not(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        booked(office, ADA, "a-1")
        for route in ("/", places.INBOX, places.CALENDAR):
            async with office.screen(route=route):
                assert written(office) == [], route
        async with office.screen(route=f"{places.INBOX}/{BO}/step:s-1"):
            assert written(office) == [(BO, MESSAGES)]
        async with office.screen(route=f"{places.CALENDAR}/meeting/{ADA}/a-1"):
            assert written(office)[1:] == [(ADA, TIMES)]
        async with office.screen(route=f"{PERSON}/book"):
            assert written(office)[2:] == [(ADA, FORM)]
        async with office.screen(route="/person/somebody-else/book"):
            assert len(written(office)) == 3


async def test_who_is_read_is_not_moved_in_the_list_nor_shown_as_new(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        office.tell(rights.DIRECTORY, None, JONAS_LISTED, COORDINATOR)
        async with office.screen(route=PERSON) as screen:
            before = [text for text in screen.texts() if text in ("Ada", "Bo", "Cilla")]
            for part in (GLANCE, MESSAGES, HISTORY):
                fact = PersonOpened(part=part, day=TODAY)
                office.tell(rights.SHARED, ADA, fact, JONAS, NOW)
            await screen.settle()
            assert "New" not in screen.texts()
            assert [text for text in screen.texts() if text in ("Ada", "Bo", "Cilla")] == before


def _directory(home: Home) -> None:
    site = rights.JournalInfo(id=DIRECTORY, role=rights.DIRECTORY, site="site-west")
    said = entry(
        CoordinatorListed(coordinator_id=JONAS, name="Jonas Ek", ended=True),
        "site-00009",
        journal=DIRECTORY,
        author=COORDINATOR,
    )
    came = Came(held().model_copy(update={"info": site}), [confirmed(said, 3)])
    home.companion.came([came])


def _opens(home: Home, part: str, by: str = COORDINATOR, away: str = "") -> None:
    day = home.clock.now.date()
    home.tell(PersonOpened(part=part, day=day, in_place_of=away), by=by)


async def test_without_a_network_what_the_apps_wrote_is_there_one_tap_from_me(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        _directory(home)
        _opens(home, GLANCE)
        _opens(home, MESSAGES)
        home.clock.pass_by(days=1)
        _opens(home, CONSENTS, by=JONAS, away=COORDINATOR)
        async with home.screen(places.ME) as screen:
            await screen.click("Who has opened my pages")
            assert screen.page.route == places.OPENED
            assert screen.shows("The server could not be asked just now.")
            texts = screen.texts()
            newest, oldest = (texts.index(day) for day in ("Tuesday, 3 March", "Monday, 2 March"))
            assert newest < texts.index("Jonas Ek") < oldest < texts.index("Karin Berg")
            assert screen.shows("In place of Karin Berg, who was away")
            every = "Opened: messages, goals and steps, booked times and the team's notes"
            assert every in screen.texts()
            assert screen.shows("The first time that day at 08:00")
            assert screen.shows("Ask about this in a message")
        assert home.waiting() == [], "looking at this leaves no trace"


async def test_what_the_server_knows_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = NOW + timedelta(minutes=5)
    answer = Opened(
        looks=(
            Look(day=TODAY, account=JONAS, what=FETCHED, at=at),
            Look(day=TODAY - DAY, account=SERVER, what=EVERYTHING, at=at - DAY),
        ),
        late=(),
        since=TODAY - 30 * DAY,
    )

    async def asked() -> Opened:
        return answer

    with a_home(tmp_path) as home:
        _directory(home)
        monkeypatch.setattr(home.do.openings, "asked", asked)
        async with home.screen(places.CONSENTS) as screen:
            await screen.click("Who has opened my pages")
            assert screen.shows(
                "The app of Jonas Ek got what was new. It is not known that anything"
            )
            assert screen.shows("Those who run MIA at the authority")
            assert screen.shows("Took out everything that is kept about you, as a file")
            assert not screen.shows("Which device got something")
            await screen.click("What this cannot tell")
            assert screen.shows("Which device got something before Saturday, 31 January.")
            assert not screen.shows("could not be asked")


async def test_a_year_of_days_is_shown_in_pages(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        for _ in range(40):
            _opens(home, MESSAGES)
            home.clock.pass_by(days=1)
        async with home.screen(places.OPENED) as screen:
            assert screen.texts().count("Karin Berg") == 14
            assert not screen.shows("Ask about this in a message")
            await screen.click("Show more")
            await screen.click("Show more")
            assert screen.texts().count("Karin Berg") == 40
            assert screen.shows("Ask about this in a message")
