"""What happens in a life, and all that there is to know of one."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Deed:
    """One thing that happens, small enough to be done again with other clocks."""

    what: str
    who: int = 0
    n: int = 0
    faults: tuple[str, ...] = ()


class Story(NamedTuple):
    """All that there is to know of a life."""

    style: str
    theme: str
    days_off: tuple[int, ...]
    deeds: tuple[Deed, ...]
