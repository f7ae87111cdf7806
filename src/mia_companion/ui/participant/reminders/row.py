"""One reminder in the list of all: what it is about, when it comes, and a way to turn it off."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.ui.components.cards import card
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.components.turned import icon_of
from mia_companion.ui.memo import memo


@dataclass(frozen=True, slots=True)
class ReminderLines:
    """Frozen and equal when nothing that is shown has changed, so that a row can be kept as it is."""

    item: str
    words: str
    when: str
    lines: tuple[str, ...]
    icon: ft.IconData
    place: str
    off: str
    off_name: str


@memo
@ft.component
def ReminderRow(
    lines: ReminderLines, opened: Callable[[str], None], turn_off: Callable[[str], None]
) -> ft.Control:
    """A card that opens what it is about, with the way to turn it off beneath."""
    top = ft.Container(
        line(
            icon_of(lines.icon, color=ft.Colors.ON_SURFACE_VARIANT),
            [strong(lines.words), muted(lines.when), *[_line(one) for one in lines.lines]],
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE),
            gap=14,
        ),
        ink=True,
        border_radius=8,
        on_click=lambda _: opened(lines.place),
    )
    off = ft.TextButton(
        ft.Text(lines.off, semantics_label=lines.off_name),
        icon=ft.Icons.NOTIFICATIONS_OFF_OUTLINED,
        on_click=lambda _: turn_off(lines.item),
    )
    return card(
        [
            ft.MergeSemantics(ft.Semantics(button=True, content=top)),
            ft.Row([off], wrap=True),
        ],
        gap=4,
    )


def _line(words: str) -> ft.Control:
    text = muted(words)
    text.expand = True
    icon = ft.Icon(ft.Icons.NOTIFICATIONS_NONE, size=18, color=ft.Colors.ON_SURFACE_VARIANT)
    return ft.Row([icon, text], spacing=6, vertical_alignment=ft.CrossAxisAlignment.START)
