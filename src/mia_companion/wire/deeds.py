"""What has been done, as an administrator looks through it: by whom, what, about what, when. No words of
anybody's."""

from typing import Literal

from pydantic import AwareDatetime

from mia_companion.domain.entries import Frozen

MOST_DEEDS = 200
"""In one answer."""
MAX_NUMBER = 2**53
"""No audit comes near it."""

About = Literal["staff", "participant", "site", "other"]


class Deed(Frozen):
    """One line of the audit. `by` is an account, or the server's own command line; `what` one of the server's
    words, of which there will be more.

    `about` is an id, and `kind` says whose: a participant is shown by a code, and by nothing else.
    """

    number: int
    at: AwareDatetime
    by: str
    what: str
    about: str
    kind: About


class Deeds(Frozen):
    """The newest first. Where there are `more`, ask for those before the last of these."""

    deeds: tuple[Deed, ...]
    more: bool = False
