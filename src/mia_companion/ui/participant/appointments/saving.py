"""What stands in the way of saving a form, said where one taps."""

import flet as ft

from mia_companion.app.actions.outcome import ENDS_EARLY
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import Here
from mia_companion.ui.participant.appointments.form import NO_END, NO_TIME


def said_of(here: Here, problem: str) -> str:
    """The sentence beside the button."""
    if problem == NO_TIME:
        return here.t("The day or the time is missing. Look a little further up.")
    if problem == NO_END:
        return here.t("Write when it ends like {example}, or choose “Not said”.", example="15:30")
    if problem == ENDS_EARLY:
        return here.t("It ends before it starts. Look at when it ends.")
    return sentence(here.words, problem) if problem else ""


def told_wrong(words: str) -> ft.Control:
    """Read aloud when it comes; it keeps its place, empty, until then."""
    return ft.Semantics(live_region=True, container=True, content=body(words), visible=bool(words))
