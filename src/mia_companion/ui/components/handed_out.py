"""What was handed out, to save: the very paper and the very file, as their hashes in the entry say."""

from dataclasses import dataclass

import flet as ft

from mia_companion.app.actions.passing import Standing
from mia_companion.domain.sheets import read_sheet
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.made_file import FileWords, hand_over
from mia_companion.ui.components.saving import save
from mia_companion.ui.components.sentences import attached_sentence
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import GAP


@dataclass(frozen=True, slots=True)
class Given:
    """`standing` is taken; `journal` is the one whose entry says it."""

    standing: Standing
    journal: str


@ft.component
def HandedOut(given: Given) -> ft.Control:
    """Two buttons, and what came of the last tap. Nothing where something was told in words alone."""
    here = use_here()
    t = here.t
    picker = ft.use_memo(ft.FilePicker, [])
    busy = ft.use_ref(False)
    said, say = ft.use_state("")

    async def paper() -> None:
        if busy.current:
            return
        busy.current = True
        say(t("On its way …"))
        (ref,) = given.standing.fact.attachments
        problem = await save(here.do, picker, ref, given.journal, t("File"))
        downloaded = t("The file is made. Look among your downloads for {name}.", name=ref.name)
        done = downloaded if ft.context.page.web else ""  # elsewhere one has chosen the place
        say(attached_sentence(here.words, problem) if problem else done)
        busy.current = False

    async def file() -> None:
        if not busy.current:
            busy.current = True
            say(await _file(here, picker, given.standing))
            busy.current = False

    shown: list[ft.Control] = []
    if len(given.standing.fact.attachments) == 1:
        shown.append(primary(t("Save the paper (PDF)"), paper, ft.Icons.PRINT_OUTLINED))
    if given.standing.file is not None:
        shown.append(secondary(t("Save as a file (JSON)"), file, ft.Icons.DESCRIPTION_OUTLINED))
    return stack(
        [
            ft.Row(shown, wrap=True, spacing=GAP, run_spacing=8),
            live(body(said)),
        ]
    )


async def _file(here: Here, picker: ft.FilePicker, standing: Standing) -> str:
    """Hand over the bytes that the entry holds. What to say afterwards."""
    t = here.t
    sheet = read_sheet(standing.fact.sheet)
    name = f"mia-{sheet.made_on:%Y-%m-%d}.json" if sheet else "mia.json"
    words = FileWords(
        not_made=t("The file could not be made. Nothing here has changed."),
        not_saved=t("The file could not be saved on this device. Nothing here has changed."),
        downloaded=t("The file is made. Look among your downloads for {name}.", name=name),
        saved=t("The file is saved."),
    )
    return await hand_over(picker, name, lambda: standing.file or b"", words)
