"""My network: who follows one now, everyone else, and how to reach them."""

from pathlib import Path

from mia_companion.domain.network import ContactAdded
from mia_companion.sync.listener import Came
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, OWN_JOURNAL, held
from tests.ui.home import Home, a_home

LENA = ContactAdded(
    contact_id="lena", name="Lena", party="region", phone="010-000 00 10", email="lena@example.org"
)


def followed(home: Home) -> None:
    """Karin is the coordinator now."""
    known = held().model_copy(update={"coordinators": (COORDINATOR,)})
    home.companion.came([Came(known, [])])


async def test_the_coordinator_and_everyone_else(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(LENA, by=COORDINATOR)
        home.tell(LENA.model_copy(update={"contact_id": "kim", "name": "Kim"}), private=True)
        followed(home)
        async with home.screen(places.NETWORK) as screen:
            for shown in ("Your coordinator", "Karin Berg", "Lena", "Kim", "Only you"):
                assert screen.shows(shown)
            opened: list[str] = []
            screen.sent.answers["launch_url"] = lambda args: opened.append(str(args["url"]))
            await screen.click("Call 010-000 00 10")
            await screen.click("Write to lena@example.org")
            assert "tel:0100000010" in opened[0]
            assert "mailto:lena@example.org" in opened[1]


async def test_someone_is_added_shared_or_for_oneself(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NETWORK) as screen:
            assert screen.shows("Nobody written down yet")
            await screen.click("Add someone")
            await screen.click("Add")
            assert screen.shows("Write something first.")
            await screen.type("Name", "Kim")
            await screen.type("Phone number", "070-000 00 03")
            await screen.click("Only you")
            await screen.click("Add")
            assert home.waiting() == [(OWN_JOURNAL, "ContactAdded")]
            assert screen.page.route == places.NETWORK
            assert screen.shows("Kim")


async def test_someone_is_said_anew_taken_off_and_brought_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(LENA)
        async with home.screen(places.NETWORK) as screen:
            await screen.click("Change Lena")
            await screen.type("What they do (if you know)", "Rehabkoordinator")
            await screen.click("Save")
            assert home.waiting() == [(JOURNAL, "ContactAdded")]
            assert screen.shows("Rehabkoordinator")
            await screen.click("Change Lena")
            await screen.click("Take off the list")
            assert not screen.shows("010-000 00 10")
            await screen.click("Undo")
            assert screen.shows("010-000 00 10")


async def test_one_that_is_gone_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.NETWORK}/nobody") as screen:
            assert screen.shows("That is not here any more.")
