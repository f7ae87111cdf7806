"""What a file from elsewhere may be, looked at before anything reads it.

A parser is given nothing that could keep it busy: few bytes, few components, none deep in another, and of
rules for repeating only those shapes that calendars make, which always come to an end.
"""

import re
from collections.abc import Iterable

from mia_companion.domain.summons import (
    MAX_BYTES,
    NO_CALENDAR,
    REPEATED_ODDLY,
    TOO_LARGE,
    TOO_MANY,
    Unreadable,
)

MAX_LINES = 8_000
MAX_DEPTH = 4
MAX_EVENTS = 200
MAX_ZONE = 100
"""Letters of a zone's name: some look for a file that is called so."""

_RULE = re.compile(r"^([A-Z]+)=([A-Z0-9,:+-]+)$", re.IGNORECASE)
_ZONE = re.compile(r"TZID[=:]([^:;\s]*)")
_SHAPES = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
}
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_MOST = {"INTERVAL": 100, "COUNT": 1_000}


def checked(raw: bytes) -> str:
    """The file as text. Raises Unreadable."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(TOO_LARGE)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\x00" in text or "BEGIN:VCALENDAR" not in text[:4096].upper():
        raise Unreadable(NO_CALENDAR)
    _check_shape(text.upper().splitlines())
    return text


def _check_shape(lines: list[str]) -> None:
    if len(lines) > MAX_LINES:
        raise Unreadable(TOO_LARGE)
    depth = events = 0
    for line in lines:
        if line.startswith("BEGIN:"):
            depth += 1
            events += line.startswith("BEGIN:VEVENT")
        elif line.startswith("END:"):
            depth -= 1
        if depth > MAX_DEPTH:
            raise Unreadable(NO_CALENDAR)
    if events > MAX_EVENTS:
        raise Unreadable(TOO_MANY)
    if any(len(name) > MAX_ZONE for line in lines for name in _ZONE.findall(line)):
        raise Unreadable(NO_CALENDAR)


def check_rules(rules: Iterable[str]) -> None:
    """Raises Unreadable for a rule of a shape that no calendar makes: some of those never end."""
    for rule in rules:
        parts = [_RULE.match(one.strip()) for one in rule.split(";") if one.strip()]
        said = {found[1].upper(): found[2].upper() for found in parts if found}
        allowed = _SHAPES.get(said.get("FREQ", ""))
        if None in parts or allowed is None or {"COUNT", "UNTIL"} <= said.keys():
            raise Unreadable(REPEATED_ODDLY)
        small = all(_is_small(name, said.get(name, "1")) for name in _MOST)
        plain = all(_is_plain(name, value, said) for name, value in said.items())
        if not (said.keys() <= allowed | _ALWAYS and small and plain):
            raise Unreadable(REPEATED_ODDLY)


def _is_small(name: str, value: str) -> bool:
    return value.isdecimal() and 1 <= int(value[:9]) <= _MOST[name] and len(value) < 9


def _is_plain(name: str, value: str, said: dict[str, str]) -> bool:
    some = value.split(",")
    match name:
        case "BYDAY":
            ordinal = said["FREQ"] in ("MONTHLY", "YEARLY") and "BYSETPOS" not in said
            day = r"([+-]?[1-4]|-1)?(MO|TU|WE|TH|FR|SA|SU)" if ordinal else "(MO|TU|WE|TH|FR|SA|SU)"
            return len(some) <= 7 and all(re.fullmatch(day, one) for one in some)
        case "BYMONTHDAY":
            days = len(some) <= 31 and all(re.fullmatch(r"-?\d{1,2}", one) for one in some)
            alone = not said.keys() & {"BYSETPOS", "BYDAY"}
            every_year = said["FREQ"] == "MONTHLY" or any(1 <= abs(int(o)) <= 28 for o in some)
            return days and alone and every_year
        case "BYMONTH":
            return len(some) <= 12 and all(o.isdecimal() and 1 <= int(o) <= 12 for o in some)
        case "BYSETPOS":
            few = all(re.fullmatch(r"-?[1-4]", one) for one in some) and len(some) <= 4
            return few and "BYDAY" in said
    return True
