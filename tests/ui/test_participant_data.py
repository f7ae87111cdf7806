"""My data: the file with everything, what is not right, and what is erased, each on a screen of its own."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.domain.corrections import DISPUTED, CorrectionAnswered, CorrectionAsked
from mia_companion.domain.enrolments import EnrolmentBegun
from mia_companion.domain.erasures import STAYS, ErasureAnswered, ErasureAsked
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, TODAY
from tests.ui.at_work import Counted, Working
from tests.ui.home import Home, a_home
from tests.world import a_world


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with a_home(tmp_path) as made:
        yield made


async def test_what_others_wrote_is_said_not_to_be_right_and_the_answer_is_seen(home: Home) -> None:
    home.tell(EnrolmentBegun(enrolment_id="e-1", day=TODAY), by=COORDINATOR)
    async with home.screen(places.DATA) as screen:
        await screen.click("All that is written")
        assert screen.shows("The start, ")
        assert not screen.shows("Orka mer"), "what one wrote oneself stands under the other chip"
        await screen.click("This is not right")
        await screen.click("Send")
        assert screen.shows("Write something first.")
        await screen.type("How is it instead?", "Jag började i april")
        await screen.click("Send")
        assert home.waiting() == [(JOURNAL, "CorrectionAsked")]
        assert screen.page.route == places.WRITTEN
        assert screen.shows("You say: Jag började i april")
        assert screen.shows("Waits for an answer")
        await screen.click("By you")
        for words in ("Orka mer", "Det jag inte sagt", "Only you"):
            assert screen.shows(words)


async def test_a_correction_that_waits_is_taken_back_and_an_answer_stands(home: Home) -> None:
    home.tell(EnrolmentBegun(enrolment_id="e-1", day=TODAY), by=COORDINATOR)
    about = f"{JOURNAL}-{home._seq[JOURNAL]:05}"
    home.tell(CorrectionAsked(correction_id="c-1", about=about, words="I april"))
    asking = f"{JOURNAL}-{home._seq[JOURNAL]:05}"
    async with home.screen(places.WRITTEN) as screen:
        await screen.click("See all of it")
        await screen.click("Take back")
        assert home.waiting() == [(JOURNAL, "Undone")]
        assert not screen.shows("You say: I april")
    home.tell(CorrectionAsked(correction_id="c-2", about=about, words="I maj"))
    asking = f"{JOURNAL}-{home._seq[JOURNAL]:05}"
    answer = CorrectionAnswered(
        correction_id="c-2", asking=asking, answer=DISPUTED, words="Enligt beslutet i mars"
    )
    home.tell(answer, by=COORDINATOR)
    async with home.screen(places.WRITTEN) as screen:
        assert screen.shows("It stays, with a note that you do not agree")
        await screen.click("See all of it")
        assert screen.shows("Enligt beslutet i mars")
        assert not screen.shows("Take back")


async def test_all_is_asked_to_be_erased_and_the_answer_says_why_and_how_to_appeal(
    home: Home,
) -> None:
    async with home.screen(places.DATA) as screen:
        await screen.click("Ask that the rest is erased")
        await screen.type("Why, if you want to say it", "Jag vill inte vara med")
        await screen.click("Ask")
        assert home.waiting() == [(JOURNAL, "ErasureAsked")]
        assert screen.shows("Waits for an answer")
        assert not screen.shows("Why, if you want to say it")
        await screen.click("Take back")
        assert screen.shows("Why, if you want to say it")
    home.tell(ErasureAsked(erasure_id="r-1", words=""))
    answer = ErasureAnswered(
        erasure_id="r-1",
        asking=f"{JOURNAL}-{home._seq[JOURNAL]:05}",
        answer=STAYS,
        day=TODAY + timedelta(days=400),
        reason="Den måste finnas kvar",
        law="Socialtjänstlagen",
        appeal="Förvaltningsrätten",
    )
    home.tell(answer, by=COORDINATOR)
    async with home.screen(places.DATA) as screen:
        assert screen.shows("It must stay until")
        await screen.click("Ask that the rest is erased")
        for words in (
            "It must stay until", "2027", "Den måste finnas kvar", "By which law: Socialtjänstlagen",
            "How to appeal: Förvaltningsrätten",
        ):  # fmt: skip
            assert screen.shows(words)


async def test_without_a_connection_what_is_mine_stays_and_it_says_so(home: Home) -> None:
    async with home.screen(places.ERASE_OWN) as screen:
        assert screen.shows("1 thing written")
        await screen.click("Erase it")
        await screen.click("No, go back")
        assert not screen.shows("Yes, erase it")
        await screen.click("Erase it")
        await screen.click("Yes, erase it")
        assert not screen.shows("It is erased.")
        assert len(home.companion.view.picture("own").steps) == 1


async def test_what_is_mine_is_erased_by_one_yes(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        _, phone, _ = await world.people()
        phone.do.choices.language("en")
        phone.do.path.plan_step("Det jag inte sagt", private=True)
        await phone.sync()
        phone.transport = Counted(world.network)
        async with Working(phone, places.ERASE_OWN, 360) as screen:
            await screen.click("Erase it")
            await screen.click("Yes, erase it")
            await screen.sees("It is erased.")
            await screen.clicks("Back")
        assert not phone.companion.view.picture("own").steps
