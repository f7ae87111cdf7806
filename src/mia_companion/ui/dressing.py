"""Language, direction, theme and name: what belongs to the page itself."""

from collections.abc import Awaitable

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words
from mia_companion.ui.components.text_scale import wear
from mia_companion.ui.context import read_in
from mia_companion.ui.lettering import Expect, Lettering

_STAND_INS = {
    "sv-x-lattlast": ("sv", "FI"),
    "fa-AF": ("fa", "AF"),
    "so": ("sv", "SO"),
    "ti": ("sv", "ER"),
    "ckb": ("ar", "IQ"),
}
"""Flutter has no words of its own in Somali, Tigrinya and Sorani, and takes no locale that it has none
for: it would say that the page is Swedish. The little that it says itself is then in the language beside
(`Copy` and `Paste` over a field); by the country, `assets/index.html` gives the page its language back."""

_MODES = {"light": ft.ThemeMode.LIGHT, "dark": ft.ThemeMode.DARK}


class Dressing:
    """One page's."""

    def __init__(self, page: ft.Page, state: AppState, expect: Expect | None) -> None:
        self._page = page
        self._state = state
        self._lettering = Lettering(page, expect, state.address)
        self._scale = 0.0

    def lacks_letters(self, view: View) -> bool:
        """Whether what the person has chosen cannot be written yet."""
        return self._lettering.lacks(self._tag(view))

    async def begin(self, view: View) -> None:
        """Dressed before anything is drawn: the client draws once more when another theme comes after it."""
        come = self._lettering.expect(self._tag(view))
        self.dress(view)
        await self._wait(come)

    async def bring_letters(self, view: View) -> None:
        """What is drawn stays until it can be drawn in what was chosen."""
        if come := self._lettering.expect(self._tag(view)):
            self._lettering.give(self._tag(view))
            await self._wait(come)

    async def _wait(self, come: Awaitable[None] | None) -> None:
        self._page.update()
        if come is not None:
            await come

    def dress(self, view: View) -> None:
        """As the person has chosen."""
        page = self._page
        words = read_in(self._state, view)
        self._lettering.give(words.tag)
        page.title = app_name(words, view)
        if page.rtl != words.rtl:
            page.rtl = words.rtl
        page.locale_configuration = ft.LocaleConfiguration(
            supported_locales=[locale_of(one) for one in LANGUAGES],
            current_locale=locale_of(words.language),
        )
        if self._scale != view.choices.scale:
            self._scale = view.choices.scale
            wear(page, self._state, self._scale)
        page.theme_mode = _MODES.get(view.choices.theme, ft.ThemeMode.SYSTEM)

    def _tag(self, view: View) -> str:
        return read_in(self._state, view).tag


def locale_of(language: Language) -> ft.Locale:
    """What Flutter is told of a language: whose words, and which direction."""
    code, country = _STAND_INS.get(language.tag, (language.tag, None))
    return ft.Locale(code, country)


def app_name(words: Words, view: View) -> str:
    """What the window or the tab is called: in discreet mode nothing that tells what this is."""
    if view.hidden:
        return words.t("Clock")
    return words.t("My day") if view.choices.discreet else words.t("MIA companion")
