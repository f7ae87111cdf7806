"""Appointments out of a calendar file that came from elsewhere: a summons in a mail, an invitation.

    bytes ──limits──▶ text ──icalendar──▶ events ──one by one, with what is repeated──▶ found

What repeats is unrolled as far as `AHEAD`, its exceptions in their places. Nothing is asked of any network,
and nothing of what the file says is believed but times, words and who it is about.
"""

import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from hashlib import sha256
from itertools import islice
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Component
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from mia_companion.calendars.limits import check_rules, checked
from mia_companion.domain.summons import NO_APPOINTMENT, NO_CALENDAR, NO_TIME, Summons, Unreadable
from mia_companion.domain.zones import HOME

AHEAD = timedelta(days=400)
BACK = timedelta(days=2)
MOST = 60
"""Appointments out of one file."""
_FIRST, _LAST = datetime(2010, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_WRONG = (
    ValueError,
    AttributeError,
    KeyError,
    IndexError,
    TypeError,
    OverflowError,
    RecursionError,
)
"""What libraries raise at files that are not what they say."""
_SHORT = 2_000


def appointments_in(raw: bytes, now: datetime) -> tuple[Summons, ...]:
    """What the file tells of, the nearest first, none of it over for long. Raises Unreadable."""
    text = checked(raw)
    try:
        with warnings.catch_warnings(action="ignore"):  # they quote the file
            return _found_in(_parsed(text), now)
    except _WRONG:
        raise Unreadable(NO_CALENDAR) from None


def _parsed(text: str) -> Calendar:
    calendar = Calendar.from_ical(text)
    if not isinstance(calendar, Calendar):
        raise Unreadable(NO_CALENDAR)
    return calendar


def _found_in(calendar: Calendar, now: datetime) -> tuple[Summons, ...]:
    events = calendar.events
    if not events:
        raise Unreadable(NO_APPOINTMENT)
    for one in events:
        check_rules(_rules_of(one))
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
            _check_time(_time(one, name))
    called_off = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    found = sorted(
        islice(_each(calendar, now, called_off=called_off), MOST + 1), key=lambda one: one.starts_at
    )
    if not found:
        raise Unreadable(NO_TIME)
    return tuple(found[:MOST])


def _each(calendar: Calendar, now: datetime, *, called_off: bool) -> Iterator[Summons]:
    # What unrolls them names each by its first day, also one that stands alone.
    repeated = {str(one.get("UID", "")) for one in calendar.events if _is_of_a_series(one)}
    query = recurring_ical_events.of(calendar, skip_bad_series=True)
    for one in islice(query.after(now - BACK), 4 * MOST):
        found = _one(one, is_repeated=str(one.get("UID", "")) in repeated, called_off=called_off)
        if found.starts_at > now + AHEAD:
            return
        yield found


def _one(event: Component, *, is_repeated: bool, called_off: bool) -> Summons:
    zone = _zone_of(event)
    starts, whole_day = _moment(_start(event), zone)
    ending = _time(event, "DTEND")
    ends = _moment(ending, zone)[0] if ending else None
    return Summons(
        key=_key(event, is_repeated=is_repeated),
        version=_number(event.get("SEQUENCE", 0)),
        title=_words(event, "SUMMARY"),
        starts_at=starts,
        ends_at=ends if ends and ends > starts and not whole_day else None,
        zone=zone,
        whole_day=whole_day,
        place=_words(event, "LOCATION"),
        link=_link(event),
        said=_words(event, "DESCRIPTION"),
        called_off=called_off or _words(event, "STATUS").upper() == "CANCELLED",
    )


def _key(event: Component, *, is_repeated: bool) -> str:
    """What a later file about the same is known by; nothing of whoever sent it stands in it.

    One of a series is named by the day on which it stood at first, also when a file tells of it alone.
    """
    series = sha256(str(event.get("UID", "")).encode()).hexdigest()[:32]
    if not is_repeated:
        return series
    return f"{series}-{_time(event, 'RECURRENCE-ID') or _start(event):%Y%m%d}"


def _is_of_a_series(event: Component) -> bool:
    return any(name in event for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def _rules_of(event: Component) -> list[str]:
    rules = event.get("RRULE", [])
    some = rules if isinstance(rules, list) else [rules]
    return [one.to_ical().decode() for one in some]


def _time(event: Component, name: str) -> date | None:
    found = getattr(event.get(name), "dt", None)
    return found if isinstance(found, date) else None


def _start(event: Component) -> date:
    if (found := _time(event, "DTSTART")) is None:
        raise Unreadable(NO_TIME)
    return found


def _check_time(when: date | None) -> None:
    if when is not None and not _FIRST <= _moment(when, HOME)[0] < _LAST:
        raise Unreadable(NO_TIME)


def _moment(when: date, zone: str) -> tuple[datetime, bool]:
    """In UTC, and whether it is a whole day. A time without a zone is that of the clocks here."""
    if not isinstance(when, datetime):
        return datetime(when.year, when.month, when.day, tzinfo=ZoneInfo(zone)).astimezone(
            UTC
        ), True
    there = when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone))
    return there.astimezone(UTC), False


def _zone_of(event: Component) -> str:
    """The IANA name: Windows has names of its own, and some write a path before it."""
    written = getattr(event.get("DTSTART"), "params", {})
    said = str(written.get("TZID", ""))
    name = WINDOWS_TO_OLSON.get(said, said).rpartition("/freeassociation.sourceforge.net/")[2]
    for known in (name, _key_of(getattr(_start(event), "tzinfo", None))):
        try:
            return ZoneInfo(known).key if known and known != "UTC" else HOME
        except (ValueError, OSError):
            continue
    return HOME


def _key_of(zone: tzinfo | None) -> str:
    return str(getattr(zone, "key", ""))


def _words(event: Component, name: str) -> str:
    said = str(event.get(name, ""))
    return "".join(one for one in said if one == "\n" or one.isprintable()).strip()[:_SHORT]


def _link(event: Component) -> str:
    """Only what a browser opens."""
    said = str(event.get("URL", ""))
    return said if said.startswith("https://") and len(said) <= _SHORT else ""


def _number(said: object) -> int:
    return max(0, min(int(str(said)), 2**31 - 1))
