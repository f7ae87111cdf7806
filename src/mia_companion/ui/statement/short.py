"""Accessibility in short: how far MIA is, what does not work yet, whom to tell. Also before signing in."""

from urllib.parse import urlsplit

import flet as ft

from mia_companion.device.statement.page import ENGLISH, SWEDISH
from mia_companion.device.statement.told import LANGUAGES, Statement, statement
from mia_companion.i18n.dates import day
from mia_companion.i18n.languages import language
from mia_companion.ui import places
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.outside import Opens, opens_host
from mia_companion.ui.components.texts import body, heading, lead
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.statement.main_points import MAIN_POINTS, STATUS

DIGG = "https://www.digg.se/tdosanmalan"


@ft.component
def AccessibilityScreen() -> ft.Control:
    """On top of whatever screen one comes from."""
    here = use_here()
    t, said = here.t, statement()
    points = [body(t(MAIN_POINTS[one])) for one in said.main if one in MAIN_POINTS]
    return page(
        here,
        t("Accessibility"),
        [
            lead(t(STATUS[said.status])),
            body(_tested(here, said)),
            *([heading(t("What does not work well yet")), *points] if points else []),
            heading(t("Is something hard to use?")),
            body(_whom_to_tell(here)),
            *_messages(here),
            *_page(here),
            heading(t("If nothing gets better")),
            body(t("Digg is the authority that sees to it that the law is followed.")),
            Opens(
                DIGG,
                t("Tell Digg"),
                opens_host(here, urlsplit(DIGG).netloc),
                ft.Icons.OPEN_IN_NEW,
            ),
            heading(t("All of it")),
            body(t("The accessibility statement is written in Swedish and in English.")),
            *[
                way_on(
                    ft.Icons.DESCRIPTION_OUTLINED,
                    language(tag).own_name,
                    f"{places.ACCESSIBILITY}/{tag}",
                )
                for tag in LANGUAGES
            ],
        ],
        closes=True,
    )


def _whom_to_tell(here: Here) -> str:
    if here.view.is_staff:
        return here.t(
            "Tell those who run MIA, and get what you need in another way. How to reach them stands on a"
            " page of its own."
        )
    return here.t(
        "Tell your coordinator. You can also tell those who run MIA, and get what you need"
        " in another way. How to reach them stands on a page of its own."
    )


def _tested(here: Here, said: Statement) -> str:
    if said.tested is None or not said.screens:
        return here.t("The screens have not been tested yet.")
    return here.words.n(
        "A program looked for faults on {count} screen on {day}.",
        "A program looked for faults on {count} screens on {day}.",
        said.screens,
        day=day(here.words, said.tested, here.today()),
    )


def _messages(here: Here) -> list[ft.Control]:
    """The way to one's coordinator, for who has one and may write."""
    view = here.view
    if view.account is None or view.is_staff or view.is_closed or view.waits_for_words:
        return []
    return [ft.Row([secondary(here.t("To the messages"), lambda: go(places.MESSAGES))], wrap=True)]


def _page(here: Here) -> list[ft.Control]:
    """Where those who run it say how they are reached; not where nobody knows our address."""
    address = here.state.address.rstrip("/")
    if not address:
        return []
    path = SWEDISH if here.words.locale.language == "sv" else ENGLISH
    return [
        Opens(
            address + path,
            here.t("Open the page"),
            opens_host(here, urlsplit(address).netloc),
            ft.Icons.OPEN_IN_NEW,
        )
    ]
