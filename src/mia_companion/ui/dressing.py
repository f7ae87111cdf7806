"""Language, direction, theme and name: what belongs to the page itself."""

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words
from mia_companion.ui.context import read_in
from mia_companion.ui.theme import dark, light

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

    def __init__(self, page: ft.Page, state: AppState) -> None:
        self._page = page
        self._state = state
        self._scale = 0.0

    def dress(self, view: View) -> None:
        """As the person has chosen."""
        page = self._page
        words = read_in(self._state, view)
        page.title = app_name(words, view)
        if page.rtl != words.rtl:
            page.rtl = words.rtl
        page.locale_configuration = ft.LocaleConfiguration(
            supported_locales=[locale_of(one) for one in LANGUAGES],
            current_locale=locale_of(words.language),
        )
        if self._scale != view.choices.scale:
            self._scale = scale = view.choices.scale
            size = self._state.place_size
            page.theme, page.dark_theme = light(size, scale), dark(size, scale)
        page.theme_mode = _MODES.get(view.choices.theme, ft.ThemeMode.SYSTEM)


def locale_of(language: Language) -> ft.Locale:
    """What Flutter is told of a language: whose words, and which direction."""
    code, country = _STAND_INS.get(language.tag, (language.tag, None))
    return ft.Locale(code, country)


def app_name(words: Words, view: View) -> str:
    """What the window or the tab is called: in discreet mode nothing that tells what this is."""
    if view.hidden:
        return words.t("Clock")
    return words.t("My day") if view.choices.discreet else words.t("MIA companion")
