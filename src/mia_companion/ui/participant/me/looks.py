"""How it looks and reads: text size, colours, one thing at a time, reading aloud. All on this device."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.choices import TEXT_SIZES
from mia_companion.ui.components.aloud import has_voice
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.options import option, switch_line
from mia_companion.ui.components.texts import muted
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here, use_here


@ft.component
def LooksScreen() -> ft.Control:
    """Each choice is seen at once."""
    here = use_here()
    t, chosen, do = here.t, here.view.choices, here.do.choices
    return page(
        here,
        t("How it looks and reads"),
        [
            _sizes(here),
            _themes(here),
            switch_line(
                t("One thing at a time"),
                t("For days with little energy: Today shows a single thing and two buttons."),
                on=bool(chosen.one_thing),
                changed=do.one_thing,
                icon=ft.Icons.LOOKS_ONE_OUTLINED,
            ),
            _reading(here),
        ],
    )


def _reading(here: Here) -> ft.Control:
    """Only where there is a voice; a phone has its own for every app."""
    if not ft.context.page.web:
        return muted(
            here.t("Your phone can read every app aloud: look under accessibility in its settings.")
        )
    if not has_voice(here):
        return muted(
            here.t("MIA cannot read aloud here. This browser has no voice for your language.")
        )
    return switch_line(
        here.t("Read aloud"),
        here.t("A button on each screen reads it to you."),
        on=bool(here.view.choices.read_aloud),
        changed=here.do.choices.read_aloud,
        icon=ft.Icons.VOLUME_UP_OUTLINED,
    )


def _sizes(here: Here) -> ft.Control:
    names = dict(
        zip(
            TEXT_SIZES,
            (here.t("As it is"), here.t("Larger"), here.t("Much larger"), here.t("Twice as large")),
            strict=True,
        )
    )

    def choose(size: str) -> Callable[[], None]:
        return lambda: here.do.choices.text_size(size)

    lines = [
        option(
            name,
            chosen=size == here.view.choices.text_size,
            tapped=choose(size),
            icon=ft.Icons.TEXT_FIELDS,
        )
        for size, name in names.items()
    ]
    return question(here.t("Text size"), lines)


def _themes(here: Here) -> ft.Control:
    themes = (
        ("system", here.t("As the phone"), ft.Icons.PHONE_ANDROID),
        ("light", here.t("Light"), ft.Icons.LIGHT_MODE_OUTLINED),
        ("dark", here.t("Dark"), ft.Icons.DARK_MODE_OUTLINED),
    )

    def choose(theme: str) -> Callable[[], None]:
        return lambda: here.do.choices.theme(theme)

    lines = [
        option(name, chosen=theme == here.view.choices.theme, tapped=choose(theme), icon=icon)
        for theme, name, icon in themes
    ]
    return question(here.t("How it looks"), lines)
