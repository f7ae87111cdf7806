"""Passing something on: to whom, under which consent, what of it; all of it to be read; and then yes.

choosing ──Yes, pass this on──▶ busy ──recorded──▶ what was passed on, where it waits for the server
    ▲                             │ the paper could not be made or kept
    └─────────────────────────────┘
"""

import flet as ft

from mia_companion.domain.passing import Made
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.made_file import pdf_of
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sheet_words import PAPERS, in_words
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.form_end import wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.passing.choosing import preview, to_whom, what, which
from mia_companion.ui.coordinator.passing.form import (
    PassForm,
    consent_of,
    counting,
    made_of,
    party_of,
)
from mia_companion.ui.coordinator.paths import passed_on_path, person_path
from mia_companion.ui.theme import GAP


@ft.component
def PassingOn(person: str, level: int) -> ft.Control:
    """Nothing can be chosen that no consent covers today."""
    here = use_here()
    drafted = use_form(f"pass-on:{person}", PassForm())
    busy, set_busy = ft.use_state(False)
    at_it = ft.use_ref(False)
    wrong, set_wrong = ft.use_state("")
    t, name = here.t, name_of(here, person)
    standing = counting(here, person)
    to = party_of(drafted.form, standing)
    under = consent_of(drafted.form, standing, to)
    back = quiet(t("Back to {name}", name=name), lambda: go(person_path(person)))
    head = heading(t("Pass something on about {name}", name=name), level)
    if under is None or under.given is None:
        none = t(
            "{name} has given no consent that counts today, so nothing may be passed on.", name=name
        )
        return stack([head, body(none), back])
    made = made_of(here, person, under, drafted.form)

    async def give() -> None:
        form = drafted.form
        standing = counting(here, person)
        now_under = consent_of(form, standing, party_of(form, standing))
        fresh = made_of(here, person, now_under, form) if now_under else None
        if at_it.current or fresh is None or now_under is None or now_under.given is None:
            return
        at_it.current = True  # a second tap may come before the screen is drawn again
        set_busy(True)
        set_wrong("")
        problem = await _pass_on(here, person, fresh, now_under.given.to_party, form.recipient)
        at_it.current = False
        set_busy(False)
        if problem:
            set_wrong(problem)
            return
        drafted.put_away()
        go(passed_on_path(person, fresh.sheet.disclosure_id))

    return stack(
        [
            head,
            *to_whom(here, drafted, standing, to),
            *which(here, drafted, standing, under),
            what(here, drafted, under.given.categories),
            WordsField(
                t("Who gets it there? A name or a unit, if you know."),
                drafted.form.recipient,
                drafted.field("recipient"),
            ),
            *preview(here, person, made, level + 1),
            card(
                [
                    body(
                        t(
                            "When you say yes it is written down first, and {name} sees it. Only when the"
                            " server has taken it is there a paper and a file to give away. That needs the"
                            " network.",
                            name=name,
                        )
                    )
                ],
                tone=SKY,
            ),
            *wrong_line(wrong),
            ft.Row(
                [
                    primary(
                        t("Making the paper …") if busy else t("Yes, pass this on"),
                        give,
                        disabled=busy or made is None,
                    ),
                    back,
                ],
                wrap=True,
                spacing=GAP,
            ),
        ],
        gap=GAP + 4,
    )


async def _pass_on(here: Here, person: str, made: Made, to: str, recipient: str) -> str:
    """A sentence of why it could not be, or an empty one."""
    paper = in_words(made.sheet, words_for(PAPERS))
    pdf = await pdf_of(paper, here.now())
    if pdf is None:
        return here.t("The paper could not be made. Nothing was passed on. Try with less on it.")
    done = await here.do.passing.pass_on(person, made.sheet, to, pdf, recipient=recipient)
    return "" if done else sentence(here.words, done.problem)
