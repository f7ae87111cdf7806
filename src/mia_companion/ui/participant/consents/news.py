"""What there is to know of one's consents on Today: one that was written down, one that ends.

written down by a coordinator ──right──▶ gone        ends in a month ──read──▶ gone until a week is left
                          └──take it back──▶ gone                 └──say yes anew──▶ the form
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.consent_ends import Ending, ending
from mia_companion.domain.consents import Consent, ConsentGiven
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.beside import consent_swedish
from mia_companion.ui.components.buttons import Tapped, quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.consent_record import how_said
from mia_companion.ui.components.consent_words import kinds
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.consents.answer import coordinator, renewing

_ALL = 99
_ON_SKY = ft.Colors.ON_TERTIARY_CONTAINER


@ft.component
def ConsentNews(most: int = _ALL) -> ft.Control:
    """Nothing, most of the time; never more than `most` cards, what was written down before what ends."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    today, consents = here.today(), here.view.plan().shared.consents

    def calmly(act: Callable[[], object]) -> Callable[[], None]:
        def tapped() -> None:
            if calm():
                act()

        return tapped

    def right(one: Consent) -> Callable[[], None]:
        words = here.t("Thank you. It stands as it is.")
        return calmly(lambda: told(here.do.consents.confirm(one), words))

    def back(one: Consent) -> Callable[[], None]:
        words = here.t("Taken back. From now on nothing more may be passed on under it.")
        return calmly(lambda: told(here.do.consents.withdraw(one.id), words))

    def seen(one: Ending) -> Callable[[], None]:
        return calmly(lambda: here.do.choices.seen_ending(_name(one)))

    cards = [
        _taken_down(here, one, one.given, right(one), back(one))
        for one in consents.values()
        if one.is_asked_about and one.given and one.given.valid_until >= today
    ]
    cards += [
        _ending(here, one, seen(one))
        for one in ending(consents, today)
        if not here.view.choices.knows_ending(_name(one)) and not one.consent.is_asked_about
    ]
    return stack(cards[:most]) if cards else ft.Container(height=0)


def _taken_down(
    here: Here, one: Consent, given: ConsentGiven, right: Tapped, back: Tapped
) -> ft.Control:
    t, words = here.t, here.words

    def title(words: Words) -> str:
        who = coordinator(here, one, words)
        return words.t("{who} has written down that you said yes", who=who)

    def what(words: Words) -> str:
        return words.t(
            "{teller} may tell {told} about: {categories}",
            teller=party_name(words, given.from_party),
            told=party_name(words, given.to_party),
            categories=kinds(words, given.categories),
        )

    def how(words: Words) -> str:
        until = words.day(given.valid_until, here.today())
        said = how_said(words, given.collected)
        return words.t("Said {how}. Ends by itself on {day}.", how=said, day=until)

    def right_it_is(words: Words) -> str:
        return words.t("Is that right? If not, take it back: nothing bad comes of it.")

    return card(
        [
            heading(title(words)),
            body(what(words)),
            muted(how(words)),
            body(right_it_is(words)),
            *consent_swedish(here, title, what, how, right_it_is, tint=_ON_SKY),
            ft.Row(
                [
                    secondary(t("That is right"), right, ft.Icons.CHECK),
                    secondary(t("Take it back"), back, ft.Icons.UNDO),
                    quiet(t("Read all of it"), lambda: go(places.CONSENTS)),
                ],
                wrap=True,
                spacing=8,
            ),
        ],
        tone=SKY,
    )


def _ending(here: Here, one: Ending, seen: Tapped) -> ft.Control:
    t, words = here.t, here.words

    def title(words: Words) -> str:
        if left := (one.day - here.today()).days:
            return words.n("A consent ends in {count} day", "A consent ends in {count} days", left)
        return words.t("A consent ends today")

    def until(words: Words) -> str:
        teller, told = (party_name(words, p) for p in (one.given.from_party, one.given.to_party))
        day = words.day(one.day, here.today())
        return words.t("{teller} may tell {told} until {day}.", teller=teller, told=told, day=day)

    def nothing_to_do(words: Words) -> str:
        return words.t(
            "You do not have to do anything: then it ends by itself. If you want it to go on, you say"
            " yes anew."
        )

    return card(
        [
            heading(title(words)),
            body(until(words)),
            body(nothing_to_do(words)),
            *consent_swedish(here, title, until, nothing_to_do, tint=_ON_SKY),
            ft.Row(
                [
                    secondary(
                        t("Say yes anew"), lambda: go(renewing(one.consent)), ft.Icons.EVENT_REPEAT
                    ),
                    quiet(t("I have read this"), seen),
                ],
                wrap=True,
                spacing=8,
            ),
        ],
        tone=SKY,
    )


def _name(one: Ending) -> str:
    """Which word about which consent: it is told once a month ahead, and once a week ahead."""
    return f"{one.consent.id}:{one.told}"
