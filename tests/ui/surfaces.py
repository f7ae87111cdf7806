"""Which colour is drawn on which, read off the controls of a screen.

    Container(bgcolor) ─▶ what stands in it stands on that        Text, Icon ─▶ (colour, what it stands on)
    a button ─▶ its own surface, and a colour for its words       a border   ─▶ (colour, what is around it)

Bars of places are left out: Material draws them, and `palette.MATERIAL` says how.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import flet as ft

from mia_companion.ui.palette import LINE_PAIRS, TEXT_PAIRS
from tests.ui.standing import inside

TEXT, MARK = "text", "mark"


class Drawn(NamedTuple):
    """A text or a mark (an icon, a line, a piece of a chart), and what it stands on, by the theme's names."""

    kind: str
    colour: str
    under: str


class _Ground(NamedTuple):
    """What is beneath, and what colour words and icons have there unless they say another."""

    under: str = "surface"
    words: str = "on_surface"
    icons: str = "on_surface"


_BUTTONS: dict[type[Any], tuple[str, str]] = {
    ft.FilledButton: ("primary", "on_primary"),
    ft.FilledIconButton: ("primary", "on_primary"),
    ft.FilledTonalButton: ("secondary_container", "on_secondary_container"),
    ft.FloatingActionButton: ("primary_container", "on_primary_container"),
    ft.OutlinedButton: ("", "primary"),
    ft.TextButton: ("", "primary"),
    ft.IconButton: ("", "on_surface_variant"),
}
"""Their surface, none for that beneath, and the colour of words on it, as Material has them."""
_SKIPPED = (ft.NavigationBar, ft.NavigationRail, ft.TextField)
_UNSEEN = ("transparent", "outline_variant")
"""The second only sets things apart: nothing is to be read from it."""


def drawn_on(found: Any, ground: _Ground = _Ground()) -> Iterator[Drawn]:  # noqa: B008
    """All of a screen. Colours that no theme names come as they are."""
    if isinstance(found, list | tuple):
        for one in found:
            yield from drawn_on(one, ground)
    elif (names := inside(found)) is not None:
        if getattr(found, "visible", True) is False or isinstance(found, _SKIPPED):
            return
        yield from _itself(found, ground)
        within = _inside(found, ground)
        for name in names:
            value = None if name in ("style", "border") else getattr(found, name, None)
            if isinstance(value, list | tuple) or inside(value) is not None:
                yield from drawn_on(value, within)


def _itself(found: Any, ground: _Ground) -> Iterator[Drawn]:
    seen: list[tuple[str, str]] = []
    if isinstance(found, ft.Text) and found.value:
        seen.append((TEXT, named(found.color) or ground.words))
    elif isinstance(found, ft.Icon):
        seen.append((MARK, named(found.color) or ground.icons))
    elif isinstance(found, ft.OutlinedButton | ft.TextButton) and isinstance(found.content, str):
        seen.append((TEXT, _inside(found, ground).words))
        ground = _inside(found, ground)
    elif isinstance(found, ft.Container) and found.border is not None:
        sides = [getattr(found.border, side) for side in ("top", "right", "bottom", "left")]
        seen += [(MARK, named(one.color)) for one in sides if one is not None and one.width]
    for kind, colour in seen:
        if colour and colour not in _UNSEEN:
            yield Drawn(kind, colour, ground.under)


def _inside(found: Any, ground: _Ground) -> _Ground:
    if type(found) in _BUTTONS:
        under, words = _BUTTONS[type(found)]
        style = getattr(found, "style", None)
        under = named(getattr(style, "bgcolor", None)) or under or ground.under
        words = named(getattr(style, "color", None)) or words
        return _Ground(under, words, words)
    if isinstance(found, ft.AppBar | ft.Container | ft.View | ft.AlertDialog):
        usual = "surface_container_high" if isinstance(found, ft.AlertDialog) else ground.under
        under = named(getattr(found, "bgcolor", None))
        return ground if under == "transparent" else ground._replace(under=under or usual)
    return ground


def top_of(page: ft.Page) -> list[Any]:
    """The top view, and the open dialogs."""
    views: Any = page.views
    while type(views).__name__ == "Component":
        views = views._b
    return [views[-1] if isinstance(views, list) else views, page._dialogs.controls]


def named(colour: Any) -> str:
    """The theme's name for it, `on_surface`; nothing where there is none."""
    return colour.name.lower() if isinstance(colour, ft.Colors) else str(colour or "")


def unlisted(found: Any) -> list[str]:
    """What is drawn and is in none of the palette's tables, where its contrast would be computed."""
    texts = set(TEXT_PAIRS)
    marks = texts | set(LINE_PAIRS)
    return sorted(
        {
            f"{one.kind}: {one.colour} on {one.under}"
            for one in drawn_on(found)
            if (one.colour, one.under) not in (texts if one.kind == TEXT else marks)
        }
    )
