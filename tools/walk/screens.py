"""A screen, and the way to it. Names of buttons are asked of the catalogues, own words of the demo."""

from collections.abc import Callable
from dataclasses import dataclass

from mia_companion.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Own:
    """How what the demo's people have written begins: Samira in Arabic, everybody else in Swedish.

    Their words are never translated, so that Elin's are there in every language the app has.
    """

    sv: str
    ar: str

    def of(self, tag: str) -> str:
        """The words of the person who is walked with in that language."""
        return self.ar if tag == "ar" else self.sv


@dataclass(frozen=True, slots=True)
class Named:
    """A button whose words in English need their context."""

    context: str
    words: str


@dataclass(frozen=True, slots=True)
class Narrow:
    """A button of the phone's alone: on a wide page what it leads to is there already."""

    words: str


Tap = str | Named | Narrow | Own | Callable[[Words], str]
"""A button's words in English, the beginning of a row, or what says it in a language."""


def said(tap: Tap, words: Words) -> str:
    """What a tap's button is called, or how it begins, in that language."""
    if isinstance(tap, Own):
        return tap.of(words.tag)
    if isinstance(tap, Named):
        return words.c(tap.context, tap.words)
    if isinstance(tap, Narrow):
        return words.t(tap.words)
    return words.t(tap) if isinstance(tap, str) else tap(words)


@dataclass(frozen=True, slots=True)
class Screen:
    """`taps` lead from `path` to what is to be seen; `back` undoes what they changed."""

    name: str
    path: str
    taps: tuple[Tap, ...] = ()
    back: tuple[Tap, ...] = ()
