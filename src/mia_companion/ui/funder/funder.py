"""Where a funder stands."""

import flet as ft

from mia_companion.ui.components.leaving import told_leaving, use_leaving
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, lead
from mia_companion.ui.context import use_here


@ft.component
def FunderScreen() -> ft.Control:
    """What the account is for."""
    here = use_here()
    leave, told = use_leaving(here)
    return staff_page(
        here,
        here.t("Results"),
        [
            *([told_leaving(told)] if told else []),
            lead(here.t("Your account reads what the association's sites publish.")),
            body(
                here.t(
                    "That is numbers about many people together. Nobody's plan, name or messages"
                    " can be seen from here."
                )
            ),
        ],
        leave=leave,
    )
