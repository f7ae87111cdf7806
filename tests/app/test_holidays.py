"""Sweden's holidays: right, loaded late, and alone."""

import subprocess
import sys
from datetime import date

import pytest

from mia_companion.app.holidays import is_holiday


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2026, 4, 3), True),  # Good Friday
        (date(2026, 5, 14), True),  # Ascension Day
        (date(2026, 6, 19), True),  # Midsummer's Eve
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 6), True),
        (date(2026, 12, 23), False),
        (date(2026, 11, 24), False),
        (date(2026, 11, 29), False),  # a Sunday: the hours say that nobody answers
    ],
)
def test_a_day_is_off_for_all_of_sweden(day: date, off: bool) -> None:
    assert is_holiday(day) is off


def test_the_calendar_is_loaded_when_it_is_asked_for_and_sweden_alone() -> None:
    """Nor does it need the installer's records, which a phone's package may lack."""
    code = """
import sys
import mia_companion.main
from mia_companion.app.holidays import is_holiday
assert not [m for m in sys.modules if m.startswith("holidays")]
from datetime import date
from importlib import metadata
def gone(name): raise metadata.PackageNotFoundError(name)
metadata.version = gone
assert is_holiday(date(2026, 12, 25))
assert not [m for m in sys.modules if m.startswith("holidays.countries")]
"""
    subprocess.run([sys.executable, "-c", code], check=True)
