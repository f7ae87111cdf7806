"""Help now: whom to call. Works before signing in and without a connection."""

from collections.abc import Callable
from typing import Any

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here, use_here

_LRI, _PDI = "\u2066", "\u2069"  # a number's groups stand in one order in every language

NUMBERS = (
    ("112", later("Danger to life"), later("Ambulance, police and fire brigade, day and night.")),
    ("1177", later("Advice about health"), later("A nurse answers, day and night.")),
    (
        "90101",
        later("The suicide line"),
        later("For you who think about taking your life, or worry about someone. Day and night."),
    ),
    (
        "90 390",
        later("The help line"),
        later("Someone to talk to when it is hard. You can be anonymous."),
    ),
)
"""Built in, so that they are here whatever happens. The site's own come after them."""


@ft.component
def HelpScreen() -> ft.Control:
    """One tap from everywhere."""
    here = use_here()
    launcher = ft.use_memo(ft.UrlLauncher, [])
    t = here.t

    def call(number: str) -> Callable[[], Any]:
        dialled = "".join(c for c in number if c.isdigit() or c == "+")
        return lambda: launcher.launch_url(f"tel:{dialled}")

    own = [
        _line(here, one.name, one.number, one.about, call(one.number))
        for one in here.view.help_numbers
    ]
    return page(
        here,
        t("Help now"),
        [
            body(t("You do not have to manage alone. Tap a number to call it.")),
            *[_line(here, t(name), no, t(about), call(no)) for no, name, about in NUMBERS],
            *([heading(t("Where you live")), *own] if own else []),
        ],
        help_now=False,
        closes=True,
    )


def _line(here: Here, name: str, number: str, about: str, call: Callable[[], Any]) -> ft.Control:
    async def tapped(_: Any) -> None:
        await call()

    digits = ft.Text(
        f"{_LRI}{number}{_PDI}",
        theme_style=ft.TextThemeStyle.HEADLINE_MEDIUM,
        color=ft.Colors.ON_SECONDARY_CONTAINER,
    )
    texts = ft.Column(
        [
            ft.Text(
                name,
                theme_style=ft.TextThemeStyle.TITLE_MEDIUM,
                color=ft.Colors.ON_SECONDARY_CONTAINER,
            ),
            digits,
            *([ft.Text(about, color=ft.Colors.ON_SECONDARY_CONTAINER, size=15)] if about else []),
        ],
        spacing=2,
        tight=True,
        expand=True,
    )
    icon = ft.Icon(
        ft.Icons.PHONE_OUTLINED,
        size=28,
        color=ft.Colors.ON_SECONDARY_CONTAINER,
        semantics_label=here.t("Call"),
    )
    box = card([ft.Row([icon, texts], spacing=16)], tone=WARM)
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(box, ink=True, border_radius=16, on_click=tapped),
        )
    )
