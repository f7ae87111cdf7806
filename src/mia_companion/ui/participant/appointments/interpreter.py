"""An interpreter for an appointment: asked for in one tap, booked, or not needed.

nothing said ──▶ wanted ──▶ booked
                   │  ▲        │
                   ▼  │        ▼
                  not needed ◀─┘
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import BOOKED, NOT_NEEDED, WANTED
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.interpreters import (
    UNDECIDED,
    LanguageChips,
    language_name_for,
    spoken,
)
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.participant.appointments.lines import is_mine


@ft.component
def InterpreterCard(appointment: Appointment) -> ft.Control:
    """How it stands, and what one can say about it."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    choosing, set_choosing = ft.use_state(False)
    stands = appointment.interpreter
    state = stands.state if stands else ""
    reads = spoken(here.words.tag) or spoken(here.view.plan().shared.profile.language)
    tag = stands.language if stands and stands.language != UNDECIDED else reads
    named = language_name_for(here.words, tag) if tag else ""

    def note(new: str, words: str, language: str = tag or UNDECIDED) -> None:
        if calm() and told(here.do.arrangements.interpreter(appointment.id, new, language), words):
            set_choosing(False)

    def ask(language: str) -> None:
        note(WANTED, here.t("You have asked for an interpreter."), language)

    def ask_at_once() -> None:
        if tag:
            ask(tag)
        else:
            set_choosing(True)

    if not tag and not state and not choosing:  # who reads Swedish seldom needs one
        return ft.Row(
            [
                quiet(
                    here.t("Ask for an interpreter"),
                    lambda: set_choosing(True),
                    ft.Icons.TRANSLATE,
                )
            ],
            wrap=True,
        )
    lines: list[ft.Control] = [heading(here.t("Interpreter")), body(_said(here, appointment))]
    if state in (WANTED, BOOKED):
        if named:
            lines.append(muted(here.t("Language: {language}", language=named)))
        if state == WANTED and (is_mine(here, appointment)):
            booked = here.t("The interpreter is booked.")
            lines.append(secondary(here.t("It is booked now"), lambda: note(BOOKED, booked)))
        lines.append(
            _small(
                here.t("No interpreter is needed"),
                lambda: note(NOT_NEEDED, here.t("No interpreter is needed.")),
            )
        )
    else:
        words = (
            here.t("Ask for an interpreter ({language})", language=named)
            if named
            else here.t("Ask for an interpreter")
        )
        lines.append(secondary(words, ask_at_once, ft.Icons.TRANSLATE))
    if choosing:
        lines.append(LanguageChips(tag, ask))
        lines.append(_small(here.t("Back"), lambda: set_choosing(False)))
    elif tag and state != BOOKED:
        lines.append(_small(here.t("Another language"), lambda: set_choosing(True)))
    return card(lines, gap=8)


def _small(words: str, tapped: Callable[[], None]) -> ft.Control:
    return ft.Row([quiet(words, tapped)], wrap=True)


def _said(here: Here, appointment: Appointment) -> str:
    stands = appointment.interpreter
    state = stands.state if stands else ""
    if state == WANTED:
        if here.view.plan().is_private(appointment.id):
            return here.t(
                "You want an interpreter. Only you can see this: ask for one when you call them."
            )
        return here.t("You have asked for an interpreter. Your coordinator sees it.")
    if state == BOOKED:
        return here.t("An interpreter is booked.")
    if state == NOT_NEEDED:
        return here.t("No interpreter is needed.")
    return here.t("Do you want someone there who interprets for you?")
