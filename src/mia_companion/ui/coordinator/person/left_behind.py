"""What somebody wrote about a person before they knew that another had taken over: to read, to copy, and to
put away for everyone."""

from collections.abc import Awaitable, Callable
from typing import cast

import flet as ft

from mia_companion.domain.facts import read_fact
from mia_companion.i18n.words import later
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted, said_aloud
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.paths import left_behind_path, person_path
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.keyed import keyed
from mia_companion.wire.following import Left

Found = tuple[Left, ...]
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
def LeftBehind(person: str) -> ft.Control:
    """A line that leads to it, whenever the person is opened; nothing, most of the time."""
    here = use_here()
    found, _ = use_left(here, person, ft.use_route_location())
    if not found:
        return ft.Container(height=0)
    count = here.words.n("{count} thing to look at", "{count} things to look at", len(found))
    return way_on(
        ft.Icons.MARK_EMAIL_UNREAD_OUTLINED,
        here.t("What {name} had not sent", name=_authors(here, found)),
        left_behind_path(person),
        count,
    )


@ft.component
def LeftBehindForm(person: str, level: int) -> ft.Control:
    """All of it, oldest first."""
    here = use_here()
    t = here.t
    found, set_found = use_left(here, person, "")
    wrong, set_wrong = ft.use_state("")

    async def look_at(one: Left) -> None:
        problem = await here.do.following.looked_at(one)
        set_wrong(sentence(here.words, problem) if problem else "")
        if not problem:
            set_found(lambda now: tuple(o for o in now if o.entry.id != one.entry.id))

    title = t("Not sent before the change")
    words = t("Nothing is left here.")
    if found:
        title = t("What {name} had not sent", name=_authors(here, found))
        words = t("It came after the change, so only you and your team see it.")
    return stack(
        [
            heading(title, level),
            body(words),
            *(keyed(one.entry.id, Line, one, look_at) for one in found),
            *([body(wrong)] if wrong else []),
            said_aloud(wrong),
            ft.Row(
                [secondary(t("Back to the person"), lambda: go(person_path(person)))],
                wrap=True,
            ),
        ]
    )


def use_left(
    here: Here, person: str, anew: str
) -> tuple[tuple[Left, ...], Callable[[Callable[[Found], Found]], None]]:
    """What has words, asked of the server once, and again when `anew` is another."""
    found, set_found = ft.use_state(cast("Found", ()))

    async def ask() -> None:
        set_found(tuple(one for one in await here.do.following.left_behind(person) if _said(one)))

    ft.use_effect(ask, [person, anew])
    return found, set_found


def _authors(here: Here, found: Found) -> str:
    authors = dict.fromkeys(one.entry.author for one in found)
    names = (here.view.coordinator_name(one) or here.t("A colleague") for one in authors)
    return here.words.listing(as_written(here.words, name) for name in names)


@ft.component
def Line(one: Left, look_at: LookAt) -> ft.Control:
    """What it was, its words, and what can be done with them."""
    here = use_here()
    clipboard = ft.use_memo(ft.Clipboard, [])
    copied, set_copied = ft.use_state(False)
    what = here.t(_WHAT.get(one.entry.kind, later("Something written")))
    moment = when(here.words, one.entry.happened_at, here.now())

    async def copy() -> None:
        await clipboard.set(_said(one))
        set_copied(True)

    async def seen() -> None:
        await look_at(one)

    words = here.t("Copied") if copied else here.t("Copy the words")
    return card(
        [
            muted(here.words.beside(what, moment)),
            body(as_written(here.words, _said(one))),
            ft.Row(
                [
                    quiet(words, copy, ft.Icons.CONTENT_COPY),
                    quiet(here.t("I have looked at this"), seen, ft.Icons.DONE),
                ],
                wrap=True,
                spacing=4,
                run_spacing=0,
            ),
        ],
        gap=4,
    )


def _said(one: Left) -> str:
    """Its words; marks without any are left out."""
    fact = read_fact(one.entry.body)
    for name in ("words", "title", "name"):
        said = getattr(fact, name, "")
        if isinstance(said, str) and said:
            return said
    return ""
