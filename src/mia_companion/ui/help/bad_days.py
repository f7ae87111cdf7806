"""My plan for bad days: the signs, what helps, whom I call. Read when it is hard, written when it is not."""

from functools import partial

import flet as ft

from mia_companion.domain.bad_days import HELPS, PARTS, REASONS, SIGNS
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.beside import swedish
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.options import switch_line
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.help.bad_day_calls import Calls
from mia_companion.ui.help.bad_day_part import Part

TITLES = {
    SIGNS: later("How I notice that it is getting hard"),
    HELPS: later("What helps me"),
    REASONS: later("What I want to remember then"),
}
EXAMPLES = {
    SIGNS: later("For example: I stop answering the phone. I sleep badly."),
    HELPS: later("For example: a shower, a walk round the house, music, my dog."),
    REASONS: later("For example: it has passed before."),
}

_ABOUT = later("A plan of your own, for when it is hard. Write a little when you feel like it.")


@ft.component
def BadDaysScreen() -> ft.Control:
    """Before signing in it can only be read."""
    here = use_here()
    told = use_undo()
    plan, signed_in = here.view.bad_days, here.view.account is not None
    ft.use_effect(here.do.bad_days.keep_in_step, [plan])
    if not signed_in:
        return page(here, here.t("My plan for bad days"), _to_read(here), closes=True)
    parts = [
        Part(part, TITLES[part], EXAMPLES[part], plan.parts.get(part, ""), told) for part in PARTS
    ]
    return page(
        here,
        here.t("My plan for bad days"),
        [
            body(here.t(_ABOUT)),
            *swedish(here, lambda words: words.t(_ABOUT)),
            only_you(here.t("Only you")),
            *parts,
            Calls(plan.calls, told),
            _beforehand(here),
        ],
        closes=True,
    )


def _to_read(here: Here) -> list[ft.Control]:
    plan = here.view.bad_days
    shown: list[ft.Control] = []
    for part in PARTS:
        if part in plan.parts:
            shown += [
                heading(here.t(TITLES[part])),
                *swedish(here, partial(_title, part)),
                body(as_written(here.words, plan.parts[part])),
            ]
    return [*shown, Calls(plan.calls, None)]


def _title(part: str, words: Words) -> str:
    return words.t(TITLES[part])


def _beforehand(here: Here) -> ft.Control:
    on = here.view.beforehand.plan is not None
    return switch_line(
        here.t("Show my plan here also before signing in"),
        here.t("Then whoever holds this device can read it. Off unless you choose it."),
        on=on,
        changed=here.do.bad_days.show_beforehand,
    )
