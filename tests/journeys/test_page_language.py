"""In a real browser the page says which language it is in, also where Flutter has no words of its own; and
what Flutter would say of the way back is not heard: it is ours."""

import pytest
from playwright.sync_api import expect

from mia_companion.i18n.words import words_for
from tests.journeys.cast import Company
from tests.journeys.person import person
from tests.journeys.ways import choose_language

pytestmark = [pytest.mark.journey, pytest.mark.long, pytest.mark.timeout(180)]


@pytest.mark.parametrize("tag", ["so", "ti", "ckb", "fa-AF", "sv-x-lattlast"])
def test_the_page_is_in_the_language_that_was_chosen(company: Company, tag: str) -> None:
    words = words_for(tag)
    with person(company.browser, company.stage.participant, language=tag) as someone:
        someone.open("/")
        choose_language(someone, words)
        someone.sees(words.t("Welcome"))
        someone.tap(words.t("Help now"))
        someone.sees("112")
        expect(someone.page.locator("html")).to_have_attribute("lang", tag)
        named = [
            one.get_attribute("aria-label") for one in someone.page.get_by_role("button").all()
        ]
        close = someone.page.get_by_role("button", name=words.t("Close"), exact=True)
        expect(close).to_have_count(1)
        assert tag.startswith("sv") or not {"Stäng", "Tillbaka", "Close", "Back"} & set(named)
        close.evaluate("one => one.click()")
        someone.sees(words.t("Welcome"))
