"""A new password for somebody who cannot get in, or whose old one may be known to others."""

from typing import cast

import flet as ft

from mia_companion.ui.administrator.asking import use_asking
from mia_companion.ui.administrator.looking import use_person
from mia_companion.ui.administrator.paths import member_path
from mia_companion.ui.administrator.shown_once import ShownOnce
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.wire.administration import GivenPassword, StaffMember


@ft.component
def NewPasswordScreen() -> ft.Control:
    """Says first what it does to them."""
    here, id_ = use_here(), ft.use_route_params().get("account", "")
    inside = use_person(here, id_, lambda who: [keyed(who.id, NewPassword, who)])
    return staff_page(here, here.t("Give a new password"), inside)


@ft.component
def NewPassword(who: StaffMember) -> ft.Control:
    """Asked for by a tap, never by merely coming here."""
    here = use_here()
    asking = use_asking(here)
    made, set_made = ft.use_state(cast("GivenPassword | None", None))

    async def give() -> None:
        answer = await asking.ask(lambda: here.do.administration.reset_password(who.id))
        if isinstance(answer, GivenPassword):
            set_made(answer)

    name = as_written(here.words, who.name)
    if made is not None:
        return ShownOnce(made, name, lambda: go(member_path(who)))
    t, waiting = here.t, here.t("Making it …")
    return stack(
        [
            body(
                t(
                    "The password that {name} has now ends at once, and every device is signed out."
                    " What was written there and not sent yet stays on the device until {name} is"
                    " back in.",
                    name=name,
                )
            ),
            ft.Row(
                [
                    primary(
                        waiting if asking.busy else t("Make a new password"),
                        give,
                        disabled=asking.busy,
                    )
                ],
                wrap=True,
            ),
            live(body(asking.wrong)),
        ]
    )
