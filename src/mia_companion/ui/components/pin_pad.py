"""Typing a PIN: with a finger on ten large keys, with a keyboard, or with a screen reader on either.

1 2 3        from left to right in every language, as on a telephone
4 5 6
7 8 9
⌫ 0 ✓
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from mia_companion.app.lock.tried import digits_of
from mia_companion.device.pin import LONGEST
from mia_companion.ui.components.box import use_box
from mia_companion.ui.components.buttons import Tapped, quietly
from mia_companion.ui.components.fields import outline
from mia_companion.ui.components.narrow import under_its_label
from mia_companion.ui.components.texts import said_aloud, told
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import RADIUS, TARGET

_ARRIVED = 0.5
"""Seconds in which a screen slides into its place."""

_KEY_WIDTH, _KEY_HEIGHT, _BETWEEN = 88, 60, 12
"""Logical pixels; a key is never lower than a finger needs."""


@ft.component
def PinPad(
    label: str,
    digits: str,
    change: Callable[[str], None],
    enter: Tapped,
    *,
    wrong: str = "",
    resting: bool = False,
) -> ft.Control:
    """`enter` is for the tick and for Enter. While `resting` nothing can be typed, and `wrong` says why."""
    here = use_here()
    held = ft.use_ref(digits)
    held.current = digits
    box: MutableRef[ft.TextField] = ft.use_ref()

    async def stand_in_it() -> None:
        """A field that comes with its screen does not hear a keyboard before it is stood in."""
        await asyncio.sleep(_ARRIVED)
        if box.current is not None and not resting:
            with suppress(RuntimeError, TimeoutError):  # the screen is gone already
                await box.current.focus()  # type: ignore[no-untyped-call]

    ft.use_effect(stand_in_it, [resting, wrong])  # Enter leaves the field, too

    def put(new: str) -> None:
        held.current = new
        change(new)

    shown = use_box(digits, lambda new: put(digits_of(new)))

    def key(digit: str) -> ft.Control:
        return _key(ft.Text(digit, size=24), lambda: put(digits_of((held.current or "") + digit)))

    back = _key(
        ft.Icon(ft.Icons.BACKSPACE_OUTLINED, semantics_label=here.t("Take away the last digit")),
        lambda: put((held.current or "")[:-1]),
    )
    done = _key(ft.Icon(ft.Icons.CHECK, semantics_label=here.t("Done")), enter, strong=True)
    rows = [[key(one) for one in line] for line in ("123", "456", "789")]
    box.current = field = _field(label, shown.words, shown.typed, enter, resting=resting)
    shown.stands(field)
    pad = ft.Column(
        [_row(here, line) for line in [*rows, [back, key("0"), done]]],
        spacing=_BETWEEN,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        disabled=resting,
    )
    return ft.Column(
        [
            under_its_label(field),
            told(wrong),
            said_aloud(
                here.words.n("{count} digit", "{count} digits", len(digits)) if digits else ""
            ),
            ft.Row([pad], alignment=ft.MainAxisAlignment.CENTER),
        ],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _field(
    label: str, digits: str, typed: Callable[[str], None], enter: Tapped, *, resting: bool
) -> ft.TextField:
    """For a keyboard that one can touch. It calls up none on the screen: the keys are there."""
    return ft.TextField(
        label=label,
        value=digits,
        on_change=lambda e: typed(str(e.data or "")),
        on_submit=quietly(enter),
        password=True,
        keyboard_type=ft.KeyboardType.NONE,
        disabled=resting,
        text_align=ft.TextAlign.CENTER,
        text_size=28,
        max_length=LONGEST,
        counter="",
        border=outline(),
        filled=True,
        fill_color=ft.Colors.SURFACE_CONTAINER_LOWEST,
        hover_color=ft.Colors.TRANSPARENT,
    )


def _row(here: Here, keys: list[ft.Control]) -> ft.Control:
    """A page that reads from the right would put the 3 before the 1."""
    return ft.Row(keys[::-1] if here.words.rtl else keys, spacing=_BETWEEN, tight=True)


def _key(inside: ft.Control, tapped: Tapped, *, strong: bool = False) -> ft.Control:
    kind = ft.FilledButton if strong else ft.FilledTonalButton
    return kind(
        inside,
        width=_KEY_WIDTH,
        height=max(_KEY_HEIGHT, TARGET),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=RADIUS), padding=ft.Padding.all(0)
        ),
        on_click=quietly(tapped),
    )
