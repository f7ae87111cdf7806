"""Handing a person over to a colleague: chosen, asked once more, done.

choosing ──Hand over──▶ sure? ──Yes──▶ busy ──▶ the caseload, where the person is no longer
    ▲                     │ Not now      │ refused, or no network: nothing was changed
    └─────────────────────┴──────────────┘
"""

from functools import partial

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.hours import cover_on
from mia_companion.ui import places
from mia_companion.ui.components.buttons import Tapped, primary, quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.options import option
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, live, muted, said_aloud
from mia_companion.ui.components.told import question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.names import colleagues, name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.theme import GAP


class HandOverForm(Form):
    """To whom."""

    to: str = ""


@ft.component
def HandingOver(person: str, level: int) -> ft.Control:
    """Needs the network: the server moves the person, whole, or does not."""
    here = use_here()
    t = here.t
    told = use_undo()
    drafted = use_form(f"hand-over:{person}", HandOverForm())
    sure, set_sure = ft.use_state(False)
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    form, name = drafted.form, name_of(here, person)
    others = colleagues(here)
    chosen = next((one for one in others if one.coordinator_id == form.to), None)
    account = here.view.account
    if account is None or account.id not in here.view.coordinators_of(person):
        words = t("Only {name}'s own coordinator can hand over.", name=name)
        back = quiet(t("Back to {name}", name=name), lambda: go(person_path(person)))
        return stack([heading(t("Hand over {name}", name=name), level), body(words), back])

    def choose(one: CoordinatorListed) -> None:
        drafted.change(to=one.coordinator_id)
        set_sure(False)
        set_wrong("")

    def ask() -> None:
        if drafted.form.to:
            set_sure(True)
        else:
            set_wrong(t("Choose a colleague first."))

    async def hand_over() -> None:
        form = drafted.form
        if busy or not form.to:
            return
        set_busy(True)
        problem = await here.do.following.hand_over(person, form.to, form.id)
        set_busy(False)
        if problem:
            set_sure(False)
            set_wrong(sentence(here.words, problem))
            return
        to = here.view.coordinator_name(form.to)
        drafted.put_away()
        go(places.TODAY)
        told(Outcome(), t("{name} is handed over to {other}.", name=name, other=to))

    lines = [
        option(
            as_written(here.words, one.name),
            chosen=one.coordinator_id == form.to,
            tapped=partial(choose, one),
            icon=ft.Icons.SUPPORT_AGENT_OUTLINED,
            about=_away(here, one),
        )
        for one in others
    ]
    what = t(
        "Whoever takes over reads all that you read about {name} and answers from now on. {name} is"
        " told who it is. The person's pages leave your devices. What you have written for yourself"
        " alone is not shown to whoever takes over.",
        name=name,
    )
    to_person = quiet(t("Back to {name}", name=name), lambda: go(person_path(person)))
    if not lines:
        nobody = body(t("There is no other coordinator in your team's list yet."))
        return stack([heading(t("Hand over {name}", name=name), level), nobody, to_person])
    foot: ft.Control = ft.Row([primary(t("Hand over"), ask), to_person], wrap=True, spacing=GAP)
    if sure and chosen is not None:
        foot = _sure(here, (name, chosen.name), hand_over, lambda: set_sure(False), busy=busy)
    return stack(
        [
            heading(t("Hand over {name}", name=name), level),
            body(what),
            question(t("Who takes over?"), lines),
            *(
                [card([ft.Text(wrong, color=ft.Colors.ON_SECONDARY_CONTAINER)], tone=WARM)]
                if wrong
                else []
            ),
            said_aloud(wrong),
            foot,
            muted(t("This needs the network. If it does not get through, nothing is changed.")),
        ],
        gap=GAP + 4,
    )


def _sure(here: Here, names: tuple[str, str], yes: Tapped, no: Tapped, *, busy: bool) -> ft.Control:
    """Asked once more: it takes effect at once, and only the other can hand back."""
    name, to = names
    words = here.t(
        "Hand over {name} to {other} now? Only {other} can hand back.", name=name, other=to
    )
    asked = ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER)
    doing = here.t("Handing over…") if busy else here.t("Yes, hand over to {other}", other=to)
    return card(
        [
            live(asked),
            ft.Row(
                [
                    primary(doing, yes, disabled=busy),
                    *([] if busy else [quiet(here.t("Not now"), no)]),
                ],
                wrap=True,
                spacing=GAP,
            ),
        ],
        tone=WARM,
    )


def _away(here: Here, one: CoordinatorListed) -> str:
    """So that nobody is handed to an empty desk unawares."""
    cover = cover_on(here.view.site.listings, one.coordinator_id, here.today())
    if cover is None:
        return ""
    until = here.words.day(cover.last_day, here.today())
    other = here.view.coordinator_name(cover.covered_by)
    return here.t("Away until {day}. {other} answers meanwhile.", day=until, other=other)
