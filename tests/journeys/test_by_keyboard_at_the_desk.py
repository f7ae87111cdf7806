"""The coordinator's and the administrator's ways by keyboard alone, on a wide page."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from mia_companion.domain.areas import INFO_CATEGORIES
from mia_companion.ui.components.consent_words import TEXT_VERSION, category_name
from tests.journeys.cast import Company
from tests.journeys.keyboard import Keyboard
from tests.journeys.person import DESKTOP, person
from tests.journeys.stage import BERIT_EMAIL, EMAIL, JONAS, PASSWORD
from tests.journeys.ways import SWEDISH, a_week_on

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300), pytest.mark.long]
TITLE = "Möte på Mötesplatsen"
_CATEGORY = category_name(SWEDISH, INFO_CATEGORIES[0]).capitalize()


@contextmanager
def at_the_desk(company: Company, email: str) -> Iterator[Keyboard]:
    """Somebody who signs in with a password, from the first screen on."""
    words = SWEDISH
    with person(company.browser, company.stage.coordinator, DESKTOP) as anna:
        hands = Keyboard(anna)
        anna.open("/sign-in")
        hands.press(words.language.own_name)
        hands.write(words.t("E-mail"), email)
        hands.write(words.t("Password"), PASSWORD)
        hands.key("Enter", then=words.t("Sign out"))
        yield hands
        assert not anna.left


def test_a_coordinators_day(company: Company) -> None:
    t, c, name = SWEDISH.t, SWEDISH.c, "Samira Skrivbord"
    invited = company.invited(name)
    company.phone(invited.code, lambda app: app.do.messages.write("Hinner du ringa?"))
    with at_the_desk(company, EMAIL) as hands:
        # from the list to the person, past the other rows, and to what is done with them
        opened = hands.press(name, then=t("Suggest a step"))
        assert opened.is_called(name, "heading"), opened
        hands.press(t("Suggest a step"), then=t("Suggest it"))
        hands.write(t("The step"), "Ring biblioteket")
        hands.press(t("Suggest it"), then=t("Suggested. The participant decides."))
        hands.press(t("Book a time"), then=t("Book the time"))
        hands.key("Escape", then=t("Suggest a step"))
        hands.press(t("Book a time"), then=t("Book the time"))
        hands.write(t("What it is about, in a few words"), TITLE)
        hands.write(t("Day, as year-month-day"), a_week_on())
        hands.write(t("Time, as hours:minutes"), "09:00")
        hands.press(t("Book the time"), then=TITLE)
        # an answer, written and sent without leaving the field
        hands.press(c("desk", "Messages"), then=t("Search by name or words"))
        hands.press(name, then=t("Waits for an answer"))
        hands.write(t("Write a message"), "I eftermiddag.")
        hands.key("Control+Enter", then=t("Done: you wrote last"))
        # the calendar, as a week and as a day, and to the next by headings
        hands.press(c("desk", "Calendar"), then=t("The week after"))
        hands.press(t("The week after"), then=TITLE)
        hands.press(c("calendar", "Day"), then=t("The day after"))
        hands.press(t("Week"), then=t("The week after"))


def test_what_a_coordinator_asks_and_hands_over(company: Company) -> None:
    t, c, name = SWEDISH.t, SWEDISH.c, "Samira Byter Bord"
    invited = company.invited(name)
    company.phone(invited.code, lambda app: app.do.wellbeing.check_in(3, private=False))
    with at_the_desk(company, EMAIL) as hands:
        hands.press(name, then=t("Suggest a step"))
        hands.press(t("Consents"), key="Space", then=t("Write down a consent"))
        hands.press(t("Write down a consent"), then=t("Which day was it said?"))
        hands.press(
            _CATEGORY,
            then=t("Text {version}", version=TEXT_VERSION),
        )
        hands.press(t("On paper, signed"), key="Space")
        hands.press(
            t("Write it down"),
            then=t("Written down. The participant sees it at once, and can take it back."),
        )
        hands.press(t("Hand over to a colleague"), then=t("Who takes over?"))
        hands.press(JONAS, key="Space")
        hands.press(t("Hand over"), then=t("Yes, hand over to {other}", other=JONAS))
        hands.press(
            t("Yes, hand over to {other}", other=JONAS),
            then=t("{name} is handed over to {other}.", name=name, other=JONAS),
        )
        hands.press(c("desk", "Our team"), then=t("Results"))
        hands.press(t("Results"), then=t("What has been published"))
        hands.key("Escape", then=t("Results"))


def test_an_administrator_makes_a_coordinator(company: Company) -> None:
    t = SWEDISH.t
    with at_the_desk(company, BERIT_EMAIL) as hands:
        hands.press("MIA Vidare Prov", then=t("Add a coordinator"))
        hands.press(t("Add a coordinator"), then=t("Make the account"))
        hands.write(t("Name"), "Tova Tangent")
        hands.write(t("E-mail"), "tova@prov.example")
        hands.press(t("Make the account"), then=t("A password for {name}", name="Tova Tangent"))
        hands.press(t("I have handed it over"), then="Tova Tangent")
