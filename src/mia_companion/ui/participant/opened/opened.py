"""Who has opened my pages: by day, who, which parts, and when; and what this cannot tell."""

import flet as ft

from mia_companion.app.looked_at import Day, looked_at
from mia_companion.ui import places
from mia_companion.ui.components.asked import use_asked
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.paged import long_page, use_pages
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.components.told import told_alone
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.opened.looker import looker_card, name_of
from mia_companion.wire.opened import Opened

_PAGE = 14
"""Days shown at first."""


@ft.component
def OpenedScreen() -> ft.Control:
    """Without a network, what the coordinators' apps have written down."""
    here = use_here()
    found, _ = use_asked(here.do.openings.asked)
    told = found if isinstance(found, Opened) else None
    openings = here.view.plan().shared.openings
    days = ft.use_memo(lambda: looked_at(openings.values(), told), [openings, told])
    pages = use_pages(len(days), _PAGE)
    t = here.t
    head: list[ft.Control] = [
        body(
            t(
                "Each time a coordinator opens a part of your pages for the first time in a day, it is"
                " written down here."
            )
        ),
        Folded(t("What this cannot tell"), [told_alone(_not_told(here, told))]),
        *([_not_asked(here)] if isinstance(found, str) else []),
        *([] if days else [_nobody(here, asked=told is not None)]),
    ]
    rows = [_day(here, one) for one in days[: pages.shown]]
    if not pages.left:
        rows.append(ft.Container(_asking(here), padding=_BELOW))
    return long_page(here, t("Who has opened my pages"), head, rows, pages)


def _not_asked(here: Here) -> ft.Control:
    words = here.t(
        "The server could not be asked just now. Here is what has come to this device already."
    )
    return live(muted(words))


def _nobody(here: Here, *, asked: bool) -> ft.Control:
    words = here.t("Nobody has opened your pages yet.")
    if not asked:
        words = here.t("Nothing has come to this device yet.")
    return card([body(words)], tone=SKY)


def _day(here: Here, one: Day) -> ft.Control:
    said = here.words.day(one.day, here.today())
    name = said[:1].upper() + said[1:]
    seen = (looker_card(here, each) for each in one.lookers if not each.only_fetched)
    cards = [told_alone(each) for each in seen]
    fetched = [name_of(here, each.account) for each in one.lookers if each.only_fetched]
    words = here.t(
        "The app of {names} got what was new. It is not known that anything was opened.",
        names=here.words.listing(dict.fromkeys(fetched)),
    )
    lines = [*cards, *([told_alone(muted(words))] if fetched else [])]
    return ft.Container(stack([heading(name), *lines], gap=8), padding=_BELOW, key=str(one.day))


def _not_told(here: Here, told: Opened | None) -> ft.Control:
    t = here.t
    lines = [
        t("How long somebody looked, and whether somebody else saw the screen."),
        t(
            "Whether somebody read what their device got. A coordinator's app gets what is new by itself,"
            " so that it is there also without a connection."
        ),
        t("What was opened without a connection, until that device has one again."),
        t("What was opened by an older version of the app."),
    ]
    if told is not None:
        day = here.words.day(told.since, here.today())
        lines.append(t("Which device got something before {day}.", day=day))
    own = muted(t("What you keep for yourself alone nobody else can open."))
    return card([*(body(f"\u2022 {one}") for one in lines), own], gap=6)


def _asking(here: Here) -> ft.Control:
    words = here.t("Ask about this in a message")
    ask = secondary(words, lambda: go(places.MESSAGES), ft.Icons.CHAT_BUBBLE_OUTLINE)
    return ft.Row([ask], wrap=True)


_BELOW = ft.Padding.only(bottom=16)
