"""What has been published, to look through: half-years with their sites, then one of them.

For coordinators, administrators and funders alike; they stand on different pages. `base` is the path of
the list; one publication stands at `base/:period/:site`, all sites of a half-year together at `…/all`.
"""

from collections.abc import Sequence
from itertools import groupby

import flet as ft

from mia_companion.domain.suppression import together
from mia_companion.i18n.words import Words
from mia_companion.paper.results_told import Told, all_told, outside_told
from mia_companion.paper.results_words import period_name, rule_in_words
from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.results_out import ResultsOut
from mia_companion.ui.components.results_tables import results_tables
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.wire.results import Publication

ALL = "all"
"""In the place of a site: all of them together."""


@ft.component
def PublicationList(base: str) -> ft.Control:
    """Every half-year of which anything was published, the newest first."""
    here = use_here()
    found, look = use_asked(here.do.results.publications, here.state.returned)
    if found is None or isinstance(found, str):
        return stack(not_there(here, found, look))
    again = ft.Row([quiet(here.t("Look again"), look, ft.Icons.REFRESH)], wrap=True)
    if not found:
        return stack([body(here.t("Nothing has been published yet.")), again])
    shown: list[ft.Control] = [body(rule_in_words(here.words))]
    for period, those in groupby(found, key=lambda one: one.told.period):
        sites = list(those)
        shown.append(heading(period_name(here.words, period), 2))
        if len(sites) > 1:
            all_sites = here.words.n("{count} site", "{count} sites", len(sites))
            path = f"{base}/{period}/{ALL}"
            shown.append(
                way_on(ft.Icons.HUB_OUTLINED, here.t("All sites together"), path, all_sites)
            )
        shown += [_way(here, base, one) for one in sites]
    return stack([*shown, again])


def _way(here: Here, base: str, one: Publication) -> ft.Control:
    name = as_written(here.words, one.site_name)
    path = f"{base}/{one.told.period}/{one.site}"
    return way_on(ft.Icons.HOME_WORK_OUTLINED, name, path, _when(here, one))


def _when(here: Here, one: Publication) -> str:
    day = here.words.day(one.published_at.astimezone(ZONE).date(), here.today())
    return here.t("Published {day}", day=day)


@ft.component
def PublicationPart(period: str, site: str) -> ft.Control:
    """One of them, with its files; `site` may be ALL."""
    here = use_here()
    found, look = use_asked(here.do.results.publications, here.state.returned)
    if found is None or isinstance(found, str):
        return stack(not_there(here, found, look))
    mine = [one for one in found if one.told.period == period and site in (ALL, one.site)]
    if not mine:
        return body(here.t("There is no such publication."))
    told = told_of(here.words, mine, everything=site == ALL)
    about = told.about if site == ALL else f"{told.about} {_when(here, mine[0])}."
    return stack([muted(about), *published_tables(here, told), ResultsOut(told, True)])


def told_of(words: Words, those: Sequence[Publication], *, everything: bool) -> Told:
    """One publication, or all of a half-year together."""

    def area(one: str) -> str:
        return area_name(words, one)

    if everything:
        return all_told(together([one.told for one in those]), words, area)
    (one,) = those
    return outside_told(one.told, words, area, as_written(words, one.site_name))


def published_tables(here: Here, told: Told) -> list[ft.Control]:
    """What is told, and why not more."""
    return [*results_tables(here, told), card([body(rule_in_words(here.words))], tone=WARM)]
