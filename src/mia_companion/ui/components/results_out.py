"""Results to take along: a paper to print, or a workbook to go on with."""

import asyncio
import logging

import flet as ft

from mia_companion.paper.results import results_on_paper
from mia_companion.paper.results_book import results_book
from mia_companion.paper.results_told import Told
from mia_companion.paper.results_words import rule_in_words
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import ZONE, Here, use_here

log = logging.getLogger(__name__)

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
            ft.Semantics(live_region=True, content=body(said)),
        ],
        spacing=4,
        tight=True,
    )


async def _out(here: Here, picker: ft.FilePicker, told: Told, kind: str, *, published: bool) -> str:
    t = here.t
    try:
        made = await asyncio.to_thread(_made, here, told, kind, published)
    except Exception as wrong:  # nothing else depends on it, and what it says may hold numbers
        log.error("results could not be made into a file: %s", type(wrong).__name__)
        return t("The file could not be made. Nothing else is changed. Try again.")
    name = f"{'published' if published else 'results'}-{told.period}.{kind}"
    try:
        place = await picker.save_file(
            file_name=name,
            file_type=ft.FilePickerFileType.CUSTOM,
            allowed_extensions=[kind],
            src_bytes=made,
        )
    except (OSError, RuntimeError, TimeoutError, ValueError):
        return t("The file could not be saved on this device.")
    if ft.context.page.web:
        return t("The file is made. Look among your downloads for {name}.", name=name)
    return t("The file is saved.") if place else ""


def _made(here: Here, told: Told, kind: str, published: bool) -> bytes:
    words, now = here.words, here.now()
    if kind == XLSX:
        note = rule_in_words(words) if published else ""
        return results_book(told, words, now, note)
    # Setting text takes a second to load, and most people never do.
    from mia_companion.paper.pdf import made  # noqa: PLC0415

    return made(results_on_paper(told, published=published, words=words, now=now, zone=ZONE), now)
