"""What stands here when nobody has touched the app for a while: who it was, and the way back in."""

import flet as ft

from mia_companion.ui.components.frame import page
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here
from mia_companion.ui.login.ways import WaysIn
from mia_companion.ui.sign_in import SignInForm


@ft.component
def IdleScreen() -> ft.Control:
    """At every address; whoever is back in stands where they were."""
    here = use_here()
    t, account = here.t, here.view.account
    name = as_written(here.words, account.name) if account else ""
    return page(
        here,
        t("Sign in again"),
        [
            body(
                t(
                    "Nobody has touched MIA here for a while, so it has closed what stands in it."
                    " What you had half written is kept."
                )
            ),
            *([body(t("It was {name} who worked here.", name=name))] if name else []),
            WaysIn(SignInForm, lambda: None),
        ],
        language=True,
        help_now=False,
        first=True,
    )
