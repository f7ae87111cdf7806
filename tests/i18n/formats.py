"""Every way of saying a day, a time or a number in a language, one line each, to be read by a person.

python -m tests.i18n.formats        writes them anew into tests/golden/formats/
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, words_for

GOLDEN = Path(__file__).parents[1] / "golden" / "formats"

NOW = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)
TODAY = NOW.date()
_CITIES = (
    "Europe/Helsinki", "Europe/London", "Europe/Kyiv", "Asia/Baghdad", "Asia/Tehran", "Asia/Kabul",
    "Africa/Mogadishu", "Africa/Asmara", "America/New_York",
)  # fmt: skip
_COUNTS = (1, 2, 3, 5, 11, 21, 22, 100, 101)
_UNITS = (
    *(timedelta(minutes=n) for n in (1, 2, 5, 11, 21, 59)),
    *(timedelta(hours=n) for n in (1, 2, 3, 11, 21, 23)),
    *(timedelta(days=n) for n in (1, 2, 6, 7, 11, 14, 30, 60, 330, 365, 730)),
)


def formats(words: Words) -> Iterator[str]:
    """The lines of a language, each with its name. Marks of isolation are left out."""
    for name, said in _said(words):
        shown = " | ".join(said).translate(dict.fromkeys(range(0x2066, 0x206A)))
        yield f"{name}: {shown}"


def _said(w: Words) -> Iterator[tuple[str, Iterator[str]]]:
    firsts = [date(2026, number, number) for number in range(1, 13)]
    week = timedelta(days=6)
    mondays = [date(2026, 11, 23), date(2026, 11, 30), date(2025, 12, 29), date(2025, 11, 3)]
    yield "day", (w.day(one, TODAY) for one in (*firsts, date(2027, 1, 2)))
    yield "short day", (w.short_day(one, TODAY) for one in (*firsts, date(2027, 1, 2)))
    yield "month", (w.month(one, TODAY) for one in (*firsts, date(2025, 5, 1)))
    yield "days", (w.days(one, one + week, TODAY) for one in mondays)
    yield "weekday", map(w.weekday, range(1, 8))
    yield "in days", map(w.in_days, (0, 1, *_COUNTS[1:]))
    yield "elsewhere", (w.elsewhere(NOW, zone) for zone in _CITIES)
    yield "clock", iter([w.clock(NOW)])
    yield "span", (w.span(NOW, NOW + timedelta(hours=n)) for n in (1, 20))
    yield (
        "day and clock",
        (
            w.day_and_clock(NOW + timedelta(days=n), "Europe/Stockholm", NOW)
            for n in (0, 1, -1, 9, 40)
        ),
    )
    yield "ago", (w.ago(NOW - passed, NOW) for passed in (timedelta(), *_UNITS))
    yield "ahead", (w.ago(NOW + ahead, NOW) for ahead in _UNITS[2:])
    yield "lasting", map(w.lasting, _UNITS)
    yield "number", map(w.number, (0, 0.5, -3, 1000, 12345.5))
    yield "listing", (w.listing("ABCD"[:count]) for count in range(5))


def golden(tag: str) -> Path:
    """Where the lines of a language are kept."""
    return GOLDEN / f"{tag}.txt"


def lines(tag: str) -> str:
    """All of them."""
    return "\n".join(formats(words_for(tag))) + "\n"


def _write(say: Callable[[str], None] = print) -> None:
    GOLDEN.mkdir(exist_ok=True)
    for language in LANGUAGES:
        golden(language.tag).write_text(lines(language.tag), "utf-8")
        say(language.tag)


if __name__ == "__main__":
    _write()
