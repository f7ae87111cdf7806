"""A password or a link for somebody's first time: once, and to be handed over."""

import flet as ft

from mia_companion.i18n.bidi import from_left
from mia_companion.ui.components.buttons import Tapped, primary, secondary
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.context import ZONE, use_here
from mia_companion.ui.theme import FACE_BOLD, GAP
from mia_companion.wire.administration import GivenPassword
from mia_companion.wire.login import LoginLink


@ft.component
def LinkShown(link: LoginLink, name: str, done: Tapped) -> ft.Control:
    """The same of a link by which an electronic identity opens an account."""
    here = use_here()
    clipboard = ft.use_memo(ft.Clipboard, [])
    copied, set_copied = ft.use_state(False)

    async def copy() -> None:
        await clipboard.set(link.url)
        set_copied(True)

    t = here.t
    until = here.words.day_and_clock(link.expires_at, ZONE.key, here.now())
    ways: list[ft.Control] = [
        primary(t("Copy the link"), copy, ft.Icons.CONTENT_COPY),
        secondary(t("I have handed it over"), done),
    ]
    return stack(
        [
            heading(t("A link for {name}", name=name)),
            card([ft.Text(from_left(link.url), selectable=True)], tone=MOSS),
            body(t("It is shown this once, and opens once, until {time}.", time=until)),
            body(
                t(
                    "Give it to {name} alone, in a way you know that {name} reads. Whoever opens it and"
                    " signs in there gets this account.",
                    name=name,
                )
            ),
            ft.Row(ways, wrap=True, spacing=GAP, run_spacing=GAP),
            live(muted(t("Copied") if copied else "")),
        ],
        gap=GAP + 4,
    )


@ft.component
def ShownOnce(given: GivenPassword, name: str, done: Tapped) -> ft.Control:
    """It is kept nowhere: whoever leaves the screen without it makes another."""
    here = use_here()
    clipboard = ft.use_memo(ft.Clipboard, [])
    copied, set_copied = ft.use_state(False)

    async def copy() -> None:
        await clipboard.set(given.password)
        set_copied(True)

    t = here.t
    until = here.words.day_and_clock(given.until, ZONE.key, here.now())
    return stack(
        [
            heading(t("A password for {name}", name=name)),
            card([_large(given.password)], tone=MOSS),
            body(t("It is shown this once, and opens once, until {time}.", time=until)),
            body(
                t(
                    "Read it aloud to {name}, or hand it over in the room. At the first sign-in a"
                    " password of one's own takes its place. If it gets lost, give a new one.",
                    name=name,
                )
            ),
            ft.Row(
                [
                    primary(t("I have handed it over"), done),
                    secondary(t("Copy the password"), copy, ft.Icons.CONTENT_COPY),
                ],
                wrap=True,
                spacing=GAP,
                run_spacing=GAP,
            ),
            live(muted(t("Copied") if copied else "")),
        ],
        gap=GAP + 4,
    )


def _large(password: str) -> ft.Control:
    style = ft.TextStyle(
        size=30, letter_spacing=2, font_family=FACE_BOLD, color=ft.Colors.ON_PRIMARY_CONTAINER
    )
    return ft.Text(
        from_left(password),
        style=style,
        text_align=ft.TextAlign.CENTER,
    )
