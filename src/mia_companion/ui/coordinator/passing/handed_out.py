"""Something that was said to be passed on: where it is, the paper and the file once the server has taken it,
and every word of it."""

import flet as ft

from mia_companion.app.actions.passing import TAKEN, WAITS, Standing, standing
from mia_companion.domain.rights import SHARED
from mia_companion.domain.sheets import read_sheet
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import MOSS, WARM, card, stack
from mia_companion.ui.components.handed_out import Given, HandedOut
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sheet_view import sheet_view
from mia_companion.ui.components.sheet_words import PAPERS, in_words
from mia_companion.ui.components.texts import body, heading, live, muted, strong
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import passing_on_path
from mia_companion.ui.coordinator.person.parts import CONSENTS, open_part
from mia_companion.ui.theme import GAP


@ft.component
def PassedOnSheet(person: str, disclosure: str, level: int) -> ft.Control:
    """While it waits there is nothing to give away, and the screen says so."""
    here = use_here()
    t = here.t
    back = quiet(
        t("Back to {name}", name=name_of(here, person)), lambda: open_part(here, person, CONSENTS)
    )
    known = standing(here.view, disclosure, person)
    if known is None:
        return stack([body(t("That is not here any more.")), back])
    to = party_name(here.words, known.fact.to_party)
    head = heading(t("To {party}", party=to), level)
    sheet = read_sheet(known.fact.sheet) if known.fact.sheet else None
    shown: list[ft.Control] = [head]
    if known.fact.recipient:
        shown.append(body(as_written(here.words, known.fact.recipient)))
    shown += _state(here, person, known)
    if sheet is not None:
        shown.append(sheet_view(in_words(sheet, words_for(PAPERS)), level + 1))
    return stack([*shown, back], gap=GAP + 4)


def _state(here: Here, person: str, known: Standing) -> list[ft.Control]:
    t, name = here.t, name_of(here, person)
    if known.state == TAKEN and known.disclosure is not None:
        moment = here.words.day_and_clock(known.disclosure.by.at, ZONE.key, here.now())
        told = t("Written down {time}. {name} sees it, every word.", time=moment, name=name)
        given = Given(known, here.view.journal(SHARED, person) or "", care=True)
        return [
            card(
                [
                    live(body(told)),
                    HandedOut(given),
                ],
                tone=MOSS,
            )
        ]
    if known.state == WAITS:
        return [
            _told(
                t("It waits for the server."),
                t(
                    "Nothing has been handed out. The paper and the file are here when the server has"
                    " taken it, if the consent still counts then. That needs the network."
                ),
            )
        ]

    def take_away() -> None:
        here.do.choices.discard(known.entry)
        go(passing_on_path(person))

    return [
        _told(
            t("It was not passed on. Nothing was handed out."), sentence(here.words, known.reason)
        ),
        muted(t("{name} cannot see this.", name=name)),
        ft.Row([quiet(t("Take it away"), take_away)], wrap=True),
    ]


def _told(what: str, about: str) -> ft.Control:
    lines: list[ft.Control] = [strong(what), body(about)]
    return live(card(lines, tone=WARM))
