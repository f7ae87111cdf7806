"""A caseload from a file.

nothing ──a file──▶ seen line by line ──bring in──▶ on the way ──▶ here
   ▲ │                                                  │  ▲
   │ └── why not                                no answer  │ go on (also after a restart)
   └──── another file                                   └──┘
"""

from collections.abc import Sequence
from typing import cast

import flet as ft

from mia_companion.app.actions.files import Arrivals
from mia_companion.device import flet_files
from mia_companion.device.picking import PickedFile
from mia_companion.device.unfit import Unfit
from mia_companion.domain.caseload_file import MOST_BYTES, TOO_LARGE, FileWrong, Listed, read_list
from mia_companion.domain.caseload_lines import latest_enrolment
from mia_companion.domain.caseload_rows import Known, Row, preview
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.picker import use_picker
from mia_companion.ui.components.sentences import NOT_YET, sentence
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.files.arrived import Arrived
from mia_companion.ui.coordinator.files.previewing import Seen
from mia_companion.ui.coordinator.files.words import file_sentence, languages
from mia_companion.ui.keyed import keyed

ENDINGS = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods")
"""A workbook can be picked, so that it can be said what to do with it."""


@ft.component
def BringingIn(level: int) -> ft.Control:
    """Nothing counts before the last button, and then all of it does."""
    here = use_here()
    t = here.t
    listed, set_listed = ft.use_state(cast("Listed | None", None))
    seen, see = ft.use_state(cast("tuple[Row, ...]", ()))
    left, set_left = ft.use_state(here.do.files.unfinished())
    came, set_came = ft.use_state(cast("Arrivals | None", None))
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")

    async def read(picked: PickedFile) -> None:
        set_came(None)
        set_listed(None)
        found = await _read(here, picked)
        if isinstance(found, str):
            set_wrong(found)
            return
        set_wrong("")
        see(preview(found, _known(here), languages(), here.today()))
        set_listed(found)

    async def bring(arrivals: Arrivals | str) -> None:
        if busy:
            return
        if isinstance(arrivals, str):
            set_wrong(sentence(here.words, arrivals))
            return
        set_busy(True)
        set_wrong("")
        problem = await here.do.files.bring_in(arrivals)
        set_busy(False)
        set_listed(None)
        set_left(here.do.files.unfinished())
        set_wrong(_problem(here, problem) if problem else "")
        set_came(None if problem else arrivals)

    async def chosen(rows: Sequence[Row]) -> None:
        await bring(here.do.files.begin(rows))

    async def go_on() -> None:
        await bring(left or "")

    picker = use_picker(read)
    told = [body(t("Bringing in …"))] if busy else [card([body(wrong)], tone=WARM)] if wrong else []
    said = live(stack(told))
    if left is not None:
        count = len(left.people)
        asks = here.words.n(
            "{count} person from a file is on the way. Nobody comes in twice.",
            "{count} people from a file are on the way. Nobody comes in twice.",
            count,
        )
        button = primary(t("Go on"), go_on, disabled=busy)
        return stack([_title(here, level), body(asks), said, ft.Row([button], wrap=True)])
    pick = ft.OutlinedButton(
        t("Choose a file"),
        icon=ft.Icons.UPLOAD_FILE_OUTLINED,
        action=flet_files.pick(picker, ft.context.page, endings=ENDINGS),
    )
    return stack(
        [
            _title(here, level),
            body(
                t(
                    "From a CSV file. Its first line says what is in each column: name, language,"
                    " start, protected identity. Only the name is needed."
                )
            ),
            *([Arrived(came.people)] if came else []),
            ft.Row([pick], wrap=True),
            muted(t("You see what is in it before anything is brought in.")),
            said,
            *([keyed(str(id(listed)), Seen, seen, listed.ignored, chosen, busy)] if listed else []),
        ]
    )


def _title(here: Here, level: int) -> ft.Control:
    return heading(here.t("Bring a list in"), level)


async def _read(here: Here, picked: PickedFile) -> Listed | str:
    """What is in the file, or why it is not taken."""
    try:
        if picked.size > MOST_BYTES:
            raise FileWrong(TOO_LARGE)
        return read_list(await here.state.files.read(picked))
    except FileWrong as why:
        return file_sentence(here.words, why)
    except Unfit as unfit:
        return sentence(here.words, unfit.name)


def _known(here: Here) -> list[Known]:
    """Whom the coordinator works with now, and since when."""
    found: list[Known] = []
    for person in here.do.files.caseload:
        plan = here.state.view.plan(person)
        enrolment = latest_enrolment(plan)
        start = enrolment.start if enrolment else None
        found.append((plan.name, start.day if start else None))
    return found


def _problem(here: Here, problem: str) -> str:
    if problem in NOT_YET:
        return here.t(
            "There was no answer, so it is not certain whether they are here. Go on when there is a"
            " connection: all of them come in, and nobody twice."
        )
    return here.t("Nobody has been brought in.") + " " + sentence(here.words, problem)
