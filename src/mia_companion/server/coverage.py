"""Whether a consent covers what an entry says was passed on: asked under the journal's lock, so that a
withdrawal that came before it, however little, counts.

    PassedOn ──▶ lock the journal ──▶ fold its consents ──covers──▶ accepted
                                                      └──else──▶ refused: no-consent
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import read_fact
from mia_companion.domain.fold import fold
from mia_companion.server.journals import Journals
from mia_companion.server.pictures import Pictures

_ZONE = ZoneInfo("Europe/Stockholm")
"""In which a consent's first and last day are counted."""


def uncovered(
    connection: sa.Connection,
    pictures: Pictures,
    journals: Journals,
    said: Sequence[Entry],
    now: datetime,
) -> set[str]:
    """Ids of the entries that pass something on without a consent for it.

    Where there is one that passes something on, all journals written to are locked, in the one order.
    """
    passing = [(entry, fact) for entry in said if (fact := _passed_on(entry)) is not None]
    if not passing:
        return set()
    heads = journals.lock_all(connection, {entry.journal for entry in said})
    today = now.astimezone(_ZONE).date()
    found: set[str] = set()
    for entry, fact in passing:
        picture = pictures.saved(connection, entry.journal)
        span = (entry.journal, picture.seq, heads.get(entry.journal, 0))
        came = journals.read(connection, [span]).get(entry.journal, ())
        consent = fold(picture, came).consents.get(fact.consent_id)
        if consent is None or not consent.covers(fact.to_party, fact.categories, today):
            found.add(entry.id)
    return found


def _passed_on(entry: Entry) -> PassedOn | None:
    if "PassedOn" not in entry.body:
        return None
    fact = read_fact(entry.body)
    return fact if isinstance(fact, PassedOn) else None
