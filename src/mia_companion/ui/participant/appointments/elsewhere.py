"""One's booked times in the calendar that one uses already: an address that it asks.

none ──make an address──▶ open ──show more or less──▶ the same address
  ▲                        └── take it away, sure? ──┐
  └────────────────────────────────────────────────┘
"""

from collections.abc import Awaitable, Callable
from functools import partial

import flet as ft

from mia_companion.i18n.bidi import from_left
from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import SKY, WARM, card, stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.options import option
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, live, muted, told
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here, use_here
from mia_companion.wire import problems
from mia_companion.wire.calendar import Feed


@ft.component
def ElsewhereScreen() -> ft.Control:
    """Asked of the server, so it needs a connection and says so."""
    here = use_here()
    t = here.t
    found, look = use_asked(here.do.calendars.feed)
    wrong, set_wrong = ft.use_state("")

    async def wish(whole: bool) -> None:
        got = await here.do.calendars.wish_feed(whole=whole, language=here.words.tag)
        set_wrong(asked_sentence(here.words, got) if isinstance(got, str) else "")
        await look()

    async def end() -> None:
        problem = await here.do.calendars.end_feed()
        set_wrong(asked_sentence(here.words, problem) if problem else "")
        await look()

    if isinstance(found, Feed):
        inside: list[ft.Control] = [Open(found, wish, end)]
    elif found == problems.NOT_FOUND:
        inside = [_none(here, partial(wish, False))]
    else:
        inside = not_there(here, found, look)
    return page(
        here,
        t("In my own calendar"),
        [
            body(
                t(
                    "Your booked times can also stand in the calendar that you use already, on the"
                    " phone or on a computer. It follows when a time is moved or cancelled."
                )
            ),
            *inside,
            told(wrong),
        ],
    )


def _none(here: Here, make: Callable[[], Awaitable[None]]) -> ft.Control:
    t = here.t
    return stack(
        [
            card(
                [
                    body(
                        t(
                            "You get an address to give to your calendar. Whoever has the address can"
                            " read it, without a code. You can take it away whenever you want."
                        )
                    ),
                    body(t("What only you see is never in it.")),
                ],
                tone=SKY,
            ),
            primary(t("Make an address"), make, ft.Icons.ADD_LINK),
        ]
    )


@ft.component
def Open(
    feed: Feed, wish: Callable[[bool], Awaitable[None]], end: Callable[[], Awaitable[None]]
) -> ft.Control:
    """The address, what it shows, and the way to end it."""
    here = use_here()
    t = here.t
    lead = use_lead()
    clipboard = ft.use_memo(ft.Clipboard, [])
    copied, set_copied = ft.use_state(False)
    sure, set_sure = ft.use_state(False)
    address = (feed.at or here.state.address) + feed.path

    shown_on = ft.context.page

    def choose(whole: bool) -> None:
        shown_on.run_task(wish, whole)

    async def copy() -> None:
        await clipboard.set(address)
        set_copied(True)

    open_it = ft.OutlinedButton(t("Open in my calendar"), icon=ft.Icons.EVENT_AVAILABLE_OUTLINED)
    ways: list[ft.Control] = [
        lead(open_it, _as_calendar(address)),
        secondary(t("Copy the address"), copy, ft.Icons.CONTENT_COPY),
    ]
    parts: list[ft.Control] = [
        card(
            [
                ft.Row(ways, wrap=True, spacing=8, run_spacing=8),
                told(t("Copied") if copied else ""),
                muted(_fetched(here, feed)),
                Folded(t("The address"), [body(from_left(address))]),
            ]
        ),
        _shows(here, feed, choose),
        quiet(t("Take the address away"), lambda: set_sure(True)),
    ]
    if sure:
        parts[-1] = card(
            [
                live(
                    body(
                        t(
                            "Nobody can read it any more, and calendars that have it stop following."
                            " You can make another address later."
                        )
                    )
                ),
                ft.Row(
                    [
                        secondary(t("Yes, take it away"), end),
                        quiet(t("No"), lambda: set_sure(False)),
                    ],
                    wrap=True,
                ),
            ],
            tone=WARM,
        )
    return stack(parts)


def _shows(here: Here, feed: Feed, choose: Callable[[bool], None]) -> ft.Control:
    t = here.t
    if here.view.plan().shared.profile.protected:
        return body(t("Your identity is protected: only that something is booked is shown."))
    return question(
        t("What it shows"),
        [
            option(
                t("Only that something is booked"),
                chosen=not feed.whole,
                tapped=lambda: choose(False),
                about=t("Who sees your calendar does not learn what it is."),
            ),
            option(
                t("What and where, too"),
                chosen=feed.whole,
                tapped=lambda: choose(True),
                about=t("Who sees your calendar, and whoever runs it, can read it."),
            ),
        ],
    )


def _fetched(here: Here, feed: Feed) -> str:
    if feed.read_at is None:
        return here.t("No calendar has fetched it yet.")
    return here.t("A calendar fetched it last {ago}.", ago=here.words.ago(feed.read_at, here.now()))


def _as_calendar(address: str) -> str:
    """What phones and computers open in their calendar; on a test server without TLS a plain file."""
    return address.replace("https://", "webcal://", 1)
