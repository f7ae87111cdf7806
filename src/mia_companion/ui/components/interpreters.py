"""Languages that an interpreter can be asked for, by the name that the reader has for them."""

from collections.abc import Callable

import flet as ft

from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.context import use_here

SIGNED, UNDECIDED = "swl", "und"
_SIGN_LANGUAGE = later("Swedish sign language")

OFFERED = (
    "ar", "fa-AF", "fa", "so", "ti", "ckb", "uk", "pl", "fi", "tr", "es", "ru", "en", SIGNED,
)  # fmt: skip
"""BCP 47; those that most people here have asked for."""


def language_name_for(words: Words, tag: str) -> str:
    """The language in the reader's language, or its tag; nothing while it is undecided."""
    if tag == UNDECIDED:
        return ""
    if tag == SIGNED:
        return words.t(_SIGN_LANGUAGE)
    return words.language_name(tag)


def spoken(reads: str) -> str:
    """The language to ask for at once: the one that the person reads, unless it is Swedish."""
    return "" if reads.partition("-")[0] in ("", "sv") else reads


@ft.component
def LanguageChips(chosen: str, choose: Callable[[str], None]) -> ft.Control:
    """All that are offered, to choose one of."""
    here = use_here()

    def taken(tag: str) -> Callable[[], None]:
        return lambda: choose(tag)

    chips: list[ft.Control] = [
        chip(language_name_for(here.words, tag), chosen=tag == chosen, tapped=taken(tag), key=tag)
        for tag in OFFERED
    ]
    return question(here.t("Which language?"), [in_lines(chips)])
