"""When an answer can be expected, and who gives it: from the site's directory, so it is known offline too."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from mia_companion.app.holidays import is_holiday
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.hours import answering, cover_on, weekly, who_answers
from mia_companion.ui.context import ZONE, Here

_LATE = timedelta(hours=1)
"""So near to the day's end an answer is promised for the next: better early than a promise broken."""

_WEEKDAYS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Away:
    """One coordinator who is away, in words and in `short`, and whoever answers meanwhile, as they are
    listed."""

    words: str
    short: str
    answers: CoordinatorListed | None


def team_is_closed(here: Here) -> bool:
    """Whether nobody reads now. Of a team that lists no hours nothing is said."""
    listings = here.view.site.listings
    return bool(weekly(listings)) and not answering(listings, _there(here), is_holiday).open_now


def expectation(here: Here) -> str:
    """`Anna Lind answers on weekdays 09:00–16:00. You can expect an answer today.` Empty when no hours are
    listed: nothing is promised then."""
    said = (_who_and_when(here), by_when(here))
    return " ".join(part for part in said if part)


def _who_and_when(here: Here) -> str:
    week = weekly(here.view.site.listings)
    hours = {(one.opens, one.closes) for one in week}
    if len(hours) != 1:  # a week of several hours is told on a screen of its own
        return ""
    time_of_day = hours_in_words(here, *hours.pop())
    days = tuple(one.weekday for one in week)
    named = here.words.listing(map(here.words.weekday, days))
    answers = _who(here)
    if len(answers) > 1:
        if days == _WEEKDAYS:
            return here.t("Your coordinators answer on weekdays {hours}.", hours=time_of_day)
        return here.t("Your coordinators answer on {days}, {hours}.", days=named, hours=time_of_day)
    name = here.view.coordinator_name("".join(answers)) or here.t("Your coordinator")
    if days == _WEEKDAYS:
        return here.t("{name} answers on weekdays {hours}.", name=name, hours=time_of_day)
    return here.t("{name} answers on {days}, {hours}.", name=name, days=named, hours=time_of_day)


def by_when(here: Here) -> str:
    """`You can expect an answer tomorrow.`, or nothing where nothing can be promised."""
    there = _there(here)
    day = answering(here.view.site.listings, there + _LATE, is_holiday).day
    if day is None:
        return ""
    if day == there.date():
        return here.t("You can expect an answer today.")
    if day == there.date() + timedelta(days=1):
        return here.t("You can expect an answer tomorrow.")
    return here.t("You can expect an answer on {day}.", day=here.words.day(day, there.date()))


def _who(here: Here) -> tuple[str, ...]:
    """Those who answer today, in the coordinators' order, each once."""
    today, listings = here.today(), here.view.site.listings
    mine = here.view.coordinators_of()
    return tuple(dict.fromkeys(who_answers(listings, one, today) for one in mine))


def away(here: Here) -> tuple[Away, ...]:
    """Whoever of one's coordinators is away today."""
    found: list[Away] = []
    for one in here.view.coordinators_of():
        cover = cover_on(here.view.site.listings, one, here.today())
        if cover is None:
            continue
        answers = listed(here, who_answers(here.view.site.listings, one, here.today()))
        name = here.view.coordinator_name(one) or here.t("Your coordinator")
        until = here.words.day(cover.last_day, here.today())
        words = (
            here.t(
                # Translators: away up to and including that day.
                "{name} is away until {day}. {other} answers meanwhile.",
                name=name,
                day=until,
                other=answers.name,
            )
            if answers
            else here.t(
                "{name} is away until {day}. Someone else in the team answers meanwhile.",
                name=name,
                day=until,
            )
        )
        found.append(Away(words, here.t("{name} is away", name=name), answers))
    return tuple(found)


def listed(here: Here, coordinator: str) -> CoordinatorListed | None:
    """What the directory says of a coordinator."""
    return next((c for c in here.view.coordinators if c.coordinator_id == coordinator), None)


def hours_in_words(here: Here, opens: time | None, closes: time | None) -> str:
    """`09:00–16:00`."""
    today = here.today()
    if opens is None or closes is None:
        return here.t("Closed")
    start, end = (datetime.combine(today, at, ZONE) for at in (opens, closes))
    return here.words.span(start, end, ZONE)


def _there(here: Here) -> datetime:
    return here.now().astimezone(ZONE)
