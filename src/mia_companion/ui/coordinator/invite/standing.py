"""How a code stands, as it changes: looked at every few seconds for as long as the screen is there."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

import flet as ft

from mia_companion.i18n.words import words_for
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import MOSS, PLAIN, SKY, WARM, card, stack
from mia_companion.ui.components.pair_words import pair_in
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, heading, lead, live, muted, told
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.theme import GAP
from mia_companion.wire.accounts import LETTER
from mia_companion.wire.pairing import CONFIRMED, EXPIRED, OPENED, REFUSED, WAITING, Inviting, Pair

EVERY_SECONDS = 3.0
pause = asyncio.sleep


@dataclass(frozen=True)
class Seen:
    """`now` is None until it was looked for, and where there has been no code. `show` is for what an
    answer brought, `problem` why it could not be looked for."""

    now: Inviting | None
    problem: str
    show: Callable[[Inviting], Any]


def use_standing(person: str, series: str) -> Seen:
    """How that person's newest code stands; another `series` of codes is looked for anew."""
    here = use_here()
    now, show = ft.use_state(cast("Inviting | None", None))
    problem, set_problem = ft.use_state("")
    page = ft.context.page

    async def watch() -> None:
        with suppress(RuntimeError):  # the page went away meanwhile
            show(None)
            while True:
                if page.session.connection is not None:
                    found = await here.do.pairing.look(person)
                    if isinstance(found, Inviting):
                        show(found)
                        set_problem("")
                        if is_over(found):
                            return
                    else:
                        set_problem(found)
                await pause(EVERY_SECONDS)

    ft.use_effect(watch, [person, series], cleanup=_ended)
    return Seen(now, problem, show)


def is_over(found: Inviting) -> bool:
    """Whether nothing more is to come of this code."""
    return found.state not in (WAITING, OPENED) or (found.state == OPENED and found.pair is None)


def _ended() -> None:
    """Given as a clean-up, so that Flet ends the watching with the screen."""


@ft.component
def Standing(person: str, name: str, seen: Seen, level: int) -> ft.Control:
    """In words, and the two words to compare when there are some."""
    here = use_here()
    if seen.now is None:
        return stack([])
    if seen.now.state == WAITING:
        return _waiting(here, seen, seen.now)
    if seen.now.state == OPENED and seen.now.pair is not None:
        inside: ft.Control = Comparing(person, name, seen, level)
    else:
        inside = _in_words(here, name, seen)
    return live(inside)


def _waiting(here: Here, seen: Seen, now: Inviting) -> ft.Control:
    said = here.t("Waiting for the phone. This changes by itself.")
    if now.way == LETTER:
        until = here.words.day_and_clock(now.expires_at, ZONE.key, here.now())
        said = here.t("A letter is on its way. It opens until {time}.", time=until)
    texts: list[ft.Control] = [body(said)]
    if now.closed:
        closed = here.t(
            "Somebody wrote wrong letters five times, so the letters are closed. Make a new code."
        )
        texts.append(body(closed))
    if seen.problem:
        texts.append(muted(here.t("No connection just now. MIA keeps looking.")))
    ring = waits(22)
    return card([_line(ft.Semantics(exclude_semantics=True, content=ring), texts)])


def _in_words(here: Here, name: str, seen: Seen) -> ft.Control:
    t, now = here.t, cast("Inviting", seen.now)
    if now.state == CONFIRMED:
        said, icon, tone = t("The phone is {name}'s.", name=name), ft.Icons.CHECK_CIRCLE, MOSS
    elif now.state == REFUSED:
        first = (
            t("You said that the words were not the same.")
            if now.refused_here
            else t("Somebody said on the phone that the words were not the same.")
        )
        then = t(
            "That phone is out, and the code has ended. Make a new code, and try again together."
        )
        said, icon, tone = f"{first} {then}", ft.Icons.PHONELINK_ERASE, WARM
    elif now.state == EXPIRED:
        said = t("Nobody used the code in time. Make a new one.")
        icon, tone = ft.Icons.SCHEDULE, PLAIN
    else:
        at = now.opened_at or now.expires_at
        when = here.words.day_and_clock(at, ZONE.key, here.now())
        said = t("A phone came in with the last code: {time}.", time=when)
        icon, tone = ft.Icons.PHONE_ANDROID, PLAIN
    return card([_line(ft.Icon(icon), [body(said)])], tone=tone)


def _line(mark: ft.Control, texts: list[ft.Control]) -> ft.Control:
    column = ft.Column(texts, spacing=2, tight=True, expand=True)
    return ft.Row([mark, column], spacing=14, vertical_alignment=ft.CrossAxisAlignment.CENTER)


@ft.component
def Comparing(person: str, name: str, seen: Seen, level: int) -> ft.Control:
    """Both in the coordinator's language and in the participant's, so that they can be compared."""
    here = use_here()
    calm = use_calm()
    wrong, set_wrong = ft.use_state("")
    now = cast("Inviting", seen.now)
    pair = cast("Pair", now.pair)

    async def answer(*, same: bool) -> None:
        if not calm():
            return
        found = await here.do.pairing.compared(person, pair, same=same)
        if isinstance(found, Inviting):
            seen.show(found)
        else:
            set_wrong(sentence(here.words, found))

    t = here.t
    parts: list[ft.Control] = [
        heading(t("A phone has opened it. Compare two words."), level),
        _large(pair_in(here.words, pair)),
    ]
    tag = here.view.plan(person).shared.profile.language
    theirs = words_for(tag) if tag else None
    if theirs is not None and theirs.tag != here.words.tag:
        parts.append(
            stack(
                [
                    muted(theirs.language.own_name),
                    _large(pair_in(theirs, pair)),
                ],
                gap=0,
            )
        )
    parts += [
        body(
            t("The phone came in with a letter. Ask by telephone which words it shows.")
            if now.way == LETTER
            else t("Look at the phone, or ask which words it shows. Are they the same?")
        ),
        *([lead(t("On the phone they said: the same."))] if now.phone_agrees else []),
        ft.Row(
            [
                primary(t("The same"), lambda: answer(same=True), ft.Icons.CHECK),
                secondary(t("Not the same"), lambda: answer(same=False)),
            ],
            wrap=True,
            spacing=GAP,
        ),
        muted(
            t("Nothing is seen on the phone before you say that they are the same.")
            if now.way == LETTER
            else t("If they are not the same, that phone is out at once.")
        ),
        told(wrong),
    ]
    return card(parts, tone=SKY, gap=12)


def _large(words: str) -> ft.Text:
    return ft.Text(words, theme_style=ft.TextThemeStyle.HEADLINE_MEDIUM)
