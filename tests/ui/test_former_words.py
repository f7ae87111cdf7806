"""Wherever words can be said anew, those that stood before are a tap away, and can stand again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mia_companion.domain.network import ContactAdded
from mia_companion.ui import places
from tests.example_data import COORDINATOR, PARTICIPANT
from tests.ui.home import Home, a_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with a_home(tmp_path) as made:
        yield made


@pytest.mark.parametrize("who", [PARTICIPANT, COORDINATOR])
async def test_somebody_said_anew_can_be_said_as_before(home: Home, who: str) -> None:
    lena = ContactAdded(contact_id="lena", name="Lena", party="region", phone="010-1")
    home.tell(lena, by=COORDINATOR)
    home.tell(lena.model_copy(update={"phone": "010-2"}), by=who)
    async with home.screen(f"{places.NETWORK}/lena") as screen:
        assert not screen.shows("010-1\n")
        await screen.click("What it said before (1)")
        assert screen.shows("Karin Berg")
        await screen.click("Use these words")
        contact = home.companion.view.plan().contact("lena")
        assert contact is not None
        assert contact.fact.phone == "010-1"


async def test_the_plan_for_bad_days_and_a_check_in_keep_the_words_before(home: Home) -> None:
    home.do.bad_days.write("helps", "Sova")
    home.do.bad_days.write("helps", "En promenad")
    async with home.screen(places.BAD_DAYS) as screen:
        await screen.click("What it said before (1)")
        assert screen.shows("Sova")
        await screen.click("Use these words")
        assert home.companion.view.bad_days.parts["helps"] == "Sova"
    done = home.do.wellbeing.check_in(3, "Trött", private=True)
    home.do.wellbeing.word_check_in(done.item, "Lite trött")
    async with home.screen(places.WRITTEN) as screen:
        await screen.click("By you")
        await screen.click("Change the words")
        await screen.type("In your own words", "Mycket trött")
        await screen.click("Save")
        assert home.companion.view.plan().own.checkins[done.item].words == "Mycket trött"
        assert screen.page.route == places.WRITTEN
    home.do.wellbeing.word_check_in(done.item, "Lite trött")
    async with home.screen(places.TODAY) as screen:
        await screen.click("What it said before (2)")
        await screen.click("Use these words")
        assert home.companion.view.plan().own.checkins[done.item].words == "Mycket trött"
