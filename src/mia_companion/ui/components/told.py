"""What belongs together for a screen reader, and in which order it is told.

Flutter puts what is told into order by where it lies on the page: beside a tall list, lines are torn apart,
and what stands at the foot of one column comes after all of the next. What is made a whole here is put in
order by itself.
"""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui.components.cards import stack


def in_lines(
    those: Sequence[ft.Control], *, between: int = 8, visible: bool = True, middle: bool = False
) -> ft.Control:
    """Side by side in as many lines as they need, told line by line; `between` lines are so many logical
    pixels, and `middle` is of a line's height. A text among them has to be `told_alone`."""
    row = ft.Row(list(those), wrap=True, spacing=8, run_spacing=between)
    if middle:
        row.vertical_alignment = ft.CrossAxisAlignment.CENTER
    return ft.Semantics(container=True, content=row, visible=visible)


def told_alone(text: ft.Control) -> ft.Semantics:
    """By itself rather than with what stands beside it."""
    return ft.Semantics(container=True, content=text)


def question(words: str, answers: Sequence[ft.Control], gap: int = 8) -> ft.Semantics:
    """A question above its answers, `gap` logical pixels apart. It is heard as the name of the group
    that they are: whoever comes to one knows what it answers. A text among them has to be `told_alone`."""
    for_the_eye = ft.Semantics(
        exclude_semantics=True, content=ft.Text(words, theme_style=ft.TextThemeStyle.TITLE_SMALL)
    )
    return ft.Semantics(
        container=True, label=words, content=stack([for_the_eye, *answers], gap=gap)
    )


def told_apart(content: ft.Control) -> ft.Semantics:
    """A column or pane whose parts stay parts: the card is not seen, and keeps their words from being taken
    for a name of the whole."""
    kept = ft.Card(
        content,
        semantic_container=False,
        elevation=0,
        margin=0,
        bgcolor=ft.Colors.TRANSPARENT,
        shape=ft.RoundedRectangleBorder(radius=0),
        expand=True,
    )
    return ft.Semantics(container=True, content=kept, expand=True)
