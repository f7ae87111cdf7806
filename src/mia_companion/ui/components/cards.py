"""A card: one matter, set apart by a calm surface."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui.components.buttons import Tapped
from mia_companion.ui.components.narrow import edge
from mia_companion.ui.theme import GAP, RADIUS

PLAIN, WARM, MOSS, SKY = "plain", "warm", "moss", "sky"

_TONES = {
    PLAIN: ft.Colors.SURFACE_CONTAINER_LOWEST,
    WARM: ft.Colors.SECONDARY_CONTAINER,
    MOSS: ft.Colors.PRIMARY_CONTAINER,
    SKY: ft.Colors.TERTIARY_CONTAINER,
}


def card(
    inside: Sequence[ft.Control], *, tone: str = PLAIN, tapped: Tapped | None = None, gap: int = 8
) -> ft.Container:
    """Set `inside` one under the other. With `tapped` the whole card is one button."""
    border = ft.Border.all(1, ft.Colors.OUTLINE_VARIANT) if tone == PLAIN else None
    return ft.Container(
        content=ft.Column(
            list(inside),
            spacing=gap,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=_TONES[tone],
        border=border,
        border_radius=RADIUS,
        padding=edge(),
        ink=tapped is not None,
        on_click=(lambda _: tapped()) if tapped is not None else None,
    )


def stack(inside: Sequence[ft.Control], gap: int = GAP) -> ft.Column:
    """One thing under the other, each as wide as the page."""
    return ft.Column(
        list(inside), spacing=gap, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
