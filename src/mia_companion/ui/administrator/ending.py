"""Somebody works here no longer."""

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui import places
from mia_companion.ui.administrator.asking import use_asking
from mia_companion.ui.administrator.looking import use_person
from mia_companion.ui.administrator.paths import member_path, site_path
from mia_companion.ui.administrator.rows import follows
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, lead, live
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP
from mia_companion.wire.administration import StaffMember


@ft.component
def EndScreen() -> ft.Control:
    """First the participants, then the end."""
    here, id_ = use_here(), ft.use_route_params().get("account", "")
    inside = use_person(here, id_, lambda who: [keyed(who.id, End, who)])
    return staff_page(here, here.t("End the account"), inside)


@ft.component
def End(who: StaffMember) -> ft.Control:
    """What it means, and one tap that is meant."""
    here = use_here()
    asking = use_asking(here)
    t = here.t

    async def end() -> None:
        answer = await asking.ask(lambda: here.do.administration.end(who.id))
        if answer is not None:
            go(site_path(who.site) if who.site else places.TODAY)

    if who.ended is not None:
        return body(t("The account has ended."))
    if who.participants:
        return _first(here, who)
    name, back = as_written(here.words, who.name), member_path(who)
    told = t("{name} is signed out on every device at once, and cannot sign in again.", name=name)
    stays = t("The name stays beside what was written. Nothing of it is lost.")
    waiting = t("Ending it …")
    return stack(
        [
            body(told),
            *([body(stays)] if who.role == rights.COORDINATOR else []),
            ft.Row(
                [
                    primary(
                        waiting if asking.busy else t("End the account of {name}", name=name),
                        end,
                        disabled=asking.busy,
                    ),
                    quiet(t("No, go back"), lambda: go(back)),
                ],
                wrap=True,
                spacing=GAP,
            ),
            live(body(asking.wrong)),
        ]
    )


def _first(here: Here, who: StaffMember) -> ft.Control:
    t, move = here.t, member_path(who, "move")
    return stack(
        [
            lead(follows(here, who.participants)),
            body(t("Nobody is left without a coordinator: they are handed over first.")),
            ft.Row([primary(t("Hand over all participants"), lambda: go(move))], wrap=True),
        ]
    )
