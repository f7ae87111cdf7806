"""The parts of passing something on: to whom, under which consent, what of it, and all of it to be read."""

from functools import partial

import flet as ft

from mia_companion.domain.areas import PARTIES
from mia_companion.domain.consents import Consent
from mia_companion.domain.passing import Made
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.called import is_protected
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.consent_words import kinds
from mia_companion.ui.components.forms import Drafted
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.options import option
from mia_companion.ui.components.sheet_view import sheet_view
from mia_companion.ui.components.sheet_words import PAPERS, in_words, told_category
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.passing.form import PassForm


def to_whom(
    here: Here, drafted: Drafted[PassForm], counting: list[Consent], to: str
) -> list[ft.Control]:
    """The parties for which a consent counts."""
    told = {one.given.to_party for one in counting if one.given}
    known = [one for one in PARTIES if one in told]
    lines = [
        option(
            party_name(here.words, one),
            chosen=one == to,
            tapped=partial(drafted.change, to_party=one, consent="", left=()),
            icon=party_icon(one),
        )
        for one in [*known, *sorted(told.difference(known))]
    ]
    return [question(here.t("To whom?"), lines)]


def which(
    here: Here, drafted: Drafted[PassForm], counting: list[Consent], under: Consent
) -> list[ft.Control]:
    """The consents by which that party may be told."""
    words, today = here.words, here.today()
    to = under.given.to_party if under.given else ""
    lines = [
        option(
            here.t(
                "{teller} may tell {told}",
                teller=party_name(words, given.from_party),
                told=party_name(words, given.to_party),
            ),
            chosen=one.id == under.id,
            tapped=partial(drafted.change, consent=one.id, left=()),
            about=here.t(
                "About: {categories}. Until {day}.",
                categories=kinds(words, given.categories),
                day=words.day(given.valid_until, today),
            ),
        )
        for one in counting
        if (given := one.given) is not None and given.to_party == to
    ]
    return [question(here.t("Under which consent?"), lines)]


def what(here: Here, drafted: Drafted[PassForm], named: tuple[str, ...]) -> ft.Control:
    """The kinds of information that the consent names, each of which can be left out."""
    left = drafted.form.left

    def turn(one: str) -> None:
        now = drafted.form.left
        drafted.change(left=tuple(c for c in now if c != one) if one in now else (*now, one))

    lines = []
    for one in named:
        said = told_category(here.words, one)
        lines.append(
            tick(said[:1].upper() + said[1:], on=one not in left, tapped=partial(turn, one))
        )
    return question(here.t("What of it? Leave out what they do not need."), lines)


def preview(here: Here, person: str, made: Made | None, level: int) -> list[ft.Control]:
    """Exactly what will be on the paper."""
    t, name = here.t, name_of(here, person)
    if made is None:
        return [body(t("Choose at least one kind of information."))]
    shown: list[ft.Control] = [
        heading(t("This is what is passed on"), level),
        muted(
            t(
                "In Swedish, as they read it. {name}'s own words stand as they were written.",
                name=name,
            )
        ),
    ]
    if is_protected(here, person):
        told = t(
            "The identity is protected: there is a code instead of the name, and no places and people."
            " Read the goals and steps through: their words can still tell where somebody is."
        )
        shown.append(card([ft.Text(told, color=ft.Colors.ON_SECONDARY_CONTAINER)], tone=WARM))
    shown.append(sheet_view(in_words(made.sheet, words_for(PAPERS)), level))
    if made.left_out:
        shown.append(
            muted(
                here.words.n(
                    "{count} thing is not on it, because the consent does not cover it or you left it out.",
                    "{count} things are not on it, because the consent does not cover them or you left"
                    " them out.",
                    made.left_out,
                )
            )
        )
    return shown
