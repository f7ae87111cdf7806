"""What stands in a text field: the app's words, or those that are typed in it just now."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft


@dataclass(frozen=True, slots=True)
class Box:
    """`words` are what the field is to be drawn with, as the field that is the `times`th in this place.

    It is to tell `typed(words)` what is typed in it, `entered()` and `left()` when somebody stands in it and
    no longer does, and `stands(field)` which one was drawn.
    """

    words: str
    times: int
    typed: Callable[[str], None]
    entered: Callable[[], None]
    left: Callable[[], None]
    stands: Callable[[ft.TextField], None]


def use_box(
    words: str, change: Callable[[str], None], gone: Callable[[], None] | None = None
) -> Box:
    """What a text field is drawn with. `change(words)` is called with what is typed in it, `gone()` when
    somebody no longer stands in it.

    The page's own field may have changed already, and the word of it not come yet: it is not undone by
    drawing the screen for another reason, nor by drawing what was typed a letter ago.

        typed ──change──▶ the app's words are what was typed ──drawn──▶ the page's own, further on perhaps
                          the app's words are others ──drawn──▶ the app's

    In a browser, a field in which nobody stands goes on telling a screen reader what was in it before. So the
    app's words come in another field, but for one that somebody stands in: that one changes as they leave it.

        the app's words are others ──nobody stands in it──▶ another field
                       └──somebody does──▶ late ──left──▶ another field
                                             └──typed──▶ the same
    """
    _, draw = ft.use_state(0)
    box = ft.use_memo(lambda: _Held(words), [])
    if words not in (box.drawn, box.said):
        box.field = box.said = None
        if box.entered:
            box.late = True
        else:
            box.times += 1
    box.drawn = words

    def typed(new: str) -> None:
        box.said, box.late = new, False
        change(new)

    def entered() -> None:
        box.entered = True

    def left() -> None:
        box.entered = False
        if box.late:
            box.late = False
            box.times += 1
            draw(box.times)
        if gone is not None:
            gone()

    def stands(field: ft.TextField) -> None:
        box.field = field

    return Box(
        words if box.field is None else box.field.value or "",
        box.times,
        typed,
        entered,
        left,
        stands,
    )


@dataclass
class _Held:
    drawn: str
    """The app's words, as they were drawn last."""
    said: str | None = None
    field: ft.TextField | None = None
    entered: bool = False
    late: bool = False
    times: int = 0
