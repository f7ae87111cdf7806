"""Where an administrator stands: the association, its sites, and who works for it."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui import places
from mia_companion.ui.administrator.looking import use_looked
from mia_companion.ui.administrator.paths import adding_path, site_path
from mia_companion.ui.administrator.rows import member_row
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.leaving import told_leaving, use_leaving
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import section, staff_page
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.theme import GAP
from mia_companion.wire.administration import Administered, SiteSeen


@ft.component
def AssociationScreen() -> ft.Control:
    """Where one lands."""
    here = use_here()
    leave, told = use_leaving(here)
    seen = here.view.administration.seen
    title = as_written(here.words, seen.association) if seen else here.t("The association")
    above = [told_leaving(told)] if told else []
    inside = use_looked(here, lambda seen: _shown(here, seen))
    return staff_page(here, title, [*above, *inside], leave=leave)


def _shown(here: Here, seen: Administered) -> Sequence[ft.Control]:
    t = here.t
    sites = [_site(here, one) for one in seen.sites]
    nobody_yet = body(t("No sites yet. Add the first, and then its coordinators."))
    working = [one for one in seen.office if one.ended is None]
    ended = [one for one in seen.office if one.ended is not None]
    return [
        body(
            t(
                "Here you make sites, and accounts for those who work there. You see how many"
                " participants each coordinator follows, and never who they are."
            )
        ),
        section(t("Sites")),
        *(sites or [nobody_yet]),
        _row(primary(t("Add a site"), lambda: go(f"{places.SITES}/new"), ft.Icons.ADD)),
        section(t("For the whole association")),
        way_on(ft.Icons.QUERY_STATS, t("Published results"), places.PUBLISHED),
        way_on(ft.Icons.HISTORY, t("What has been done"), places.DEEDS),
        *(member_row(here, one) for one in [*working, *ended]),
        _row(
            secondary(t("Add an administrator"), lambda: go(adding_path(rights.ADMINISTRATOR))),
            secondary(t("Add a funder"), lambda: go(adding_path(rights.FUNDER))),
        ),
    ]


def _row(*buttons: ft.Control) -> ft.Control:
    return ft.Row(list(buttons), wrap=True, spacing=GAP, run_spacing=GAP)


def _site(here: Here, one: SiteSeen) -> ft.Control:
    n = here.words.n
    working = [who for who in one.coordinators if who.ended is None]
    about = [n("{count} coordinator", "{count} coordinators", len(working))]
    if one.participants:
        about.append(n("{count} participant", "{count} participants", one.participants))
    name = as_written(here.words, one.name)
    return way_on(ft.Icons.HOME_WORK_OUTLINED, name, site_path(one.id), here.words.beside(*about))
