"""A coordinator says how they see a person's parts of life. The person sees it, beside their own view."""

from collections.abc import Sequence

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.areas_seen import areas_seen
from mia_companion.ui.components.areas_form import AreaByArea, AreasForm, Asking
from mia_companion.ui.components.buttons import BACK, answers, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.forms import Drafted
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import MOVEMENT, open_part


@ft.component
def RatingForm(person: str, level: int) -> ft.Control:
    """Area by area; what is half said stays for the next time."""
    here = use_here()
    told = use_undo()
    name = name_of(here, person)

    def save(form: AreasForm) -> Outcome:
        return here.do.movement.rate(
            form.levels, words=form.words, participant=person, item=form.id
        )

    def saved(done: Outcome) -> None:
        told(done, here.t("It is written down. The participant sees it."))
        open_part(here, person, MOVEMENT)

    def sharing(_: Drafted[AreasForm]) -> Sequence[ft.Control]:
        return [muted(here.t("{name} and the coordinators can see this.", name=name))]

    asking = Asking(
        place=f"areas:{person}",
        participant=person,
        seen=areas_seen(here.view.plan(person), person),
        level=level + 1,
        save=save,
        saved=saved,
        sharing=sharing,
    )
    back = quiet(here.t("Back without saving"), lambda: go(person_path(person)))
    return stack(
        [
            heading(here.t("How you see it for {name}", name=name), level),
            body(here.t("Where you two differ is something to talk about, and no one is wrong.")),
            AreaByArea(asking),
            ft.Row([answers(BACK, back)], wrap=True),
        ]
    )
