"""A phone that was let in with a code and is out again: why, that nothing is seen, and what to do."""

import flet as ft

from mia_companion.app.pairing import LEFT
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body, lead
from mia_companion.ui.context import go, use_here
from mia_companion.ui.way_in import use_picture


@ft.component
def ClosedScreen() -> ft.Control:
    """Instead of everything else, until there is a new code."""
    here = use_here()
    code = ft.use_route_params().get("code", "")
    use_picture()
    t, pairing = here.t, here.view.pairing
    mine = pairing is not None and pairing.said == LEFT

    def begin() -> None:
        here.do.access.start_over()
        if not code:
            go(places.TODAY)

    why = (
        t("You said that the two words were not the same. That was right to say.")
        if mine
        else t("This happens when the two words are not the same on both screens.")
    )
    return page(
        here,
        t("This phone is closed"),
        [
            lead(why),
            body(
                t(
                    "It is for safety, and nobody has done anything wrong. Perhaps two codes were mixed"
                    " up. Nothing of the plan is seen on this phone now."
                )
            ),
            body(t("Tell your coordinator. You get a new code, and then it opens again.")),
            primary(t("I have a new code"), begin),
        ],
        language=True,
        first=True,
    )
