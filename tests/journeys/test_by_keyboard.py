"""Every way through the app by keyboard alone: after each key the focus is where it makes sense."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from playwright.sync_api import expect

from mia_companion.demo.tellers import Teller
from mia_companion.domain.areas import INFO_CATEGORIES, REGION
from mia_companion.i18n.words import Words
from mia_companion.ui.components.consent_words import category_name
from mia_companion.ui.components.levels import feeling_name
from tests.journeys.cast import Company
from tests.journeys.keyboard import Keyboard
from tests.journeys.person import PATIENCE_MS, PHONE, person

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


ASLEEP = "flt-semantics-placeholder"
TITLE = "Möte på Mötesplatsen"


@contextmanager
def at_a_keyboard(company: Company, words: Words, name: str) -> Iterator[tuple[Keyboard, str]]:
    """Somebody new, from the first screen to Today; and their id."""
    invited = company.invited(name)
    with person(
        company.browser,
        company.stage.participant,
        PHONE,
        dark=words.language.rtl,
        language=words.language.tag,
    ) as samira:
        hands = Keyboard(samira)
        samira.page.goto(samira.home)
        samira.page.wait_for_selector(ASLEEP, state="attached", timeout=90_000)
        samira.page.keyboard.press("Tab")  # wakes the tree that screen readers read
        samira.page.wait_for_selector("flt-semantics", timeout=PATIENCE_MS)
        code = words.t("The code from your coordinator")
        for _ in range(3):  # a press that falls while the screen is being drawn is repeated
            hands.press(words.language.own_name)
            with suppress(AssertionError):
                field = samira.page.get_by_role("textbox", name=code, exact=True)
                expect(field).to_be_attached(timeout=8_000)
                break
        hands.write(code, invited.code)
        hands.press(words.t("Go on"), then=words.t("I did something good"))
        yield hands, invited.participant
        assert not samira.left


def test_what_one_does_most(company: Company, words: Words) -> None:
    t, c = words.t, words.c
    with at_a_keyboard(company, words, "Samira Tangent") as (hands, _):
        roles = [one.role for one in hands.walk()]
        assert roles == ["heading", *["button"] * (len(roles) - 6), *["tab"] * 5], roles
        hands.press(t("I did something good"), then=t("What did you do?"))
        hands.write(t("What you did"), "Gick ut")
        hands.key("Enter", then=t("Good that you did. It is written down."))
        hands.press(c("place", "Messages"), "tab", then=t("Write a message"))
        hands.write(t("Write a message"), "Hej Anna")
        hands.key("Control+Enter", then=t("Arrived"))
        hands.press(t("Help now"), then="112", back=True)
        back = hands.key("Escape", then=t("Write a message"))
        assert back.is_called(t("Help now"), "button"), back


@pytest.mark.long
def test_a_participants_days(company: Company, words: Words) -> None:
    t, c = words.t, words.c
    with at_a_keyboard(company, words, "Samira Hela") as (hands, who):
        company.office(partial(_book, who))
        # a small step, done, undone, done with a key, and said how it went
        hands.press(c("place", "My path"), "tab", then=t("Plan a small step"))
        hands.press(t("Plan a small step"), then=t("What do you want to do?"))
        hands.write(t("What do you want to do?"), "Gå till biblioteket")
        hands.press(t("Plan it"), then="Gå till biblioteket")
        hands.press(c("place", "Today"), "tab", then="Gå till biblioteket")
        hands.press(t("Done"), then=t("Undo"))
        hands.press(t("Undo"), then="Gå till biblioteket")
        hands.press(t("Done"), then=t("Undo"))
        hands.key("Control+z", then="Gå till biblioteket")
        hands.press(t("How did it go?"), then=t("I tried"))
        hands.who.breathe()
        hands.press(t("I tried"), then=t("Undo"))
        # how one is
        hands.press(feeling_name(words, 4), key="Space", then=t("How you are today"))
        hands.press(t("Put a word to it"), then=t("In your own words"))
        hands.write(t("In your own words"), "Sov bra")
        hands.press(t("Save"), then="Sov bra")
        # a time: yes, and then rather another one
        hands.press(c("place", "Times"), "tab", then=TITLE)
        hands.press(TITLE, then=t("I will come"))
        hands.press(t("I will come"), then=t("Undo"))
        hands.who.breathe()
        hands.press(t("Ask for another time"), then=t("What would fit better? (if you want)"))
        hands.write(t("What would fit better? (if you want)"), "Efter lunch")
        hands.press(t("Ask"), then=t("You have asked for another time"))
        back = hands.key("Escape", then=TITLE)
        assert back.is_called(TITLE, "button"), back
        # a ready phrase, and sent
        hands.press(c("place", "Messages"), "tab", then=t("Write a message"))
        hands.press(t("Ready phrases"), then=t("Back to the messages"))
        hands.key("Escape", then=t("Ready phrases"))
        hands.press(t("Ready phrases"), then=t("Back to the messages"))
        hands.press(t("I am on my way."), then=t("Send"))
        hands.press(t("Send"), then=t("Arrived"))


@pytest.mark.long
def test_what_a_participant_decides(company: Company, words: Words) -> None:
    t, c = words.t, words.c
    with at_a_keyboard(company, words, "Samira Val") as (hands, _):
        # a consent, and taken back
        hands.press(c("place", "Me"), "tab", then=t("Consents"))
        hands.press(t("Consents"), then=t("Give a consent"))
        hands.press(t("Give a consent"), then=t("Who may tell?"))
        hands.press(
            _large(category_name(words, INFO_CATEGORIES[0])),
            key="Space",
            then=t("This is what you say yes to"),
        )
        hands.press(t("Yes, I give this consent"), then=t("Take it back"))
        hands.press(t("Take it back"), then=t("Give a consent"))
        hands.key("Escape", then=t("How it looks and reads"))
        # how it looks
        hands.press(t("How it looks and reads"), then=t("Text size"))
        hands.press(t("Larger"))
        hands.press(t("Dark") if not words.language.rtl else t("Light"))
        hands.press(t("As it is"))
        hands.key("Escape", then=t("How it looks and reads"))
        # hidden, and back with three times Enter
        hands.press(t("Hide the app"), back=True)
        for key in ("Enter", "Space"):
            hands.who.page.keyboard.press(key)
            hands.who.breathe()
        hands.key("Enter", then=t("I did something good"))
        # a PIN, locked and unlocked
        hands.press(c("place", "Me"), "tab", then=t("Lock and hide"))
        hands.press(t("Lock and hide"), then=t("Choose a PIN"))
        hands.press(t("Choose a PIN"), then=t("A new PIN, 4 to 8 digits"))
        for asked in (t("A new PIN, 4 to 8 digits"), t("The same once more")):
            hands.who.sees(asked)
            hands.write(asked, "2846")
            hands.key("Enter")
        hands.press(t("Back to Lock and hide"), then=t("Lock now"))
        hands.press(t("Lock now"), then=t("Your PIN"))
        hands.write(t("PIN"), "2846")
        hands.key("Enter", then=t("Lock and hide"))


async def _book(who: str, anna: Teller) -> None:
    starts = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    anna.do.appointments.book(TITLE, REGION, starts, place="Torget 3", participant=who)


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]
