"""Ready phrases: tapped in one's own language, read once more, and sent with the Swedish beside them."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.messages import Message
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.phrases import GROUPS, in_swedish, language_of
from mia_companion.ui.participant.messages.phrases import with_or_without
from tests.ui.home import Drawn, Home, a_home

AR, SV = words_for("ar"), words_for("sv")
LATE, ILL = "I will be a little late.", "I am ill today and cannot come."
PHRASES = [phrase for _, phrases in GROUPS for phrase in phrases]


def _sent(home: Home) -> list[Message]:
    return [m for m in home.companion.view.plan().thread() if m.by.seq is None]


def _in_the_box(screen: Drawn) -> str:
    return str(screen.controls(ft.TextField)[0].value)


async def _send(home: Home, screen: Drawn) -> None:
    home.clock.pass_by(seconds=5)
    await screen.fire(screen.controls(ft.FilledIconButton)[0], "click")


async def test_a_phrase_goes_into_the_box_and_reaches_the_coordinator_in_swedish(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path, "ar") as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.click(AR.t("Ready phrases"))
            assert not screen.shows("Hur går det?")
            await screen.click(AR.t(LATE))
            assert screen.shows("Hur går det?")
            assert _sent(home) == []
            assert _in_the_box(screen) == AR.t(LATE)
            assert screen.shows(AR.t("Your coordinator reads this in Swedish."))
            await _send(home, screen)
            [sent] = _sent(home)
            assert sent.words == AR.t(LATE)
            assert (sent.translation, sent.translation_language) == (SV.t(LATE), "sv")
            assert _in_the_box(screen) == ""
            assert screen.shows(AR.t("Your coordinator reads this in Swedish."))


async def test_a_phrase_that_was_changed_is_ones_own_words(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar") as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.click(AR.t("Ready phrases"))
            await screen.click(AR.t(LATE))
            await screen.type(AR.t("Write a message"), AR.t(LATE) + " ربع ساعة")
            assert not screen.shows(AR.t("Your coordinator reads this in Swedish."))
            await _send(home, screen)
            [sent] = _sent(home)
            assert (sent.translation, sent.translation_language) == ("", "")


async def test_nothing_in_the_box_is_lost_by_a_phrase(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar") as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.type(AR.t("Write a message"), "مرحبا")
            for phrase in (LATE, ILL, LATE):  # the third tap takes the first phrase out again
                await screen.click(AR.t("Ready phrases"))
                await screen.click(AR.t(phrase))
            assert _in_the_box(screen) == f"مرحبا\n{AR.t(ILL)}"
            await screen.click(AR.t("Ready phrases"))
            await screen.click(AR.t("Back to the messages"))
            assert _in_the_box(screen) == f"مرحبا\n{AR.t(ILL)}"
        async with home.screen(places.MESSAGES) as screen:
            assert _in_the_box(screen) == f"مرحبا\n{AR.t(ILL)}"


async def test_whoever_reads_swedish_sends_the_phrase_alone(tmp_path: Path) -> None:
    with a_home(tmp_path, "sv") as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.click(SV.t("Ready phrases"))
            assert not screen.shows("svenska")
            await screen.click(SV.t(ILL))
            await _send(home, screen)
            [sent] = _sent(home)
            assert (sent.words, sent.translation) == (SV.t(ILL), "")


async def test_a_phrase_is_one_also_after_another_language_was_chosen(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar") as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.click(AR.t("Ready phrases"))
            await screen.click(AR.t(ILL))
            home.do.choices.language("sv")
            await screen.settle()
            await _send(home, screen)
            [sent] = _sent(home)
            assert (sent.words, sent.translation) == (AR.t(ILL), SV.t(ILL))


async def test_a_phrase_in_the_box_has_a_tick_and_not_by_colour_alone(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.click("Ready phrases")
            await screen.click(LATE)
            await screen.click("Ready phrases")
            chosen = [one for one in screen.controls(ft.Semantics) if one.selected]
            assert len(chosen) == 1
            assert screen.controls(ft.Icon)
            assert [i.icon for i in screen.controls(ft.Icon)].count(ft.Icons.CHECK_CIRCLE) == 1


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.tag)
def test_every_phrase_is_found_again_in_every_language(language: object) -> None:
    words = words_for(getattr(language, "tag", ""))
    said = [words.t(phrase) for phrase in PHRASES]
    assert len(set(said)) == len(PHRASES) >= 16
    swedish = [SV.t(phrase) for phrase in PHRASES]
    for phrase, one, its_swedish in zip(PHRASES, said, swedish, strict=True):
        found = language_of(one)  # the first of those that say it in the same words
        assert words_for(found).t(phrase) == one
        assert in_swedish(f" {one}\n\n") == ("" if found.startswith("sv") else its_swedish)
    together = "\n".join(said)
    assert language_of(together) == words.tag
    assert in_swedish(together) == ("" if words.tag.startswith("sv") else "\n".join(swedish))


@pytest.mark.parametrize("said", ["", " \n ", "Hej", LATE + "!", f"{LATE}\nHej", LATE.lower()])
def test_anything_else_is_no_phrase(said: str) -> None:
    assert in_swedish(said) == ""
    assert language_of(said) == ""


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("", "P"),
        ("  ", "P"),
        ("Hej", "Hej\nP"),
        ("P", ""),
        ("Hej\nP\nDu", "Hej\nDu"),
        ("Hej\n\nDu", "Hej\n\nDu\nP"),
    ],
)
def test_a_tap_puts_a_phrase_in_or_takes_it_out_and_touches_nothing_else(
    said: str, after: str
) -> None:
    assert with_or_without(said, "P") == after
