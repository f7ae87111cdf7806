"""The site's results: exact for those who work here, and the way to tell others what may be told."""

import flet as ft

from mia_companion.domain.periods import before, period_of
from mia_companion.paper.results_told import exact_told
from mia_companion.paper.results_words import period_name
from mia_companion.ui import places
from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.icons import PRIVATE
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.results_out import ResultsOut
from mia_companion.ui.components.results_tables import RESULTS_WIDTH, results_tables
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.coordinator.menu import site_name
from mia_companion.ui.coordinator.site.publishing import Publishing
from mia_companion.ui.keyed import keyed

_HALF_YEARS = 4
"""How far back one can look: this one, and three before it."""


@ft.component
def ResultsScreen() -> ft.Control:
    """One half-year at a time. Opening it is a look, and so is choosing another."""
    here = use_here()
    period, choose = ft.use_state(period_of(here.now()))
    known = [period_of(here.now())]
    while len(known) < _HALF_YEARS:
        known.append(before(known[-1]))
    chips: list[ft.Control] = [
        chip(
            period_name(here.words, one),
            chosen=one == period,
            tapped=lambda one=one: choose(one),  # type: ignore[misc]
            key=one,
        )
        for one in known
    ]
    title = here.t("Results")
    inside = [
        heading(title, 1),
        in_lines(chips),
        keyed(period, ResultsOf, period),
    ]
    return narrow_view(here, "", [centred(stack(inside), RESULTS_WIDTH)])


@ft.component
def ResultsOf(period: str) -> ft.Control:
    """The exact numbers of a half-year."""
    here = use_here()
    t, words = here.t, here.words
    found, look = use_asked(lambda: here.do.results.look(period))
    published = way_on(
        ft.Icons.PUBLIC_OUTLINED,
        t("What has been published"),
        places.SITE_PUBLISHED,
        t("By all sites of the association"),
    )
    if found is None or isinstance(found, str):
        return stack([*not_there(here, found, look), published])
    told = exact_told(found.cube, words, lambda area: area_name(words, area), site_name(here))
    lock = ft.Icon(PRIVATE, size=20, color=ft.Colors.ON_SURFACE_VARIANT)
    inside_only = t(
        "These numbers are exact and stay among those who work here. Your look at them is written"
        " in the log. Each person counts once, in the half-year in which it was written down."
    )
    note = ft.Row(
        [lock, ft.Container(body(inside_only), expand=True)],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return stack(
        [
            card([note]),
            *results_tables(here, told),
            ResultsOut(told, False),
            Publishing(found, look),
            published,
        ]
    )
