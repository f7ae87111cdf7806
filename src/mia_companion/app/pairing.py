"""The two words that this phone shows, kept on it until somebody has answered or a day has passed.

asked ──"the same"──▶ agreed ──the coordinator's yes, or a day──▶ forgotten
  │ by letter: nothing is read until that yes │
  │                      │
  └──"not the same"──────┴──signed out meanwhile──▶ closed: a screen says so, and nothing else is seen
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from pydantic import AwareDatetime, ValidationError

from mia_companion.store.kept import Kept
from mia_companion.wire.accounts import Enrolled
from mia_companion.wire.pairing import ToCompare

_PAIRING = "pairing"
_A_DAY = timedelta(days=1)

ASKED, AGREED, LEFT = "asked", "agreed", "left"


class Pairing(ToCompare):
    """Two words to compare with the coordinator's screen, on a phone that has just come in. `said` is what
    the person answered there."""

    said: str = ASKED
    since: AwareDatetime | None = None
    """When this phone came in, by its own clock."""
    waits: bool = False
    """It came in by letter: nothing is read here before the coordinator's yes."""

    def is_out(self, signed_out: bool) -> bool:
        """Whether this phone is out again before its words were confirmed, by either side's no."""
        return signed_out or self.said == LEFT


def still_asked(pairing: Pairing | None, now: datetime) -> Pairing | None:
    """What is left of it on a phone that is signed out: after a day that has other reasons than two words."""
    since = pairing.since if pairing else None
    return None if since is not None and now - since > _A_DAY else pairing


def read_pairing(get: Callable[[str], str]) -> Pairing | None:
    """What is kept; what cannot be read any more asks nothing."""
    try:
        return Pairing.model_validate_json(get(_PAIRING)) if get(_PAIRING) else None
    except ValidationError:
        return None


def begin_pairing(kept: Kept, answer: Enrolled, now: datetime) -> None:
    """Keep what this phone is to ask, now that it has come in; nothing, where there is nothing to ask."""
    told = answer.pairing
    fresh = None if told is None else Pairing(**told.model_dump(), since=now, waits=answer.waits)
    keep_pairing(kept, fresh)


def keep_pairing(kept: Kept, pairing: Pairing | None) -> None:
    """Keep it in place of any earlier one; None forgets it."""
    kept.set(_PAIRING, "" if pairing is None else pairing.model_dump_json())
