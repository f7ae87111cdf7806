"""What became of a PIN that was typed or chosen."""

import unicodedata
from dataclasses import dataclass

from mia_companion.device.pin import LONGEST, SHORTEST

WRONG, WAITS, UNFIT, EASY = "pin-wrong", "pin-waits", "pin-unfit", "pin-easy"
NO_KEY = "no-key-store"
"""The platform's key store did not answer: nothing is lost, and nothing was changed."""

_ROWS = ("01234567890", "09876543210")


@dataclass(frozen=True, slots=True)
class Tried:
    """True when it was right and done. `left` is how many tries there are before a pause; `pause` how many
    seconds there is none."""

    problem: str = ""
    left: int = 0
    pause: float = 0

    def __bool__(self) -> bool:
        return not self.problem


def digits_of(typed: str) -> str:
    """The digits in what was typed, in whatever script, as 0 to 9; no more than a PIN has."""
    found = [str(unicodedata.digit(c)) for c in typed if unicodedata.digit(c, None) is not None]
    return "".join(found)[:LONGEST]


def unfit(digits: str) -> str:
    """Why these cannot be somebody's PIN, or an empty string."""
    if not SHORTEST <= len(digits) <= LONGEST:
        return UNFIT
    in_a_row = any(digits in row for row in _ROWS)
    return EASY if len(set(digits)) == 1 or in_a_row else ""
