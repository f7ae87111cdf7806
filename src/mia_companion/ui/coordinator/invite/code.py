"""The code, large enough to read across a table, and a picture of the whole way for a phone's camera."""

import flet as ft

from mia_companion.i18n.bidi import from_left
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.qr import SIDE, qr
from mia_companion.ui.components.texts import body, muted, told
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.invite.way import address_of
from mia_companion.ui.theme import FACE_BOLD, GAP
from mia_companion.wire.accounts import Invitation

_BESIDE = 320
"""Logical pixels of what stands beside the picture, where there is room."""


@ft.component
def CodeCard(made: Invitation) -> ft.Control:
    """Beside the picture, where an address is known."""
    here = use_here()
    clipboard = ft.use_memo(ft.Clipboard, [])
    copied, set_copied = ft.use_state(False)

    async def copy() -> None:
        await clipboard.set(made.code)
        set_copied(True)

    t = here.t
    address = address_of(here.state.address, made)
    how = (
        t("Let the phone's camera look at the picture. Or open {address} and write the code.",
          address=from_left(here.state.address))
        if address
        else t("Open the app on the phone, and write the code.")
    )  # fmt: skip
    beside = stack(
        [
            card([letters(made.code)], tone=MOSS),
            body(how),
            muted(
                t(
                    "It opens the app once. The code changes by itself now and then, and one that you"
                    " have begun to write goes on opening: there is no hurry."
                )
            ),
            ft.Row([secondary(t("Copy the code"), copy, ft.Icons.CONTENT_COPY)], wrap=True),
            told(t("Copied") if copied else ""),
        ]
    )
    side = min(_BESIDE, here.state.width - 2 * GAP - 8)
    parts: list[ft.Control] = [ft.Container(beside, width=side)]
    if address:
        seen = t("A picture that a phone's camera reads. The code says the same.")
        parts.insert(0, ft.Container(qr(address, seen), width=SIDE))
    return stack(
        [
            ft.Row(
                parts,
                wrap=True,
                spacing=2 * GAP,
                run_spacing=2 * GAP,
                alignment=ft.MainAxisAlignment.CENTER,
                vertical_alignment=ft.CrossAxisAlignment.START,
            ),
            body(
                t(
                    "Hand it over in the room, or read it aloud. Whoever has the code can open the"
                    " app in this person's place, so do not send it where others read."
                )
            ),
        ]
    )


def letters(code: str) -> ft.Control:
    """Large, in groups; for the ear letter by letter."""
    groups = [group for group in code.split("-") if group]
    style = ft.TextStyle(
        size=40,
        letter_spacing=4,
        font_family=FACE_BOLD,
        color=ft.Colors.ON_PRIMARY_CONTAINER,
    )
    shown = ft.Text(from_left(" ".join(groups)), style=style, text_align=ft.TextAlign.CENTER)
    return ft.Semantics(
        label=", ".join(" ".join(group) for group in groups), exclude_semantics=True, content=shown
    )
