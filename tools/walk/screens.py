"""A screen, and the way to it. Names of buttons are asked of the catalogues, own words of the demo."""

import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mia_companion.i18n.words import Words
from tests.journeys.flutter import GO

if TYPE_CHECKING:
    from tools.walk.scene import Told

ON_NARROW = "-narrow"
"""What parts and screens of those who work here are called with on a narrow page."""


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


def same(words: str) -> Own:
    """Somebody's words, whoever looks at them."""
    return Own(words, words)


@dataclass(frozen=True, slots=True)
class Named:
    """A button whose words in English need their context."""

    context: str
    words: str


@dataclass(frozen=True, slots=True)
class Narrow:
    """A button of the phone's alone: on a wide page what it leads to is there already, or at `wide`."""

    words: str
    wide: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A button that is called exactly so, where others begin with the same words."""

    words: str


@dataclass(frozen=True, slots=True)
class Last:
    """The last of several buttons whose names begin so."""

    words: str


@dataclass(frozen=True, slots=True)
class Again:
    """A button that is tapped for as long as it is there, which may be not at all."""

    words: str


@dataclass(frozen=True, slots=True)
class Write:
    """Words typed into the field of that name."""

    field: "Tap"
    typed: str | Own


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the keyboard, as browsers name it."""

    name: str


@dataclass(frozen=True, slots=True)
class Script:
    """What the browser itself is made to do, where only the world does it otherwise."""

    does: str


@dataclass(frozen=True, slots=True)
class Choose:
    """A file of that name, with that in it, chosen through the button."""

    button: str
    name: str
    holds: str | bytes


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What others do, or the server, while one stands there."""

    does: Callable[["Told"], Coroutine[Any, Any, None]]


def wait(milliseconds: int) -> Script:
    """Nothing, for that long."""
    return Script(f"new Promise(done => setTimeout(done, {milliseconds}))")


UNTIL_SAID = wait(11_000)
"""Until the bar that says what was done has gone by itself, so that it is never half there."""


def beneath(path: str) -> Script:
    """To an address below the one where one stands, where no button of the demo leads there."""
    return Script(f"(({GO}))(location.pathname + '/{path}')")


def to(path: str) -> Script:
    """To an address, at once after what was done."""
    return Script(f"({GO})('{path}')")


BREATH = wait(800)
"""Two taps within 0.7 s count once, so that nothing is said by mistake."""


def turned(role: str, place: int) -> Script:
    """A tap on the tick or the switch at that place among those of the screen, the last of which is -1."""
    return Script(f"[...document.querySelectorAll('[role={role}]')].at({place}).click()")


def emptied(field: str) -> tuple[Write, Key]:
    """A field made empty, as it was."""
    return Write(field, "-"), Key("Backspace")


Tap = str | Named | Narrow | Whole | Last | Own | Callable[[Words], str]
"""A button's words in English, the beginning of a row, or what says it in a language."""

Deed = Tap | Again | Write | Key | Script | Choose | Meanwhile
"""What a person does on the way."""


def said(tap: Tap, words: Words) -> str:
    """What a tap's button is called, or how it begins, in that language."""
    if isinstance(tap, Own):
        return tap.of(words.tag)
    if isinstance(tap, Named):
        return words.c(tap.context, tap.words)
    if isinstance(tap, Narrow | Whole | Last):
        return words.t(tap.words)
    return words.t(tap) if isinstance(tap, str) else tap(words)


@dataclass(frozen=True, slots=True)
class Screen:
    """`taps` lead from `path` to what is to be seen; `back` undoes what they changed.

    `path` may name somebody of the demo in braces, for whom the id is put in. `at` is the route one
    stands at in the end, as the app's map writes it; without one it is that of `path`. `lacks` are the
    languages in which the person who is walked with has nothing of the sort.
    """

    name: str
    path: str
    taps: tuple[Deed, ...] = ()
    back: tuple[Deed, ...] = ()
    at: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def route(self) -> str:
        """The pattern of the address one stands at, such as `/person/:person/book`."""
        return self.at or re.sub(r"\{\w+\}", ":person", self.path)
