"""Icons that point somewhere, turned around where one reads from the right.

Flutter turns arrows and their kin by itself (`matchTextDirection`). These it does not, though they point
out of a door or along a way, or are a switch whose end says on.
"""

from typing import Any, cast

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.ui.context import read_in

TURNED = frozenset(
    {
        ft.Icons.LOGIN,
        ft.Icons.LOGOUT,
        ft.Icons.FORWARD_TO_INBOX,
        ft.Icons.FORWARD_TO_INBOX_OUTLINED,
        ft.Icons.DIRECTIONS_WALK,
        ft.Icons.TOGGLE_ON,
        ft.Icons.TOGGLE_OFF_OUTLINED,
    }
)

_AROUND = ft.Scale(scale_x=-1, scale_y=1)


def icon_of(icon: ft.IconData, **looks: Any) -> ft.Icon:
    """The icon as it stands in the page's direction; `looks` are those of `ft.Icon`."""
    return ft.Icon(icon, scale=_AROUND if _turns(icon) else None, **looks)


def in_button(icon: ft.IconData | None) -> ft.IconData | ft.Icon | None:
    """For a button, which gives its icon size and colour itself."""
    return ft.Icon(icon, scale=_AROUND) if icon is not None and _turns(icon) else icon


def _turns(icon: ft.IconData) -> bool:
    return icon in TURNED and _from_the_right()


def _from_the_right() -> bool:
    """Asked of the person's choice, which a page follows a moment later."""
    state = cast("AppState | None", ft.context.page.data)
    return state is not None and read_in(state).rtl
