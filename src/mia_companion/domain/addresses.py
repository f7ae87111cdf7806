"""Addresses and numbers as people write them, and as they can be used. Pure."""

import re
import unicodedata

_LONGEST, _LONGEST_BOX = 254, 64
_BOX = re.compile(r"[!#-'*+\-/-9=?A-Z^-~]+(\.[!#-'*+\-/-9=?A-Z^-~]+)*")
_NOT = r"\x00-,./:-@\[-`{-\x7f\s\u2000-\u206f\ufeff"
_LABEL = rf"[^{_NOT}-]([^{_NOT}]{{0,61}}[^{_NOT}-])?"
_DOMAIN = re.compile(rf"{_LABEL}(\.{_LABEL})+")
_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What comes along when something is copied from among words that run from the right."""


def address_of(said: str) -> str:
    """The address as it can be used, or nothing for what is none."""
    trimmed = _UNSEEN.sub("", said).strip()
    box, _, domain = trimmed.rpartition("@")
    fits = len(trimmed) <= _LONGEST and len(box) <= _LONGEST_BOX
    return trimmed if fits and _BOX.fullmatch(box) and _DOMAIN.fullmatch(domain) else ""


def number_of(said: str) -> str:
    """The number with its country, `+46…`; a number without one is Swedish. Nothing for what is none.

    The digits of any script are read.
    """
    seen = re.sub(r"[\s\-()./\u2010-\u2015\u00a0]", "", _UNSEEN.sub("", said))
    digits = "".join(str(unicodedata.decimal(one, one)) for one in seen)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+46{digits[1:]}"
    if digits.startswith("+460"):  # as in +46 (0)70
        digits = f"+46{digits[4:]}"
    return digits if digits.isascii() and _NUMBER.fullmatch(digits) else ""


def as_dialled(number: str) -> str:
    """A number with its country as it is dialled in Sweden: no sign that stands on another side where one
    reads from the right."""
    if number.startswith("+46"):
        return f"0{number[3:]}"
    return f"00{number[1:]}" if number.startswith("+") else number
