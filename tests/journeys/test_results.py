"""Results: looked at inside, published after a look at what others will see, read by those who pay."""

import pytest
from playwright.sync_api import Browser

from mia_companion.i18n.words import Words
from mia_companion.paper.results import line_said
from mia_companion.paper.results_told import Line
from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from tests.journeys.half_year_ago import FUNDER_EMAIL, last_period, tell_last_half_year
from tests.journeys.person import DESKTOP, PHONE, person
from tests.journeys.stage import Stage
from tests.journeys.ways import SWEDISH, choose_language, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]


@pytest.mark.long
def test_exact_inside_and_only_what_may_be_told_outside(
    browser: Browser, stage: Stage, words: Words
) -> None:
    tell_last_half_year(stage.backend.data)
    t, sv = words.t, SWEDISH.t
    period = last_period()
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant, PHONE, language=words.tag) as finn,
    ):
        finn.open(places.SIGN_IN)
        choose_language(finn, words)
        finn.write(t("E-mail"), FUNDER_EMAIL)
        finn.write(t("Password"), "ett-langt-losenord")
        finn.tap(t("Sign in"))
        finn.sees(t("Nothing has been published yet."))
        finn.clean()

        sign_in(anna)
        anna.tap(SWEDISH.c("desk", "Our team"))
        anna.tap(sv("Results"))
        anna.tap(period_name(SWEDISH, period))
        anna.sees(line(SWEDISH, "Ready for work", 3))
        anna.clean()
        anna.tap(sv("See what others would see"))
        anna.sees(together(SWEDISH, 5))
        anna.clean()
        anna.tap(sv("Publish this"))
        anna.breathe()
        anna.tap(sv("Yes, publish it"))
        anna.sees(sv("It is published. The association and those who pay see it now."))
        with anna.page.expect_download() as saved:
            anna.tap(sv("Save as Excel"))
        assert saved.value.suggested_filename == f"results-{period}.xlsx"

        finn.tap(t("Look again"))
        finn.tap("MIA Vidare Prov")
        finn.sees(line(words, "In work", 9))
        finn.sees_not(line(words, "Ready for work", 3))
        finn.sees(together(words, 5))
        finn.clean()
        finn.go(places.RESULTS)
        finn.sees_not(line(words, "Ready for work", 3))


def line(words: Words, label: str, count: int) -> str:
    """A line as it is read."""
    return line_said(words, Line(words.t(label), count, words.number(count)))


def together(words: Words, count: int) -> str:
    """The two that are few."""
    two = words.listing([words.t("Ready for work"), words.t("Something else")])
    label = words.t("{lines} together", lines=two)
    return line_said(words, Line(label, count, words.number(count)))
