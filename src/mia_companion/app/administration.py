"""What an administrator sees of the association. It is asked of the server, and kept nowhere.

waiting ──came──▶ there ──asked again──▶ there
   └──────no answer──▶ failed ◀──no answer──┘     what was there before stays, with its time
"""

from dataclasses import dataclass
from datetime import datetime

from mia_companion.wire.administration import Administered, SiteSeen, StaffMember

WAITING, THERE, FAILED = "waiting", "there", "failed"


@dataclass(frozen=True, slots=True)
class Administration:
    """`problem` is one of `wire.problems` when `phase` is FAILED; `at` is when `seen` came."""

    phase: str = WAITING
    problem: str = ""
    seen: Administered | None = None
    at: datetime | None = None

    def site(self, id_: str) -> SiteSeen | None:
        """A site of the association."""
        sites = self.seen.sites if self.seen else ()
        return next((one for one in sites if one.id == id_), None)

    def member(self, id_: str) -> StaffMember | None:
        """Somebody who works for the association, or did."""
        if self.seen is None:
            return None
        everyone = [*self.seen.office, *(one for s in self.seen.sites for one in s.coordinators)]
        return next((one for one in everyone if one.id == id_), None)
