"""What was found, for somebody who reads it at three in the night."""

from enum import IntEnum
from typing import NamedTuple


class Grave(IntEnum):
    """How grave it is, and the exit code where nothing is graver."""

    FINE = 0
    LOOK = 1
    BROKEN = 2


_WORDS = {Grave.FINE: "fine", Grave.LOOK: "look", Grave.BROKEN: "BROKEN"}


class Finding(NamedTuple):
    """Three short sentences; `safe` and `do` are empty where all is well. No secret stands in any of them."""

    grave: Grave
    what: str
    safe: str = ""
    do: str = ""

    def __str__(self) -> str:
        said = " ".join(one for one in (self.what, self.safe, self.do) if one)
        return f"{_WORDS[self.grave]:6}  {said}"


def fine(what: str) -> Finding:
    """All is well with it."""
    return Finding(Grave.FINE, what)


def look(what: str, safe: str, do: str) -> Finding:
    """It works, and somebody is to look at it."""
    return Finding(Grave.LOOK, what, safe, do)


def broken(what: str, safe: str, do: str) -> Finding:
    """It does not work, or will not at the next start."""
    return Finding(Grave.BROKEN, what, safe, do)
