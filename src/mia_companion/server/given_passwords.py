"""Passwords that the server makes for somebody's first time: long, and easy to read aloud and to type."""

from collections.abc import Callable
from datetime import timedelta

LIFE = timedelta(days=7)

_BEGIN, _END = "bdfghklmnprstv", "aeiou"
_GROUPS, _SYLLABLES = 5, 2
_SOUNDS = [first + last for first in _BEGIN for last in _END]
"""70 syllables, of which ten are 61 bits."""


def make(randomness: Callable[[int], bytes]) -> str:
    """A new one: `tiro-kuba-melo-sani-defu`."""
    wanted, said = _GROUPS * _SYLLABLES, list[str]()
    limit = 256 - 256 % len(_SOUNDS)
    while len(said) < wanted:
        # Bytes past the last whole set are thrown away, or its first syllables come too often.
        fair = [byte for byte in randomness(wanted) if byte < limit]
        said += [_SOUNDS[byte % len(_SOUNDS)] for byte in fair]
    groups = range(0, wanted, _SYLLABLES)
    return "-".join("".join(said[start : start + _SYLLABLES]) for start in groups)
