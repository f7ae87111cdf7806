"""Giving a consent: everything it says on one screen, in one's own language, before one says yes."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

import flet as ft

from mia_companion.domain import areas
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.choice import Option, chip
from mia_companion.ui.components.consent_words import (
    PURPOSES,
    TEXT_VERSION,
    Said,
    categories,
    parties,
    whole_text,
)
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.options import option, options
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, eyebrow, muted, said_aloud
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here

_MONTHS = (1, 3, 6, 12)


class ConsentForm(Form):
    """A consent half thought out."""

    from_party: str = areas.REGION
    to_party: str = areas.INSURANCE
    categories: tuple[str, ...] = ()
    purpose: str = PURPOSES[0]
    own_purpose: str = ""
    months: int = 6


@ft.component
def NewConsentScreen() -> ft.Control:
    """Who tells, who is told, what, why, until when; then all of it once more as one text."""
    here = use_here()
    told = use_undo()
    drafted = use_form("consent:new", ConsentForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    t, words, today = here.t, here.words, here.today()
    purpose = form.own_purpose.strip() or t(form.purpose)
    last = _months_on(today, form.months)
    said = Said(form.from_party, form.to_party, form.categories, purpose, today, last, words.tag)

    def change(**fields: object) -> None:
        drafted.change(**fields)
        set_wrong("")

    def give() -> None:  # to what stands there to be read, and nothing else
        done = here.do.consents.give(
            said.from_party,
            said.to_party,
            said.categories,
            purpose=said.purpose,
            valid_from=today,
            valid_until=last,
            language=words.tag,
            text_version=TEXT_VERSION,
            item=form.id,
        )
        if not done:
            set_wrong(sentence(words, done.problem))
            return
        drafted.put_away()
        told(done.for_good(), t("You have given your consent. You can take it back at any time."))
        go(places.CONSENTS)

    def party(name: str, one: str) -> Callable[[], None]:
        return lambda: change(**{name: one})

    def toggle(one: str) -> Callable[[], None]:
        form = drafted.form
        chosen = form.categories
        left = tuple(c for c in chosen if c != one)
        return lambda: change(categories=left if one in chosen else (*chosen, one))

    def lines(offered: tuple[Option, ...], name: str, chosen: str) -> list[ft.Control]:
        return [
            option(said, chosen=one == chosen, tapped=party(name, one), icon=party_icon(one))
            for one, said in offered
        ]

    what = [
        option(name[:1].upper() + name[1:], chosen=one in form.categories, tapped=toggle(one))
        for one, name in categories(words)
    ]
    why = [
        option(
            t(one), chosen=not form.own_purpose and one == form.purpose, tapped=_why(change, one)
        )
        for one in PURPOSES
    ]
    return page(
        here,
        t("Give a consent"),
        [
            options(t("Who may tell?"), lines(parties(words), "from_party", form.from_party)),
            options(t("Who may be told?"), lines(parties(words), "to_party", form.to_party)),
            options(t("About what? Choose one or more."), what),
            options(t("What is it for?"), why),
            WordsField(
                t("Or in your own words"),
                form.own_purpose,
                lambda new: change(own_purpose=new),
                lines=2,
            ),
            _until(here, form.months, lambda months: change(months=months)),
            _text(here, said),
            body(wrong) if wrong else ft.Container(visible=False),
            said_aloud(wrong),
            primary(t("Yes, I give this consent"), give, ft.Icons.CHECK),
            ft.Row([quiet(t("No, not now"), lambda: go(places.CONSENTS))], wrap=True),
        ],
    )


def _why(change: Callable[..., None], purpose: str) -> Callable[[], None]:
    return lambda: change(purpose=purpose, own_purpose="")


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
    row = ft.Row(chips, wrap=True, spacing=8, run_spacing=8)
    return options(here.t("For how long?"), [row])


def _text(here: Here, said: Said) -> ft.Control:
    """What one says yes to, as one text. Where nobody has reviewed the language, in Swedish, too."""
    if not said.categories:
        return card([body(here.t("Choose what it is about, and the whole text stands here."))])
    swedish = words_for("sv")
    own = ft.Text(whole_text(here.words, said), color=ft.Colors.ON_PRIMARY_CONTAINER)
    beside: list[ft.Control] = []
    if here.words.tag != swedish.tag and not here.words.reviewed:
        beside = [
            muted(here.t("The same in Swedish:")),
            muted(as_written(here.words, whole_text(swedish, said))),
        ]
    return card([eyebrow(here.t("This is what you say yes to")), own, *beside], tone=MOSS)


def _months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
