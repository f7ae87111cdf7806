"""Me: language, looks, what waits, devices, and the way out."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.options import option, options
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.shell import shell


@ft.component
def MeScreen() -> ft.Control:
    """One line a thing."""
    here = use_here()
    t, view = here.t, here.view
    waits = len(view.to_send) + len(view.refused) + len(view.carried_alone)
    waiting = (
        here.words.n("{count} thing waits", "{count} things wait", waits)
        if waits
        else t("Everything has been sent.")
    )
    name = view.plan().name
    themes = (
        ("system", t("As the phone"), ft.Icons.PHONE_ANDROID),
        ("light", t("Light"), ft.Icons.LIGHT_MODE_OUTLINED),
        ("dark", t("Dark"), ft.Icons.DARK_MODE_OUTLINED),
    )
    looks = [
        option(words, chosen=one == view.choices.theme, tapped=_choosing(here, one), icon=icon)
        for one, words, icon in themes
    ]
    return shell(
        here,
        places.ME,
        t("Me"),
        [
            *([strong(as_written(here.words, name))] if name else []),
            _line(
                here,
                ft.Icons.TRANSLATE,
                t("Language"),
                language_name(here.words.tag),
                places.LANGUAGE,
            ),
            _line(
                here,
                ft.Icons.CLOUD_UPLOAD_OUTLINED,
                t("What waits to be sent"),
                waiting,
                places.WAITING,
            ),
            _line(
                here,
                ft.Icons.DEVICES,
                t("Your devices"),
                t("Phones and computers where you have opened MIA."),
                places.DEVICES,
            ),
            options(t("How it looks"), looks),
            _line(here, ft.Icons.SUPPORT, t("Help now"), "", places.HELP),
            _line(here, ft.Icons.INFO_OUTLINE, t("About MIA"), "", places.ABOUT),
            _line(here, ft.Icons.LOGOUT, t("Leave this device"), "", places.LEAVE),
        ],
    )


def _choosing(here: Here, theme: str) -> Callable[[], None]:
    return lambda: here.do.choices.theme(theme)


def _line(here: Here, icon: ft.IconData, words: str, about: str, place: str) -> ft.Control:
    texts: list[ft.Control] = [ft.Text(words)]
    if about:
        texts.append(muted(about))

    def tapped() -> None:
        go(place)

    row = ft.Row(
        [
            ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Column(texts, spacing=0, tight=True, expand=True),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE),
        ],
        spacing=14,
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=card([row], tapped=tapped)))
