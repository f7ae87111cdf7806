"""A thread in the list of them."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.ui.components.cards import card
from mia_companion.ui.components.narrow import is_narrow, line
from mia_companion.ui.components.pill import pill
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.memo import memo


@dataclass(frozen=True, slots=True)
class ThreadLines:
    """What a row shows; equal when nothing that is shown has changed. `new` is empty when all is read."""

    id: str
    icon: ft.IconData
    name: str
    newest: str
    when: str
    new: str


@memo
@ft.component
def ThreadRow(lines: ThreadLines, opened: Callable[[str], None]) -> ft.Control:
    """One button. Give it a handler that stays the same."""
    name = strong(lines.name)
    if not is_narrow():
        name.max_lines, name.overflow = 3, ft.TextOverflow.ELLIPSIS
    texts: list[ft.Control] = [
        name,
        ft.Text(lines.newest, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS),
    ]
    if lines.when:
        texts.append(muted(lines.when))
    if lines.new:
        texts.append(ft.Row([pill(lines.new)], wrap=True))
    row = line(
        ft.Icon(lines.icon, color=ft.Colors.ON_SURFACE_VARIANT),
        texts,
        ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE),
        gap=14,
        between=4,
    )
    box = card([row], tapped=lambda: opened(lines.id))
    return ft.MergeSemantics(ft.Semantics(button=True, content=box))
