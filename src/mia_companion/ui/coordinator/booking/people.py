"""For whom a time is booked, and who of the site will be there."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui.components.buttons import icon_button, quiet
from mia_companion.ui.components.called import called
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import live, muted, said_aloud
from mia_companion.ui.components.told import in_lines, question, told_alone
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.booking.clashing import me
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.theme import RADIUS

_OFFERED = 12
"""Names to pick among before one writes a part of the name."""


@ft.component
def People(people: tuple[str, ...], change: Callable[[tuple[str, ...]], None]) -> ft.Control:
    """A pill for each, and a search among everyone else. `change` is told all of them."""
    here = use_here()
    opened, set_opened = ft.use_state(not people)
    sought, set_sought = ft.use_state("")
    latest = ft.use_ref(people)
    latest.current = people

    def add(person: str) -> Callable[[], None]:
        def added() -> None:
            set_sought("")
            set_opened(False)
            change((*(latest.current or ()), person))

        return added

    def without(person: str) -> Callable[[], None]:
        return lambda: change(tuple(one for one in latest.current or () if one != person))

    pills: list[ft.Control] = [_pill(here, one, without(one)) for one in people]
    names = [name_of(here, one) for one in people]
    chosen = here.t("Booked for {names}", names=here.words.listing(names)) if names else ""
    shown: list[ft.Control] = [
        in_lines(pills, visible=bool(pills)),
        said_aloud(chosen),
    ]
    if not opened:
        more = quiet(here.t("Add someone"), lambda: set_opened(True), ft.Icons.PERSON_ADD_ALT)
        return question(here.t("For whom"), [*shown, ft.Row([more], wrap=True)], gap=4)
    found = [
        one
        for one in here.view.participants
        if one not in people and sought.strip().casefold() in called(here, one).casefold()
    ]
    chips: list[ft.Control] = [
        chip(name_of(here, one), chosen=False, tapped=add(one), key=one) for one in found[:_OFFERED]
    ]
    left = len(found) - len(chips)
    many = here.words.n("{count} more. Write a name.", "{count} more. Write a name.", left)
    none = here.t("Nobody else here has that name.") if sought.strip() else ""
    remark = many if left else none if not found else ""
    close = quiet(here.t("Nobody more"), lambda: set_opened(False))
    return question(
        here.t("For whom"),
        [
            *shown,
            WordsField(here.t("Find someone by name"), sought, set_sought, longest=80),
            in_lines(chips, visible=bool(chips)),
            live(muted(remark) if remark else ft.Row()),
            ft.Row([close], wrap=True, visible=bool(people)),
        ],
        gap=8,
    )


def _pill(here: Here, person: str, away: Callable[[], None]) -> ft.Control:
    name = name_of(here, person)
    text = ft.Text(name, color=ft.Colors.ON_PRIMARY_CONTAINER)
    # Translators: takes a person away from those for whom a time is being booked.
    button = icon_button(ft.Icons.CLOSE, here.t("Not for {name}", name=name), away)
    return ft.Container(
        ft.Row([told_alone(text), button], spacing=4, tight=True),
        bgcolor=ft.Colors.PRIMARY_CONTAINER,
        border_radius=RADIUS,
        padding=ft.Padding.only(left=14),
        key=person,
    )


@ft.component
def Attending(attending: tuple[str, ...], change: Callable[[tuple[str, ...]], None]) -> ft.Control:
    """Oneself first, then one's colleagues; each is there or not."""
    here = use_here()
    mine = me(here)
    others = [one for one in here.view.coordinators if one.coordinator_id != mine]
    names = [(mine, here.t("I will be there too"))]
    names += [(one.coordinator_id, as_written(here.words, one.name)) for one in others]

    def turn(who: str) -> Callable[[], None]:
        kept = tuple(one for one in attending if one != who)
        return lambda: change(kept if who in attending else (*attending, who))

    chips: list[ft.Control] = [
        chip(words, chosen=who in attending, tapped=turn(who), key=who) for who, words in names
    ]
    return question(here.t("Who of us will be there"), [in_lines(chips)])


def attending_in_words(here: Here, who: tuple[str, ...]) -> str:
    """Who of the team will be there, oneself first; nothing when nobody is said to."""
    mine = me(here)
    names = [
        here.view.coordinator_name(one) or here.t("A coordinator") for one in who if one != mine
    ]
    if mine in who and names:
        return here.t("You and {names} will be there", names=here.words.listing(names))
    if mine in who:
        return here.t("You will be there")
    if not names:
        return ""
    count = len(names)
    # Translators: one colleague or several, by name.
    return here.words.n(
        "{names} will be there", "{names} will be there", count, names=here.words.listing(names)
    )
