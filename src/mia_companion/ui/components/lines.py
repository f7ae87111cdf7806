"""What stands side by side, in as many lines as it needs."""

from collections.abc import Sequence

import flet as ft


def in_lines(
    those: Sequence[ft.Control], *, between: int = 8, visible: bool = True, middle: bool = False
) -> ft.Control:
    """Told line by line; `between` lines are so many logical pixels, and `middle` is of a line's height.

    By themselves what is told of them would be put in order with all else on a wide page, where a list
    as high as the page tears lines apart. A text among them needs a node of its own (`told_alone`).
    """
    row = ft.Row(list(those), wrap=True, spacing=8, run_spacing=between)
    if middle:
        row.vertical_alignment = ft.CrossAxisAlignment.CENTER
    return ft.Semantics(container=True, content=row, visible=visible)


def told_alone(text: ft.Control) -> ft.Semantics:
    """Told by itself rather than with what stands beside it."""
    return ft.Semantics(container=True, content=text)
