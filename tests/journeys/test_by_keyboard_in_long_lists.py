"""A list of which only what is seen is in the tree: the keyboard moves it on, to its end and back."""

import pytest

from mia_companion.demo.tellers import Teller
from tests.journeys.cast import Company
from tests.journeys.keyboard import Keyboard
from tests.journeys.stage import EMAIL
from tests.journeys.test_by_keyboard_at_the_desk import at_the_desk
from tests.journeys.ways import SWEDISH

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300), pytest.mark.long]
t, c = SWEDISH.t, SWEDISH.c
NAME, THREADS = "Samira Trådar", 24


def test_every_row_of_a_long_list_is_stood_on(company: Company) -> None:
    invited = company.invited(NAME)
    company.phone(invited.code, _ask_about_each)
    with at_the_desk(company, EMAIL) as hands:
        hands.press(c("desk", "Messages"), then=t("Search by name or words"))
        hands.at(t("Search by name or words"), "textbox")
        in_tree = hands.who.page.get_by_role("button", name="Steg ").count()
        assert 0 < in_tree < THREADS, "the list is too short to tell anything"
        there = _rows(hands, "Tab")
        assert there == sorted(there, reverse=True), there
        assert len(there) == THREADS, there
        back = _rows(hands, "Shift+Tab")
        assert back == there[-2::-1], back


def _ask_about_each(app: Teller) -> None:
    for number in range(THREADS):
        step = app.do.path.plan_step(f"Steg {number:02}").item
        app.do.messages.write("Hur gör jag?", thread=f"step:{step}")


def _rows(hands: Keyboard, key: str) -> list[str]:
    """The step of each row that is passed, until one is out of the list again."""
    passed: list[str] = []
    while True:
        row = next((one for one in hands.next(key).lines if "Steg " in one), "")
        if passed and not row:
            return passed
        passed.extend([row] if row else [])
