"""What a page's screens subscribe to. Its fields hold frozen values and are replaced whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import flet as ft

from mia_companion.app.actions import Actions, Outcome
from mia_companion.app.inbox import Inbox
from mia_companion.app.lock.lock import Lock
from mia_companion.app.reminding import Reminding
from mia_companion.app.view import View
from mia_companion.device.picking import Files, NativeFiles
from mia_companion.domain.ids import Clock


@ft.observable
@dataclass
class Said:
    """The short word after a tap, and what to undo; it outlives the screen that said it. `since` is when."""

    shown: tuple[Outcome, str] | None = None
    since: datetime | None = None


@dataclass
class Going:
    """How often the app itself has asked the page to go elsewhere: the page says later that it is there.
    Nothing is drawn from it."""

    times: int = 0


@ft.observable
@dataclass
class AppState:
    """`view` is what the companion shows; `width` and `height` are the page's, in logical pixels.

    `place_size` is that of the names of the places under the screen, as they fit.
    `text_scale` is how much larger than usual the person has set text to be.
    `stumbled` is set when a screen failed: the person is told, and what was recorded is safe.
    `said` is apart, so that a word coming and going redraws no screen.
    `inbox` keeps what a coordinator's threads were, so that one message does not cost all of them.
    `reminding` is there where the platform may show notices.
    `files` is how the bytes of what is picked on this page get here. `returned` counts how often the page
    was away and came back: a row that keeps something of its own has it among its lines, since what it
    was told meanwhile is not drawn otherwise. `address` is where others can open the app; empty if unknown.
    `voices` are the languages that this browser can read aloud in for us; none on a phone, which does it all.
    `home` is whether this browser can put us on a home screen (`device/browser/home.py`).
    `lock` is there where the app can be locked. `moved` counts how often the page came to stand over another
    companion, as when it was locked or opened.
    `languages` are the tags of those that the device is set to, most wanted first, while none is chosen.
    `parts` is which part of a person's picture a coordinator looked at last, by person.
    """

    view: View
    do: Actions
    clock: Clock
    width: float = 390
    height: float = 844
    place_size: float = 12
    text_scale: float = 1
    stumbled: bool = False
    said: Said = field(default_factory=Said)
    going: Going = field(default_factory=Going)
    inbox: Inbox = field(default_factory=Inbox)
    reminding: Reminding | None = None
    files: Files = field(default_factory=NativeFiles)
    returned: int = 0
    parts: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    voices: frozenset[str] = frozenset()
    home: str = ""
    lock: Lock | None = None
    moved: int = 0
    languages: tuple[str, ...] = ()
