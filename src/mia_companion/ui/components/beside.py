"""The Swedish beside words that matter most, while nobody who grew up with the language has read them.

    read by a native reader      nothing beside it
    not read yet                 the Swedish after it, smaller, in the open
    easy Swedish, not read yet   nothing, but the Swedish of a consent under a line to tap

Where it is about life there is no line to tap: it is seen at once.
"""

from collections.abc import Callable

import flet as ft

from mia_companion.i18n.bidi import from_left
from mia_companion.i18n.words import Words, words_for
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here

Says = Callable[[Words], str]
"""The same in whichever language; empty where there is nothing to say."""

_SWEDISH, _EASY = "sv", "sv-x-lattlast"
_QUIET = ft.Colors.ON_SURFACE_VARIANT


def beside(words: Words) -> Words | None:
    """In which words it stands beside those; None where it does not."""
    return None if words.reviewed or words.tag in (_SWEDISH, _EASY) else words_for(_SWEDISH)


def swedish(here: Here, *says: Says, tint: ft.Colors = _QUIET) -> list[ft.Control]:
    """In the open, right after what it is the Swedish of, each on a line; nothing where it need not be."""
    other = beside(here.words)
    return [] if other is None else [swedish_text(_lines(other, says), tint)]


def consent_swedish(
    here: Here, *says: Says, read: Words | None = None, tint: ft.Colors = _QUIET
) -> list[ft.Control]:
    """Named as the same, since it is what the parties go by; in easy Swedish under a line to tap. `read` are
    the words beside which it stands, where they are not those of the screen."""
    words, named = read or here.words, here.t("The same in Swedish:")
    if other := beside(words):
        return [stack([_small(named, tint), swedish_text(_lines(other, says), tint)], gap=2)]
    if words.tag == _EASY and not words.reviewed:
        return [Folded(named, [swedish_text(_lines(words_for(_SWEDISH), says), tint)])]
    return []


def swedish_text(said: str, tint: ft.Colors = _QUIET) -> ft.Control:
    """Small, from its own side, and told to be Swedish."""
    text = _small("\n".join(map(from_left, said.split("\n"))), tint)
    text.text_align = ft.TextAlign.LEFT
    return spoken_in(_SWEDISH, text)


def spoken_in(tag: str, content: ft.Control, label: str | None = None) -> ft.Semantics:
    """A unit of its own language for screen readers. Flet has no property for that: in a browser
    `assets/index.html` reads it from the identifier, on a phone nothing can."""
    return ft.Semantics(identifier=f"lang-{tag}", content=content, label=label)


def _lines(words: Words, says: tuple[Says, ...]) -> str:
    return "\n".join(line for one in says if (line := one(words)))


def _small(said: str, tint: ft.Colors) -> ft.Text:
    text = muted(said)
    text.color = tint
    return text
