"""Lock and hide: what keeps others out, what keeps them from seeing, and what each does not do."""

import flet as ft

from mia_companion.app.lock.lock import Lock
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.options import switch_line
from mia_companion.ui.components.texts import body, heading, muted, told
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, use_here

WHEN = {
    "0": later("At once"),
    "1": later("After one minute"),
    "5": later("After five minutes"),
}
"""By how many minutes the app was out of sight."""


@ft.component
def LockAndHideScreen() -> ft.Control:
    """Off unless one chooses it."""
    here = use_here()
    t, lock = here.t, here.state.lock
    return page(
        here,
        t("Lock and hide"),
        [
            *(_pin(here, lock) if lock is not None else []),
            heading(t("So that nobody sees")),
            switch_line(
                t("Discreet"),
                t("The app has a name that says nothing, and begins with a screen without names."),
                on=bool(here.view.choices.discreet),
                changed=here.do.choices.discreet,
                icon=ft.Icons.VISIBILITY_OFF_OUTLINED,
            ),
            body(
                t(
                    "The eye at the top hides everything behind a clock, at once. Tap the clock three"
                    " times to come back."
                )
            ),
            heading(t("To take everything away")),
            way_on(ft.Icons.LOGOUT, t("Leave this device"), places.LEAVE),
        ],
    )


def _pin(here: Here, lock: Lock) -> list[ft.Control]:
    t, state = here.t, here.view.lock
    aside = [
        way_on(
            ft.Icons.INVENTORY_2_OUTLINED,
            t("What lies locked from before"),
            places.SET_ASIDE,
            t("Since a PIN was forgotten."),
        )
    ]
    browser: list[ft.Control] = []
    if ft.context.page.web:
        words = t(
            "In a browser the PIN hides the screens from others. On a computer that others use: leave"
            " this device when you are done."
        )
        browser = [muted(words)]
    if not state.has_pin:
        return [
            body(
                t(
                    "MIA can have a PIN of its own, another one than your phone's. Help now can be"
                    " reached without it."
                )
            ),
            way_on(ft.Icons.LOCK_OUTLINE, t("Choose a PIN"), places.LOCK_PIN),
            *browser,
            *(aside if state.set_aside else []),
        ]
    when = t(WHEN.get(here.view.choices.lock_after, WHEN["1"]))
    return [
        primary(t("Lock now"), lock.lock, ft.Icons.LOCK_OUTLINE),
        way_on(ft.Icons.SCHEDULE, t("When it locks by itself"), places.LOCK_WHEN, when),
        *([ByBody(lock)] if state.can_by_body or state.by_body else []),
        way_on(ft.Icons.PIN_OUTLINED, t("Change the PIN"), places.LOCK_PIN),
        way_on(ft.Icons.LOCK_OPEN_OUTLINED, t("Take the PIN away"), places.LOCK_NO_PIN),
        *browser,
        *(aside if state.set_aside else []),
    ]


@ft.component
def ByBody(lock: Lock) -> ft.Control:
    """The phone asks as it is turned on."""
    here = use_here()
    t = here.t
    problem, set_problem = ft.use_state("")

    async def change(on: bool) -> None:
        tried = await lock.by_body(on, t("To open"))
        said = t("The phone did not know you, or was not asked. Nothing was changed.")
        set_problem("" if tried else said)

    line = switch_line(
        t("Open with a finger or a face, too"),
        t("Everyone whose finger or face this phone knows can then open MIA."),
        on=here.view.lock.by_body,
        changed=lambda on: ft.context.page.run_task(change, on),
        icon=ft.Icons.FINGERPRINT,
    )
    return stack([line, told(problem)], gap=8)
