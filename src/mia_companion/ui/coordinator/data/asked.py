"""What a person says is not right, and whether they ask to be erased: what waits comes first."""

from collections.abc import Mapping
from functools import partial

import flet as ft

from mia_companion.domain.corrections import Correction
from mia_companion.domain.erasures import Erasure
from mia_companion.domain.history import history
from mia_companion.domain.told import Told
from mia_companion.ui.components.buttons import Tapped, primary_for, quiet_for
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.data_words import answer_name, decided
from mia_companion.ui.components.history_words import what_happened
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, muted, strong
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.names import who_did
from mia_companion.ui.coordinator.paths import correcting_path, deciding_path
from mia_companion.ui.coordinator.person.messages import when


@ft.component
def Corrections(person: str, level: int) -> ft.Control:
    """What the person says is not right."""
    here = use_here()
    shared = here.view.plan(person).shared
    asked = [one for one in shared.corrections.values() if one.asked]
    asked.sort(key=lambda one: (not one.waits, one.asked.by.at if one.asked else here.now()))
    told = ft.use_memo(lambda: {each.by.entry: each for each in history(shared)}, [shared])
    shown = [_correction(here, person, told, one) for one in asked]
    nothing = here.t("Nothing has been said of this yet.")
    return stack([heading(here.t("Said not to be right"), level), *(shown or [body(nothing)])])


def _correction(here: Here, person: str, told: Mapping[str, Told], one: Correction) -> ft.Control:
    asked, answer = one.asked, one.answer
    if asked is None:
        return ft.Container(height=0)
    moment = when(here.words, asked.by.at, here.now())
    matter = as_written(here.words, asked.words)
    lines: list[ft.Control] = [
        muted(here.t("About: {words}", words=written_about(here, told.get(one.about)))),
        strong(matter),
        muted(here.t("{who}, {time}", who=who_did(here, asked.by, person), time=moment)),
    ]
    to_answer = partial(go, correcting_path(person, one.id))
    if answer is None:
        lines.append(_answer_it(here, matter, to_answer))
        return card(lines, tone=SKY, gap=4)
    lines.append(body(answer_name(here.words, answer.answer)))
    if answer.words:
        lines.append(body(as_written(here.words, answer.words)))
    moment = when(here.words, answer.by.at, here.now())
    lines.append(muted(here.t("{who}, {time}", who=who_did(here, answer.by, person), time=moment)))
    lines.append(_change_it(here, matter, to_answer))
    return card(lines, gap=4)


def written_about(here: Here, one: Told | None) -> str:
    """What an entry says, in a line."""
    if one is None:
        return here.t("That is not here any more.")
    own = as_written(here.words, one.words or one.note)
    what = what_happened(here, one)
    return here.words.in_turn([what, own])


@ft.component
def Erasures(person: str, level: int) -> ft.Control:
    """Whether the person asks that everything be erased."""
    here = use_here()
    asked = [one for one in here.view.plan(person).shared.erasures.values() if one.asked]
    asked.sort(key=lambda one: one.asked.by.at if one.asked else here.now(), reverse=True)
    shown = [_erasure(here, person, one) for one in asked]
    nothing = here.t("Nothing has been said of this yet.")
    return stack(
        [heading(here.t("Asked that everything be erased"), level), *(shown or [body(nothing)])]
    )


def _erasure(here: Here, person: str, one: Erasure) -> ft.Control:
    asked, answer = one.asked, one.answer
    if asked is None:
        return ft.Container(height=0)
    moment = when(here.words, asked.by.at, here.now())
    words = as_written(here.words, asked.words) or here.t("Asked that everything be erased")
    lines: list[ft.Control] = [
        strong(words),
        muted(here.t("{who}, {time}", who=who_did(here, asked.by, person), time=moment)),
    ]
    to_answer = partial(go, deciding_path(person, one.id))
    if answer is None:
        lines.append(_answer_it(here, words, to_answer))
        return card(lines, tone=SKY, gap=4)
    lines.append(body(decided(here.words, answer.fact, here.today())))
    moment = when(here.words, answer.by.at, here.now())
    lines.append(muted(here.t("{who}, {time}", who=who_did(here, answer.by, person), time=moment)))
    lines.append(_change_it(here, words, to_answer))
    return card(lines, gap=4)


def _answer_it(here: Here, matter: str, tapped: Tapped) -> ft.Control:
    return ft.Row([primary_for(here.words, here.t("Answer it"), matter, tapped)], wrap=True)


def _change_it(here: Here, matter: str, tapped: Tapped) -> ft.Control:
    return ft.Row([quiet_for(here.words, here.t("Change it"), matter, tapped)], wrap=True)
