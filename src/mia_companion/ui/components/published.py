"""What has been published, as screens of their own for those who work for the whole association, or pay."""

import flet as ft

from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from mia_companion.ui.components.publications import PublicationList, PublicationPart
from mia_companion.ui.components.results_tables import RESULTS_WIDTH
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.context import use_here
from mia_companion.ui.keyed import keyed


@ft.component
def PublishedScreen() -> ft.Control:
    """All of the association's."""
    here = use_here()
    inside = [PublicationList(places.PUBLISHED)]
    return staff_page(here, here.t("Published results"), inside, width=RESULTS_WIDTH)


@ft.component
def PublicationScreen() -> ft.Control:
    """One of them."""
    here, params = use_here(), ft.use_route_params()
    period, site = params.get("period", ""), params.get("site", "")
    title = here.t("{period}, results", period=period_name(here.words, period))
    inside = [keyed(f"{period}/{site}", PublicationPart, period, site)]
    return staff_page(here, title, inside, width=RESULTS_WIDTH)


PUBLICATION = ft.Route(path=":period/:site", component=PublicationScreen)
