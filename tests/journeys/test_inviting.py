"""Anna invites, and sees the phone come in: two words, a yes from both, or a no."""

import re

import pytest
from playwright.sync_api import expect

from mia_companion.demo.tellers import Teller
from mia_companion.i18n.words import Words, words_for
from mia_companion.paper.invitation import title
from mia_companion.wire.accounts import LETTER, Invitation
from tests.journeys.cast import Company
from tests.journeys.person import DESKTOP, PATIENCE_MS, PHONE, Person, person
from tests.journeys.ways import SWEDISH, choose_language, invite

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
ARABIC = words_for("ar")


def test_both_compare_two_words_and_say_yes(company: Company) -> None:
    home = company.stage.coordinator
    with (
        person(company.browser, home, DESKTOP, state=company.anna) as anna,
        person(company.browser, home, PHONE, language="ar") as samira,
    ):
        anna.open("/")
        code = invite(anna, "Samira Haddad")
        anna.sees(SWEDISH.t("Waiting for the phone. This changes by itself."))
        anna.sees(SWEDISH.t("Copy the code"))
        anna.clean()
        anna.tap(ARABIC.language.own_name)
        anna.sees(title(ARABIC))

        _come_in(samira, code, ARABIC)
        anna.sees(SWEDISH.t("A phone has opened it. Compare two words."))
        samira.sees(ARABIC.t("Your two words"))
        samira.clean()
        theirs = _pair(samira)
        anna.sees(theirs)  # in Samira's language, beside Anna's own
        anna.clean()
        samira.tap(ARABIC.t("They are the same"))
        samira.sees(ARABIC.t("Thank you. You have said that it is the right phone."))
        anna.sees(SWEDISH.t("On the phone they said: the same."))
        anna.tap(SWEDISH.t("The same"))
        anna.sees(SWEDISH.t("The phone is {name}'s.", name="Samira Haddad"))
        anna.tap(SWEDISH.t("To {name}", name="Samira Haddad"))
        anna.page.wait_for_url("**/person/*")
        samira.reload()
        samira.sees(ARABIC.t("I did something good"))
        samira.sees_not(ARABIC.t("Your two words"))
        for who in (anna, samira):
            assert not who.left
            assert not who.missing_fonts


@pytest.mark.long
def test_a_no_puts_the_phone_out_at_once_and_a_new_code_lets_it_in(company: Company) -> None:
    home = company.stage.coordinator
    with (
        person(company.browser, home, DESKTOP, state=company.anna) as anna,
        person(company.browser, home, PHONE, dark=True) as elin,
    ):
        anna.open("/")
        code = invite(anna, "Elin Ek")
        anna.sees(SWEDISH.t("Waiting for the phone. This changes by itself."))
        _come_in(elin, code, SWEDISH)
        elin.sees(SWEDISH.t("Your two words"))
        anna.sees(SWEDISH.t("A phone has opened it. Compare two words."))
        anna.tap(SWEDISH.t("Not the same"))
        anna.sees(SWEDISH.t("You said that the words were not the same."))
        elin.sees(SWEDISH.t("This phone is closed"))
        elin.sees_not(SWEDISH.t("I did something good"))
        elin.clean()

        anna.tap(SWEDISH.t("Make a new code"))
        anna.sees(SWEDISH.t("Waiting for the phone. This changes by itself."))
        elin.tap(SWEDISH.t("I have a new code"))
        elin.write(SWEDISH.t("The code from your coordinator"), _spelled(anna))
        elin.tap(SWEDISH.t("Go on"))
        elin.sees(SWEDISH.t("Your two words"))
        elin.tap(SWEDISH.t("Not the same"))
        elin.sees(SWEDISH.t("This phone is closed"))
        anna.sees(SWEDISH.t("Somebody said on the phone that the words were not the same."))


def test_what_a_picture_holds_opens_the_app_and_no_server_sees_it(company: Company) -> None:
    made = company.office(lambda anna: anna.do.access.invite("Marek Nowak"))
    assert isinstance(made, Invitation)
    with person(company.browser, company.stage.participant, PHONE) as marek:
        asked: list[str] = []
        marek.page.on("request", lambda request: asked.append(request.url))
        marek.page.on("websocket", lambda line: asked.append(line.url))
        marek.open(f"/start#{made.secret}")
        choose_language(marek, SWEDISH)
        marek.sees(SWEDISH.t("The picture has been read. You do not have to write anything."))
        marek.clean()
        assert made.secret not in marek.page.url
        marek.reload()
        marek.tap(SWEDISH.t("Go on"))
        marek.sees(SWEDISH.t("I did something good"))
        assert asked
        assert not [url for url in asked if made.secret.lower() in url.lower()]
        assert made.secret not in company.stage.backend.log() + company.stage.web.log()


@pytest.mark.long
def test_a_letter_shows_two_words_and_nothing_else_before_the_yes(company: Company) -> None:
    home = company.stage.coordinator
    letter = company.office(_letter)
    with (
        person(company.browser, home, DESKTOP, state=company.anna) as anna,
        person(company.browser, company.stage.participant, PHONE) as lars,
    ):
        lars.open(f"/start/{letter.code}")
        choose_language(lars, SWEDISH)
        lars.tap(SWEDISH.t("Go on"))
        lars.sees(SWEDISH.t("Almost there"))
        lars.clean()
        lars.go("/messages")
        lars.sees(SWEDISH.t("Almost there"))
        lars.go("/")
        words = _pair(lars)
        anna.open(f"/person/{letter.participant}/invite")
        anna.sees(words)
        anna.clean()
        anna.tap(SWEDISH.t("The same"))
        lars.sees(SWEDISH.t("I did something good"))


async def _letter(anna: Teller) -> Invitation:
    made = await anna.do.access.invite("Lars Berg")
    assert isinstance(made, Invitation)
    letter = await anna.do.pairing.new_code(made.participant, way=LETTER)
    assert isinstance(letter, Invitation)
    return letter


def _come_in(who: Person, code: str, words: Words) -> None:
    who.open(f"/start/{code}")
    choose_language(who, words)
    who.tap(words.t("Go on"))
    who.sees(words.t("I did something good"))


def _pair(who: Person) -> str:
    """The two words as the phone shows them."""
    shown = who.page.locator("flt-semantics-host").get_by_text(" · ").first
    expect(shown).to_be_attached(timeout=PATIENCE_MS)
    return (shown.text_content() or "").strip("\u2066\u2067\u2068\u2069")


def _spelled(anna: Person) -> str:
    """The code that stands there now, letter by letter."""
    spelled = re.search(r"(?:[0-9A-Z] ){3}[0-9A-Z], (?:[0-9A-Z] ){3}[0-9A-Z]", anna.tells())
    assert spelled
    return re.sub(r"[^0-9A-Z]", "", spelled[0])
