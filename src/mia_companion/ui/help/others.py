"""If others use this phone: for somebody whose phone is read by another, perhaps by one they are afraid of.

Calm and short. Nothing here happens by itself, what may be noticed says so before it is done, and the way
out stands on the screen all the time.
"""

import flet as ft

from mia_companion.domain import rights
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.beside import swedish
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, heading, lead, muted, told
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.help.number_card import number_card
from mia_companion.ui.help.numbers import SAFETY, HelpNumber, national

_UNDER_THE_WAY_OUT = 72
"""Logical pixels, so that the last words can be drawn out from beneath it."""

_YOURS = later("You decide what happens here. MIA tells nobody that you have read this page.")
_DANGER = later(
    "If MIA is removed or emptied, it may be noticed. For some it becomes more dangerous then. You do not"
    " have to change anything now. In danger, call 112."
)
_SAFE = later("Whoever uses the other device sees that it is signed out. Is that safe for you now?")
_CALL = later(
    "Do not write about it in MIA if somebody else reads here: your messages are seen on this phone. Call"
    " instead, from another phone if you can."
)
_SEEN = later("Calls are seen in the phone's own list of calls. You can take them away there.")


@ft.component
def OthersScreen() -> ft.Control:
    """What is seen, what can be done, and whom to call."""
    here = use_here()
    t = here.t

    def leave() -> None:
        here.do.choices.hide()
        go(places.TODAY)

    view = page(
        here,
        t("If others use this phone"),
        [
            lead(t(_YOURS)),
            *swedish(here, lambda words: words.t(_YOURS)),
            heading(t("What is seen")),
            *_seen(here),
            *([ShowLess(), OtherDevices()] if _is_in(here) else []),
            heading(t("Talk with someone")),
            Calls(),
            heading(t("Before you take something away")),
            body(t(_DANGER)),
            *swedish(here, lambda words: words.t(_DANGER)),
            ft.Container(height=_UNDER_THE_WAY_OUT),
        ],
        closes=True,
    )
    view.floating_action_button = ft.FloatingActionButton(
        t("Leave quickly"), icon=ft.Icons.VISIBILITY_OFF_OUTLINED, on_click=lambda _: leave()
    )
    return view


def _is_in(here: Here) -> bool:
    return here.view.role == rights.PARTICIPANT and not here.view.is_closed


def _seen(here: Here) -> list[ft.Control]:
    said = [
        later("Whoever can open MIA on this phone reads what you read: steps, times and messages."),
        later("MIA does not know where you are. Other apps on the phone may."),
        later("Leave quickly shows a clock. Three taps on the time, and you are back in MIA."),
    ]
    if ft.context.page.web:
        said.append(later("In a browser, its history says that MIA was opened."))
    other = swedish(here, lambda words: "\n".join(words.t(one) for one in said))
    return [*[body(here.t(one)) for one in said], *other]


@ft.component
def ShowLess() -> ft.Control:
    """A neutral name, and nothing outside the app."""
    here = use_here()
    done, set_done = ft.use_state(False)
    t = here.t

    def show_less() -> None:
        here.do.choices.discreet(True)
        here.do.choices.notices(False)
        set_done(True)

    return stack(
        [
            heading(t("Show less here")),
            body(
                t(
                    "The window gets a name that says nothing, and reminders are shown only inside the"
                    " app. The app's picture on the phone stays as it is."
                )
            ),
            ft.Row([secondary(t("Show less on this phone"), show_less)], wrap=True),
            told(t("It is done. You can change it back under Me.") if done else ""),
        ]
    )


@ft.component
def OtherDevices() -> ft.Control:
    """Where else one's plan is open, and an end to that."""
    here = use_here()
    asked, ask = ft.use_state(False)
    said, say = ft.use_state("")
    t = here.t

    async def sign_out() -> None:
        ask(False)
        problem = await here.do.devices.remove_others()
        say(
            asked_sentence(here.words, problem)
            if problem
            else t("All your other devices are signed out.")
        )

    ways: list[ft.Control] = (
        [
            secondary(t("Yes, sign them out"), sign_out),
            quiet(t("No"), lambda: ask(False)),
        ]
        if asked
        else [secondary(t("Sign out all other devices"), lambda: ask(True))]
    )
    other = swedish(here, lambda words: words.t(_SAFE)) if asked else []
    return stack(
        [
            heading(t("Your plan on other devices")),
            body(
                t(
                    "If somebody has opened your plan on another phone or computer, you can end that."
                )
            ),
            way_on(
                ft.Icons.DEVICES,
                t("Your devices"),
                places.DEVICES,
                t("Phones and computers where you have opened MIA."),
            ),
            stack(
                [told(t(_SAFE) if asked else ""), *other, ft.Row(ways, wrap=True), told(said)],
                gap=0,
            ),
        ]
    )


@ft.component
def Calls() -> ft.Control:
    """Numbers, and how a call can be seen."""
    here = use_here()
    opens = use_lead()
    t = here.t
    numbers = national(here.words, here.view.help_numbers, SAFETY)
    shown = [*numbers, *_coordinators(here)]
    return stack(
        [
            body(t(_CALL)),
            *swedish(here, lambda words: words.t(_CALL)),
            *[number_card(here, opens, one) for one in shown],
            muted(t(_SEEN)),
            *swedish(here, lambda words: words.t(_SEEN)),
        ]
    )


def _coordinators(here: Here) -> list[HelpNumber]:
    """One's own, where they have a number."""
    mine = here.view.coordinators_of() if _is_in(here) else ()
    about = here.t("Your coordinator")
    listed = {one.coordinator_id: one for one in here.view.coordinators}
    found = [listed[id_] for id_ in mine if id_ in listed]
    return [
        HelpNumber(one.coordinator_id, one.phone, one.name, about) for one in found if one.phone
    ]
