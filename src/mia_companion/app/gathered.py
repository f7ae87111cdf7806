"""All that this device can say about its person: entries of each journal, as they were written."""

from collections.abc import Sequence
from dataclasses import dataclass

from mia_companion.app.companion import Companion
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.rights import JournalInfo
from mia_companion.store.outbox import Waiting
from mia_companion.sync.errors import SyncError

_PAGE = 500


@dataclass(frozen=True, slots=True)
class GatheredJournal:
    """A journal: what has its place, from `since` on without a gap, and what waits on this device."""

    info: JournalInfo
    since: int
    entries: tuple[Confirmed, ...]
    waiting: tuple[Waiting, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it begins where the journal began."""
        return self.since <= 1


async def gather(companion: Companion, roles: Sequence[str]) -> tuple[GatheredJournal, ...]:
    """The person's journals of those roles. What is older than what is here is fetched, if it can be.

    Raises StoreError.
    """
    found, known = [], companion.store.journals.known()
    for role in roles:
        journal = companion.view.journal(role)
        held = known.get(journal or "")
        if journal is None or held is None:
            continue
        entries = list(companion.store.journals.entries(journal))
        since = entries[0].seq if entries else held.since
        older = await _older(companion, journal, since)
        since = older[0].seq if older else since
        waiting = tuple(w for w in companion.store.outbox.all() if w.entry.journal == journal)
        found.append(GatheredJournal(held.info, since, (*older, *entries), waiting))
    return tuple(found)


async def _older(companion: Companion, journal: str, since: int) -> list[Confirmed]:
    """What comes before; as much of it as could be fetched, up to the one at `since`."""
    older: list[Confirmed] = []
    before = since
    while before > 1:
        try:
            page = (await companion.client.history(journal, before, _PAGE)).entries
        except SyncError:
            return older
        seqs = [one.seq for one in page]
        if not page or seqs != list(range(before - len(page), before)):
            return older
        older[:0] = page
        before = seqs[0]
    return older
