"""Results to take along: a paper to print, or a workbook to go on with."""

import flet as ft

from mia_companion.paper.results import results_on_paper
from mia_companion.paper.results_book import results_book
from mia_companion.paper.results_told import Told
from mia_companion.paper.results_words import rule_in_words
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.made_file import FileWords, as_pdf, hand_over
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import ZONE, Here, use_here

PDF, XLSX = "pdf", "xlsx"


@ft.component
def ResultsOut(told: Told, published: bool) -> ft.Control:
    """Two buttons, and what became of them."""
    here = use_here()
    picker = ft.use_memo(ft.FilePicker, [])
    said, say = ft.use_state("")
    busy, set_busy = ft.use_state(False)

    async def out(kind: str) -> None:
        if busy:
            return
        set_busy(True)
        say(here.t("Making the file …"))
        say(await _out(here, picker, told, kind, published=published))
        set_busy(False)

    buttons: list[ft.Control] = [
        secondary(here.t("Save as PDF"), lambda: out(PDF), ft.Icons.PICTURE_AS_PDF_OUTLINED),
        secondary(here.t("Save as Excel"), lambda: out(XLSX), ft.Icons.TABLE_VIEW_OUTLINED),
    ]
    return ft.Column(
        [
            ft.Row(buttons, wrap=True),
            live(body(said)),
        ],
        spacing=4,
        tight=True,
    )


async def _out(here: Here, picker: ft.FilePicker, told: Told, kind: str, *, published: bool) -> str:
    t = here.t
    name = f"{'published' if published else 'results'}-{told.period}.{kind}"
    words = FileWords(
        not_made=t("The file could not be made. Nothing else is changed. Try again."),
        not_saved=t("The file could not be saved on this device."),
        downloaded=t("The file is made. Look among your downloads for {name}.", name=name),
        saved=t("The file is saved."),
    )
    return await hand_over(picker, name, lambda: _made(here, told, kind, published), words)


def _made(here: Here, told: Told, kind: str, published: bool) -> bytes:
    words, now = here.words, here.now()
    if kind == XLSX:
        note = rule_in_words(words) if published else ""
        return results_book(told, words, now, note)
    sheet = results_on_paper(told, published=published, words=words, now=now, zone=ZONE)
    return as_pdf(sheet, now)
