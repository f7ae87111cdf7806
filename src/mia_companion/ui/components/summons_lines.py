"""A file from elsewhere, line by line, before it counts: what each would do."""

from mia_companion.domain.summoned import MOVED, NEW, NOTHING, OFF, OLDER, Summoned
from mia_companion.domain.summons import (
    NO_APPOINTMENT,
    NO_CALENDAR,
    NO_TIME,
    REPEATED_ODDLY,
    TOO_LARGE,
    TOO_MANY,
)
from mia_companion.i18n.words import later
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.context import ZONE, Here

_REASONS = {
    TOO_LARGE: later("The file is too large for a summons. Nothing was brought in."),
    NO_CALENDAR: later(
        "This is no calendar file that MIA can read. Nothing was brought in. You can write the time"
        " by hand."
    ),
    NO_APPOINTMENT: later("There is no booked time in this file. Nothing was brought in."),
    TOO_MANY: later("There are too many times in this file. Nothing was brought in."),
    REPEATED_ODDLY: later(
        "The time in this file is repeated in a way that MIA does not know. Write it by hand."
    ),
    NO_TIME: later("There is no time ahead in this file. Nothing was brought in."),
}


def reason_sentence(here: Here, reason: str) -> str:
    """Why a file is not taken, what is safe, and what to do."""
    return here.t(_REASONS.get(reason, _REASONS[NO_CALENDAR]))


def summons_lines(here: Here, one: Summoned) -> tuple[str, str, str]:
    """What it is called, when it is, and what it would do."""
    said = one.summons
    name = as_written(here.words, said.title) or here.t("A booked time")
    if said.whole_day:
        when = here.words.day(said.starts_at.astimezone(ZONE).date(), here.today())
    elif said.ends_at is None:
        when = here.words.day_and_clock(said.starts_at, said.zone, here.now())
    else:
        day = here.words.day(said.starts_at.astimezone(ZONE).date(), here.today())
        clock = here.words.span(said.starts_at, said.ends_at, said.zone)
        when = here.words.c("day and time", "{day} {time}", day=day, time=clock)
    return name, when[:1].upper() + when[1:], _meaning(here, one)


def _meaning(here: Here, one: Summoned) -> str:
    t = here.t
    held = one.appointment
    if one.meaning == MOVED and held is not None:
        before = here.words.day_and_clock(held.now.starts_at, held.zone, here.now())
        return t("It is in your list and is moved. It was {time}.", time=before)
    return {
        NEW: t("New"),
        OFF: t("It is in your list and is cancelled."),
        OLDER: t("A later file about it is here already. It is left as it is."),
        NOTHING: t("It is cancelled and was not in your list."),
    }.get(one.meaning, t("It is in your list already."))
