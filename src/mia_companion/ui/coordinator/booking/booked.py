"""What becomes of a tap on Book: each person's time and interpreter, and what is said of it."""

from collections.abc import Mapping
from datetime import datetime

from mia_companion.app.actions.meetings import Each
from mia_companion.app.actions.outcome import Outcome
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.context import ZONE, Here
from mia_companion.ui.coordinator.booking.ending import ends
from mia_companion.ui.coordinator.booking.parts import Booking, where_said
from mia_companion.ui.coordinator.names import name_of


def book_each(here: Here, form: Booking, starts: datetime) -> Each:
    """The time, and the interpreter that goes with it, for each."""
    each = here.do.meetings.book_for(
        form.people,
        form.title,
        form.party,
        starts,
        ends(starts, form.length),
        booking_id=form.id,
        attended_by=form.attended_by,
        zone=ZONE.key,
        way=form.way,
        contact=form.contact,
        bring=form.bring,
        directions=form.directions,
        first_time=form.first_time,
        **where_said(form),
    )
    return {who: one and _interpreter(here, form, who, one) for who, one in each.items()}


def _interpreter(here: Here, form: Booking, who: str, booked: Outcome) -> Outcome:
    state = form.interpreters.get(who, "")
    if not state:
        return booked
    language = form.languages.get(who, "und")
    said = here.do.arrangements.interpreter(booked.item, state, language, participant=who)
    return said if not said else booked


def failed_words(here: Here, done: list[str], failed: Mapping[str, Outcome]) -> str:
    """By name who was not booked and why, and who was."""
    reasons = {who: sentence(here.words, one.problem) for who, one in failed.items()}
    if not done and len(set(reasons.values())) == 1:
        return next(iter(reasons.values()))
    lines = [
        here.t("{name}: {reason}", name=name_of(here, who), reason=reason)
        for who, reason in reasons.items()
    ]
    if done:
        names = here.words.listing(name_of(here, who) for who in done)
        lines.insert(0, here.t("Booked for {names}. Not for the others yet:", names=names))
    return "\n".join(lines)


def booked_words(here: Here, count: int) -> str:
    """For how many it is booked, and what they can do."""
    if count == 1:
        return here.t("Booked. The participant sees it and can answer.")
    return here.words.n(
        "Booked for {count} person, who sees it and can answer.",
        "Booked for {count} people. Each sees it in their own app and can answer.",
        count,
    )
