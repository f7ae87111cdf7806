"""Publishing a half-year: what others would see first, then a yes that it is for good.

goes on ──▶ closed ──look──▶ preview ──publish──▶ asked ──yes──▶ published
              ▲                 └──not now──┐       │
              └─────────────────────────────┴──no───┘
"""

from collections.abc import Awaitable, Callable

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.periods import has_ended
from mia_companion.domain.suppression import Published
from mia_companion.paper.results_told import outside_told
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import SKY, WARM, card, stack
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.publications import published_tables
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, heading, live
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.coordinator.menu import site_name
from mia_companion.wire.results import SiteResults

CLOSED, PREVIEW, ASKED = "closed", "preview", "asked"


@ft.component
def Publishing(found: SiteResults, look: Callable[[], Awaitable[None]]) -> ft.Control:
    """How it stands with telling others of it. `look` asks for the numbers anew."""
    here = use_here()
    t = here.t
    state, go_to = ft.use_state(CLOSED)
    busy, set_busy = ft.use_state(False)
    said, say = ft.use_state("")
    outside = found.outside
    told_after = use_undo()

    async def publish(told: Published) -> None:
        if busy:
            return
        set_busy(True)
        problem = await here.do.results.publish(told)
        set_busy(False)
        if problem:
            say(asked_sentence(here.words, problem))
            go_to(PREVIEW)
        else:
            told_after(
                Outcome(), t("It is published. The association and those who pay see it now.")
            )
            await look()

    title = heading(t("For the association and those who pay"), 2)
    if outside is None:
        return card([title, body(_why_not(here, found))])
    if found.published_at is not None:
        day = here.words.day(found.published_at.astimezone(ZONE).date(), here.today())
        lines: list[ft.Control] = [title, body(t("Published {day}. It stays as it is.", day=day))]
    else:
        lines = [
            title,
            body(t("They never see the exact numbers. They see what you publish, and only then.")),
        ]
    if state == CLOSED:
        see = secondary(
            t("See what others see") if found.published_at else t("See what others would see"),
            lambda: go_to(PREVIEW),
            ft.Icons.VISIBILITY_OUTLINED,
        )
        return card([*lines, ft.Row([see], wrap=True)])
    words = here.words
    told = outside_told(outside, words, lambda area: area_name(words, area), site_name(here))
    head = card([*lines, *_told(said)], tone=SKY)
    shown: list[ft.Control] = [head, *published_tables(here, told)]
    close = quiet(t("Close"), lambda: go_to(CLOSED))
    if found.published_at is not None:
        return stack([*shown, ft.Row([close], wrap=True)])
    if state == PREVIEW:
        ask = primary(t("Publish this"), lambda: go_to(ASKED), ft.Icons.PUBLIC_OUTLINED)
        not_now = quiet(t("Not now"), lambda: go_to(CLOSED))
        return stack([*shown, ft.Row([ask, not_now], wrap=True)])
    sure = live(
        body(
            t(
                "Publish it for good? It cannot be changed or taken back, also when something"
                " is corrected later."
            )
        )
    )
    yes = primary(t("Yes, publish it"), lambda: publish(outside), disabled=busy)
    no = quiet(t("No"), lambda: go_to(PREVIEW))
    return stack([*shown, card([sure, ft.Row([yes, no], wrap=True)], tone=WARM)])


def _why_not(here: Here, found: SiteResults) -> str:
    if has_ended(found.cube.period, here.now()):
        return here.t("A later half-year has been published, so this one stays inside.")
    return here.t("This half-year goes on. When it is over you can publish it.")


def _told(said: str) -> list[ft.Control]:
    return [live(body(said))] if said else []
