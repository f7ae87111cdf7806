"""Choosing a ready phrase: a tap puts it into the box, where it can be read once more before it is sent."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.phrases import GROUPS, is_swedish, lines_of
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.participant.messages.panel import panel
from mia_companion.ui.theme import RADIUS


def with_or_without(said: str, phrase: str) -> str:
    """What is in the box with the phrase on a line of its own at the end; one that is there is taken out.
    Nothing else in the box is touched."""
    lines = said.split("\n") if said.strip() else []
    if any(line.strip() == phrase for line in lines):
        return "\n".join(line for line in lines if line.strip() != phrase)
    return "\n".join([*lines, phrase])


@ft.component
def ReadyPhrases(said: str, take: Callable[[str], None], close: Callable[[], None]) -> ft.Control:
    """By what one wants; those that are in the box have a tick."""
    here = use_here()
    groups = [_group(here, *group, lines_of(said), take) for group in GROUPS]
    return panel(here, here.t("Ready phrases"), [_about(here), *groups], close)


def _about(here: Here) -> ft.Control:
    if is_swedish(here.words.tag):
        return body(
            here.t("Tap one. It is put into the box, and nothing is sent before you send it.")
        )
    return body(
        here.t(
            "Tap one. It is put into the box, and nothing is sent before you send it."
            " Your coordinator reads it in Swedish."
        )
    )


def _group(
    here: Here, name: str, phrases: tuple[str, ...], there: list[str], take: Callable[[str], None]
) -> ft.Control:
    def taking(words: str) -> Callable[[], None]:
        return lambda: take(words)

    lines: list[ft.Control] = [heading(here.t(name), 3)]
    for phrase in phrases:
        words = here.t(phrase)
        lines.append(_line(words, words in there, taking(words)))
    return stack(lines, gap=8)


def _line(words: str, there: bool, tapped: Callable[[], None]) -> ft.Control:
    tint = ft.Colors.ON_PRIMARY_CONTAINER if there else ft.Colors.ON_SURFACE
    icon = ft.Icons.CHECK_CIRCLE if there else ft.Icons.ADD
    row = ft.Row(
        [ft.Text(words, color=tint, expand=True), ft.Icon(icon, color=ft.Colors.PRIMARY)],
        spacing=12,
    )
    line = ft.Container(
        row,
        bgcolor=ft.Colors.PRIMARY_CONTAINER if there else ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.PRIMARY if there else ft.Colors.OUTLINE_VARIANT),
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=14, vertical=12),
        ink=True,
        on_click=lambda _: tapped(),
    )
    return ft.MergeSemantics(ft.Semantics(selected=there, button=True, content=line))
