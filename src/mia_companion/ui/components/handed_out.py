"""What was handed out, to save: the very paper and the very file, as their hashes in the entry say."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from mia_companion.app.actions.passing import Standing
from mia_companion.domain.sheets import read_sheet
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.care_file import care_file
from mia_companion.ui.components.made_file import FileWords, hand_over
from mia_companion.ui.components.saving import save
from mia_companion.ui.components.sentences import attached_sentence
from mia_companion.ui.components.sheet_words import PAPERS
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import GAP


@dataclass(frozen=True, slots=True)
class Given:
    """`standing` is taken; `journal` is the one whose entry says it."""

    standing: Standing
    journal: str
    care: bool = False
    """Whether it is also there as a care system reads it: for who hands it out."""


@ft.component
def HandedOut(given: Given) -> ft.Control:
    """Two buttons, and what came of the last tap. Nothing where something was told in words alone."""
    here = use_here()
    t = here.t
    picker = ft.use_memo(ft.FilePicker, [])
    busy = ft.use_ref(False)
    said, say = ft.use_state("")

    def once(giving: Callable[[], Awaitable[str]]) -> Callable[[], Awaitable[None]]:
        async def give() -> None:
            if not busy.current:
                busy.current = True
                say(await giving())
                busy.current = False

        return give

    async def paper() -> str:
        say(t("On its way …"))
        (ref,) = given.standing.fact.attachments
        problem = await save(here.do, picker, ref, given.journal, t("File"))
        downloaded = t("The file is made. Look among your downloads for {name}.", name=ref.name)
        done = downloaded if ft.context.page.web else ""  # elsewhere one has chosen the place
        return attached_sentence(here.words, problem) if problem else done

    async def file() -> str:
        return await _file(here, picker, given.standing)

    async def care() -> str:
        return await _care(here, picker, given.standing)

    shown: list[ft.Control] = []
    if len(given.standing.fact.attachments) == 1:
        shown.append(primary(t("Save the paper (PDF)"), once(paper), ft.Icons.PRINT_OUTLINED))
    if given.standing.file is not None:
        shown.append(
            secondary(t("Save as a file (JSON)"), once(file), ft.Icons.DESCRIPTION_OUTLINED)
        )
        if given.care:
            told = t("Save for a care system (FHIR)")
            shown.append(secondary(told, once(care), ft.Icons.MEDICAL_INFORMATION_OUTLINED))
    return stack(
        [
            ft.Row(shown, wrap=True, spacing=GAP, run_spacing=8),
            live(body(said)),
        ]
    )


async def _file(here: Here, picker: ft.FilePicker, standing: Standing) -> str:
    """Hand over the bytes that the entry holds. What to say afterwards."""
    sheet = read_sheet(standing.fact.sheet)
    name = f"mia-{sheet.made_on:%Y-%m-%d}.json" if sheet else "mia.json"
    return await hand_over(picker, name, lambda: standing.file or b"", _words(here, name))


async def _care(here: Here, picker: ft.FilePicker, standing: Standing) -> str:
    """The same, made anew as a care system reads it."""
    sheet, passed = read_sheet(standing.fact.sheet), standing.disclosure
    if sheet is None or passed is None:
        return here.t("A newer MIA wrote this. You can read it here when this one is up to date.")
    name = f"mia-{sheet.made_on:%Y-%m-%d}-fhir.json"
    made = partial(care_file, sheet, words_for(PAPERS), passed.by.at)
    return await hand_over(picker, name, made, _words(here, name))


def _words(here: Here, name: str) -> FileWords:
    t = here.t
    return FileWords(
        not_made=t("The file could not be made. Nothing here has changed."),
        not_saved=t("The file could not be saved on this device. Nothing here has changed."),
        downloaded=t("The file is made. Look among your downloads for {name}.", name=name),
        saved=t("The file is saved."),
    )
