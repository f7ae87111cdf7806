"""The funder's screens: all publications, and one of them.

publications ─▶ a half-year of one site, or of all together
"""

import flet as ft

from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from mia_companion.ui.components.publications import PublicationList, PublicationPart
from mia_companion.ui.context import use_here
from mia_companion.ui.funder.shell import screen
from mia_companion.ui.keyed import keyed


@ft.component
def PublicationsScreen() -> ft.Control:
    """All of the association's."""
    here = use_here()
    return screen(here, here.t("Published results"), [PublicationList(places.PUBLISHED)])


@ft.component
def PublicationScreen() -> ft.Control:
    """One of them."""
    here, params = use_here(), ft.use_route_params()
    period, site = params.get("period", ""), params.get("site", "")
    title = here.t("{period}, results", period=period_name(here.words, period))
    return screen(here, title, [keyed(f"{period}/{site}", PublicationPart, period, site)])


ROUTES = (
    ft.Route(
        path="/",
        component=PublicationsScreen,
        children=[
            ft.Route(path=f"{places.PUBLISHED[1:]}/:period/:site", component=PublicationScreen)
        ],
    ),
)
