"""All participants of one coordinator get another one of the same site."""

from collections.abc import Callable
from typing import cast

import flet as ft

from mia_companion.ui.administrator.asking import use_asking
from mia_companion.ui.administrator.looking import use_person
from mia_companion.ui.administrator.paths import member_path
from mia_companion.ui.administrator.rows import follows
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.options import option
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP
from mia_companion.wire.administration import StaffMember


@ft.component
def HandOverScreen() -> ft.Control:
    """To whom, and what they are told."""
    here, id_ = use_here(), ft.use_route_params().get("account", "")
    inside = use_person(here, id_, lambda who: [keyed(who.id, HandOver, who)])
    return staff_page(here, here.t("Hand over all participants"), inside)


@ft.component
def HandOver(who: StaffMember) -> ft.Control:
    """One chosen, one tap; then how many it were."""
    here = use_here()
    asking = use_asking(here)
    to, set_to = ft.use_state("")
    moved, set_moved = ft.use_state(cast("tuple[int, str] | None", None))
    t, name = here.t, as_written(here.words, who.name)
    others = _colleagues(here, who)
    chosen = next((one for one in others if one.id == to), None)

    async def hand_over() -> None:
        if chosen is None:
            return
        answer = await asking.ask(
            lambda: here.do.administration.move_participants(who.id, chosen.id)
        )
        if isinstance(answer, int):
            set_moved((answer, as_written(here.words, chosen.name)))

    if moved is not None:
        return _done(here, who, *moved)
    if not others:
        return body(t("Nobody else works at this site. Add a coordinator first."))

    lines = [_line(here, one, set_to, chosen=one.id == to) for one in others]
    waiting = t("Handing over …")
    return stack(
        [
            body(
                t(
                    "{name} follows them no longer, and can read nothing of theirs from that moment."
                    " Each participant is told in the app who follows them now.",
                    name=name,
                )
            ),
            question(t("Who takes over?"), lines),
            ft.Row(
                [
                    primary(
                        waiting if asking.busy else _words(here, who),
                        hand_over,
                        disabled=asking.busy or chosen is None,
                    )
                ],
                wrap=True,
            ),
            live(body(asking.wrong)),
        ]
    )


def _line(
    here: Here, one: StaffMember, choose: Callable[[str], None], *, chosen: bool
) -> ft.Control:
    return option(
        as_written(here.words, one.name),
        chosen=chosen,
        tapped=lambda: choose(one.id),
        icon=ft.Icons.PERSON_OUTLINED,
        about=follows(here, one.participants),
    )


def _words(here: Here, who: StaffMember) -> str:
    return here.words.n(
        "Hand over {count} participant", "Hand over {count} participants", who.participants
    )


def _colleagues(here: Here, who: StaffMember) -> list[StaffMember]:
    site = here.view.administration.site(who.site)
    everyone = site.coordinators if site else ()
    return [one for one in everyone if one.ended is None and one.id != who.id]


def _done(here: Here, who: StaffMember, count: int, name: str) -> ft.Control:
    told = here.words.n(
        "{count} participant has {name} as their coordinator now.",
        "{count} participants have {name} as their coordinator now.",
        count,
        name=name,
    )
    text = ft.Text(told, color=ft.Colors.ON_PRIMARY_CONTAINER)
    back, end = member_path(who), member_path(who, "end")
    return stack(
        [
            card([live(text)], tone=MOSS),
            ft.Row(
                [
                    secondary(here.t("Done"), lambda: go(back)),
                    quiet(here.t("End the account"), lambda: go(end)),
                ],
                wrap=True,
                spacing=GAP,
            ),
        ]
    )
