"""A PIN that is forgotten: what is safe, what is not, and the way on."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.context import go, use_here
from mia_companion.ui.lock.words import problem_words


@ft.component
def ForgottenScreen() -> ft.Control:
    """One choice, and the way back to try again. Nothing is deleted by it."""
    here = use_here()
    t, lock = here.t, here.state.lock
    problem, set_problem = ft.use_state("")

    async def begin() -> None:
        if lock is None:
            return
        tried = await lock.begin_anew()
        if tried:
            go(places.TODAY)
        else:
            set_problem(problem_words(here.words, tried.problem))

    return page(
        here,
        t("A forgotten PIN"),
        [
            body(t("Nobody can look it up, not your coordinator and not those who run MIA.")),
            body(
                t(
                    "What you have sent is safe. Ask your coordinator for a new code: with it you have"
                    " everything back."
                )
            ),
            body(
                t(
                    "What you had not sent stays locked here. Nothing is deleted. If you remember the"
                    " PIN later, or come back with the new code, it can be sent."
                )
                if ft.context.page.web
                else t(
                    "What you had not sent stays locked here. Nothing is deleted. If you remember the"
                    " PIN later, you can bring it back, under Lock and hide."
                )
            ),
            secondary(t("I have a new code"), begin),
            ft.Row([quiet(t("Try the PIN again"), lambda: go(places.TODAY))], wrap=True),
            told(problem),
        ],
        closes=True,
    )
