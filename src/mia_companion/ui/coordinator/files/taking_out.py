"""One's own caseload as a file. That it is taken out is written down first; without that there is no file."""

import flet as ft

from mia_companion.app.actions.files import NOBODY
from mia_companion.paper.tables import Table, as_csv, as_xlsx
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.made_file import FileWords, hand_over
from mia_companion.ui.components.sentences import NOT_YET, sentence
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.files.lines import COLUMNS, table_of
from mia_companion.ui.theme import GAP

CSV, XLSX = "csv", "xlsx"


@ft.component
def TakingOut(level: int) -> ft.Control:
    """What is in the file, and two ways to have it."""
    here = use_here()
    t = here.t
    picker = ft.use_memo(ft.FilePicker, [])
    busy = ft.use_ref(False)
    said, say = ft.use_state("")

    async def take(sort: str) -> None:
        if busy.current:
            return
        busy.current = True
        say(t("Making the file …"))
        say(await _take_out(here, picker, sort))
        busy.current = False

    async def excel() -> None:
        await take(XLSX)

    async def csv() -> None:
        await take(CSV)

    columns = here.words.listing([t(one) for one in COLUMNS])
    buttons: list[ft.Control] = [
        primary(t("For Excel (XLSX)"), excel, ft.Icons.TABLE_CHART_OUTLINED),
        secondary(t("For other programs (CSV)"), csv, ft.Icons.DESCRIPTION_OUTLINED),
    ]
    return stack(
        [
            heading(t("Take out your list"), level),
            body(t("A file with one line for each person whom you work with.")),
            muted(t("It holds: {columns}.", columns=columns)),
            body(
                t(
                    "Those with a protected identity are in it by a code, and without whom they meet."
                    " Whoever has the file can read it, so keep it where nobody else comes."
                )
            ),
            ft.Row(buttons, wrap=True, spacing=GAP, run_spacing=8),
            muted(
                t("This needs the network: the server writes down who takes out a list, and when.")
            ),
            live(body(said)),
        ]
    )


async def _take_out(here: Here, picker: ft.FilePicker, sort: str) -> str:
    """Make it and hand it over. What to say afterwards."""
    t = here.t
    people = await here.do.files.take_out(sort)
    if isinstance(people, str):
        return _refused(here, people)
    table = table_of(here, people)
    name = f"mia-{here.today():%Y-%m-%d}.{sort}"
    words = FileWords(
        not_made=t("The file could not be made. Nothing here has changed."),
        not_saved=t("The file could not be saved on this device. Nothing here has changed."),
        downloaded=t("The file is made. Look among your downloads for {name}.", name=name),
        saved=t("The file is saved."),
    )
    return await hand_over(picker, name, lambda: _made(here, table, sort), words)


def _made(here: Here, table: Table, sort: str) -> bytes:
    return as_xlsx(table, here.now()) if sort == XLSX else as_csv(table)


def _refused(here: Here, problem: str) -> str:
    if problem == NOBODY:
        return here.t("There is nobody in your list yet, so there is nothing to take out.")
    if problem in NOT_YET:
        return here.t(
            "There is no connection, so it could not be written down that you take out a list."
            " There is no file. Try again when there is a connection."
        )
    return sentence(here.words, problem)
