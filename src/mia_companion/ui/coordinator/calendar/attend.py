"""Who of the team will be there, said anew: a colleague steps in, or one goes along after all."""

import flet as ft

from mia_companion.app.actions.outcome import together
from mia_companion.domain.calendar import Meeting
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.booking.people import Attending


@ft.component
def Attend(meeting: Meeting) -> ft.Control:
    """Closed until it is wanted; each tap is said to all whom the meeting is booked for."""
    here = use_here()
    told = use_undo()
    opened, set_opened = ft.use_state(False)

    def change(who: tuple[str, ...]) -> None:
        each = here.do.meetings.attend(meeting.stands, who)
        failed = [one for one in each.values() if not one]
        done = failed[0] if failed else together(each.values())
        told(done, here.t("Noted for all in this meeting."))

    line = quiet(
        here.t("Change who of us will be there"),
        lambda: set_opened(not opened),
        ft.Icons.BADGE_OUTLINED,
    )
    if not opened:
        return ft.Row([line], wrap=True)
    close = quiet(here.t("Close"), lambda: set_opened(False))
    attending = tuple(sorted(meeting.slot.attended_by))
    return stack([Attending(attending, change), ft.Row([close], wrap=True)], gap=4)
