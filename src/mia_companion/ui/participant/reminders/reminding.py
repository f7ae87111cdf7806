"""Choosing to be reminded of one step or appointment; on its own screen, folded until it is wanted."""

from collections.abc import Callable
from datetime import datetime, time

import flet as ft

from mia_companion.domain.reminders import ReminderSet
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_clock
from mia_companion.ui.components.options import option
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.participant.reminders.choices import (
    clock,
    lacks_a_day,
    offers,
    own_time,
    said_of,
    times_of,
    told,
)

Choose = Callable[[ReminderSet], bool]


class OwnTimeForm(Form):
    """A time of the day, half written."""

    clock: str = ""


@ft.component
def Reminding(item: str) -> ft.Control:
    """What is chosen, and a way to choose. Nothing at all for what is over, done or cancelled."""
    here = use_here()
    shown = use_undo()
    calm = use_calm()
    opened, set_opened = ft.use_state(False)
    t = here.t
    if lacks_a_day(here, item):
        return muted(t("Give this step a day, and you can be reminded of it."))
    if next(times_of(here, item), None) is None:
        return ft.Container(height=0)
    said = said_of(here, item)

    def choose(new: ReminderSet) -> bool:
        if not calm():
            return False
        done = here.do.reminders.choose(item, before=new.before, at=new.at, eve=new.eve)
        return shown(done, t("The reminder is set.") if new.is_on else t("The reminder is off."))

    if opened:
        inside = _choices(here, said, choose)
        way = quiet(t("Close"), lambda: set_opened(False), ft.Icons.EXPAND_LESS)
    else:
        icon = ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED if said.is_on else ft.Icons.NOTIFICATIONS_NONE
        inside = [sign(icon, line) for line in told(here.words, said) or [t("No reminder")]]
        name = t("Change the reminder") if said.is_on else t("Choose a reminder")
        way = quiet(name, lambda: set_opened(True), ft.Icons.EXPAND_MORE)
    return stack([heading(t("Reminder")), *inside, ft.Row([way], wrap=True)], gap=8)


def _choices(here: Here, said: ReminderSet, choose: Choose) -> list[ft.Control]:
    def saying(new: ReminderSet) -> Callable[[], bool]:
        return lambda: choose(new)

    return [
        *(
            tick(one.name, on=one.chosen, about=one.when, tapped=saying(one.then))
            for one in offers(here, said)
        ),
        OwnTime(said, choose),
        option(
            here.t("Not at all"),
            chosen=not said.is_on,
            tapped=lambda: said.is_on and choose(ReminderSet(item=said.item)),
        ),
    ]


@ft.component
def OwnTime(said: ReminderSet, choose: Choose) -> ft.Control:
    """Another time of that day. Ticked, it is taken away by a tap; otherwise a tap asks which."""
    here = use_here()
    t, item = here.t, said.item
    drafted = use_form(f"reminder:{item}", OwnTimeForm())
    typed = drafted.form.clock
    asked, set_asked = ft.use_state(bool(typed))
    wrong, set_wrong = ft.use_state("")

    def write(new: str) -> None:
        drafted.change(clock=new)
        set_wrong("")

    def save() -> None:
        at = read_clock(drafted.form.clock)
        problem = _amiss(here, item, at)
        if at is None or problem:
            set_wrong(problem)
        elif choose(said.model_copy(update={"at": at})):
            drafted.put_away()
            set_asked(False)

    name, chosen = t("At a time I choose"), own_time(said)
    if chosen is not None:
        without = said.model_copy(update={"at": None})
        about = clock(here.words, chosen)
        return tick(name, on=True, about=about, tapped=lambda: choose(without))
    line = tick(name, on=False, tapped=lambda: set_asked(not asked))
    if not asked:
        return line
    label = t("Time, as hours:minutes")
    return stack(
        [
            line,
            WordsField(
                label, typed, write, submit=save, wrong=wrong, longest=16, autofocus=not typed
            ),
            secondary(t("Remind me then"), save, ft.Icons.CHECK),
        ],
        gap=12,
    )


def _amiss(here: Here, item: str, at: time | None) -> str:
    """Why one cannot be reminded at that time of the day, or an empty string."""
    if at is None:
        return here.t("Write the time like {example}.", example="14:30")
    for one in times_of(here, item):
        moment = datetime.combine(one.day, at, ZONE)
        if one.starts_at is not None and moment >= one.starts_at:
            begins = here.words.clock(one.starts_at, ZONE)
            return here.t("It begins at {time}. Choose an earlier time.", time=begins)
        if moment > here.now():
            return ""
    return here.t("That time has passed. Choose a later one.")
