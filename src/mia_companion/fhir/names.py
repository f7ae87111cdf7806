"""What our codes are called for a person who reads them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Each gives the words for a code, and the code itself where it is a later version's."""

    party: Callable[[str], str]
    area: Callable[[str], str]
    category: Callable[[str], str]
    way: Callable[[str], str]
    sort: Callable[[str], str]
    weekday: Callable[[int], str]
    levels: str
    """What the numbers of a rating stand for."""
    plan: str
    """What the plan is called."""
    milestone: Callable[[str], str]
    reached: Callable[[str], str]
    """A milestone's words, and that it has been reached."""
