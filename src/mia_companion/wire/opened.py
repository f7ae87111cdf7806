"""Who has looked at what a participant shares, as far as the server knows."""

from datetime import date

from pydantic import AwareDatetime

from mia_companion.domain.entries import Frozen
from mia_companion.domain.openings import OpenedPart

FETCHED = "fetched"
EVERYTHING = "everything-given"
TAKEN_OUT = "exported-"
"""`Look.what`: a device of theirs was given what was new; all of it was handed out as a file by whoever runs
the server; a list or a caseload became a file (`exported-` and its sort). A later version may know others."""


class Look(Frozen):
    """`account` did that on `day` (of the site), `at` for the first time that day."""

    day: date
    account: str
    what: str
    at: AwareDatetime


class LateOpening(Frozen):
    """What a coordinator whose access had ended meanwhile opened without a network."""

    day: date
    account: str
    part: OpenedPart


class Opened(Frozen):
    """The newest first. `since` is the first day that this server tells of: what was before is not known."""

    looks: tuple[Look, ...]
    late: tuple[LateOpening, ...]
    since: date
