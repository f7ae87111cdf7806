"""One thread on a screen of its own; its head says what it is about, and leads there."""

from urllib.parse import unquote

import flet as ft

from mia_companion.domain.messages import GENERAL, what_about
from mia_companion.domain.plan import Plan
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.frame import bar, filled, page, with_said
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.text_scale import is_tight
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.threads import STEP, about, shown_words
from mia_companion.ui.components.way_back import way_back
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.participant.messages.talk import Talk


@ft.component
def ThreadScreen() -> ft.Control:
    """A thread begins with its first message: before that, what it is to be about must be here and shared."""
    here = use_here()
    thread = unquote(ft.use_route_params().get("thread", ""))
    plan = here.view.plan()
    if not _may_be(plan, thread):
        words = here.t("This is not here any more.")
        return page(
            here,
            here.t("Messages"),
            [body(words), quiet(here.t("To the messages"), lambda: go(places.MESSAGES))],
        )
    title, *matter = _head(here, plan, thread)
    under, first = ([], matter) if is_tight(here) else (matter, [])
    whole = filled(here, [title, *under], keyed(thread, Talk, thread, first))
    return ft.View(
        route=ft.use_view_path(),
        appbar=bar(here, way_back(here)),
        padding=0,
        controls=[ft.SafeArea(with_said(here, whole), expand=True)],
    )


def _may_be(plan: Plan, thread: str) -> bool:
    return thread == GENERAL or thread in plan.threads or bool(about(plan, thread).place)


def _head(here: Here, plan: Plan, thread: str) -> list[ft.Control]:
    t = here.t
    if thread == GENERAL:
        return [heading(t("You and your coordinator"), 1)]
    what, _ = what_about(thread)
    title = t("About a step") if what == STEP else t("About an appointment")
    matter = about(plan, thread)
    if not what or not matter.words:
        return [heading(t("About something else"), 1)]
    words = ft.Text(
        shown_words(here, plan, thread),
        max_lines=3,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    icon = ft.Icon(matter.icon, color=ft.Colors.ON_SURFACE_VARIANT)
    if not matter.place:
        return [heading(title, 1), card([line(icon, [words])])]
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE)
    box = card([line(icon, [words], arrow)], tapped=lambda: go(matter.place))
    return [heading(title, 1), ft.MergeSemantics(ft.Semantics(button=True, content=box))]
