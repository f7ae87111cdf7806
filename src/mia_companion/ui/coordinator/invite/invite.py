"""Inviting a participant: a name, then a code to hand over, large enough to read across a table."""

from typing import cast

import flet as ft

from mia_companion.ui.components.buttons import Tapped, primary, quiet, secondary
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import ZONE, go, use_here
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.theme import FACE_BOLD, GAP
from mia_companion.wire.accounts import Invitation


@ft.component
def InviteForm(level: int) -> ft.Control:
    """Needs the network, and says so. The name goes into the new journal and nowhere else."""
    here = use_here()
    name, set_name = ft.use_state("")
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    made, set_made = ft.use_state(cast("Invitation | None", None))

    async def invite() -> None:
        if busy:
            return
        set_busy(True)
        set_wrong("")
        answer = await here.do.access.invite(name)
        set_busy(False)
        if isinstance(answer, str):
            set_wrong(sentence(here.words, answer))
        else:
            set_made(answer)

    def again() -> None:
        set_name("")
        set_made(None)

    if made is not None:
        return CodeToHandOver(made, name, again, level)
    waiting = here.t("Making the code…")
    return stack(
        [
            heading(here.t("Invite someone"), level),
            body(
                here.t(
                    "Write what the person wants to be called. You get a code to hand over, and the"
                    " person opens the app with it."
                )
            ),
            WordsField(
                here.t("Name"),
                name,
                set_name,
                submit=invite,
                longest=200,
                wrong=wrong,
                autofocus=True,
            ),
            muted(here.t("This needs the network: the code is made by the server.")),
            ft.Row(
                [primary(waiting if busy else here.t("Make a code"), invite, disabled=busy)],
                wrap=True,
            ),
        ],
        gap=GAP + 4,
    )


@ft.component
def CodeToHandOver(made: Invitation, name: str, again: Tapped, level: int) -> ft.Control:
    """Large, in groups; for the ear letter by letter."""
    here = use_here()
    clipboard = ft.use_memo(ft.Clipboard, [])
    copied, set_copied = ft.use_state(False)

    async def copy() -> None:
        await clipboard.set(made.code)
        set_copied(True)

    until = here.words.day_and_clock(made.expires_at, ZONE.key, here.now())
    return stack(
        [
            heading(here.t("A code for {name}", name=name), level),
            card([_code(made.code)], tone=MOSS),
            body(here.t("It opens the app once, until {time}.", time=until)),
            body(
                here.t(
                    "Hand it over in the room, or read it aloud. Whoever has the code can open the"
                    " app as {name}, so do not send it where others read.",
                    name=name,
                )
            ),
            ft.Row(
                [
                    secondary(here.t("Copy the code"), copy, ft.Icons.CONTENT_COPY),
                    quiet(
                        here.t("To {name}", name=name), lambda: go(person_path(made.participant))
                    ),
                    quiet(here.t("Invite another"), again),
                ],
                wrap=True,
                spacing=GAP,
            ),
            ft.Semantics(live_region=True, content=muted(here.t("Copied") if copied else "")),
        ],
        gap=GAP + 4,
    )


_LTR, _END = "\u2066", "\u2069"
"""Left to right whatever the screen's direction: a code that begins with digits must not turn round."""


def _code(code: str) -> ft.Control:
    groups = [group for group in code.split("-") if group]
    style = ft.TextStyle(
        size=44,
        letter_spacing=8,
        font_family=FACE_BOLD,
        color=ft.Colors.ON_PRIMARY_CONTAINER,
    )
    shown = ft.Text(f"{_LTR}{' '.join(groups)}{_END}", style=style, text_align=ft.TextAlign.CENTER)
    return ft.Semantics(
        label=", ".join(" ".join(group) for group in groups), exclude_semantics=True, content=shown
    )
