"""The two words that this phone shows, kept on it until somebody has answered or a day has passed.

asked ──"the same"──▶ agreed ──the coordinator's yes, or a day──▶ forgotten
  │                      │
  └──"not the same"──────┴──signed out meanwhile──▶ closed: a screen says so, and nothing else is seen
"""

from collections.abc import Callable

from pydantic import ValidationError

from mia_companion.store.kept import Kept
from mia_companion.wire.pairing import ToCompare

_PAIRING = "pairing"

ASKED, AGREED, LEFT = "asked", "agreed", "left"


class Pairing(ToCompare):
    """Two words to compare with the coordinator's screen, on a phone that has just come in. `said` is what
    the person answered there."""

    said: str = ASKED

    def is_out(self, signed_out: bool) -> bool:
        """Whether this phone is out again before its words were confirmed, by either side's no."""
        return signed_out or self.said == LEFT


def read_pairing(get: Callable[[str], str]) -> Pairing | None:
    """What is kept; what cannot be read any more asks nothing."""
    try:
        return Pairing.model_validate_json(get(_PAIRING)) if get(_PAIRING) else None
    except ValidationError:
        return None


def keep_pairing(kept: Kept, said: ToCompare | None) -> None:
    """Keep it in place of any earlier one; None forgets it."""
    kept.set(_PAIRING, "" if said is None else said.model_dump_json())
