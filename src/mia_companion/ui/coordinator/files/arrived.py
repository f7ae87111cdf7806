"""Who has come in from a file, each a way to their own screen."""

from collections.abc import Callable, Sequence

import flet as ft

from mia_companion.app.actions.files import Arriving
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.own_words import as_written, shortened
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.texts import body, live, strong
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.names import open_person


@ft.component
def Arrived(people: Sequence[Arriving]) -> ft.Control:
    """All of them are here; what is left is a code for each."""
    here = use_here()
    pages = use_pages(len(people), 10)
    said = here.words.n(
        "{count} person has come into your list.",
        "{count} people have come into your list.",
        len(people),
    )
    told = here.t("Give each a code to open the app with, from their own screen, when you meet.")
    names = [
        quiet(as_written(here.words, shortened(one.name)), _to(one.participant))
        for one in people[: pages.shown]
    ]
    return card(
        [
            live(strong(said)),
            body(told),
            ft.Row(list[ft.Control](names), wrap=True, spacing=4, run_spacing=0),
            *show_more(here, pages),
        ],
        tone=MOSS,
    )


def _to(person: str) -> Callable[[], None]:
    return lambda: open_person(person)
