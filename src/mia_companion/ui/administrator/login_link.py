"""A link by which somebody's electronic identity opens their account, where a provider is set up."""

from typing import cast

import flet as ft

from mia_companion.ui.administrator.asking import use_asking
from mia_companion.ui.administrator.looking import use_person
from mia_companion.ui.administrator.paths import member_path
from mia_companion.ui.administrator.shown_once import LinkShown
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.context import go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.login.ways import use_ways
from mia_companion.wire.administration import StaffMember
from mia_companion.wire.login import LoginLink


@ft.component
def LinkWay(who: StaffMember) -> ft.Control:
    """The way there, among what may be done about somebody."""
    here = use_here()
    if not use_ways(here).provider:
        return ft.Container(height=0)
    there = secondary(
        here.t("Connect an electronic identity"),
        lambda: go(member_path(who, "link")),
        ft.Icons.BADGE_OUTLINED,
    )
    return ft.Row([there], wrap=True)


@ft.component
def LoginLinkScreen() -> ft.Control:
    """Says first what it does."""
    here, id_ = use_here(), ft.use_route_params().get("account", "")
    inside = use_person(here, id_, lambda who: [keyed(who.id, MakeLink, who)])
    return staff_page(here, here.t("Connect an electronic identity"), inside)


@ft.component
def MakeLink(who: StaffMember) -> ft.Control:
    """Made by a tap, never by merely coming here."""
    here = use_here()
    asking = use_asking(here)
    made, set_made = ft.use_state(cast("LoginLink | None", None))

    async def make() -> None:
        answer = await asking.ask(lambda: here.do.administration.make_login_link(who.id))
        if isinstance(answer, LoginLink):
            set_made(answer)

    t, name = here.t, as_written(here.words, who.name)
    if made is not None:
        return LinkShown(made, name, lambda: go(member_path(who)))
    words = t("Making it …") if asking.busy else t("Make a link")
    return stack(
        [
            body(
                t(
                    "{name} opens the link once and signs in with their electronic identity, which from"
                    " then on opens this account. One that was connected before does so no more.",
                    name=name,
                )
            ),
            ft.Row([primary(words, make, disabled=asking.busy)], wrap=True),
            told(asking.wrong),
        ]
    )
