"""All reminders that one has chosen, in one list, and how they are shown."""

import flet as ft

from mia_companion.domain.due import due_later
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.reminders.about import about
from mia_companion.ui.participant.reminders.by_mail import ByMail
from mia_companion.ui.participant.reminders.choices import told
from mia_companion.ui.participant.reminders.lock_screen import LockScreen
from mia_companion.ui.participant.reminders.row import ReminderLines, ReminderRow


@ft.component
def RemindersScreen() -> ft.Control:
    """Each can be turned off here; it is chosen where the step or the appointment is."""
    here = use_here()
    shown = use_undo()
    calm = use_calm()

    def off(item: str) -> None:
        if calm():
            shown(here.do.reminders.turn_off(item), here.t("The reminder is off."))

    turn_off = ft.use_callback(off, [here.words.tag])
    opened = ft.use_callback(go, [])
    rows = [ReminderRow(one, opened, turn_off, key=one.item) for one in _chosen(here)]
    return page(
        here,
        here.t("Reminders"),
        [
            body(
                here.t("Only you see your reminders. You choose them on a step or a booked time.")
            ),
            *(rows or [_nothing_yet(here)]),
            LockScreen(),
            ByMail(),
        ],
    )


def _nothing_yet(here: Here) -> ft.Control:
    t = here.t
    return card(
        [
            heading(t("No reminders yet")),
            body(t("Open a booked time, or a step that has a day, and choose when.")),
            primary(t("To appointments"), lambda: go(places.APPOINTMENTS)),
            ft.Row([quiet(t("To my path"), lambda: go(places.PATH))], wrap=True),
        ],
        tone=SKY,
        gap=12,
    )


def _chosen(here: Here) -> list[ReminderLines]:
    """Those that can still come, the nearest first."""
    plan = here.view.plan()
    order = {due.item: n for n, due in reversed(list(enumerate(due_later(plan, here.now(), ZONE))))}
    found = [
        _lines(here, one.item, told(here.words, one.said))
        for one in plan.own.reminders.values()
        if one.is_on
    ]
    lines = [one for one in found if one is not None]
    return sorted(lines, key=lambda one: order.get(one.item, len(order)))


def _lines(here: Here, item: str, ways: list[str]) -> ReminderLines | None:
    what = about(here, item)
    if what is None:
        return None
    return ReminderLines(
        item=item,
        words=as_written(here.words, what.words),
        when=what.when[:1].upper() + what.when[1:],
        lines=tuple(ways),
        icon=what.icon,
        place=what.place,
        off=here.t("Turn it off"),
        off_name=here.t("Turn it off: {words}", words=what.words),
    )
