"""The parts of a person's picture: movement, consents, network and history, exactly as far as they share."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.checkins import CheckedIn
from mia_companion.domain.consents import ConsentGiven, ConsentWithdrawn
from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.goals import GoalReworded, GoalSet
from mia_companion.domain.network import ContactAdded
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned, StepRecorded
from mia_companion.i18n.words import words_for
from tests.example_data import COORDINATOR, NOW, TODAY, consent
from tests.ui.office import Drawn, Office, an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"


def _ada(office: Office) -> None:
    office.person(ADA, "Ada")


def _pictures(screen: Drawn) -> list[str]:
    """What is said of the pictures to those who do not see them."""
    return [one.label for one in screen.controls(ft.Semantics) if one.image and one.label]


async def test_movement_is_told_in_words_pictures_and_faces(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.says(ADA, StepPlanned(step_id="s-1", words="Gå ut"))
        office.says(ADA, StepDone(step_id="s-1"))
        office.says(ADA, CheckedIn(checkin_id="c-1", feeling=4))
        office.says(ADA, AreasRated(rating_id="r-1", levels={"health": 2}))
        office.tell(
            rights.SHARED, ADA, AreasRated(rating_id="r-2", levels={"health": 4}), COORDINATOR
        )
        async with office.screen(route=PERSON) as screen:
            await screen.click("Movement")
            assert screen.shows("1 small step")
            assert screen.shows("How Ada has said that they are")
            assert screen.shows("Rather good")
            [told] = _pictures(screen)
            assert told.startswith("The way of Ada as pebbles. This week: 1 small step")
            assert screen.shows("You see this differently; it can be good to talk about.")
            assert screen.shows("Nothing here is a score.")
            assert not screen.shows("Each of them you did yourself.")


async def test_a_quiet_time_is_no_zero(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=PERSON) as screen:
            await screen.click("Movement")
            assert screen.shows("Nothing has been shared from these days.")
            assert not any(text.startswith("0") for text in screen.texts())


async def test_consents_are_read_and_never_given_here(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.says(ADA, consent())
        passed = PassedOn(
            disclosure_id="d-1", consent_id="consent-1", to_party="insurance", categories=("plan",)
        )
        office.tell(rights.SHARED, ADA, passed, COORDINATOR)
        async with office.screen(route=PERSON) as screen:
            await screen.click("Consents")
            assert screen.shows("Counts now. Ends by itself on")
            assert screen.shows("To Försäkringskassan: my plan")
            assert not screen.shows("Give a consent")
            assert not screen.shows("Take it back")
            office.says(ADA, ConsentWithdrawn(consent_id="consent-1"))
            await screen.settle()
            assert screen.shows("has given no consent, so nothing may be passed on.")
            await screen.click("What has ended (1)")
            assert screen.shows("Nothing is passed on under it.")


async def test_a_consent_that_begins_later_does_not_count_yet(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        said = consent().model_dump()
        said |= {"valid_from": TODAY + timedelta(days=3), "valid_until": TODAY + timedelta(days=30)}
        office.says(ADA, ConsentGiven(**said))
        async with office.screen(route=PERSON) as screen:
            await screen.click("Consents")
            assert screen.shows("Begins on Thursday, 5 March, until Wednesday, 1 April")
            assert not screen.shows("Counts now")


async def test_the_network_is_reached_and_added_to(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        kim = ContactAdded(contact_id="c-1", name="Kim", party="other", phone="070-000 00 31")
        office.says(ADA, kim)
        async with office.screen(route=PERSON) as screen:
            await screen.click("Network")
            assert screen.shows("Call 070-000 00 31")
            assert screen.shows("Written down · Ada")
            await screen.click("Add someone")
            await screen.click("Add")
            assert screen.shows("Write something first.")
            await screen.click("Lena Åkesson")
            await screen.click("Add")
            assert screen.page.route == PERSON
            assert screen.shows("Lena Åkesson")
            assert screen.shows("Written down · You")
            contacts = office.companion.view.plan(ADA).shared.contacts.values()
            assert {one.fact.name: one.fact.party for one in contacts} == {
                "Kim": "other",
                "Lena Åkesson": "region",
            }
            await screen.click("Undo")
            assert not screen.shows("Written down · You")


async def test_history_is_newest_first_and_keeps_the_words_before(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.says(ADA, GoalSet(goal_id="g-1", words="Orka mer", area="health"))
        anew = GoalReworded(goal_id="g-1", words="Orka en hel dag")
        office.tell(rights.SHARED, ADA, anew, ADA, NOW + timedelta(minutes=1))
        async with office.screen(route=PERSON) as screen:
            await screen.click("History")
            texts = screen.texts()
            assert texts.index("A goal in other words") < texts.index("A goal was set")
            assert texts.count("Orka mer") == 1
            await screen.click("Show the words before")
            assert screen.texts().count("Orka mer") == 2
            await screen.click("Booked times")
            assert not screen.shows("Orka mer")
            await screen.click("Everything")
            assert screen.shows("Orka mer")


@pytest.mark.parametrize("height", [400, 800])
async def test_a_long_history_comes_in_pages(tmp_path: Path, height: int) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        for n in range(70):
            said = StepRecorded(step_id=f"s-{n}", words=f"Steg {n:02}")
            office.tell(rights.SHARED, ADA, said, ADA, NOW + timedelta(minutes=n))
        async with office.screen(route=PERSON, height=height) as screen:
            await screen.click("History")
            assert _steps(screen) == 50
            assert screen.shows("Steg 69")
            assert not screen.shows("Steg 00")
            await screen.click("Show more")
            assert _steps(screen) == 70


def _steps(screen: Drawn) -> int:
    return sum(text.startswith("Steg ") for text in screen.texts())


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800), (1900, 1000), (1280, 400)])
async def test_every_part_in_every_language_and_width(
    tmp_path: Path, language: str, width: int, height: int
) -> None:
    with an_office(tmp_path, language) as office:
        _ada(office)
        office.says(ADA, StepRecorded(step_id="s-1", words="Ringde mamma"))
        async with office.screen(route=PERSON, width=width, height=height) as screen:
            t = words_for(language).t
            for part in ("Start and support", "Movement", "Consents", "Network", "History"):
                await screen.click(t(part))
                assert screen.texts().count(t(part)) >= 1
