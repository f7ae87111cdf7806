"""Leaving this device: everything of the person is taken off it.

What was not sent is offered to be sent first. Who must go at once, also without a connection, may: it is
said what is lost then, and asked once more.
"""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import Tapped, primary, quiet, secondary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.context import Here, go, use_here


@ft.component
def LeaveScreen() -> ft.Control:
    """Says what is needed to come back, before one goes."""
    here = use_here()
    t = here.t
    problem, set_problem = ft.use_state("")
    busy, set_busy = ft.use_state(False)
    sure, set_sure = ft.use_state(False)

    async def leave() -> None:
        set_busy(True)
        came = await here.do.access.sign_out()
        if came:
            set_problem(came)
            set_busy(False)
        else:
            await _take_off(here)

    async def leave_unsent() -> None:
        set_busy(True)
        await here.do.leaving.sign_out_unsent()
        await _take_off(here)

    async def send() -> None:
        set_busy(True)
        set_problem(await here.do.leaving.send_now())
        set_busy(False)

    said = told(asked_sentence(here.words, problem) if problem else "")
    if busy:
        return page(here, t("Leave this device"), [told(t("One moment …"))])
    if sure:
        return page(
            here,
            t("Leave this device"),
            _last_question(here, leave_unsent, lambda: set_sure(False)),
        )
    waits = here.view.something_waits
    anyway = quiet(t("Take it all away without sending"), lambda: set_sure(True))
    if waits:
        inside: list[ft.Control] = [
            body(
                t(
                    "Something you recorded is still only on this device. Send it first, so that"
                    " nothing is lost."
                )
            ),
            primary(t("Send it now"), send),
            quiet(t("See what waits"), lambda: go(places.WAITING)),
        ]
    else:
        inside = [
            body(
                t(
                    "Everything of yours is taken off this device: your plan, your PIN and what you"
                    " chose here. Your plan is still with your coordinator."
                )
            ),
            body(t("To come back here you need a new code from your coordinator.")),
            primary(t("Stay"), lambda: go(places.ME)),
            secondary(t("Leave"), leave, ft.Icons.LOGOUT),
        ]
    return page(
        here,
        t("Leave this device"),
        [*inside, said, *([ft.Row([anyway], wrap=True)] if waits or problem else [])],
    )


def _last_question(here: Here, leave: Tapped, stay: Tapped) -> list[ft.Control]:
    t, waits = here.t, here.view.waiting_count
    lost = here.words.n(
        "{count} thing that was not sent is then gone for good.",
        "{count} things that were not sent are then gone for good.",
        waits,
    )
    told_later = t(
        "Without a connection the server is not told that this device is out. Remove it later under"
        " Your devices, or ask your coordinator."
    )
    return [
        *([told(lost)] if waits else []),
        body(told_later),
        primary(t("Stay"), stay),
        secondary(t("Take it all away"), leave, ft.Icons.LOGOUT),
    ]


async def _take_off(here: Here) -> None:
    """Also out of the phone's list of coming notices. A browser gets another key with the next page."""
    state, web = here.state, ft.context.page.web
    if state.reminding is not None and state.reminding.can:
        await state.reminding.turn_off()
    go(places.TODAY)
    if state.lock is not None:
        await state.lock.forget()
    if web:
        await ft.UrlLauncher().launch_url(f"{state.address}/", web_only_window_name="_self")
