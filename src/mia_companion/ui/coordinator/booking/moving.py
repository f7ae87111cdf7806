"""Moving a booked time, for one person or for all in a meeting."""

from collections.abc import Sequence

import flet as ft

from mia_companion.app.actions.outcome import together
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import PHONE, VIDEO
from mia_companion.domain.calendar import Booked
from mia_companion.ui.components.cards import SKY, WARM, card, stack
from mia_companion.ui.components.choice import choice
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sure import use_sure
from mia_companion.ui.components.texts import body, heading, lead, live, muted
from mia_companion.ui.components.times import time_of
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.booking.clashing import Clashing
from mia_companion.ui.coordinator.booking.ending import ends, lengths
from mia_companion.ui.coordinator.booking.half_moved import slot_of, standing, starts_at
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
    blank = standing(seen)
    drafted = use_form(f"move:{seen.id}:{len(first)}", blank)
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    now = _now(here, first)
    if not now:
        return stack([body(here.t("That is not here any more."))])
    one = now[0].one
    elsewhere = one.way in (PHONE, VIDEO) and not one.now.place
    starts = starts_at(here, form, seen)

    def move() -> None:
        form = drafted.form
        starts = starts_at(here, form, seen)
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
        each = here.do.meetings.move_for(
            stands, starts, ends(starts, form.length), place=form.place
        )
        failed = [name_of(here, who) for who, done in each.items() if not done]
        if failed:
            problem = next(done.problem for done in each.values() if not done)
            said = sentence(here.words, problem)
            names = here.words.listing(failed)
            set_wrong(here.t("{name}: {reason}", name=names, reason=said) if now[1:] else said)
            return
        drafted.put_away()
        told(together(each.values()), here.t("Moved. The participant sees it and can answer anew."))
        go(back)

    slot = slot_of(now, starts, form)
    where = WordsField(here.t("Place"), form.place, drafted.field("place"), longest=2_000)
    return stack(
        [
            heading(here.t("Move the time"), level),
            lead(as_written(here.words, one.title)),
            *_for_whom(here, now),
            body(here.t("It stands at {time}.", time=time_of(here, one.now, one.zone))),
            *(card for each in now for card in asked(here, each.one, _name(here, now, each))),
            *_meanwhile(here, form.seen, first, now),
            DayAndTime(
                here.t("New time"),
                None,
                lambda _: set_wrong(""),
                one.zone,
                wrong=bool(wrong) and starts is None,
                half=(form.day, form.clock),
                typed=lambda day, clock: drafted.change(day=day, clock=clock),
            ),
            choice(
                here.t("How long"),
                lengths(here, blank.length),
                form.length,
                drafted.field("length"),
            ),
            Clashing(slot, tuple(each.one.id for each in now)),
            *([] if elsewhere else [where]),
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


def _meanwhile(
    here: Here, seen: str, opened: Sequence[Booked], now: Sequence[Booked]
) -> list[ft.Control]:
    """While the form was open, or half filled in since the time that was `seen` first, someone else moved
    or cancelled."""
    before = {(b.participant, b.one.id): b.one.now.id for b in opened}
    before[opened[0].participant, opened[0].one.id] = seen
    lines = []
    for each in now:
        if each.one.cancelled_by:
            said = here.t("It was cancelled meanwhile. Book a new time instead.")
        elif each.one.now.id != before[each.participant, each.one.id]:
            said = here.t("It was moved by someone else while you had this open. Look at it again.")
        else:
            continue
        name = _name(here, now, each)
        lines.append(here.t("{name}: {reason}", name=name, reason=said) if name else said)
    texts = [ft.Text(said, color=ft.Colors.ON_SECONDARY_CONTAINER) for said in lines]
    return [live(card([one], tone=WARM)) for one in texts]
