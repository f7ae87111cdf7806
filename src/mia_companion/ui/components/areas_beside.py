"""How an area is seen by the participant and by a coordinator, beside each other, in words.

A difference is kept and said: neither is right, and it is something to talk about.
"""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.areas_seen import AreaSeen, Seen
from mia_companion.ui.components import narrow
from mia_companion.ui.components.called import called
from mia_companion.ui.components.icons import PRIVATE
from mia_companion.ui.components.levels import level_icon, level_name, level_was
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.step_times import day_name
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import ZONE, Here


def who_said(here: Here, seen: Seen, participant: str) -> str:
    """You, the participant's name, or a coordinator's."""
    account = here.view.account
    if account is not None and seen.by.author == account.id:
        return here.t("You")
    if seen.by.author == participant:
        return called(here, participant) or here.t("The participant")
    if name := here.view.coordinator_name(seen.by.author):
        return name
    return here.t("A coordinator") if here.view.is_coordinator else here.t("Your coordinator")


def day_of(here: Here, seen: Seen) -> str:
    """When it was said."""
    day = seen.by.at.astimezone(ZONE).date()
    return day_name(here.words, day, here.today())


def beside(here: Here, area: AreaSeen, participant: str) -> list[ft.Control]:
    """How both see it now, how it was before, and that they differ where they do."""
    lines = [line(here, seen, participant) for seen in (area.now, area.beside) if seen is not None]
    if area.before is not None:
        day = area.before.by.at.astimezone(ZONE).date()
        lines.insert(1, muted(level_was(here.words, area.before.level, day, here.today())))
    if area.differs:
        lines.append(body(here.t("You see this differently; it can be good to talk about.")))
    elif area.now is not None and area.beside is not None:
        lines.append(muted(here.t("You see this alike.")))
    return lines


def line(here: Here, seen: Seen, participant: str) -> ft.Control:
    """`Anna, today: In between`, with its weather."""
    said = here.t(
        "{who}, {day}: {level}",
        who=who_said(here, seen, participant),
        day=day_of(here, seen),
        level=level_name(here.words, seen.level),
    )
    texts: list[ft.Control] = [body(said)]
    if seen.private:
        lock = ft.Icon(PRIVATE, size=16, color=ft.Colors.ON_SURFACE_VARIANT)
        texts.append(ft.Row([lock, muted(here.t("Only you"))], spacing=6, tight=True))
    icon = ft.Icon(level_icon(seen.level), size=22, color=ft.Colors.PRIMARY)
    return narrow.line(icon, texts, gap=10, top=True)


def all_times(here: Here, area: AreaSeen, participant: str) -> Sequence[ft.Control]:
    """Everything that both have said of it, newest first, with the word that was put to it."""
    said = sorted((*area.own, *area.theirs), key=lambda one: one.by.at, reverse=True)
    shown: list[ft.Control] = []
    for seen in said:
        shown.append(line(here, seen, participant))
        if seen.words:
            shown.append(muted(as_written(here.words, seen.words)))
    return shown
