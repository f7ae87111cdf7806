"""What a reminder is about: the item's own words, when it takes place, and the way to it."""

from dataclasses import dataclass

import flet as ft

from mia_companion.domain.due import Occasion
from mia_companion.ui import places
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.context import ZONE, Here
from mia_companion.ui.participant.reminders.choices import times_of

STEP_ICON = ft.Icons.DIRECTIONS_WALK


@dataclass(frozen=True, slots=True)
class About:
    """A step or an appointment, as it is told beside its reminder."""

    words: str
    when: str
    place: str
    icon: ft.IconData
    is_step: bool


def about(here: Here, item: str) -> About | None:
    """None for what is not here any more, or will not take place."""
    first = next(times_of(here, item), None)
    if first is None:
        return None
    plan = here.view.plan()
    if step := plan.step(item):
        return About(step.words, _day(here, first), f"{places.STEP}/{item}", STEP_ICON, True)
    booked = next((one for one in plan.appointments if one.id == item), None)
    if booked is None:
        return None
    when = here.words.day_and_clock(booked.now.starts_at, booked.zone, here.now())
    place, icon = f"{places.APPOINTMENT}/{item}", party_icon(booked.party)
    return About(booked.title, when, place, icon, False)


def _day(here: Here, one: Occasion) -> str:
    ahead = (one.day - here.now().astimezone(ZONE).date()).days
    if ahead == 0:
        return here.words.c("day", "today")
    if ahead == 1:
        return here.words.c("day", "tomorrow")
    return here.words.day(one.day, here.today())
