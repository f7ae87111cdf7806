"""Help is one tap away before and after signing in, the plan for bad days is one's own, and the app hides."""

import pytest

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tests.journeys.cast import Company
from tests.journeys.person import person
from tests.journeys.ways import choose_language, point_at

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
FIVE = ("Today", "My path", "Times", "Messages", "Me")
SUICIDE_LINE = "90101"


def test_help_before_signing_in(company: Company, words: Words) -> None:
    t = words.t
    with person(
        company.browser,
        company.stage.participant,
        dark=words.language.rtl,
        language=words.language.tag,
    ) as someone:
        someone.open("/")
        choose_language(someone, words)
        someone.clean()
        someone.tap(t("Help now"))
        someone.sees("112")
        someone.sees(SUICIDE_LINE)
        someone.sees_not(t("My plan for bad days"))
        point_at(someone, t("Close"))
        someone.clean()
        assert not someone.left
        assert not someone.missing_fonts


def test_help_from_every_place_and_a_plan_of_ones_own(company: Company, words: Words) -> None:
    t = words.t
    with company.pair(words, "Samira Hjälp") as both:
        anna, samira = both.anna, both.samira
        for place in FIVE:
            samira.stand(words.c("place", place))
            samira.tap(t("Help now"))
            samira.sees(SUICIDE_LINE)
            samira.sees(t("My plan for bad days"))
            samira.tap(t("Close"))
            samira.sees_not(SUICIDE_LINE)
            samira.breathe()

        samira.go(places.BAD_DAYS)
        samira.tap(t("Write"))
        samira.write(t("How I notice that it is getting hard"), "Jag slutar öppna brev")
        samira.clean()
        samira.tap(t("Save"))
        samira.sees(t("It is in your plan."))
        samira.tap(t("Add someone"))
        samira.write(t("Name"), "Syster Mariam")
        samira.write(t("Phone number"), "070-000 00 99")
        samira.tap(t("Add"))
        samira.sees(t("On your list."))
        samira.sees("Syster Mariam")
        samira.sees("Jag slutar öppna brev")
        samira.sees(t("Only you"))
        samira.clean()
        anna.sees_not("Jag slutar öppna brev")
        anna.sees_not("Syster Mariam")


def test_hidden_behind_a_clock_and_back(company: Company, words: Words) -> None:
    t = words.t
    with company.pair(words, "Samira Dold") as both:
        samira = both.samira
        samira.tap(t("Hide the app"))
        samira.sees_not("Samira Dold")
        assert samira.page.title() != "MIA"
        samira.clean()
        samira.reload()
        samira.sees_not("Samira Dold")
        samira.go(places.MESSAGES)
        samira.sees_not(t("Messages"))
        for _ in range(3):  # on the time, the only thing there is
            samira.page.get_by_role("button").first.click(force=True)
        samira.sees(t("I did something good"))
