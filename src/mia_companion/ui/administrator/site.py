"""A site and its coordinators."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui.administrator.looking import use_site
from mia_companion.ui.administrator.paths import adding_path, site_path
from mia_companion.ui.administrator.rows import member_row
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import section, staff_page
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.theme import GAP
from mia_companion.wire.administration import SiteSeen


@ft.component
def SiteScreen() -> ft.Control:
    """Those who work there first, then those who did."""
    here, id_ = use_here(), ft.use_route_params().get("site", "")
    site = here.view.administration.site(id_)
    title = as_written(here.words, site.name) if site else here.t("Site")
    return staff_page(here, title, use_site(here, id_, lambda site: _shown(here, site)))


def _shown(here: Here, site: SiteSeen) -> Sequence[ft.Control]:
    t = here.t
    working = [member_row(here, one) for one in site.coordinators if one.ended is None]
    ended = [member_row(here, one) for one in site.coordinators if one.ended is not None]
    nobody = body(
        t("Nobody works here yet. Add the first coordinator, who then invites participants.")
    )
    add, rename = adding_path(rights.COORDINATOR, site.id), f"{site_path(site.id)}/name"
    return [
        section(t("Coordinators")),
        *(working or [nobody]),
        ft.Row(
            [
                primary(t("Add a coordinator"), lambda: go(add), ft.Icons.PERSON_ADD_OUTLINED),
                quiet(t("Change the site's name"), lambda: go(rename)),
            ],
            wrap=True,
            spacing=GAP,
        ),
        *([section(t("Have worked here")), *ended] if ended else []),
    ]
