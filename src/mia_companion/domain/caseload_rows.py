"""What each line of a list would become, before anything does. Pure.

    line ─┬─ cells that cannot be read ─▶ wrong   (cannot be chosen)
          ├─ somebody here has the name ─▶ here    ┐
          ├─ stands above in the file ───▶ twice   ├ may be chosen
          └─ none of these ──────────────▶ new     ┘ (chosen from the beginning)

The same name with another start is another person, with a word about the namesake.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mia_companion.domain.caseload_file import (
    LANGUAGE,
    NAME,
    PROTECTED,
    START,
    Line,
    Listed,
    folded,
)
from mia_companion.domain.formulas import is_formula

NEW, HERE, TWICE, WRONG = "new", "here", "twice", "wrong"

NO_NAME, LONG_NAME, FORMULA = "name-empty", "name-long", "name-formula"
NO_LANGUAGE, NO_DAY, FAR_DAY = "language-unknown", "day-unread", "day-far"
NEITHER, LONG_LINE = "yes-or-no", "line-long"
"""Why a line cannot be taken."""

LONGEST_NAME = 200
_FIRST_YEAR = 2000

_YES = {"ja", "j", "yes", "y", "true", "sant", "1", "x"}
_NO = {"nej", "n", "no", "false", "falskt", "0", ""}

_DAYS = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]00:00(?::00)?)?",
    r"(?P<y>\d{4})[./](?P<m>\d{1,2})[./](?P<d>\d{1,2})",
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    r"(?P<d>\d{1,2})[./ -] ?(?P<m>\d{1,2})[./ -] ?(?P<y>\d{4})",
)
"""The year first, or the day first: never the month."""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in the file. `wrong` are (column, why) pairs; `namesake`: one with the name is here too."""

    line: int
    name: str
    language: str = ""
    start: date | None = None
    protected: bool = False
    state: str = NEW
    wrong: tuple[tuple[str, str], ...] = ()
    namesake: bool = False


Known = tuple[str, date | None]
"""Somebody's name and start."""


def preview(
    listed: Listed, here: Iterable[Known], languages: Mapping[str, str], today: date
) -> tuple[Row, ...]:
    """A row for each line. `here` is whom the coordinator works with now; `languages` are tags by every
    name that `folded` gives for a language."""
    theirs = _by_name(here)
    above: dict[str, set[date | None]] = {}
    rows: list[Row] = []
    for line in listed.lines:
        row = _read(line, languages, today)
        if row.state != WRONG:
            row = _placed(row, theirs, above)
            above.setdefault(folded(row.name), set()).add(row.start)
        rows.append(row)
    return tuple(rows)


def _by_name(people: Iterable[Known]) -> dict[str, set[date | None]]:
    found: dict[str, set[date | None]] = {}
    for name, start in people:
        found.setdefault(folded(name), set()).add(start)
    return found


def _placed(
    row: Row, theirs: Mapping[str, set[date | None]], above: Mapping[str, set[date | None]]
) -> Row:
    name = folded(row.name)
    state, namesake = NEW, False
    for starts, same in ((theirs.get(name), HERE), (above.get(name), TWICE)):
        if starts is None:
            continue
        if row.start is None or None in starts or row.start in starts:
            state = same
            break
        namesake = True
    return replace(row, state=state, namesake=namesake)


def _read(line: Line, languages: Mapping[str, str], today: date) -> Row:
    said = line.cells
    name = " ".join(said.get(NAME, "").split())
    wrong = [(NAME, why) for why in (_wrong_name(name),) if why]
    tag = languages.get(folded(said.get(LANGUAGE, "")), "")
    if said.get(LANGUAGE) and not tag:
        wrong.append((LANGUAGE, NO_LANGUAGE))
    start, why = _day(said.get(START, ""), today)
    if why:
        wrong.append((START, why))
    protected = said.get(PROTECTED, "").casefold()
    if protected not in _YES | _NO:
        wrong.append((PROTECTED, NEITHER))
    if line.is_longer:
        wrong.append(("", LONG_LINE))
    return Row(
        line=line.number,
        name=name[:LONGEST_NAME],
        language=tag,
        start=start,
        protected=protected in _YES,
        state=WRONG if wrong else NEW,
        wrong=tuple(wrong),
    )


def _wrong_name(name: str) -> str:
    if not any(c.isalnum() for c in name):
        return FORMULA if is_formula(name) else NO_NAME
    if len(name) > LONGEST_NAME:
        return LONG_NAME
    return FORMULA if is_formula(name) else ""


def _day(said: str, today: date) -> tuple[date | None, str]:
    """The day and an empty string, or None and why."""
    if not said:
        return None, ""
    found = next((m for one in _DAYS if (m := re.fullmatch(one, said, re.ASCII))), None)
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
    except ValueError:
        day = None
    if day is None:
        return None, NO_DAY
    if not _FIRST_YEAR <= day.year <= today.year + 1:
        return None, FAR_DAY
    return day, ""
