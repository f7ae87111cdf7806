"""What one has done, newest first: everything, in pages."""

import flet as ft

from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import NOT_NOW, Step
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.paged import long_page, use_pages
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here
from mia_companion.ui.participant.path.rows import use_rows
from mia_companion.ui.participant.path.step_row import looked_back


@ft.component
def DoneScreen() -> ft.Control:
    """Done, in part and tried: all of it counts."""
    here = use_here()
    rows = use_rows(here, use_calm())
    done = ft.use_memo(lambda: _done(here.view.plan()), [here.view])
    pages = use_pages(len(done))
    words = here.t("Here comes what you have done, as it happens. Nothing is too small.")
    head: ft.Control = card([body(words)], tone=MOSS)
    if done:
        head = body(here.t("All of this you have done. Each counts, also what was only tried."))
    shown = [looked_back(here, step) for step in done[: pages.shown]]
    return long_page(here, here.t("What you have done"), [head], rows(shown), pages)


def _done(plan: Plan) -> list[Step]:
    marked = [(s.mark, s) for s in plan.steps if s.mark and s.mark.state != NOT_NOW]
    marked.sort(key=lambda pair: (pair[0].by.at, pair[1].id), reverse=True)
    return [step for _, step in marked]
