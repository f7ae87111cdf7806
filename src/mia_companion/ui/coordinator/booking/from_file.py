"""A summons for a person that came to the coordinator as a file."""

import flet as ft

from mia_companion.app.actions.outcome import together
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.summons_file import SummonsFile, Wanted
from mia_companion.ui.components.texts import heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.theme import GAP


@ft.component
def FromFileForm(person: str, level: int) -> ft.Control:
    """Both see what is brought in."""
    here = use_here()
    told = use_undo()

    def bring(wanted: Wanted) -> None:
        done = here.do.calendars.bring_in(
            wanted.some, here.t("A booked time"), party=wanted.party, participant=person
        )
        told(together(done), here.t("It is booked."))
        go(person_path(person))

    title = here.t("From a file, for {name}", name=name_of(here, person))
    return stack(
        [
            heading(title, level),
            SummonsFile(here.view.plan(person), bring, asks_who=False),
        ],
        gap=GAP + 4,
    )
