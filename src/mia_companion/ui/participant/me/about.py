"""About the app: version, licence, and what is not yet as it should be."""

import flet as ft

from mia_companion import __version__
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import is_reviewed
from mia_companion.ui import places
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import use_here
from mia_companion.ui.language import UNREAD


@ft.component
def AboutScreen() -> ft.Control:
    """Plain and short."""
    here = use_here()
    t = here.t
    unread = [one.own_name for one in LANGUAGES if not is_reviewed(one.tag)]
    return page(
        here,
        t("About MIA"),
        [
            body(t("MIA holds your small steps, your appointments and your messages together.")),
            body(
                t(
                    "Your coordinator sees what you share, and cannot read what is marked Only you."
                    " Those who run the server technically could."
                )
            ),
            *(
                [
                    heading(t("Languages")),
                    body(t(UNREAD, languages=here.words.listing(unread))),
                ]
                if unread
                else []
            ),
            way_on(ft.Icons.ACCESSIBILITY_NEW, t("Accessibility"), places.ACCESSIBILITY),
            heading(t("Version and licence")),
            body(t("Version {version}. Free software under the EUPL 1.2.", version=__version__)),
        ],
    )
