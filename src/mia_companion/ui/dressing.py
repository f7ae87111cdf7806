"""Language, direction, theme and name: what belongs to the page itself."""

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words
from mia_companion.ui.context import read_in
from mia_companion.ui.theme import dark, light

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
        locales = [ft.Locale(one.babel.split("_")[0]) for one in LANGUAGES]
        page.title = app_name(words, view)
        if page.rtl != words.rtl:
            page.rtl = words.rtl
        page.locale_configuration = ft.LocaleConfiguration(
            supported_locales=locales, current_locale=ft.Locale(words.locale.language)
        )
        if self._scale != view.choices.scale:
            self._scale = scale = view.choices.scale
            size = self._state.place_size
            page.theme, page.dark_theme = light(size, scale), dark(size, scale)
        page.theme_mode = _MODES.get(view.choices.theme, ft.ThemeMode.SYSTEM)


def app_name(words: Words, view: View) -> str:
    """What the window or the tab is called: in discreet mode nothing that tells what this is."""
    if view.hidden:
        return words.t("Clock")
    return words.t("My day") if view.choices.discreet else words.t("MIA companion")
