"""What a thread is about, in the person's own words, for both sides."""

from dataclasses import dataclass

import flet as ft

from mia_companion.domain.messages import GENERAL, what_about
from mia_companion.domain.plan import Plan
from mia_companion.ui import places
from mia_companion.ui.components.own_words import as_written, shortened
from mia_companion.ui.context import Here

STEP, APPOINTMENT = "step", "appointment"


@dataclass(frozen=True, slots=True)
class About:
    """What a thread is tied to. `words` are whose it is, empty when it is not here; `place` is where a
    participant finds it, empty when it is gone."""

    icon: ft.IconData
    words: str = ""
    place: str = ""


def about(plan: Plan, thread: str) -> About:
    """What the thread is about, as far as the plan knows. What is private has no thread."""
    what, item = what_about(thread)
    if what == STEP:
        step = plan.shared.steps.get(item)
        if step is None:
            return About(ft.Icons.ROUTE_OUTLINED)
        return About(
            ft.Icons.ROUTE_OUTLINED, step.words, "" if step.gone else f"{places.STEP}/{item}"
        )
    if what == APPOINTMENT:
        booked = plan.shared.appointments.get(item)
        if booked is None:
            return About(ft.Icons.EVENT_OUTLINED)
        there = "" if booked.gone else f"{places.APPOINTMENT}/{item}"
        return About(ft.Icons.EVENT_OUTLINED, booked.title, there)
    return About(ft.Icons.CHAT_BUBBLE_OUTLINE)


def thread_name(here: Here, plan: Plan, thread: str, general: str) -> str:
    """`About: Läkarbesök`; `general` is what the thread without a matter of its own is called."""
    if thread == GENERAL:
        return general
    words = about(plan, thread).words
    if words:
        return here.t("About: {words}", words=shortened(words))
    return here.t("About something else")


def shown_words(here: Here, plan: Plan, thread: str) -> str:
    """The whole of what it is about, as it was written."""
    words = about(plan, thread).words
    return as_written(here.words, words) if words else here.t("About something else")
