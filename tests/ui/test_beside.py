"""The Swedish beside what matters most, in every language that no native reader has read yet."""

from gettext import GNUTranslations
from html import unescape
from io import BytesIO
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.consents import ON_PAPER, ConsentGiven
from mia_companion.domain.facts import read_fact
from mia_companion.i18n.languages import LANGUAGES, language
from mia_companion.i18n.words import Words, words_for
from mia_companion.ui import context, places
from mia_companion.ui.components.beside import beside
from mia_companion.ui.components.consent_words import TEXT_VERSION
from mia_companion.ui.coordinator.paths import taking_down_path
from mia_companion.ui.help.numbers import BUILT_IN, SAFETY
from mia_companion.ui.offline import offline_words
from mia_companion.ui.palette import DARK, LIGHT
from tests.example_data import COORDINATOR, consent
from tests.ui.home import Drawn, a_home
from tests.ui.office import an_office
from tests.ui.recording import walk, words
from tests.ui.test_theme import contrast
from tools.catalogues import LOCALES
from tools.catalogues.files import as_mo

SWEDISH = words_for("sv")
TAGS = [one.tag for one in LANGUAGES]
SWEDES = ("sv", "sv-x-lattlast")
OTHERS = [tag for tag in TAGS if tag not in SWEDES]
NAMED = "The same in Swedish:"


def reviewed(tag: str, folder: Path) -> Words:
    """The words of that language, compiled as they will be once a native reader has read all of them."""
    po = (LOCALES / tag / "LC_MESSAGES" / "messages.po").read_text("utf-8")
    assert po.count("X-Reviewed: no") == 1
    marked = folder / f"{tag}.po"
    marked.write_text(po.replace("X-Reviewed: no", "X-Reviewed: yes, Amal, 2027-02-01"), "utf-8")
    return Words(language(tag), GNUTranslations(BytesIO(as_mo(marked, language(tag)))))


def in_swedish(screen: Drawn) -> str:
    """All that screen readers are told to be Swedish."""
    parts = [one for one in screen.controls(ft.Semantics) if one.identifier == "lang-sv"]
    return "\n".join(said for one in parts for inside in walk(one) for said in words(inside))


def test_nothing_stands_beside_swedish_nor_beside_what_was_read(tmp_path: Path) -> None:
    assert [tag for tag in TAGS if beside(words_for(tag)) is None] == list(SWEDES)
    for tag in ("ar", "so"):
        read = reviewed(tag, tmp_path)
        assert read.reviewed
        assert read.t("Help now") == words_for(tag).t("Help now")
        assert beside(read) is None


@pytest.mark.parametrize("tag", TAGS)
async def test_help_in_every_language_signed_in_or_not(tmp_path: Path, tag: str) -> None:
    with a_home(tmp_path, tag, signed_in=False) as home:
        async with home.screen(places.HELP) as screen:
            numbers = in_swedish(screen)
            await screen.go(places.OTHERS)
            safety = in_swedish(screen)
    for numbers_there, said in ((BUILT_IN, numbers), (SAFETY, safety)):
        for one in numbers_there:
            for msgid in (one.name, one.about):
                assert (SWEDISH.t(msgid) in said) == (tag in OTHERS)
    assert ("ring 112" in safety) == (tag in OTHERS)


async def test_a_number_is_one_button_whose_name_is_in_one_language(tmp_path: Path) -> None:
    arabic = words_for("ar")
    with a_home(tmp_path, "ar", signed_in=False) as home:
        async with home.screen(places.HELP) as screen:
            name, swedish = arabic.t("Danger to life"), SWEDISH.t("Danger to life")
            button = screen.find(name, ft.MergeSemantics)
            told = [one for one in walk(button) if not _is_hushed(one, button)]
            assert not [one for one in told if any(swedish in said for said in words(one))]
            [read] = [one for one in screen.controls(ft.Semantics) if swedish in (one.label or "")]
            assert read.identifier == "lang-sv"


async def test_in_a_language_that_was_read_there_is_no_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reviewed("ar", tmp_path)
    monkeypatch.setattr(context, "words_for", lambda _: read)
    with a_home(tmp_path, "ar") as home:
        home.tell(consent())
        async with home.screen(places.HELP) as screen:
            assert screen.shows(read.t("Danger to life"))
            for place in (places.HELP, places.OTHERS, places.BAD_DAYS, places.CONSENTS):
                await screen.go(place)
                assert not in_swedish(screen), place
            await screen.go(places.NEW_CONSENT)
            await screen.click(read.t("my health"))
            assert not screen.shows(SWEDISH.t("my health"))


async def test_the_plan_for_bad_days_and_its_examples(tmp_path: Path) -> None:
    with a_home(tmp_path, "ti") as home:
        async with home.screen(places.BAD_DAYS) as screen:
            said = in_swedish(screen)
            for msgid in (
                "How I notice that it is getting hard",
                "For example: it has passed before.",
                "Whom I call",
            ):
                assert SWEDISH.t(msgid) in said
            await screen.click(words_for("ti").t("Write"))
            assert SWEDISH.t("How I notice that it is getting hard") in in_swedish(screen)


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


def test_the_page_for_a_cut_line_says_it_in_both_and_marks_which_is_which() -> None:
    sections = dict(zip(TAGS, offline_words().split("<section")[1:], strict=True))
    for tag, section in sections.items():
        for one in BUILT_IN:
            small = f'<small lang="sv" dir="ltr">{SWEDISH.t(one.name)}. '
            assert (small in section) == (tag in OTHERS), tag
            assert words_for(tag).t(one.about) in unescape(section)
        assert (SWEDISH.t("The screen comes back by itself when there is a connection.") in section
                ) == (tag != "sv-x-lattlast")  # fmt: skip


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_small_is_not_faint(colours: dict[str, str]) -> None:
    under = ("surface", "surface_container_lowest", "primary_container", "tertiary_container")
    for on in ("on_surface_variant", "primary"):  # the Swedish, and the line that unfolds it
        for one in under:
            assert contrast(colours[on], colours[one]) >= 4.5


def _chosen(own: Words) -> str:
    name = own.t("my health")
    return name[:1].upper() + name[1:]


def _is_hushed(one: object, within: ft.Control) -> bool:
    hushed = [s for s in walk(within) if isinstance(s, ft.Semantics) and s.exclude_semantics]
    return any(one is inside for each in hushed for inside in walk(each))
