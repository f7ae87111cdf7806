"""A list of which only what is seen is in the tree: the keyboard moves it on, to its end and back."""

import pytest

from mia_companion.demo.tellers import Teller
from tests.journeys.cast import Company
from tests.journeys.keyboard import Focus, Keyboard
from tests.journeys.stage import EMAIL
from tests.journeys.test_by_keyboard_at_the_desk import at_the_desk
from tests.journeys.ways import SWEDISH

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300), pytest.mark.long]
t, c = SWEDISH.t, SWEDISH.c
NAME, STEPS, THREADS = "Samira Trådar", 60, 24
MOVED = """() => Math.max(...[...document.querySelectorAll('flt-semantics-host [style*="-y: scroll"]')]
  .filter(({ textContent }) => textContent.includes('Steg ')).map(({ scrollTop }) => scrollTop))"""
"""Pixels that the list has been scrolled."""
FAR = 1500


def test_a_long_list_is_gone_through_to_its_end_and_back(company: Company) -> None:
    invited = company.invited(NAME)
    company.phone(invited.code, _ask_about_each)
    with at_the_desk(company, EMAIL) as hands:
        hands.press(c("desk", "Messages"), then=t("Search by name or words"))
        hands.at(t("Search by name or words"), "textbox")
        in_tree = hands.who.page.get_by_role("button", name="Steg ").count()
        assert 0 < in_tree < THREADS, "the list is too short to tell anything"
        there = _rows(hands, "Tab")
        assert there == sorted(there), there
        assert len(there) == THREADS, there
        assert _rows(hands, "Shift+Tab") == there[::-1]
        # nothing to stand on for some screens' height, and then something again
        hands.press(c("desk", "Participants"), then=NAME)
        hands.press(NAME, then=t("History"))
        hands.press(t("History"), key="Space", then=f"Steg {STEPS - 1}")
        hands.at(t("Network and consents"))
        last = hands.next("Tab")
        assert last.is_called(t("Start and support"), "button"), last
        assert hands.who.page.get_by_role("button", name=t("Show more")).count() == 0
        past = hands.next("Tab")
        assert hands.who.page.evaluate(MOVED) > FAR, past
        assert not past.is_called(t("Start and support"), "button"), past
        back = _back(hands)
        for _ in range(3):
            if back.is_called(t("Start and support"), "button"):
                break
            back = _back(hands)
        assert back.is_called(t("Start and support"), "button"), back


def _ask_about_each(app: Teller) -> None:
    steps = [app.do.path.plan_step(f"Steg {number:02}").item for number in range(STEPS)]
    for step in steps[:THREADS]:
        app.do.messages.write("Hur gör jag?", thread=f"step:{step}")


def _back(hands: Keyboard) -> Focus:
    """Once the list has been moved: what is pressed meanwhile is done then."""
    hands.next("Shift+Tab")
    return hands.settled()


def _rows(hands: Keyboard, key: str) -> list[str]:
    """The step of each row that is passed, until one is out of the list again."""
    passed: list[str] = []
    while True:
        row = next((one for one in hands.next(key).lines if "Steg " in one), "")
        if passed and not row:
            return passed
        passed.extend([row] if row else [])
