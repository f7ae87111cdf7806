"""The page's language and direction, told to the browser (`assets/index.html` listens for the address below).

Flutter says of a page only what it has words of its own for: of Somali, Tigrinya and Sorani it says that
they are Swedish, and of none that it is read from the right. A screen reader's voice goes by it.
"""

import flet as ft

from mia_companion.ui.context import Here

SPOKEN = "mia:language"
"""Opened as an address, with a language's tag and its direction behind it, and whether somebody chose it:
then the browser's next page begins in it."""


def use_spoken(here: Here) -> None:
    """Tell it whenever it changes, and when the browser's line stands again. Call it in the root."""
    launcher = ft.use_memo(ft.UrlLauncher, [])
    language = here.words.language
    chosen = ":chosen" if here.view.choices.language else ""
    said = f"{SPOKEN}:{language.tag}:{'rtl' if language.rtl else 'ltr'}{chosen}"

    def tell() -> None:
        if ft.context.page.web:
            ft.context.page.run_task(launcher.launch_url, said)

    ft.use_effect(tell, [said, here.state.returned])
