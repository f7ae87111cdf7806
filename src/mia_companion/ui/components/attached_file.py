"""A file in a list: its name and size, saved with a tap."""

from typing import cast

import flet as ft

from mia_companion.ui.components.attached_lines import AttachedLines
from mia_companion.ui.components.buttons import quietly
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.saving import save
from mia_companion.ui.components.sentences import attached_sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, muted, said_aloud
from mia_companion.ui.theme import RADIUS


@ft.component
def FileRow(lines: AttachedLines) -> ft.Control:
    """One line to tap. What is not here is fetched first; a name that says more than it is, is mended."""
    t = lines.words.t
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    picker = ft.use_ref(cast("ft.FilePicker | None", None))

    async def tapped() -> None:
        if busy:
            return
        set_busy(True)
        set_wrong("")
        picker.current = picker.current or ft.FilePicker()
        came = await save(lines.do, picker.current, lines.ref, lines.journal, t("File"))
        set_busy(False)
        set_wrong(attached_sentence(lines.words, came) if came else "")

    words = t("On its way …")
    sign: ft.Control = ft.Icon(ft.Icons.DOWNLOAD_OUTLINED, color=ft.Colors.PRIMARY)
    if busy:
        sign = waits()
    paper = ft.Icon(ft.Icons.DESCRIPTION_OUTLINED, color=ft.Colors.ON_SURFACE_VARIANT)
    texts = [body(lines.name), muted(words if busy else lines.size)]
    box = ft.Container(
        line(paper, texts, sign, gap=10, between=0),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=12, vertical=8),
        ink=True,
        on_click=quietly(tapped),
    )
    # Translators: beside a file's name and size; a tap saves it on the device.
    label = t("Save it")
    whole = ft.MergeSemantics(ft.Semantics(button=True, hint_text=label, content=box))
    return ft.Column(
        [whole, *([muted(wrong)] if wrong else []), said_aloud(wrong)],
        spacing=2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
