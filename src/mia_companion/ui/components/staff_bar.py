"""What stands at the top of the screens of those who signed in with a password: where and who, whether all is
sent where anything is written, language, colours, the password, and the way out."""

import flet as ft

from mia_companion.app.view import RESTING
from mia_companion.ui import places
from mia_companion.ui.components.buttons import Tapped, icon_button
from mia_companion.ui.components.text_scale import is_low, size_of_text
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here, go
from mia_companion.ui.theme import TARGET


def staff_bar(here: Here, leave: Tapped, title: str) -> ft.AppBar:
    """`leave` signs out, as `use_leaving` gives it."""
    name = here.view.account.name if here.view.account else ""
    actions: list[ft.Control] = []
    if here.wide and here.view.is_coordinator:
        actions.append(_all_sent(here))
    if here.wide:
        actions.append(ft.Container(muted(name), padding=_ASIDE))
    actions += [
        icon_button(ft.Icons.TRANSLATE, here.t("Language"), lambda: go(places.LANGUAGE)),
        _theme_button(here),
        icon_button(ft.Icons.KEY_OUTLINED, here.t("Your password"), lambda: go(places.PASSWORD)),
        icon_button(ft.Icons.LOGOUT, here.t("Sign out"), leave),
    ]
    return ft.AppBar(
        title=_title(title) if has_room_for_title(here) else None,
        exclude_header_semantics=True,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        toolbar_height=TARGET if is_low(here) else None,
        elevation_on_scroll=0,
        actions=actions,
        actions_padding=ft.Padding.symmetric(horizontal=8),
    )


def has_room_for_title(here: Here) -> bool:
    """Beside the buttons. On a phone the team's name stands in the team's place alone."""
    return here.state.width / size_of_text(here.state) >= _TITLED


def _title(words: str) -> ft.Control:
    style = ft.TextThemeStyle.TITLE_MEDIUM
    return ft.Text(words, theme_style=style, overflow=ft.TextOverflow.ELLIPSIS)


_TITLED = 560
"""Logical pixels of a page, were its text of the usual size."""

_ASIDE = ft.Padding.symmetric(horizontal=8)

_NEXT_THEME = {"system": "light", "light": "dark", "dark": "system"}
_THEME_ICONS = {
    "light": ft.Icons.LIGHT_MODE_OUTLINED,
    "dark": ft.Icons.DARK_MODE_OUTLINED,
    "system": ft.Icons.BRIGHTNESS_AUTO_OUTLINED,
}


def _theme_button(here: Here) -> ft.Control:
    """Light, dark, or as the device: each tap the next, and its name says which it is now."""
    theme = here.view.choices.theme
    names = {
        "light": here.t("Colours: light"),
        "dark": here.t("Colours: dark"),
        "system": here.t("Colours: as on the device"),
    }
    return icon_button(
        _THEME_ICONS.get(theme, ft.Icons.BRIGHTNESS_AUTO_OUTLINED),
        names.get(theme, names["system"]),
        lambda: here.do.choices.theme(_NEXT_THEME.get(theme, "light")),
    )


def _all_sent(here: Here) -> ft.Control:
    """Only when it is true; what waits or fails is said by the line beneath the bar."""
    if here.view.a_deed_waits or here.view.sync.phase != RESTING:
        return ft.Container()
    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.CLOUD_DONE_OUTLINED, size=18, color=ft.Colors.ON_SURFACE_VARIANT),
                muted(here.t("Everything is sent")),
            ],
            spacing=6,
            tight=True,
        ),
        padding=_ASIDE,
    )
