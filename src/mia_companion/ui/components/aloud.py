"""Reading the screen aloud, where the platform can: a browser does (`assets/spoken.js` listens for the
address below and reads what a screen reader would be told). Phones bring their own for every app."""

import flet as ft

from mia_companion.ui.components.buttons import icon_button
from mia_companion.ui.context import Here, use_here

READ = "mia:read-aloud"
"""Opened as an address, it starts reading, and stops it while it reads."""


@ft.component
def ReadAloud() -> ft.Control:
    """A button when the person has chosen it and there is a voice for the language, nothing otherwise."""
    here = use_here()
    launcher = ft.use_memo(ft.UrlLauncher, [])
    if not (here.view.choices.read_aloud and has_voice(here)):
        return ft.Container(visible=False)

    async def read() -> None:
        await launcher.launch_url(READ)

    return icon_button(ft.Icons.VOLUME_UP_OUTLINED, here.t("Read aloud, or stop"), read)


def has_voice(here: Here) -> bool:
    """Whether this browser itself can speak the person's language."""
    return ft.context.page.web and here.words.locale.language in here.state.voices
