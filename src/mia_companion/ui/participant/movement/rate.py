"""Saying how different parts of life are, area by area."""

from collections.abc import Sequence

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.areas_seen import areas_seen
from mia_companion.ui import places
from mia_companion.ui.components.areas_form import AreaByArea, AreasForm, Asking
from mia_companion.ui.components.forms import Drafted
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here


@ft.component
def RateScreen() -> ft.Control:
    """One question at a time; what was said stays when one leaves."""
    here = use_here()
    told = use_undo()
    account = here.view.account
    me = account.id if account else ""

    def save(form: AreasForm) -> Outcome:
        return here.do.movement.rate(
            form.levels, words=form.words, private=form.private, item=form.id
        )

    def saved(done: Outcome) -> None:
        told(done, here.t("It is written down."))
        go(places.AREAS)

    def sharing(drafted: Drafted[AreasForm]) -> Sequence[ft.Control]:
        return [who_sees(here, drafted.form.private, drafted.field("private"))]

    asking = Asking(
        place="areas",
        participant=me,
        seen=areas_seen(here.view.plan(), me),
        level=2,
        save=save,
        saved=saved,
        sharing=sharing,
    )
    return page(here, here.t("How it is now"), [AreaByArea(asking)])
