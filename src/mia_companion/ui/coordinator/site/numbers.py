"""The site's own numbers to call in a crisis, beside those that everyone in the country has."""

import flet as ft

from mia_companion.domain.directory import HelpNumberListed
from mia_companion.i18n.bidi import from_left
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, muted, said_aloud
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.site.above import above_site
from mia_companion.ui.help.numbers import BUILT_IN
from mia_companion.ui.theme import GAP

_BUILT_IN = {one.id for one in BUILT_IN}


class NumberForm(Form):
    """A number half written."""

    name: str = ""
    number: str = ""
    about: str = ""


@ft.component
def NumbersScreen() -> ft.Control:
    """Shown under Help now on every participant's phone, also without a network."""
    here = use_here()
    t = here.t
    always = here.words.listing(from_left(one.number) for one in BUILT_IN)
    new = secondary(
        t("Add a number"), lambda: go(f"{places.SITE_NUMBERS}/new"), ft.Icons.ADD_IC_CALL_OUTLINED
    )
    return above_site(
        here,
        t("Numbers for help now"),
        [
            body(t("They stand on every participant's page for help now, also without a network.")),
            muted(t("These are always there: {numbers}", numbers=always)),
            *(
                [_line(here, one) for one in own_numbers(here)]
                or [body(t("None of your own yet."))]
            ),
            ft.Row([new], wrap=True),
        ],
    )


def own_numbers(here: Here) -> list[HelpNumberListed]:
    """The site's own, by name."""
    facts = (one.fact for one in here.view.site.listings.values())
    listed = (f for f in facts if isinstance(f, HelpNumberListed) and f.number)
    own = (f for f in listed if f.help_id not in _BUILT_IN)
    return sorted(own, key=lambda one: (one.name.casefold(), one.help_id))


def _line(here: Here, one: HelpNumberListed) -> ft.Control:
    name = as_written(here.words, one.name)
    path = f"{places.SITE_NUMBERS}/{one.help_id}"
    return way_on(ft.Icons.PHONE_OUTLINED, name, path, from_left(one.number))


@ft.component
def NewNumberScreen() -> ft.Control:
    """A name and a number."""
    here = use_here()
    return above_site(here, here.t("Add a number"), [Number(None)])


@ft.component
def NumberScreen() -> ft.Control:
    """As it stands."""
    here = use_here()
    wanted = ft.use_route_params().get("number", "")
    one = next((one for one in own_numbers(here) if one.help_id == wanted), None)
    if one is None:
        back = quiet(here.t("To the numbers"), lambda: go(places.SITE_NUMBERS))
        return above_site(here, here.t("That is not here any more."), [back])
    return above_site(here, as_written(here.words, one.name), [Number(one)])


@ft.component
def Number(one: HelpNumberListed | None) -> ft.Control:
    """The fields, and one button; one that is listed can be taken off."""
    here = use_here()
    t = here.t
    told = use_undo()
    blank = NumberForm(name=one.name, number=one.number, about=one.about) if one else NumberForm()
    drafted = use_form(f"site-number:{one.help_id if one else 'new'}", blank)
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def save() -> None:
        form = drafted.form
        done = here.do.directory.help_number(
            form.name, form.number, form.about, item=one.help_id if one else form.id
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            drafted.put_away()
            told(done.for_good(), t("Saved. Everyone at the site sees it."))
            go(places.SITE_NUMBERS)

    def remove(gone: HelpNumberListed) -> None:
        drafted.put_away()
        told(here.do.directory.remove_help_number(gone).for_good(), t("Taken off the list."))
        go(places.SITE_NUMBERS)

    away = [quiet(t("Take off the list"), lambda: remove(one))] if one else []
    return stack(
        [
            WordsField(t("Whom one reaches"), form.name, drafted.field("name"), longest=200),
            WordsField(
                t("Phone number"), form.number, drafted.field("number"), longest=40, number=True
            ),
            WordsField(
                t("When they answer, and for what (if you want)"),
                form.about,
                drafted.field("about"),
                lines=2,
                longest=300,
            ),
            *([body(wrong)] if wrong else []),
            said_aloud(wrong),
            ft.Row([primary(t("Save"), save), *away], wrap=True, spacing=GAP),
        ],
        gap=GAP + 4,
    )
