"""What a person asks about what is kept of them: it is seen to wait, and is answered on a form of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mia_companion.domain import rights
from mia_companion.domain.corrections import CorrectionAsked
from mia_companion.domain.enrolments import EnrolmentBegun
from mia_companion.domain.erasures import ErasureAsked
from tests.example_data import COORDINATOR, TODAY
from tests.ui.office import Office, an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        opened.person(ADA, "Ada")
        opened.hold(rights.OWN, ADA)
        begun = EnrolmentBegun(enrolment_id="e-1", day=TODAY)
        opened.tell(rights.SHARED, ADA, begun, COORDINATOR)
        yield opened


def _entry(office: Office) -> str:
    """The start's."""
    return office.companion.view.plan(ADA).shared.enrolments["e-1"].starts[0].by.entry


def _ask(office: Office) -> None:
    asked = CorrectionAsked(correction_id="c-1", about=_entry(office), words="Jag började i april")
    office.tell(rights.SHARED, ADA, asked, ADA)


@pytest.mark.parametrize("width", [390, 1280])
async def test_what_is_said_not_to_be_right_waits_and_is_answered(
    office: Office, width: int
) -> None:
    _ask(office)
    async with office.screen(width=1280) as screen:
        assert screen.shows("Asked about what is kept")
    async with office.screen(route=PERSON, width=width) as screen:
        await screen.click("Asks about what is kept")
        assert screen.shows("About: The start")
        assert screen.shows("Jag började i april")
        await screen.click("Answer it")
        await screen.click("Send")
        assert screen.shows("Choose an answer.")
        await screen.click("It stays, with a note")
        await screen.click("Send")
        assert screen.shows("Write why first.")
        await screen.type("Why it must stay", "Enligt beslutet i mars")
        await screen.click("Send")
        assert screen.page.route == PERSON
        assert screen.shows("Enligt beslutet i mars")
        assert not screen.shows("Asks about what is kept")
    [one] = office.companion.view.plan(ADA).shared.corrections.values()
    assert one.answer
    assert one.answer.answer == "disputed"


async def test_a_decision_about_erasing_says_until_when_by_which_law_and_how_to_appeal(
    office: Office,
) -> None:
    office.tell(rights.SHARED, ADA, ErasureAsked(erasure_id="r-1"), ADA)
    async with office.screen(route=PERSON) as screen:
        await screen.click("Asks about what is kept")
        assert screen.shows("Asked that everything be erased")
        await screen.click("Answer it")
        await screen.click("It must stay")
        await screen.type("Day, as year-month-day", "2031-03-02")
        await screen.click("Send")
        assert screen.shows("Write why first.")
        await screen.type("Why it must stay", "Den måste finnas kvar")
        await screen.type("By which law", "Socialtjänstlagen")
        await screen.type("How to appeal", "Förvaltningsrätten")
        await screen.click("Send")
        assert screen.shows("It must stay until")
    [one] = office.companion.view.plan(ADA).shared.erasures.values()
    assert one.answer
    fact = one.answer.fact
    assert (fact.answer, str(fact.day), fact.law) == (
        "must_stay",
        "2031-03-02",
        "Socialtjänstlagen",
    )


async def test_the_history_tells_what_was_asked_and_answered(office: Office) -> None:
    _ask(office)
    async with office.screen(route=PERSON) as screen:
        await screen.click("History")
        assert screen.shows("Said not to be right")
        assert screen.shows("Jag började i april")
