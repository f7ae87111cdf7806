"""Whom I call on a bad day: a tap calls; on a good day one adds someone or takes them away."""

from collections.abc import Callable

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.ui.components.beside import swedish
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.undo import Told
from mia_companion.ui.context import use_here
from mia_companion.ui.help.number_card import number_card
from mia_companion.ui.help.numbers import HelpNumber

_TITLE = later("Whom I call")


class CallForm(Form):
    """Someone to call, half written."""

    name: str = ""
    number: str = ""
    open: bool = False


@ft.component
def Calls(calls: tuple[tuple[str, str, str], ...], told: Told | None) -> ft.Control:
    """Id, name and number each. Without `told` they can only be called."""
    here = use_here()
    lead = use_lead()
    if told is None and not calls:
        return ft.Container(visible=False)

    def remove(call_id: str) -> Callable[[], None]:
        def tapped() -> None:
            done = here.do.bad_days.remove_call(call_id)
            if told is not None:
                told(done, here.t("Taken off your list."))

        return tapped

    shown: list[ft.Control] = []
    for call_id, name, number in calls:
        shown.append(
            number_card(here, lead, HelpNumber(call_id, number, as_written(here.words, name)))
        )
        if told is not None:
            shown.append(
                ft.Row([quiet(here.t("Take {name} away", name=name), remove(call_id))], wrap=True)
            )
    if not calls:
        shown.append(muted(here.t("Someone who likes that you call, a friend or a family member.")))
    adding = [AddCall(told)] if told is not None else []
    other = swedish(here, lambda words: words.t(_TITLE))
    return stack([heading(here.t(_TITLE)), *other, *shown, *adding])


@ft.component
def AddCall(told: Told) -> ft.Control:
    """A name and a number."""
    here = use_here()
    drafted = use_form("bad-days:call", CallForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    if not form.open:
        opened = quiet(here.t("Add someone"), lambda: drafted.change(open=True), ft.Icons.ADD)
        return ft.Row([opened], wrap=True)

    def save() -> None:
        form = drafted.form
        done = here.do.bad_days.add_call(form.name, form.number, item=form.id)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            told(done, here.t("On your list."))
            drafted.put_away()

    return stack(
        [
            WordsField(here.t("Name"), form.name, drafted.field("name"), longest=200),
            WordsField(
                here.t("Phone number"),
                form.number,
                drafted.field("number"),
                longest=40,
                wrong=wrong,
                number=True,
            ),
            ft.Row(
                [tonal(here.t("Add"), save), quiet(here.t("Leave it"), drafted.put_away)], wrap=True
            ),
        ]
    )
