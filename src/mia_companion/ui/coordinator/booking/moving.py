"""Moving a booked time, for one person or for all in a meeting."""

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from mia_companion.app.actions.outcome import together
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import PHONE, VIDEO
from mia_companion.domain.calendar import Booked
from mia_companion.domain.clashes import Slot
from mia_companion.ui.components.cards import SKY, WARM, card, stack
from mia_companion.ui.components.choice import choice
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sure import use_sure
from mia_companion.ui.components.texts import body, heading, lead, muted
from mia_companion.ui.components.times import time_of
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.booking.clashing import Clashing
from mia_companion.ui.coordinator.booking.ending import ends, lengths
from mia_companion.ui.coordinator.booking.templates import UNSAID
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.theme import GAP


@ft.component
def MovingForm(person: str, appointment: str, level: int) -> ft.Control:
    """From a person's screen: for that person alone."""
    here = use_here()
    one = here.view.plan(person).appointment(appointment)
    opened: Appointment | None = ft.use_memo(lambda: one, [person, appointment])
    if opened is None:
        return stack([body(here.t("That is not here any more."))])
    return MoveEach((Booked(person, opened),), person_path(person), level)


@ft.component
def MoveEach(opened: tuple[Booked, ...], back: str, level: int) -> ft.Control:
    """Moves the times that the coordinator has seen, `opened`, all of which are the same; when one changed
    meanwhile, that is said first."""
    here = use_here()
    told = use_undo()
    first: tuple[Booked, ...] = ft.use_memo(lambda: opened, [])
    seen = first[0].one
    sure = use_sure(here, seen.zone)
    length, set_length = ft.use_state(_length(seen))
    place, set_place = ft.use_state(seen.now.place)
    begins: datetime | None = seen.now.starts_at
    starts, set_starts = ft.use_state(begins)
    wrong, set_wrong = ft.use_state("")
    now = _now(here, first)
    if not now:
        return stack([body(here.t("That is not here any more."))])
    one = now[0].one
    elsewhere = one.way in (PHONE, VIDEO) and not one.now.place

    def move() -> None:
        if starts is None:
            set_wrong(here.t("Choose the day and the time first."))
            return
        if starts != seen.now.starts_at and (asks := sure(starts)):
            set_wrong(asks)
            return
        stands = [each for each in now if each.one.cancelled_by is None]
        if not stands:
            set_wrong(here.t("It was cancelled meanwhile. Book a new time instead."))
            return
        each = here.do.meetings.move_for(stands, starts, ends(starts, length), place=place)
        failed = [name_of(here, who) for who, done in each.items() if not done]
        if failed:
            problem = next(done.problem for done in each.values() if not done)
            said = sentence(here.words, problem)
            names = here.words.listing(failed)
            set_wrong(here.t("{name}: {reason}", name=names, reason=said) if now[1:] else said)
            return
        told(together(each.values()), here.t("Moved. The participant sees it and can answer anew."))
        go(back)

    slot = _slot(now, starts, length, place)
    return stack(
        [
            heading(here.t("Move the time"), level),
            lead(as_written(here.words, one.title)),
            *_for_whom(here, now),
            body(here.t("It stands at {time}.", time=time_of(here, one.now, one.zone))),
            *(card for each in now for card in asked(here, each.one, _name(here, now, each))),
            *_meanwhile(here, first, now),
            DayAndTime(
                here.t("New time"),
                seen.now.starts_at,
                set_starts,
                one.zone,
                wrong=bool(wrong) and starts is None,
            ),
            choice(here.t("How long"), lengths(here, _length(seen)), length, set_length),
            Clashing(slot, tuple(each.one.id for each in now)),
            *([] if elsewhere else [WordsField(here.t("Place"), place, set_place, longest=2_000)]),
            *wrong_line(wrong),
            buttons(here, here.t("Move the time"), move, back),
        ],
        gap=GAP + 4,
    )


def asked(here: Here, one: Appointment, name: str = "") -> list[ft.Control]:
    """That the participant asks for another time, in their words. A move answers it."""
    wish = one.move_asked
    if wish is None:
        return []
    said = here.t("Asks for another time")
    if name:
        said = here.t("{name} asks for another time", name=name)
    inside: list[ft.Control] = [
        ft.Text(
            said,
            theme_style=ft.TextThemeStyle.TITLE_SMALL,
            color=ft.Colors.ON_TERTIARY_CONTAINER,
        )
    ]
    if wish.words:
        words = as_written(here.words, wish.words)
        inside.append(ft.Text(words, color=ft.Colors.ON_TERTIARY_CONTAINER))
    return [card(inside, tone=SKY, gap=2)]


def _now(here: Here, opened: Sequence[Booked]) -> tuple[Booked, ...]:
    """The same as they stand at this moment."""
    found = ((b.participant, here.view.plan(b.participant).appointment(b.one.id)) for b in opened)
    return tuple(Booked(person, one) for person, one in found if one is not None)


def _name(here: Here, now: Sequence[Booked], each: Booked) -> str:
    return name_of(here, each.participant) if len(now) > 1 else ""


def _for_whom(here: Here, now: Sequence[Booked]) -> list[ft.Control]:
    names = here.words.listing(name_of(here, each.participant) for each in now)
    return [muted(here.t("For {names}", names=names))]


def _slot(now: Sequence[Booked], starts: datetime | None, length: str, place: str) -> Slot | None:
    if starts is None:
        return None
    return Slot(
        starts_at=starts,
        ends_at=ends(starts, length),
        way=now[0].one.way,
        place=place,
        people=frozenset(each.participant for each in now),
        attended_by=frozenset(who for each in now for who in each.one.attending),
    )


def _meanwhile(here: Here, opened: Sequence[Booked], now: Sequence[Booked]) -> list[ft.Control]:
    """While the form was open, someone else moved or cancelled."""
    before = {(b.participant, b.one.id): b.one for b in opened}
    lines = []
    for each in now:
        if each.one.cancelled_by:
            said = here.t("It was cancelled meanwhile. Book a new time instead.")
        elif each.one.now.id != before[each.participant, each.one.id].now.id:
            said = here.t("It was moved by someone else while you had this open. Look at it again.")
        else:
            continue
        name = _name(here, now, each)
        lines.append(here.t("{name}: {reason}", name=name, reason=said) if name else said)
    texts = [ft.Text(said, color=ft.Colors.ON_SECONDARY_CONTAINER) for said in lines]
    return [
        ft.Semantics(live_region=True, container=True, content=card([one], tone=WARM))
        for one in texts
    ]


def _length(one: Appointment) -> str:
    if one.now.ends_at is None:
        return UNSAID
    return str(int((one.now.ends_at - one.now.starts_at).total_seconds() // 60))
