"""How I am, how parts of life are for both of us, my movement, and the app on a day with little energy."""

import pytest

from mia_companion.domain.areas import AREAS, STUDIES
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.levels import feeling_name, level_name
from mia_companion.ui.components.names import area_name
from tests.journeys.cast import Company
from tests.journeys.person import Person
from tests.journeys.ways import SWEDISH, plan_step

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
FIVE = ("Today", "My path", "Times", "Messages", "Me")
VOICE = """(lang) => {
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, 'speechSynthesis', { value: {
  speaking: false, pending: false, cancel() {}, speak(one) { window.said.push([one.lang, one.text]); },
  getVoices: () => [{ lang, localService: true }],
}});
}"""


@pytest.mark.long
def test_a_check_in_with_a_word_and_both_views_of_a_part_of_life(
    company: Company, words: Words
) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, f"Samira Mår {words.tag}") as both:
        anna, samira = both.anna, both.samira
        samira.tap(feeling_name(words, 4))
        samira.sees(t("Thank you. It is written down."))
        samira.sees(t("Only you"))
        samira.tap(t("Put a word to it"))
        samira.write(t("In your own words"), "Solen skiner")
        samira.tap(t("Save"))
        samira.sees("Solen skiner")
        samira.clean()
        anna.sees_not("Solen skiner")

        samira.go(places.RATE)
        samira.sees(t("How is it just now?"))
        samira.clean()
        samira.tap(level_name(words, 2))
        for _ in AREAS[1:]:
            samira.breathe()
            samira.tap(t("Leave this out"))
        samira.sees(t("This is what you say"))
        samira.clean()
        samira.tap(t("Save"))
        anna.tap(sv("Movement"))
        anna.sees(area_name(SWEDISH, STUDIES))
        anna.go(f"/person/{both.id}/rate")
        anna.tap(level_name(SWEDISH, 4))
        for _ in AREAS[1:]:
            anna.breathe()
            anna.tap(sv("Leave this out"))
        anna.tap(sv("Save"))
        anna.sees(sv("You see this differently; it can be good to talk about."))
        samira.go(f"{places.AREAS}/{STUDIES}")
        samira.sees(t("You see this differently; it can be good to talk about."))
        samira.clean()

        samira.go(places.RECORD_GOOD)
        samira.sees(t("Small things count. Tap one, or use your own words."))
        samira.clean()
        samira.tap(t("I went outside"))
        samira.sees(t("Good that you did. It is written down."))
        anna.sees(t("I went outside"))
        samira.go(places.MOVEMENT)
        samira.sees(t("The last 30 days"))
        samira.sees(t("I went outside"))
        samira.sees(feeling_name(words, 4))
        samira.clean()


@pytest.mark.long
def test_one_thing_at_a_time_read_aloud_and_twice_as_large(company: Company, words: Words) -> None:
    t = words.t
    with company.pair(words, f"Samira Lugn {words.tag}") as both:
        browser = both.samira.page.context
        browser.add_init_script(f"({VOICE})('{words.language.tag}')")
        samira = Person(browser.new_page(), both.samira.home)
        samira.open()  # the app is told of voices as it is opened
        plan_step(samira, "Vila en stund", words)
        samira.go(places.LOOKS)
        samira.tap(t("Read aloud"), "switch")
        samira.tap(t("One thing at a time"), "switch")
        samira.tap(t("Twice as large"))
        samira.clean()
        samira.open("/")
        samira.sees("Vila en stund")
        samira.sees(t("Something else"))
        samira.clean()
        samira.tap(t("Read aloud, or stop"))
        said: list[list[str]] = []
        for _ in range(100):  # from outside: the page's policy lets nothing be evaluated in it
            if len(said := samira.page.evaluate("window.said")) > 1:
                break
            samira.page.wait_for_timeout(200)
        assert {language for language, _ in said} == {words.language.tag}
        assert any("Vila en stund" in text for _, text in said)
        for name in (t("Done"), t("Something else")):
            samira.stands_whole(name)
        samira.tap(t("Something else"))
        samira.sees(t("That is enough for now"))
        samira.clean()
        samira.tap(t("Show everything"))
        for place in FIVE:
            samira.stand(words.c("place", place))
            samira.stands_whole(words.c("place", place), "tab")
            samira.clean()
