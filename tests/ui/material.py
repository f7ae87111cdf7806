"""What Material draws, or lays over what we draw: which colour stands on which, and under what shade.

From Flutter's Material 3 defaults for the controls that are used here, where `theme.py` says nothing else.
"""

from typing import NamedTuple

from mia_companion.ui.palette import SURFACES, UNDER_A_FINGER

TEXT, MARK = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""
READ = ("on_surface", "on_surface_variant", "primary")
"""What is read on any surface."""
FOCUS, HOVER = "focus", "hover"
_STATE = 0.10
"""A button's own words, thin over it while it is hovered over (0.08), has the focus or is tapped."""


class Shade(NamedTuple):
    """A colour, and how much of it. `FOCUS` is the theme's own, `HOVER` black by day and white by night."""

    colour: str
    part: float = 0.0


class Drawn(NamedTuple):
    """`colour` on `under`, with the shades over it, one after the other."""

    what: str
    colour: str
    under: str
    shades: tuple[Shade, ...] = ()
    least: float = TEXT


def _button(what: str, words: str, under: str) -> Drawn:
    return Drawn(f"{what} that is tapped", words, under, (Shade(words, _STATE),))


_TAPPED = (Shade("primary", UNDER_A_FINGER), Shade("primary", UNDER_A_FINGER))

DRAWN = (
    _button("a filled button", "on_primary", "primary"),
    _button("a tonal button", "on_secondary_container", "secondary_container"),
    _button("a floating button", "on_primary_container", "primary_container"),
    _button("a chosen chip", "on_primary_container", "primary_container"),
    *(_button("a button with or without a line", "primary", one) for one in SURFACES),
    *(
        Drawn(f"a whole line, {what}", words, one, shades)
        for what, shades in (
            ("with the focus", (Shade(FOCUS),)),
            ("hovered over", (Shade(HOVER, 0.04),)),
            ("tapped", _TAPPED),
        )
        for words in READ
        for one in SURFACES
    ),
    *(
        Drawn("a mark on a line with the focus", colour, one, (Shade(FOCUS),), MARK)
        for colour in ("outline", "secondary", "tertiary")
        for one in ("surface", "surface_container_lowest")
    ),
    Drawn("a field's words", "on_surface", "surface_container_lowest"),
    Drawn("a field's label and hint", "on_surface_variant", "surface_container_lowest"),
    Drawn("a label that has moved up to its line", "on_surface_variant", "surface"),
    Drawn("a field's label with the focus", "primary", "surface_container_lowest"),
    Drawn("and once it has moved up", "primary", "surface"),
    Drawn("what is wrong in a field", "error", "surface"),
    Drawn("a field's line", "outline", "surface", (), MARK),
    Drawn("a field's line within", "outline", "surface_container_lowest", (), MARK),
    Drawn(
        "a field's line and caret with the focus", "primary", "surface_container_lowest", (), MARK
    ),
    Drawn("a field's line when something is wrong", "error", "surface_container_lowest", (), MARK),
    Drawn("a radio button", "on_surface_variant", "surface", (), MARK),
    Drawn("a radio button that is chosen", "primary", "surface", (), MARK),
    Drawn("a place under the screen", "on_surface_variant", "surface_container", (), MARK),
    Drawn(
        "where one stands, on its ground", "on_secondary_container", "primary_container", (), MARK
    ),
    Drawn("and in the rail", "on_secondary_container", "secondary_container", (), MARK),
    Drawn("a place's name", "on_surface", "surface_container"),
    Drawn("a place's name in the rail", "on_surface_variant", "surface_container"),
    Drawn("how many wait", "on_tertiary", "tertiary"),
    *(
        Drawn("that something waits", "tertiary", one, (), MARK)
        for one in ("surface_container", "primary_container", "secondary_container")
    ),
    Drawn("a dialog's words", "on_surface_variant", "surface_container_high"),
    Drawn("a dialog's name", "on_surface", "surface_container_high"),
    Drawn("the ring of the focus", "on_surface", "surface", (), MARK),
    *(Drawn("the ring of the focus", "on_surface", one, (), MARK) for one in SURFACES),
)

EXEMPT = {
    "on_surface at 0.38, and at 0.12 beneath it": (
        "a button that cannot be tapped yet, a PIN pad that rests. WCAG 2.2, 1.4.3: 'Text or images of text"
        " that are part of an inactive user interface component … have no contrast requirement.'"
    ),
    "outline_variant": (
        "the edge of a card or an option, and dividers. WCAG 2.2, 1.4.11 asks for 'visual information"
        " required to identify user interface components and states': here words, icons and marks are that."
    ),
    "surface_container_highest": "the rest of a bar in the results, whose length its number says beside it.",
}
"""What is not measured, and why."""
