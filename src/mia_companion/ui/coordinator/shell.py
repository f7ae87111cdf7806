"""The first place: on a wide screen the caseload stands beside whatever was chosen in it.

wide     [ places │ caseload │ outlet ]   one view, so that choosing moves nothing but the right side
narrow   caseload ─▶ person ─▶ booking    a view each, with the way back that the phone knows
"""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.texts import lead
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.caseload.caseload import Caseload
from mia_companion.ui.coordinator.frame import padded, scrolled, workspace
from mia_companion.ui.theme import EDGE

LIST_WIDTH = 360
"""Logical pixels of the caseload beside a person."""


@ft.component
def Desk() -> ft.Control:
    """The wide layout; the router puts the chosen screen in its outlet."""
    here = use_here()
    chosen = ft.use_route_params().get("person", "")
    list_side = ft.Container(
        scrolled([padded(Caseload(chosen))]),
        width=LIST_WIDTH,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
    )
    both = ft.Row(
        [list_side, ft.Container(ft.use_route_outlet(), expand=True)],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return workspace(here, places.TODAY, both)


@ft.component
def NobodyChosen() -> ft.Control:
    """Beside the caseload, before anyone is chosen."""
    here = use_here()
    words = here.t("Choose someone in the list. Whoever needs you first stands first.")
    if not here.view.participants:
        words = ""
    return ft.Container(lead(words), alignment=ft.Alignment.CENTER, padding=2 * EDGE)


@ft.component
def CaseloadScreen() -> ft.Control:
    """The narrow layout's first screen."""
    return workspace(use_here(), places.TODAY, scrolled([padded(Caseload())]))
