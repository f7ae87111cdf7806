"""What has not reached the server, as screens may show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mia_companion.domain.openings import is_trace
from mia_companion.store.blob_rows import REFUSED as BLOB_REFUSED
from mia_companion.store.blob_rows import Blob
from mia_companion.store.outbox import HELD, REFUSED, RETURNING, UNTAKEN, WAITING, Waiting


@dataclass(frozen=True, slots=True)
class Carried:
    """A photo or file on its way. `arrived` is how many of its bytes the server has."""

    blob: Blob
    arrived: int = 0

    @property
    def percent(self) -> int:
        """How much of it has arrived; 100 only when it is acknowledged, and then it is not here."""
        return min(99, 100 * self.arrived // max(1, self.blob.ref.size))


@dataclass(frozen=True, slots=True, eq=False)
class Sending:
    """The part of a view that says what waits, travels or was refused."""

    outbox: tuple[Waiting, ...] = ()
    given_back: tuple[Waiting, ...] = ()
    """What a restored server lacks of what was confirmed, others' too: on its way back, or untaken."""
    carried: Mapping[str, Carried] = field(default_factory=dict)
    """What of the photos and files that entries name the server has not acknowledged, by blob."""

    @property
    def to_send(self) -> tuple[Waiting, ...]:
        """What has not reached the server."""
        return tuple(w for w in self.outbox if w.state in (WAITING, HELD))

    @property
    def refused(self) -> tuple[Waiting, ...]:
        """What the server would not take; it stays with its words."""
        return tuple(w for w in self.outbox if w.state == REFUSED and not is_trace(w.entry.body))

    @property
    def carried_alone(self) -> tuple[Carried, ...]:
        """Photos and files whose entry has been sent, and that are still to follow or were refused."""
        waiting = {one.entry.id for one in self.outbox if one.state in (WAITING, HELD, REFUSED)}
        return tuple(one for one in self.carried.values() if one.blob.entry not in waiting)

    @property
    def waiting_count(self) -> int:
        """How many things have not reached the server and go there by themselves."""
        alone = [one for one in self.carried_alone if one.blob.state != BLOB_REFUSED]
        returning = [one for one in self.given_back if one.state == RETURNING]
        return len(self.deeds_to_send) + len(returning) + len(alone)

    @property
    def deeds_to_send(self) -> tuple[Waiting, ...]:
        """What has not reached the server and was written by somebody: no trace of what was opened."""
        return tuple(w for w in self.to_send if not is_trace(w.entry.body))

    @property
    def a_deed_waits(self) -> bool:
        """Whether anything that somebody wrote is only on this device."""
        return bool(self.deeds_to_send or self.refused or self.carried)

    @property
    def is_kept_here_alone(self) -> bool:
        """Whether a server that lost its keys, too, did not take back what others have written."""
        return any(one.state == UNTAKEN for one in self.given_back)

    @property
    def something_waits(self) -> bool:
        """Whether anything is only on this device: to be sent, on its way, or refused."""
        return bool(self.to_send or self.refused or self.carried)

    def is_waiting(self, entry_id: str) -> bool:
        """Whether that entry has not reached the server yet."""
        return any(w.entry.id == entry_id for w in self.to_send)
