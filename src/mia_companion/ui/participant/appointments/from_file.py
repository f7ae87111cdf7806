"""A summons that came as a file. Works without a connection."""

import flet as ft

from mia_companion.app.actions.outcome import together
from mia_companion.ui import places
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.summons_file import SummonsFile, Wanted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here


@ft.component
def FromFileScreen() -> ft.Control:
    """Brought in, one stands before the list with it."""
    here = use_here()
    told = use_undo()

    def bring(wanted: Wanted) -> None:
        done = here.do.calendars.bring_in(
            wanted.some, here.t("A booked time"), party=wanted.party, private=wanted.private
        )
        told(together(done), here.t("It is in your list."))
        go(places.APPOINTMENTS)

    return page(
        here,
        here.t("From a file"),
        [SummonsFile(here.view.plan(), bring, asks_who=True)],
    )
