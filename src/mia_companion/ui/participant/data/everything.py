"""Everything with one, as one file: made on this device, also without a connection."""

import flet as ft

from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import PRIVATE
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.context import use_here
from mia_companion.ui.participant.data.making import Wanted, make_everything


@ft.component
def EverythingScreen() -> ft.Control:
    """Says what is in it and that it is not locked, before it is made."""
    here = use_here()
    t = here.t
    picker = ft.use_memo(ft.FilePicker, [])
    only_mine, set_only_mine = ft.use_state(True)
    files, set_files = ft.use_state(True)
    busy, set_busy = ft.use_state(False)
    said, say = ft.use_state("")

    async def make() -> None:
        if busy:
            return
        set_busy(True)
        say(t("Making the file …"))
        say(await make_everything(here, picker, Wanted(only_mine=only_mine, files=files), say))
        set_busy(False)

    return page(
        here,
        t("Take everything with you"),
        [
            body(
                t(
                    "MIA makes one file with all that it may read about you: pages that you can read"
                    " in any browser, and the same for computers."
                )
            ),
            tick(
                t("With what is only mine"),
                on=only_mine,
                tapped=lambda: set_only_mine(not only_mine),
                icon=PRIVATE,
            ),
            tick(
                t("With photos and files"),
                on=files,
                tapped=lambda: set_files(not files),
                icon=ft.Icons.PHOTO_LIBRARY_OUTLINED,
            ),
            card(
                [
                    body(
                        t(
                            "The file is not locked. Whoever opens this phone or computer, or the"
                            " place where you save it, can read all of it."
                        )
                    ),
                    body(
                        t(
                            "Does somebody else look at your phone? Then wait, or make it on a device"
                            " that only you use."
                        )
                    ),
                ],
                tone=WARM,
            ),
            primary(t("Make the file"), make, ft.Icons.DOWNLOAD_OUTLINED, disabled=busy),
            told(said),
        ],
    )
