"""A goal on My path: its milestones, its open steps, and one small way on."""

from collections.abc import Sequence
from datetime import date

import flet as ft

from mia_companion.domain.goals import Goal
from mia_companion.domain.milestones import REACHED
from mia_companion.domain.steps import Step
from mia_companion.ui import places
from mia_companion.ui.components.buttons import deed_for, icon_button, quiet, quiet_for
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.context import Here, go
from mia_companion.ui.participant.path.milestone_line import milestone_line
from mia_companion.ui.participant.path.rows import Rows
from mia_companion.ui.participant.path.step_row import step_lines

SHOWN = 5
"""Steps of a goal, and milestones of it, before one opens it for the rest."""


def goal_card(here: Here, goal: Goal, steps: Sequence[Step], rows: Rows) -> ft.Control:
    """`steps` are its open ones."""
    plan = here.view.plan()
    milestones = plan.milestones_of(goal.id)
    ahead = [m for m in milestones if m.state != REACHED]
    reached = len(milestones) - len(ahead)
    n = here.words.n
    words = as_written(here.words, goal.words)
    open_goal = f"{places.GOAL}/{goal.id}"
    lines: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(area_icon(goal.area), size=20, color=ft.Colors.ON_SURFACE_VARIANT),
                ft.Container(muted(area_name(here.words, goal.area)), expand=True),
            ],
            spacing=8,
        ),
        ft.Row(
            [
                ft.GestureDetector(  # beside the button that says so: a large target for a finger
                    ft.Container(heading(words)),
                    on_tap=lambda _: go(open_goal),
                    mouse_cursor=ft.MouseCursor.CLICK,
                    exclude_from_semantics=True,
                    expand=True,
                ),
                icon_button(
                    ft.Icons.CHEVRON_RIGHT,
                    here.t("Open the goal"),
                    lambda: go(open_goal),
                    named=deed_for(here.words, here.t("Open the goal"), words),
                ),
            ]
        ),
    ]
    if plan.is_private(goal.id):
        lines.append(only_you(here.t("Only you")))
    if reached:
        lines.append(muted(n("{count} milestone reached", "{count} milestones reached", reached)))
    lines += [milestone_line(here, one) for one in ahead[:SHOWN]]
    lines += rows(step_lines(here, one) for one in soonest_first(steps, here.today())[:SHOWN])
    hidden = max(0, len(steps) - SHOWN) + max(0, len(ahead) - SHOWN)
    if hidden:
        more = n("{count} more in the goal", "{count} more in the goal", hidden)
        lines.append(ft.Row([quiet(more, lambda: go(open_goal))], wrap=True))
    way_on = quiet_for(
        here.words,
        here.t("A step towards this"),
        words,
        lambda: go(f"{places.NEW_STEP}?goal={goal.id}"),
        ft.Icons.ADD,
    )
    return card([*lines, ft.Row([way_on], wrap=True)], gap=4)


def soonest_first(steps: Sequence[Step], today: date) -> list[Step]:
    """What has its day first, then what has none, in the order in which it was planned."""
    return sorted(steps, key=lambda s: (s.next_day(today) or date.max, s.planned_by.at, s.id))
