"""A consent and the Swedish that the parties go by, side by side until a native reader has read the first."""

from pathlib import Path

import pytest

from mia_companion.domain.consents import ON_PAPER, ConsentGiven
from mia_companion.domain.facts import read_fact
from mia_companion.i18n.languages import language
from mia_companion.i18n.words import Words, words_for
from mia_companion.ui import places
from mia_companion.ui.components.consent_words import TEXT_VERSION
from mia_companion.ui.coordinator.paths import taking_down_path
from tests.example_data import COORDINATOR, consent
from tests.ui.home import a_home
from tests.ui.office import an_office
from tests.ui.two_languages import OTHERS, SWEDISH, TAGS, in_swedish

NAMED = "The same in Swedish:"


@pytest.mark.parametrize("tag", TAGS)
async def test_a_consent_is_read_beside_the_swedish_and_says_in_which_language(
    tmp_path: Path, tag: str
) -> None:
    own = words_for(tag)
    with a_home(tmp_path, tag) as home:
        async with home.screen(places.NEW_CONSENT) as screen:
            await screen.click(_chosen(own))
            if tag == "sv-x-lattlast":
                assert not in_swedish(screen)
                await screen.click(own.t(NAMED))
            said = in_swedish(screen)
            assert ("Jag kan ta tillbaka det när som helst" in said) == (tag != "sv")
            await screen.click(own.t("Yes, I give this consent"))
            (waiting,) = home.companion.store.outbox.all()
            given = read_fact(waiting.entry.body)
            assert isinstance(given, ConsentGiven)
            assert (given.language, given.text_version) == (tag, TEXT_VERSION)
            record = language(tag).own_name
            assert any(record in said and TEXT_VERSION in said for said in screen.texts())
            await screen.click(own.t("The whole text"))
            if tag == "sv-x-lattlast":
                await screen.click(own.t(NAMED))
            said = in_swedish(screen)
            for line in ("Jag kan ta tillbaka det när som helst", f"text {TEXT_VERSION}"):
                assert (line in said) == (tag != "sv")
            await screen.click(own.t("Take it back"))
            taken_back = SWEDISH.t("What had been passed on before stays with those who got it.")
            assert (taken_back in in_swedish(screen)) == (tag in OTHERS)


async def test_what_was_written_down_and_what_ends_on_today(tmp_path: Path) -> None:
    with a_home(tmp_path, "uk") as home:
        paper = consent().model_copy(update={"collected": ON_PAPER})
        home.tell(paper, by=COORDINATOR)
        async with home.screen() as screen:
            right = "Is that right? If not, take it back: nothing bad comes of it."
            assert SWEDISH.t(right) in in_swedish(screen)
            await screen.go(places.CONSENTS)
            asked = SWEDISH.t(
                "{who} has written down that you said yes. Is that right?", who="Karin Berg"
            )
            assert asked in in_swedish(screen)


@pytest.mark.parametrize(("desk", "beside_it"), [("sv", ["sv"]), ("en", ["en", "sv"])])
async def test_what_is_read_out_in_the_room_stands_beside_what_the_coordinator_reads(
    tmp_path: Path, desk: str, beside_it: list[str]
) -> None:
    with an_office(tmp_path, desk) as office:
        office.person("person-ada", "Ada", "so")
        async with office.screen(route=taking_down_path("person-ada")) as screen:
            await screen.click(_chosen(words_for(desk)))
            whole = "Jag kan ta tillbaka det när som helst"
            assert sum(whole in said for said in screen.texts()) == 1
            for tag in ("so", *beside_it):
                assert any(
                    words_for(tag).t("my health") in said and "2026" in said
                    for said in screen.texts()
                )


def _chosen(own: Words) -> str:
    name = own.t("my health")
    return name[:1].upper() + name[1:]
