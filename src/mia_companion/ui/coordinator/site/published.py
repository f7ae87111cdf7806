"""What the association's sites have published, and the map of the screens of results."""

import flet as ft

from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.publications import PublicationList, PublicationPart
from mia_companion.ui.components.results_tables import RESULTS_WIDTH
from mia_companion.ui.components.texts import heading
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.coordinator.site.results import ResultsScreen
from mia_companion.ui.keyed import keyed


@ft.component
def PublishedScreen() -> ft.Control:
    """All of them."""
    here = use_here()
    inside = PublicationList(places.SITE_PUBLISHED)
    return _screen(here, here.t("What has been published"), inside)


@ft.component
def PublicationScreen() -> ft.Control:
    """One of them."""
    here, params = use_here(), ft.use_route_params()
    period, site = params.get("period", ""), params.get("site", "")
    title = here.t("{period}, results", period=period_name(here.words, period))
    return _screen(here, title, keyed(f"{period}/{site}", PublicationPart, period, site))


def _screen(here: Here, title: str, inside: ft.Control) -> ft.Control:
    whole = stack([heading(title, 1), inside])
    return narrow_view(here, "", [centred(whole, RESULTS_WIDTH)])


RESULTS = ft.Route(
    path=places.RESULTS.removeprefix(f"{places.SITE}/"),
    component=ResultsScreen,
    children=[
        ft.Route(
            path=places.SITE_PUBLISHED.removeprefix(f"{places.RESULTS}/"),
            component=PublishedScreen,
            children=[ft.Route(path=":period/:site", component=PublicationScreen)],
        )
    ],
)
"""Above the team's place."""
