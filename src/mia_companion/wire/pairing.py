"""Two words that a phone and a coordinator's screen both show, and what each side says of them."""

from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import Frozen

HOW_MANY_WORDS = 64
"""Words that there are, by number from 0. What each is called, in each language, the client knows."""

Word = Annotated[int, Field(ge=0, lt=HOW_MANY_WORDS)]
Pair = tuple[Word, Word]

WAITING: Final = "waiting"
OPENED: Final = "opened"
CONFIRMED: Final = "confirmed"
REFUSED: Final = "refused"
EXPIRED: Final = "expired"
State = Literal["waiting", "opened", "confirmed", "refused", "expired"]


class Inviting(Frozen):
    """How a participant's newest code stands.

    `pair` is there while it can be compared: from `opened_at` on for a day, after a letter for seven, until
    the coordinator has said yes or somebody no. `phone_agrees` is the phone's yes, which confirms nothing
    by itself. `refused_here` is whether the no was the caller's own. By `letter` nothing is read on the
    phone before the coordinator's yes. With `closed` the letters were guessed at too often; the picture
    still opens.
    """

    state: State
    expires_at: AwareDatetime
    opened_at: AwareDatetime | None = None
    pair: Pair | None = None
    phone_agrees: bool = False
    refused_here: bool = False
    way: Literal["room", "letter"] = "room"
    closed: bool = False


class Compared(Frozen):
    """Whether the two words are the same on both sides. They are named, so that an answer about an
    earlier phone is not taken for one about this."""

    pair: Pair
    same: bool


class ToCompare(Frozen):
    """What a phone is to ask. `watched`: a coordinator had the invitation on their screen as it came in."""

    pair: Pair
    watched: bool = False
