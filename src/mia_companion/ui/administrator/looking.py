"""What was asked of the server: on its way, there, or not to be had, each said as it is.

Called while a component renders.
"""

from collections.abc import Callable, Sequence

import flet as ft

from mia_companion.app.administration import FAILED
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import ZONE, Here
from mia_companion.wire.administration import Administered, SiteSeen, StaffMember

Lines = Sequence[ft.Control]


def use_looked(here: Here, show: Callable[[Administered], Lines]) -> list[ft.Control]:
    """What `show` makes of it; above it, that it may be old. Whoever comes to the screen asks anew."""
    now, again = here.view.administration, here.do.administration.look
    ft.use_effect(again, [])
    if now.seen is None and now.phase == FAILED:
        words = body(asked_sentence(here.words, now.problem))
        return [
            live(words),
            ft.Row([secondary(here.t("Try again"), again)], wrap=True),
        ]
    if now.seen is None:
        ring = waits()
        return [ft.Row([ring, body(here.t("Looking …"))], spacing=12)]
    old: list[ft.Control] = []
    if now.phase == FAILED and now.at is not None:
        time = here.words.day_and_clock(now.at, ZONE.key, here.now())
        said = f"{asked_sentence(here.words, now.problem)} " + here.t(
            "This is how it was {time}.", time=time
        )
        text = ft.Text(said, color=ft.Colors.ON_SECONDARY_CONTAINER)
        old = [
            card(
                [
                    live(text),
                    ft.Row([quiet(here.t("Try again"), again)], wrap=True),
                ],
                tone=WARM,
                gap=0,
            )
        ]
    return [*old, *show(now.seen)]


def use_site(here: Here, id_: str, show: Callable[[SiteSeen], Lines]) -> list[ft.Control]:
    """What `show` makes of that site."""

    def found(_: Administered) -> Lines:
        site = here.view.administration.site(id_)
        return show(site) if site else [body(here.t("That site is not in your association."))]

    return use_looked(here, found)


def use_person(here: Here, id_: str, show: Callable[[StaffMember], Lines]) -> list[ft.Control]:
    """What `show` makes of somebody who works there, or did."""

    def found(_: Administered) -> Lines:
        who = here.view.administration.member(id_)
        return show(who) if who else [body(here.t("That account is not in your association."))]

    return use_looked(here, found)
