"""When the team answers: its week, and the days on which it does not. Written here, read by everyone."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

import flet as ft
from pydantic import Field

from mia_companion.app.actions import Outcome
from mia_companion.domain.directory import ClosedListed
from mia_companion.domain.hours import weekly
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.day_typed import DayTyped
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_clock, read_day
from mia_companion.ui.components.narrow import is_narrow
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted, said_aloud, strong
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.site.above import above_site
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP

Typed = Callable[[str], None]

WEEKDAYS = range(1, 8)
_PLACE = "site:hours"


class WeekForm(Form):
    """Times as they were typed, by ISO weekday."""

    opens: dict[int, str] = Field(default_factory=dict)
    closes: dict[int, str] = Field(default_factory=dict)


@ft.component
def HoursScreen() -> ft.Control:
    """The week, then the days apart from it."""
    here = use_here()
    about = here.t(
        "Participants see when they can expect an answer. Public holidays are known already."
    )
    return above_site(here, here.t("Opening hours"), [body(about), Week(), ClosedDays()])


@ft.component
def Week() -> ft.Control:
    """Two boxes a day; both empty is a day on which the team does not answer."""
    here = use_here()
    t = here.t
    told = use_undo()
    drafted = use_form(_PLACE, _as_it_stands(here))
    form = drafted.form
    wrong, set_wrong = ft.use_state(0)
    why, set_why = ft.use_state("")

    def typed(which: str, weekday: int, new: str) -> None:
        drafted.change(**{which: {**getattr(drafted.form, which), weekday: new}})
        set_wrong(0)
        set_why("")

    def save() -> None:
        form = drafted.form
        found: list[tuple[int, time | None, time | None]] = []
        for weekday in WEEKDAYS:
            texts = [part.get(weekday, "").strip() for part in (form.opens, form.closes)]
            opens, closes = (read_clock(one) if one else None for one in texts)
            if any(texts) and (opens is None or closes is None):
                set_wrong(weekday)
                set_why(t("Write both times like {example}, or neither.", example="09:00"))
                return
            if opens and closes and closes <= opens:
                set_wrong(weekday)
                set_why(t("It closes before it opens. Choose a later time."))
                return
            found.append((weekday, opens, closes))
        for weekday, opens, closes in found:
            done = here.do.directory.hours(weekday, opens, closes)
            if not done:
                set_wrong(weekday)
                set_why(sentence(here.words, done.problem))
                return
        here.do.drafts.keep(_PLACE, "")  # what stands in the boxes is what stands
        told(Outcome(), t("Saved. Everyone at the site sees it."))

    days = [
        keyed(
            str(weekday),
            _Day,
            here.words.weekday(weekday),
            (form.opens.get(weekday, ""), form.closes.get(weekday, "")),
            partial(typed, "opens", weekday),
            partial(typed, "closes", weekday),
            why if wrong == weekday else "",
        )
        for weekday in WEEKDAYS
    ]
    return stack(
        [
            muted(
                t(
                    "Write the time like {example}. Leave both empty for a closed day.",
                    example="09:00",
                )
            ),
            stack(days, gap=GAP),
            ft.Row([primary(t("Save the week"), save)], wrap=True),
        ]
    )


@ft.component
def _Day(name: str, times: tuple[str, str], opens: Typed, closes: Typed, wrong: str) -> ft.Control:
    here = use_here()
    large = name[:1].upper() + name[1:]
    fields: list[ft.Control] = [
        ft.Container(WordsField(here.t("{day}, opens", day=large), times[0], opens, longest=8)),
        ft.Container(WordsField(here.t("{day}, closes", day=large), times[1], closes, longest=8)),
    ]
    said: list[ft.Control] = [body(wrong)] if wrong else []
    if is_narrow():
        return stack([*fields, *said, said_aloud(wrong)])
    for one in fields:
        one.expand = True
    return stack([ft.Row(fields, spacing=GAP), *said, said_aloud(wrong)], gap=0)


@ft.component
def ClosedDays() -> ft.Control:
    """Those ahead, and one more."""
    here = use_here()
    t = here.t
    told = use_undo()
    draft = use_draft("site:closed")
    wrong, set_wrong = ft.use_state("")

    def add() -> None:
        day = read_day(draft.words, here.today())
        if day is None or day < here.today():
            set_wrong(t("Choose a day that has not passed."))
            return
        done = here.do.directory.closed(day)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            draft.change("")
            told(Outcome(), t("Saved. Everyone at the site sees it."))

    def change(new: str) -> None:
        draft.change(new)
        set_wrong("")

    ahead = closed_days(here)
    return stack(
        [
            heading(t("Closed days")),
            *([_closed(here, day) for day in ahead] or [body(t("None ahead."))]),
            DayTyped(t("A day on which the team is closed"), draft.words, change, wrong=wrong),
            ft.Row([secondary(t("Add the day"), add)], wrap=True),
        ]
    )


def _closed(here: Here, day: date) -> ft.Control:
    name = here.words.day(day, here.today())
    words = here.t("Open on {day} after all", day=name)
    away = quiet(words, lambda: here.do.directory.closed(day, open_again=True))
    return card([strong(name[:1].upper() + name[1:]), ft.Row([away], wrap=True)], gap=0)


def closed_days(here: Here) -> list[date]:
    """Those from today on that the team has listed."""
    facts = (one.fact for one in here.view.site.listings.values())
    closed = (f.day for f in facts if isinstance(f, ClosedListed) and not f.open)
    return sorted(day for day in closed if day >= here.today())


def _as_it_stands(here: Here) -> WeekForm:
    week = weekly(here.view.site.listings)
    return WeekForm(
        opens={one.weekday: f"{one.opens:%H:%M}" for one in week},
        closes={one.weekday: f"{one.closes:%H:%M}" for one in week},
    )
