"""Whether a consent covers what an entry says was passed on: asked under the journal's lock, and of all
that stands before it, also in the same push, so that a withdrawal that came before it, however little,
counts.

    PassedOn ──▶ the journal, locked ──▶ fold its consents, and what this push has said so far
                                              ├─ covers ──▶ accepted
                                              └─ else ────▶ refused: no-consent
"""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from mia_companion.domain.disclosures import PassedOn, covers
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import read_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import Picture
from mia_companion.server.journals import Journals
from mia_companion.server.pictures import Pictures

_ZONE = ZoneInfo("Europe/Stockholm")
"""In which a consent's first and last day are counted."""


def passed_on(body: str) -> PassedOn | None:
    """What the body says was passed on, if that is what it says, however it is spelled."""
    # A letter of the kind may be written as an escape; nothing else hides it.
    if "PassedOn" not in body and "\\u" not in body:
        return None
    fact = read_fact(body)
    return fact if isinstance(fact, PassedOn) else None


def any_passed_on(said: Iterable[Entry]) -> bool:
    """Whether any of these passes something on."""
    return any(passed_on(one.body) is not None for one in said)


class Coverage:
    """What one push's entries are held to, in their order. Its journals are locked already.

    `heads` are those from before the push.
    """

    def __init__(
        self,
        connection: sa.Connection,
        pictures: Pictures,
        journals: Journals,
        *,
        heads: dict[str, int],
        epoch: str,
        now: datetime,
    ) -> None:
        self._connection, self._pictures, self._journals = connection, pictures, journals
        self._heads = dict(heads)
        self._epoch, self._now = epoch, now
        self._today = now.astimezone(_ZONE).date()
        self._folded: dict[str, Picture] = {}
        self._followed: set[str] = set()

    def lacks(self, entry: Entry) -> bool:
        """Whether it passes something on that no consent covers where it would stand."""
        fact = passed_on(entry.body)
        return fact is not None and not covers(
            self._picture(entry.journal).consents.get(fact.consent_id), fact, self._today
        )

    def follow(self, entry: Entry) -> None:
        """It is to be stored, and was not yet: what comes after it in this push comes after what it says.

        Of several with one id only the first is stored.
        """
        if entry.id in self._followed:
            return
        self._followed.add(entry.id)
        before = self._picture(entry.journal)
        seq = self._heads[entry.journal] = self._heads.get(entry.journal, 0) + 1
        placed = Confirmed(
            entry=entry, seq=seq, received_at=self._now, receipt="", epoch=self._epoch
        )
        self._folded[entry.journal] = fold(before, [placed])

    def _picture(self, journal: str) -> Picture:
        if journal not in self._folded:
            saved = self._pictures.saved(self._connection, journal)
            span = (journal, saved.seq, self._heads.get(journal, 0))
            came = self._journals.read(self._connection, [span]).get(journal, ())
            self._folded[journal] = fold(saved, came)
        return self._folded[journal]
