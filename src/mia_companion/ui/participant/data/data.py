"""My data: four things that one has the right to, one line each."""

import flet as ft

from mia_companion.domain.erasures import newest
from mia_companion.ui import places
from mia_companion.ui.components.data_words import decided
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, use_here


@ft.component
def DataScreen() -> ft.Control:
    """What is kept about you is yours to see, to correct and to have erased."""
    here = use_here()
    t = here.t
    return page(
        here,
        t("My data"),
        [
            body(
                t(
                    "What is kept about you is yours to see. What you wrote yourself you can say anew"
                    " where it stands: the words before are kept with it."
                )
            ),
            way_on(
                ft.Icons.DOWNLOAD_OUTLINED,
                t("Take everything with you"),
                places.DATA_FILE,
                t("One file with all that is written, to read or to move."),
            ),
            way_on(
                ft.Icons.HISTORY_EDU_OUTLINED,
                t("All that is written"),
                places.WRITTEN,
                t("By others about you, and by you. Say what is not right."),
            ),
            way_on(
                ft.Icons.LOCK_RESET,
                t("Erase what only you read"),
                places.ERASE_OWN,
                t("At once, by yourself."),
            ),
            way_on(
                ft.Icons.AUTO_DELETE_OUTLINED,
                t("Ask that the rest is erased"),
                places.ERASE_REST,
                _asked(here),
            ),
        ],
    )


def _asked(here: Here) -> str:
    stands = newest(here.view.plan().shared.erasures.values())
    if stands is None or stands.asked is None:
        return ""
    if stands.answer is None:
        return here.t("Waits for an answer")
    return decided(here.words, stands.answer.fact, here.today())
