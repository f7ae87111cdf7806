"""The language changed in the middle of writing, there and back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mia_companion.i18n.words import Words, words_for
from mia_companion.ui import places
from tests.journeys.flutter import FOCUS
from tests.journeys.person import DESKTOP, PATIENCE_MS, Person, person
from tests.journeys.stage import Stage, open_stage
from tests.journeys.ways import SWEDISH, enter, invite, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(420)]
ARABIC, TIGRINYA = words_for("ar"), words_for("ti")


@pytest.fixture(scope="module")
def shared_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One stage for journeys that do not mind each other."""
    folder: Path = tmp_path_factory.mktemp("stage")
    opened = open_stage(folder)
    yield opened
    opened.close()


@pytest.mark.long
def test_another_language_in_the_middle_of_writing(browser: Browser, shared_stage: Stage) -> None:
    """By the signs alone, there and back: words, choices and place stay, for both who write."""
    half, reply = "Så att jag kan vila", "Jag hör av mig om"
    with (
        person(browser, shared_stage.coordinator, DESKTOP) as anna,
        person(browser, shared_stage.participant, language="ti-ER") as selam,
    ):
        sign_in(anna)
        code = invite(anna, "Selam")
        selam.open(f"/start/{code}")
        names = selam.page.get_by_role("button").filter(has_text=re.compile("^(ትግርኛ|Svenska)$"))
        expect(names.first).to_have_text("ትግርኛ", timeout=PATIENCE_MS)  # as the phone is set
        assert names.first.locator("xpath=ancestor-or-self::*[@lang]").last.get_attribute(
            "lang"
        ) == ("ti")
        enter(selam, code, TIGRINYA)

        selam.go(places.NEW_CONSENT)
        selam.tap(TIGRINYA.t("my health"))
        selam.write(TIGRINYA.t("Or in your own words"), half)
        selam.page.mouse.move(190, 420)
        selam.page.mouse.wheel(0, 700)
        selam.page.wait_for_timeout(700)
        before = _place(selam, TIGRINYA)
        _through_help(selam, TIGRINYA, ARABIC)
        selam.sees(ARABIC.t("The same in Swedish:"))
        selam.clean()
        _through_help(selam, ARABIC, TIGRINYA)
        assert (
            abs(_place(selam, TIGRINYA) - before) < 30
        )  # less than two lines; the page was shorter
        selam.sees(half)

        selam.go(places.MESSAGES)
        selam.write(TIGRINYA.t("Write a message"), half)
        selam.stand(TIGRINYA.c("place", "Me"))
        selam.tap(TIGRINYA.t("Language"))
        selam.tap(ARABIC.language.own_name)
        selam.open("/messages")  # as if the browser had been closed meanwhile
        assert _written(selam, ARABIC.t("Write a message")) == half

        anna.tap("Selam")
        anna.write(SWEDISH.t("Write a message"), reply)
        anna.tap(SWEDISH.t("Language"))
        anna.tap(TIGRINYA.language.own_name)
        anna.page.go_back()
        assert _written(anna, TIGRINYA.t("Write a message")) == reply
        for who in (anna, selam):
            assert not who.left


def _through_help(who: Person, words: Words, other: Words) -> None:
    who.tap(words.t("Help now"))
    who.sees(words.t("Danger to life"))
    who.tap(words.t("Language"))
    who.tap(other.language.own_name)
    who.sees(other.t("You can change at any time. Everything stays as it is."))
    for _ in range(2):
        who.page.go_back()
        who.page.wait_for_timeout(500)
    who.page.wait_for_url(f"{who.home}{places.NEW_CONSENT}")


def _place(who: Person, words: Words) -> float:
    there = who.page.get_by_role("textbox", name=words.t("Or in your own words")).bounding_box()
    assert there is not None
    return there["y"]


def _written(who: Person, label: str) -> str:
    """What stands in a field; the page knows of it once its line to the field is open."""
    box = who.page.get_by_role("textbox", name=label, exact=True).first
    box.evaluate(FOCUS, timeout=PATIENCE_MS)
    expect(box).not_to_have_value("", timeout=PATIENCE_MS)
    return box.input_value()
