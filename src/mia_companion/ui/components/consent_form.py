"""What a consent is made of, chosen in the open: who tells, who is told, what, why, and for how long."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import flet as ft

from mia_companion.domain import areas
from mia_companion.domain.consents import ConsentGiven
from mia_companion.i18n.words import Words
from mia_companion.ui.components.beside import consent_swedish
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.choice import Option, chip
from mia_companion.ui.components.consent_words import (
    PURPOSES,
    Said,
    categories,
    parties,
    purpose_of,
    said_by,
    whole_text,
)
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted, Form
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.options import option
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, eyebrow, muted
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.context import Here

_MONTHS = (1, 3, 6, 12)


class ConsentForm(Form):
    """A consent half thought out."""

    from_party: str = areas.REGION
    to_party: str = areas.INSURANCE
    categories: tuple[str, ...] = ()
    purpose: str = PURPOSES[0]
    own_purpose: str = ""
    months: int = 6

    def said(self, words: Words, first: date) -> Said:
        """What it would say in that language, from that day on."""
        last = months_on(first, self.months)
        purpose = self.own_purpose.strip() or words.t(self.purpose)
        return Said(
            self.from_party, self.to_party, self.categories, purpose, first, last, words.tag
        )


F = TypeVar("F", bound=ConsentForm)


def anew(given: ConsentGiven) -> ConsentForm:
    """The form filled in as that consent was, for a new yes."""
    ready = purpose_of(said_by(given))
    return ConsentForm(
        from_party=given.from_party,
        to_party=given.to_party,
        categories=given.categories,
        purpose=ready or PURPOSES[0],
        own_purpose="" if ready else given.purpose,
    )


def fields(here: Here, drafted: Drafted[F], change: Callable[..., None]) -> list[ft.Control]:
    """Everything to choose; `change(field=value)` keeps it."""
    t, words, form = here.t, here.words, drafted.form

    def put(**new: object) -> Callable[[], None]:
        return lambda: change(**new)

    def toggle(one: str) -> Callable[[], None]:
        def tapped() -> None:
            chosen = drafted.form.categories
            left = tuple(c for c in chosen if c != one)
            change(categories=left if one in chosen else (*chosen, one))

        return tapped

    def who(offered: tuple[Option, ...], name: str, chosen: str) -> list[ft.Control]:
        return [
            option(said, chosen=one == chosen, tapped=put(**{name: one}), icon=party_icon(one))
            for one, said in offered
        ]

    what = [
        option(name[:1].upper() + name[1:], chosen=one in form.categories, tapped=toggle(one))
        for one, name in categories(words)
    ]
    why = [
        option(
            t(one),
            chosen=not form.own_purpose and one == form.purpose,
            tapped=put(purpose=one, own_purpose=""),
        )
        for one in PURPOSES
    ]
    return [
        question(t("Who may tell?"), who(parties(words), "from_party", form.from_party)),
        question(t("Who may be told?"), who(parties(words), "to_party", form.to_party)),
        question(t("About what? Choose one or more."), what),
        question(t("What is it for?"), why),
        WordsField(
            t("Or in your own words"),
            form.own_purpose,
            lambda new: change(own_purpose=new),
            lines=2,
        ),
        _until(here, form.months, lambda months: change(months=months)),
    ]


def _until(here: Here, months: int, choose: Callable[[int], None]) -> ft.Control:
    def chosen(count: int) -> Callable[[], None]:
        return lambda: choose(count)

    chips = [
        chip(
            here.words.n("{count} month", "{count} months", count),
            chosen=count == months,
            tapped=chosen(count),
            key=str(count),
        )
        for count in _MONTHS
    ]
    return question(here.t("For how long?"), [in_lines(chips)])


def text(here: Here, said: Said, title: str, read: Words) -> ft.Control:
    """What is said yes to, as one text in the language in which it is read; beside it in that of the screen,
    and in Swedish."""
    if not said.categories:
        return card([body(here.t("Choose what it is about, and the whole text stands here."))])
    own = ft.Text(
        as_written(here.words, whole_text(read, said)), color=ft.Colors.ON_PRIMARY_CONTAINER
    )
    lines: list[ft.Control] = [eyebrow(title), own]
    mine = here.words
    if mine.tag != read.tag:
        named = here.t("The same in {language}:", language=mine.language.own_name)
        lines += [
            muted(here.t("The same in Swedish:") if mine.tag == "sv" else named),
            muted(as_written(mine, whole_text(mine, said))),
        ]
    if mine.tag != "sv":
        tint = ft.Colors.ON_PRIMARY_CONTAINER
        lines += consent_swedish(here, lambda words: whole_text(words, said), read=read, tint=tint)
    return card(lines, tone=MOSS)


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
