"""How the person sees different parts of life, as far as they have shared it, and the coordinator beside."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.areas_seen import AreaSeen, areas_seen
from mia_companion.ui.components.areas_beside import beside, day_of, who_said
from mia_companion.ui.components.areas_chart import area_chart
from mia_companion.ui.components.buttons import quiet_for, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.paths import rating_path
from mia_companion.ui.keyed import keyed


@ft.component
def Areas(person: str, level: int) -> ft.Control:
    """Where the two differ stands first: it is something to talk about."""
    here = use_here()
    seen = areas_seen(here.view.plan(person), person)
    ordered = sorted(seen, key=lambda one: not one.differs)
    cards: list[ft.Control] = [keyed(one.area, Area, person, one, level + 1) for one in ordered]
    if not cards:
        cards = [body(here.t("Nothing has been said of this yet."))]
    say = secondary(
        here.t("Say how you see it"), lambda: go(rating_path(person)), ft.Icons.WB_SUNNY_OUTLINED
    )
    return stack(
        [
            heading(here.t("Self-rating: parts of life"), level),
            *_word(here, person, seen),
            *cards,
            ft.Row([say], wrap=True),
        ]
    )


def _word(here: Here, person: str, seen: Sequence[AreaSeen]) -> list[ft.Control]:
    """What the person put in words the last time: once, for it is about all that was said then."""
    said = [one.now for one in seen if one.now is not None]
    last = max(said, key=lambda one: one.by.at, default=None)
    if last is None or not last.words:
        return []
    byline = here.t("{who}, {time}", who=who_said(here, last, person), time=day_of(here, last))
    return [stack([body(as_written(here.words, last.words)), muted(byline)], gap=2)]


@ft.component
def Area(person: str, one: AreaSeen, level: int) -> ft.Control:
    """One part of life; its picture over time on request."""
    here = use_here()
    drawn, set_drawn = ft.use_state(False)
    name = area_name(here.words, one.area)
    head = ft.Row(
        [
            ft.Icon(area_icon(one.area), size=22, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Container(heading(name, level), expand=True),
        ],
        spacing=10,
    )
    lines: list[ft.Control] = [head, *beside(here, one, person)]
    chart = area_chart(here, one, person) if drawn else []
    if not drawn and len(one.own) + len(one.theirs) > 1:
        over_time = quiet_for(
            here.words, here.t("Over time"), name, lambda: set_drawn(True), ft.Icons.SHOW_CHART
        )
        lines.append(ft.Row([over_time], wrap=True))
    return card([*lines, *chart], gap=6)
