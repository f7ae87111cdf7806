"""What goes wrong is said in the person's language, and nothing is lost."""

import pytest
from playwright.sync_api import Browser

from mia_companion.i18n.words import words_for
from mia_companion.ui.components.sentences import sentence
from mia_companion.wire import problems
from tests.journeys.person import DESKTOP, person
from tests.journeys.stage import Stage
from tests.journeys.ways import SWEDISH, choose_language, enter, invite, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    "tag", ["ar", *(pytest.param(one, marks=pytest.mark.long) for one in ("sv", "en"))]
)
def test_a_wrong_code_and_then_no_server(browser: Browser, stage: Stage, tag: str) -> None:
    words = words_for(tag)
    with person(browser, stage.participant) as someone:
        someone.open("/start/ABCD2345")
        choose_language(someone, words)
        someone.tap(words.t("Go on"))
        someone.sees(sentence(words, problems.CODE_WRONG))
        stage.backend.kill()
        someone.tap(words.t("Go on"))
        someone.sees(sentence(words, problems.OFFLINE))


@pytest.mark.long
def test_a_used_code_and_a_wrong_password(browser: Browser, stage: Stage) -> None:
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant) as samira,
        person(browser, stage.participant) as another,
    ):
        sign_in(anna)
        code = invite(anna, "Samira Haddad")
        enter(samira, code)
        another.open(f"/start/{code}")
        choose_language(another, SWEDISH)
        another.tap(SWEDISH.t("Go on"))
        another.sees(sentence(SWEDISH, problems.CODE_USED))
        another.open("/sign-in")
        another.write(SWEDISH.t("E-mail"), "anna@prov.example")
        another.write(SWEDISH.t("Password"), "fel")
        another.tap(SWEDISH.t("Sign in"))
        another.sees(sentence(SWEDISH, problems.SIGN_IN_WRONG))
