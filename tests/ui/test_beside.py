"""The Swedish beside what matters most, in every language that no native reader has read yet."""

from html import unescape
from pathlib import Path

import flet as ft
import pytest

from mia_companion.i18n.words import words_for
from mia_companion.ui import context, places
from mia_companion.ui.components.beside import beside
from mia_companion.ui.help.numbers import BUILT_IN, SAFETY
from mia_companion.ui.offline import offline_words
from mia_companion.ui.palette import DARK, LIGHT
from tests.example_data import consent
from tests.ui.home import a_home
from tests.ui.standing import walk, words
from tests.ui.test_theme import contrast
from tests.ui.two_languages import OTHERS, SWEDES, SWEDISH, TAGS, in_swedish, reviewed


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


def _is_hushed(one: object, within: ft.Control) -> bool:
    hushed = [s for s in walk(within) if isinstance(s, ft.Semantics) and s.exclude_semantics]
    return any(one is inside for each in hushed for inside in walk(each))
