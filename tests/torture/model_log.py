"""One journal of the model server: its log, and the one place that an entry has in it."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.rights import JournalInfo
from mia_companion.wire import problems
from mia_companion.wire.sync import Accepted, Refused


@dataclass
class Journal:
    """A journal, who may read it, and its log."""

    info: JournalInfo
    readers: frozenset[str]
    log: list[Confirmed] = field(default_factory=list)
    reached: dict[str, int] = field(default_factory=dict)
    backed_up: int = 0

    def stored(self, said: Entry) -> Accepted | Refused | None:
        """The answer to what has its place already, or to its id with other bytes."""
        for one in self.log:
            if one.entry.id == said.id:
                same = one.entry.digest() == said.digest()
                return accepted(one) if same else Refused(id=said.id, reason=problems.ID_TAKEN)
        return None

    def append(self, said: Entry, at: datetime, epoch: str) -> Accepted:
        """Give it the next place."""
        seq = len(self.log) + 1
        receipt = receipt_of(said, seq, at, epoch)
        self.log.append(
            Confirmed(entry=said, seq=seq, received_at=at, receipt=receipt, epoch=epoch)
        )
        return accepted(self.log[-1])


def receipt_of(one: Entry, seq: int, at: datetime, epoch: str) -> str:
    """The server's word that an entry had that place."""
    said = f"{one.digest().hex()} {seq} {at.isoformat()} {epoch}"
    return hashlib.sha256(said.encode()).hexdigest()


def accepted(one: Confirmed) -> Accepted:
    """The answer to its author."""
    return Accepted(
        id=one.entry.id,
        seq=one.seq,
        received_at=one.received_at,
        receipt=one.receipt,
        epoch=one.epoch,
    )
