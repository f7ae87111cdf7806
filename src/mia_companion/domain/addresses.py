"""Addresses and numbers as people write them, and as they can be used. Pure."""

import re

_LONGEST = 254
_ADDRESS = re.compile(
    r"[!#-'*+\-./-9=?A-Z^-~]{1,64}@[^\s@<>,;:\"()\[\]\\.]+(\.[^\s@<>,;:\"()\[\]\\.]+)+"
)
_NUMBER = re.compile(r"\+[1-9]\d{6,14}")


def address_of(said: str) -> str:
    """The address as it can be used, or nothing for what is none."""
    trimmed = said.strip()
    return trimmed if len(trimmed) <= _LONGEST and _ADDRESS.fullmatch(trimmed) else ""


def number_of(said: str) -> str:
    """The number with its country, `+46…`; a number without one is Swedish. Nothing for what is none."""
    digits = re.sub(r"[\s\-()./\u2010-\u2015\u00a0]", "", said)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+46{digits[1:]}"
    if digits.startswith("+460"):  # as in +46 (0)70
        digits = f"+46{digits[4:]}"
    return digits if digits.isascii() and _NUMBER.fullmatch(digits) else ""
