"""The app in a person's hand: its real screens, found by their words in the person's language.

What the app says is asked for by its English, as the code has it; what people wrote, as they wrote it.
"""

from typing import TypeVar

import flet as ft
from flet.controls.base_control import BaseControl

from mia_companion.app.companion import Companion
from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.i18n.words import Words, words_for
from mia_companion.ui.app import App
from tests.ui.recording import Screen
from tests.ui.standing import walk, words
from tests.world import Device

Control = TypeVar("Control", bound=BaseControl)

_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))

PHONE = 700
"""Logical pixels: what is narrower is a phone."""


def plain(text: str) -> str:
    """Without the marks that keep a name from turning the text around it."""
    return text.translate(_ISOLATES)


class Hand(Screen):
    """One page over a device. A second passes at each tap: nobody is quicker."""

    def __init__(self, device: Device, said: Words, route: str, width: int, height: int) -> None:
        self.companion: Companion = device.companion
        self.clock = device.clock
        self.said = said
        self.state = AppState(
            view=self.companion.view,
            do=device.do,
            clock=device.clock,
            width=width,
            height=height,
        )
        super().__init__(
            App, self.state, route=route, width=width, height=height, prepare=self._hold
        )

    def _hold(self, page: ft.Page) -> None:
        page.data = self.state
        on_phone = self.state.width < PHONE
        page.platform = ft.PagePlatform.ANDROID if on_phone else ft.PagePlatform.LINUX
        self._stop = self.companion.subscribe(self._show)

    def _show(self, view: View) -> None:
        self.state.view = view

    async def __aexit__(self, *wrong: object) -> None:
        self._stop()
        await super().__aexit__(*wrong)

    def t(self, english: str, **named: object) -> str:
        """What the app says for it. A text that no catalogue has would never be missed on a screen."""
        words = self.said.t(english, **named)
        known = words != english or words_for("ar").t(english) != english
        assert known, f"{english!r} is in no catalogue"
        return words

    async def tap(self, english: str, **named: object) -> None:
        """Tap what says that."""
        await self.tap_on(self.t(english, **named))

    async def tap_on(self, text: str) -> None:
        """Tap what shows that text, whoever wrote it."""
        self.clock.pass_by(seconds=1)
        await self.fire(self.find(text, BaseControl, "click"), "click")

    async def write(self, english: str, text: str, **named: object) -> None:
        """Write in the field of that name."""
        field = self.find(self.t(english, **named), ft.TextField)
        await self.fire(field, "change", text, value=text)

    def find(self, text: str, kind: type[Control], event: str = "") -> Control:
        """The smallest control of the kind; what says exactly that comes before what says more."""
        text = plain(text)
        said = [
            (one, [plain(each) for inside in walk(one) for each in words(inside)])
            for one in self.controls(kind)
            if not event or getattr(one, f"on_{event}", None)
        ]
        found = [one for one, texts in said if text in texts] or [
            one for one, texts in said if any(text in each for each in texts)
        ]
        assert found, f"{text!r} is not among {self.texts()}"
        return min(found, key=lambda one: sum(1 for _ in walk(one)))

    def see(self, *english: str, **named: object) -> None:
        """The app says all of that here."""
        self.read(*(self.t(one, **named) for one in english))

    def see_not(self, *english: str, **named: object) -> None:
        """The app says none of that here, as a text of its own."""
        shown = self.texts()
        for one in english:
            assert self.t(one, **named) not in shown, f"{one!r} is among {shown}"

    def read(self, *texts: str) -> None:
        """These texts are here, however they are kept apart from what is around."""
        shown = self._plainly()
        for one in texts:
            assert any(plain(one) in said for said in shown), f"{one!r} is not among {shown}"

    def read_not(self, *texts: str) -> None:
        """These texts are not here."""
        shown = self._plainly()
        for one in texts:
            assert not any(plain(one) in said for said in shown), f"{one!r} is among {shown}"

    def shows(self, text: str) -> bool:
        """Whether any text here has that in it."""
        return any(plain(text) in said for said in self._plainly())

    def _plainly(self) -> list[str]:
        return [plain(said) for said in self.texts()]
