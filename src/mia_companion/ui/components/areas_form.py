"""Saying how areas of life are just now: one area at a time, each may be left out, and at the end all of it.

area 1 ──a level, or left out──▶ area 2 ──…──▶ what was said, a word to it ──Save──▶ written
   ◀────────── back ───────────────┘  ◀── a tap on an area ──┘
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft
from pydantic import Field

from mia_companion.app.actions import Outcome
from mia_companion.domain.areas import AREAS
from mia_companion.domain.areas_seen import AreaSeen
from mia_companion.domain.ratings import LEVELS
from mia_companion.ui.components.areas_beside import line
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted, Form, use_form
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.levels import level_icon, level_name
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.options import option
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import Here, use_here


class AreasForm(Form):
    """How areas are, half said. `at` is the area one stands at; behind the last stands the end."""

    levels: dict[str, int] = Field(default_factory=dict)
    at: int = 0
    words: str = ""
    private: bool = False


@dataclass(frozen=True)
class Asking:
    """Who is asked, and what becomes of it.

    `place` is where the draft is kept; `seen` is what was said before, shown beside each question;
    `level` is that of the headings; `sharing` is what stands at the end about who sees it.
    """

    place: str
    participant: str
    seen: Sequence[AreaSeen]
    level: int
    save: Callable[[AreasForm], Outcome]
    saved: Callable[[Outcome], None]
    sharing: Callable[[Drafted[AreasForm]], Sequence[ft.Control]]


@ft.component
def AreaByArea(asking: Asking) -> ft.Control:
    """A tap on a level is the whole answer: the next area comes by itself."""
    here = use_here()
    drafted = use_form(asking.place, AreasForm())
    form = drafted.form
    calm = use_calm()
    if form.at < len(AREAS):
        return _question(here, drafted, asking, calm)

    def keep() -> str:
        form = drafted.form
        done = asking.save(form)
        if done:
            drafted.put_away()
            asking.saved(done)
        return "" if done else sentence(here.words, done.problem)

    return AreasSaid(drafted, asking, keep)


def _question(
    here: Here,
    drafted: Drafted[AreasForm],
    asking: Asking,
    calm: Callable[[], bool],
) -> ft.Control:
    form = drafted.form
    area = AREAS[form.at]
    before = next((one for one in asking.seen if one.area == area), None)
    said = [one for one in (before.now, before.beside) if one] if before else []

    def choose(chosen: int) -> Callable[[], None]:
        def tapped() -> None:
            form = drafted.form
            if calm():
                drafted.change(levels={**form.levels, area: chosen}, at=form.at + 1)

        return tapped

    def leave_out() -> None:
        form = drafted.form
        if calm():
            kept = {one: there for one, there in form.levels.items() if one != area}
            drafted.change(levels=kept, at=form.at + 1)

    def back() -> None:
        form = drafted.form
        drafted.change(at=form.at - 1)

    lines = [
        option(
            level_name(here.words, one),
            chosen=form.levels.get(area) == one,
            tapped=choose(one),
            icon=level_icon(one),
        )
        for one in reversed(LEVELS)
    ]
    name = heading(area_name(here.words, area), asking.level)
    name.live_region = True  # the next question comes by itself, and is said
    ways: list[ft.Control] = [quiet(here.t("Leave this out"), leave_out)]
    if form.at:
        ways.insert(0, quiet(here.t("Back"), back))
    return stack(
        [
            muted(here.t("{place} of {all}", place=form.at + 1, all=len(AREAS))),
            ft.Row(
                [
                    ft.Icon(area_icon(area), size=28, color=ft.Colors.PRIMARY),
                    ft.Container(name, expand=True),
                ],
                spacing=12,
            ),
            body(here.t("How is it just now?")),
            *lines,
            ft.Row(ways, wrap=True, spacing=8),
            *(line(here, one, asking.participant) for one in said),
        ],
        gap=10,
    )


@ft.component
def AreasSaid(drafted: Drafted[AreasForm], asking: Asking, keep: Callable[[], str]) -> ft.Control:
    """All that was said, each to be tapped and said again; a word if one wants."""
    here = use_here()
    wrong, set_wrong = ft.use_state("")
    form = drafted.form
    n = here.words.n
    begin = quiet(here.t("From the beginning"), lambda: drafted.change(at=0))
    if not form.levels:
        nothing = body(
            here.t("You left everything out, and that is fine. Nothing is written down.")
        )
        return stack([nothing, ft.Row([begin], wrap=True)])

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def again(area: str) -> Callable[[], None]:
        return lambda: drafted.change(at=AREAS.index(area))

    lines = [
        option(
            area_name(here.words, area),
            about=level_name(here.words, form.levels[area]),
            chosen=True,
            tapped=again(area),
            icon=level_icon(form.levels[area]),
        )
        for area in AREAS
        if area in form.levels
    ]
    left_out = len(AREAS) - len(lines)
    return stack(
        [
            heading(here.t("This is what you say"), asking.level),
            muted(here.t("Tap a line to say it anew.")),
            *lines,
            *(
                [muted(n("{count} area was left out.", "{count} areas were left out.", left_out))]
                if left_out
                else []
            ),
            ft.Row([begin], wrap=True),
            WordsField(
                here.t("A word about it, if you want"),
                form.words,
                change,
                lines=2,
                longest=10_000,
                wrong=wrong,
            ),
            *asking.sharing(drafted),
            primary(here.t("Save"), lambda: set_wrong(keep())),
        ]
    )
