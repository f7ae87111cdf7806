"""Help now: whom to call, and one's own plan. Works before signing in and without a connection."""

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.beside import swedish
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.help.number_card import number_card
from mia_companion.ui.help.numbers import HelpNumber, local, national

_ALONE = later("You do not have to manage alone. Tap a number to call it.")


@ft.component
def HelpScreen() -> ft.Control:
    """One tap from everywhere, and from here the languages are one more."""
    here = use_here()
    lead = use_lead()
    t, listed = here.t, here.view.help_numbers

    def shown(one: HelpNumber) -> ft.Control:
        return number_card(here, lead, one)

    own = [shown(one) for one in local(listed)]
    return page(
        here,
        t("Help now"),
        [
            body(t(_ALONE)),
            *swedish(here, lambda words: words.t(_ALONE)),
            *_my_plan(here),
            *[shown(one) for one in national(here.words, listed)],
            *([heading(t("Where you live")), *own] if own else []),
            *_others(here),
        ],
        language=True,
        help_now=False,
        closes=True,
    )


def _others(here: Here) -> list[ft.Control]:
    """Whoever is not safe with another finds it here, under a name that says little."""
    if here.view.is_staff:
        return []
    words = here.t("If others use this phone")
    return [way_on(ft.Icons.SMARTPHONE, words, places.OTHERS)]


def _my_plan(here: Here) -> list[ft.Control]:
    """The way to one's own plan: for who is in, and before that only if the person chose so."""
    view = here.view
    if view.is_staff or view.is_closed or view.waits_for_words:
        return []
    if view.account is None and view.beforehand.plan is None:
        return []
    plan = view.bad_days
    about = "" if plan else here.t("Signs, what helps, whom you call. You write it on a good day.")
    words = here.t("My plan for bad days")
    return [way_on(ft.Icons.SPA_OUTLINED, words, places.BAD_DAYS, about)]
