"""What one answers to an appointment: I will come, another time please, I cannot come.

asked nothing ──▶ yes            one tap
              ──▶ another time   a word of what would fit, if one wants
              ──▶ cannot come    asked once more, with what happens then
"""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions.outcome import Outcome
from mia_companion.domain.appointment import Appointment
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.participant.appointments.ask_move import AskMove, asked
from mia_companion.ui.participant.appointments.cancelling import once_more
from mia_companion.ui.participant.appointments.lines import is_mine, may_confirm, said_yes, yes

_NOTHING, _ASKING, _CANCELLING = "", "asking", "cancelling"


@ft.component
def Answer(appointment: Appointment) -> ft.Control:
    """Drawn only while it has not been and is not cancelled. Every answer can be undone."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    doing, set_doing = ft.use_state(_NOTHING)
    do, t = here.do.appointments, here.t
    mine = is_mine(here, appointment)

    def answer(say: Callable[[], Outcome], words: str) -> Callable[[], None]:
        def tapped() -> None:
            if calm() and told(say(), words):
                set_doing(_NOTHING)

        return tapped

    def open_(what: str) -> Callable[[], None]:
        """The second half of a double tap must not fall on the answer that opens beneath it."""

        def tapped() -> None:
            if calm():
                set_doing(what)

        return tapped

    cancel = answer(lambda: do.cancel(appointment), t("It is cancelled."))
    if doing == _ASKING:
        return AskMove(appointment, lambda: set_doing(_NOTHING))
    if doing == _CANCELLING:
        ask = None if mine else open_(_ASKING)
        return once_more(here, appointment, cancel, ask, lambda: set_doing(_NOTHING))

    shown: list[ft.Control] = []
    if may_confirm(here, appointment):
        confirm = answer(lambda: do.confirm(appointment), said_yes(here, appointment))
        shown.append(primary(yes(here, appointment), confirm, ft.Icons.CHECK))
    if appointment.move_asked is not None:
        back = answer(
            lambda: do.take_back_wish(appointment), t("You do not ask for another time any more.")
        )
        shown.append(asked(here, appointment, back))
    elif mine:
        change = f"{places.APPOINTMENT}/{appointment.id}/change"
        shown.append(
            secondary(t("Change the time or the rest"), lambda: go(change), ft.Icons.EDIT_OUTLINED)
        )
    else:
        shown.append(
            secondary(t("Ask for another time"), open_(_ASKING), ft.Icons.EVENT_REPEAT_OUTLINED)
        )
    shown.append(quiet(t("I cannot make it"), open_(_CANCELLING), ft.Icons.EVENT_BUSY_OUTLINED))
    return stack(shown, gap=8)
