"""A milestone on one line, which opens it: a flag ahead, a filled one where one has come."""

import flet as ft

from mia_companion.domain.milestones import REACHED, Milestone
from mia_companion.ui import places
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here, go
from mia_companion.ui.theme import TARGET


def milestone_line(here: Here, milestone: Milestone) -> ft.Control:
    """Its words, and whether one has come there, in words."""
    reached = milestone.state == REACHED
    texts: list[ft.Control] = [ft.Text(as_written(here.words, milestone.words))]
    texts.append(muted(here.t("Milestone, reached") if reached else here.t("Milestone")))
    icon = ft.Icons.FLAG if reached else ft.Icons.FLAG_OUTLINED
    flag = ft.Container(
        ft.Icon(icon, color=ft.Colors.SECONDARY),
        width=TARGET,
        alignment=ft.Alignment.CENTER,
    )
    whole = ft.Container(
        line(flag, texts, ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE), gap=4),
        ink=True,
        border_radius=8,
        padding=ft.Padding.only(top=10, bottom=10),
        on_click=lambda _: go(f"{places.MILESTONE}/{milestone.id}"),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=whole), key=milestone.id)
