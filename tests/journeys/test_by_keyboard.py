"""Every way through the app by keyboard alone: after each key the focus stands on something that makes sense."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.domain.areas import REGION
from mia_companion.i18n.words import Words
from tests.journeys.cast import Company
from tests.journeys.keyboard import Keyboard
from tests.journeys.person import PHONE, person

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


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
        samira.open("/")
        hands.press(words.language.own_name)
        hands.write(words.t("The code from your coordinator"), invited.code)
        hands.press(words.t("Go on"), then=words.t("I did something good"))
        yield hands, invited.participant
        assert not samira.left


def test_what_one_does_most(company: Company, words: Words) -> None:
    t, c = words.t, words.c
    with at_a_keyboard(company, words, "Samira Tangent") as (hands, _):
        hands.press(t("I did something good"), then=t("What did you do?"))
        hands.write(t("What you did"), "Gick ut")
        hands.key("Enter", then=t("Good that you did. It is written down."))
        hands.press(c("place", "Messages"), "tab", then=t("Write a message"))
        hands.write(t("Write a message"), "Hej Anna")
        hands.key("Control+Enter", then=t("Arrived"))
        hands.press(t("Help now"), then="112", back=True)
        back = hands.key("Escape", then=t("Write a message"))
        assert back.is_called(t("Help now"), "button"), back
