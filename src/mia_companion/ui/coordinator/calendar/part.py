"""One person's part in a meeting: the answer, what they ask for, the interpreter, and what can be done."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.arrangements import BOOKED, NOT_NEEDED, WANTED
from mia_companion.domain.calendar import Booked
from mia_companion.domain.openings import TIMES
from mia_companion.ui.components.buttons import Tapped, quiet, quiet_for
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.interpreters import UNDECIDED, spoken
from mia_companion.ui.components.texts import heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.booking.moving import asked
from mia_companion.ui.coordinator.calendar.telling import answer_icon, answer_words
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.opened import use_opened
from mia_companion.ui.coordinator.paths import (
    meeting_changing_path,
    meeting_moving_path,
    person_path,
)
from mia_companion.ui.coordinator.person.appointment_ahead import (
    detail_line,
    interpreter_lines,
    proposed,
    wants_to_say,
)


@ft.component
def Part(each: Booked, several: bool) -> ft.Control:
    """A card. `several` says whose it is on every button, where there are more of them."""
    here = use_here()
    told = use_undo()
    person, one = each.participant, each.one
    use_opened(person, TIMES)
    name = name_of(here, person)
    stands = one.cancelled_by is None
    asks = asked(here, one) if stands else []
    answer = detail_line(answer_icon(each.answer), answer_words(here, each))
    lines: list[ft.Control] = [
        heading(name, 3),
        *(asks or [answer]),
        *(proposed(here, person, one, proposal, told) for proposal in one.open_proposals),
    ]
    if stands:
        lines += interpreter_lines(here, person, one, told)
        lines += wants_to_say(here, person, one)

    def cancel() -> None:
        done = here.do.appointments.cancel(one, participant=person)
        told(done, here.t("Cancelled. The participant sees it."))

    def needs(state: str) -> None:
        reads = spoken(here.view.plan(person).shared.profile.language)
        language = one.interpreter.language if one.interpreter else reads or UNDECIDED
        done = here.do.arrangements.interpreter(one.id, state, language, participant=person)
        told(done, here.t("Noted. The participant sees it."))

    verbs: list[ft.Control] = []
    if stands:
        verbs = [
            quiet(_named(here, "move", name, several), _leads(each, meeting_moving_path)),
            quiet(_named(here, "change", name, several), _leads(each, meeting_changing_path)),
            quiet(_named(here, "cancel", name, several), cancel),
            *_interpreter(here, each, needs),
        ]
    verbs.append(quiet(here.t("To {name}", name=name), lambda: go(person_path(person))))
    lines.append(ft.Row(verbs, wrap=True, spacing=0, run_spacing=0))
    return card(lines, gap=6)


def _named(here: Here, verb: str, name: str, several: bool) -> str:
    if verb == "move":
        return here.t("Move for {name}", name=name) if several else here.t("Move")
    if verb == "change":
        return here.t("Change for {name}", name=name) if several else here.t("Change")
    return here.t("Cancel for {name}", name=name) if several else here.t("Cancel the time")


def _interpreter(here: Here, each: Booked, needs: Callable[[str], None]) -> list[ft.Control]:
    """What is not said by `interpreter_lines` already."""
    state = each.one.interpreter.state if each.one.interpreter else ""
    if state in ("", NOT_NEEDED):
        return [_for_them(here, each, here.t("An interpreter is needed"), lambda: needs(WANTED))]
    if state in (WANTED, BOOKED):
        deed = here.t("No interpreter is needed")
        return [_for_them(here, each, deed, lambda: needs(NOT_NEEDED))]
    return []


def _for_them(here: Here, each: Booked, deed: str, tapped: Tapped) -> ft.Control:
    return quiet_for(here.words, deed, name_of(here, each.participant), tapped)


def _leads(each: Booked, path: Callable[..., str]) -> Callable[[], None]:
    return lambda: go(path(each.participant, each.one.id, everyone=False))
