"""What somebody wrote about a person before they knew that another had taken over: to read, to copy, and to
put away for everyone."""

from collections.abc import Awaitable, Callable
from itertools import groupby
from typing import cast

import flet as ft

from mia_companion.domain.facts import read_fact
from mia_companion.i18n.words import later
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import said_aloud
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.keyed import keyed
from mia_companion.wire.following import Left

LookAt = Callable[[Left], Awaitable[None]]

_WHAT = {
    "MessageWritten": later("A message"),
    "NoteWritten": later("A note to the team"),
    "StepSuggested": later("A suggestion"),
    "MinutesWritten": later("What you agreed"),
    "AppointmentBooked": later("A booked time"),
    "AppointmentDetailed": later("About a booked time"),
}


@ft.component
def LeftBehind(person: str, level: int) -> ft.Control:
    """Asked of the server when the person is opened; nothing, most of the time."""
    here = use_here()
    found, set_found = ft.use_state(cast("tuple[Left, ...]", ()))
    wrong, set_wrong = ft.use_state("")

    async def ask() -> None:
        set_found(tuple(one for one in await here.do.following.left_behind(person) if _said(one)))

    ft.use_effect(ask, [person])

    async def look_at(one: Left) -> None:
        problem = await here.do.following.looked_at(one)
        set_wrong(sentence(here.words, problem) if problem else "")
        if not problem:
            set_found(lambda now: tuple(o for o in now if o.entry.id != one.entry.id))

    by_author = groupby(sorted(found, key=lambda one: one.entry.author), lambda o: o.entry.author)
    cards = [_card(here, author, list(theirs), look_at, level) for author, theirs in by_author]
    return stack([*cards, said_aloud(wrong)] if cards else [], gap=4)


def _card(here: Here, author: str, theirs: list[Left], look_at: LookAt, level: int) -> ft.Control:
    name = here.view.coordinator_name(author) or here.t("A colleague")
    tint = ft.Colors.ON_SECONDARY_CONTAINER
    title = ft.Semantics(
        heading_level=min(level, 4),
        content=ft.Text(
            here.t("What {name} had not sent", name=name),
            theme_style=ft.TextThemeStyle.TITLE_SMALL,
            color=tint,
        ),
    )
    why = ft.Text(here.t("It came after the change, so only you and your team see it."), color=tint)
    return card(
        [title, why, *(keyed(one.entry.id, Line, one, look_at) for one in theirs)], tone=WARM
    )


@ft.component
def Line(one: Left, look_at: LookAt) -> ft.Control:
    """What it was, its words, and what can be done with them."""
    here = use_here()
    clipboard = ft.use_memo(ft.Clipboard, [])
    copied, set_copied = ft.use_state(False)
    tint = ft.Colors.ON_SECONDARY_CONTAINER
    what = here.t(_WHAT.get(one.entry.kind, later("Something written")))
    moment = when(here.words, one.entry.happened_at, here.now())

    async def copy() -> None:
        await clipboard.set(_said(one))
        set_copied(True)

    async def seen() -> None:
        await look_at(one)

    return stack(
        [
            ft.Text(f"{what} · {moment}", theme_style=ft.TextThemeStyle.BODY_SMALL, color=tint),
            ft.Text(as_written(here.words, _said(one)), color=tint),
            ft.Row(
                [
                    quiet(
                        here.t("Copied") if copied else here.t("Copy the words"),
                        copy,
                        ft.Icons.CONTENT_COPY,
                    ),
                    quiet(here.t("I have looked at this"), seen, ft.Icons.DONE),
                ],
                wrap=True,
                spacing=4,
                run_spacing=0,
            ),
        ],
        gap=2,
    )


def _said(one: Left) -> str:
    """Its words; marks without any are left out."""
    fact = read_fact(one.entry.body)
    for name in ("words", "title", "name"):
        said = getattr(fact, name, "")
        if isinstance(said, str) and said:
            return said
    return ""
