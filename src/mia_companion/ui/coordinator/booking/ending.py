"""What the forms for booking and moving have in common: how long it takes, and how one leaves them."""

from collections.abc import Callable
from datetime import datetime, timedelta

import flet as ft

from mia_companion.domain.clashes import Slot
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.choice import Option
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import Here, go
from mia_companion.ui.coordinator.booking.parts import Booking, where_said
from mia_companion.ui.coordinator.booking.templates import UNSAID
from mia_companion.ui.theme import GAP

_OFFERED = ("30", "45", "60", "90")


def lengths(here: Here, present: str = UNSAID) -> tuple[Option, ...]:
    """How long, in minutes, with the present length among them, whatever it is."""
    offered = {*_OFFERED, *([present] if present.isdecimal() and present != UNSAID else [])}
    said = [
        (one, here.words.n("{count} minute", "{count} minutes", int(one)))
        for one in sorted(offered, key=int)
    ]
    return (*said, (UNSAID, here.t("Not said")))


def ends(starts: datetime, length: str) -> datetime | None:
    """The end, unless the length is not said."""
    return starts + timedelta(minutes=int(length)) if length != UNSAID else None


def slot_of(form: Booking, starts: datetime | None) -> Slot | None:
    """What the booking would take, once its time is known."""
    if starts is None or not form.people:
        return None
    return Slot(
        starts_at=starts,
        ends_at=ends(starts, form.length),
        way=form.way,
        place=where_said(form).get("place", ""),
        people=frozenset(form.people),
        attended_by=frozenset(form.attended_by),
    )


def wrong_line(words: str) -> list[ft.Control]:
    """Why nothing was booked, said aloud."""
    return [ft.Semantics(live_region=True, content=body(words))] if words else []


def buttons(here: Here, words: str, tapped: Callable[[], None], back: str) -> ft.Control:
    """Do it, or go back to where one came from."""
    return ft.Row(
        [
            primary(words, tapped),
            quiet(here.t("Back without saving"), lambda: go(back)),
        ],
        wrap=True,
        spacing=GAP,
    )
