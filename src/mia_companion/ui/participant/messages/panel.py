"""What stands above the box for a moment, where the messages were: one thing at a time.

messages ──ready phrases──▶ PHRASES ──one is taken, or closed──▶ messages
    └──a photo or a file──▶ BESIDE ──sent, or closed──▶ messages
"""

from collections.abc import Callable, Sequence

import flet as ft

from mia_companion.ui.components.buttons import BACK, answers, icon_button
from mia_companion.ui.components.narrow import is_narrow
from mia_companion.ui.components.texts import eyebrow, heading
from mia_companion.ui.context import Here

NOTHING, PHRASES, BESIDE = "", "phrases", "beside"


def panel(
    here: Here, title: str, inside: Sequence[ft.Control], close: Callable[[], None]
) -> ft.Control:
    """Scrolls by itself, with the way back always in view."""
    name = eyebrow(title) if is_narrow() else heading(title)
    top = ft.Row(
        [
            ft.Container(name, expand=True),
            answers(BACK, icon_button(ft.Icons.CLOSE, here.t("Back to the messages"), close)),
        ]
    )
    lines = ft.Column(list(inside), scroll=ft.ScrollMode.AUTO, expand=True)
    return ft.Column(
        [top, lines],
        spacing=4,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
