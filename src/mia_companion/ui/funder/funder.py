"""Where a funder stands: what the association's sites have published."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.leaving import told_leaving, use_leaving
from mia_companion.ui.components.publications import PublicationList
from mia_companion.ui.components.results_tables import RESULTS_WIDTH
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here


@ft.component
def FunderScreen() -> ft.Control:
    """What the account is for, and what there is to read."""
    here = use_here()
    leave, told = use_leaving(here)
    about = here.t(
        "That is numbers about many people together. Nobody's plan, name or messages"
        " can be seen from here."
    )
    reads = here.t("Your account reads what the association's sites publish.")
    return staff_page(
        here,
        here.t("Published results"),
        [
            *([told_leaving(told)] if told else []),
            body(f"{reads} {about}"),
            PublicationList(places.PUBLISHED),
        ],
        leave=leave,
        width=RESULTS_WIDTH,
    )
