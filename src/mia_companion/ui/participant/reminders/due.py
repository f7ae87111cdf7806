"""What is due now, at the top of Today: one at a time, calm, and gone on every device when it was seen."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import flet as ft

from mia_companion.domain.due import due_now, next_change
from mia_companion.domain.reminders import Due
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, eyebrow, said_aloud
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.reminders.about import About, about

_SOON = timedelta(minutes=2)
"""A page is drawn anew each minute. What is due sooner than the next but one is waited for exactly."""

pause = asyncio.sleep


@ft.component
def DueReminders() -> ft.Control:
    """Nothing, most of the time; the newest one otherwise. The next comes when it was seen."""
    found = use_due(use_here())
    return NewestDue(found) if found else stack([])


Found = tuple[tuple[Due, About], ...]


def use_due(here: Here) -> Found:
    """What is due now, the newest first; the screen is drawn anew when that changes."""
    plan, now = here.view.plan(), here.now()
    change_at = next_change(plan, now, ZONE)
    soon = change_at if change_at is not None and change_at - now < _SOON else None
    _, draw_anew = ft.use_state(now)

    async def wait() -> None:
        if soon is not None:
            await pause((soon - here.now()).total_seconds())
            with suppress(RuntimeError):  # the page went away meanwhile
                draw_anew(soon)

    ft.use_effect(wait, [soon], cleanup=_ended)
    due = due_now(plan, now, ZONE)
    return tuple((one, what) for one in due if (what := about(here, one.item)))


@ft.component
def NewestDue(found: Found) -> ft.Control:
    """One thing at a time, with two ways on. `found` is not empty."""
    here = use_here()
    shown = use_undo()
    calm = use_calm()
    due, what = found[0]
    return _card(
        here,
        what,
        lambda: calm() and shown(here.do.reminders.seen(due), here.t("Good. It is seen.")),
    )


def _ended() -> None:
    """Given as a clean-up, so that Flet ends the waiting with the screen."""


def _card(here: Here, what: About, seen: Callable[[], bool]) -> ft.Control:
    t = here.t
    name = t("A reminder of your step") if what.is_step else t("A reminder of your appointment")
    words, when = as_written(here.words, what.words), what.when[:1].upper() + what.when[1:]
    shown: list[ft.Control] = [
        eyebrow(name),
        ft.Text(
            words,
            theme_style=ft.TextThemeStyle.TITLE_MEDIUM,
            color=ft.Colors.ON_TERTIARY_CONTAINER,
            max_lines=4,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
        body(when),
        said_aloud(here.words.in_turn((name, words, when))),
    ]
    ways: list[ft.Control] = [
        secondary(t("OK, I have seen it"), seen, ft.Icons.CHECK),
        quiet(t("Open it"), lambda: go(what.place)),
    ]
    return card(
        [
            stack(shown, gap=4),
            ft.Row(ways, wrap=True, spacing=4, run_spacing=0),
        ],
        tone=SKY,
    )
