"""What a server's database and devices must say of the same entries."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.torture.fleet import Device

Order = dict[str, list[str]]
"""By journal the ids of its entries, the first first."""


def stored(database: Path) -> Order:
    """What a SQLite database has; asserts that every journal counts 1, 2, 3 … and no id stands twice."""
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT journal, seq, id FROM entries ORDER BY journal, seq")
    found: Order = defaultdict(list)
    for journal, seq, id_ in rows:
        found[journal].append(id_)
        assert seq == len(found[journal])
    connection.close()
    everything = [id_ for ids in found.values() for id_ in ids]
    assert len(everything) == len(set(everything))
    return found


def lacks(device: Device, order: Order) -> int:
    """How many entries are still to come; asserts that what is there stands as at the server."""
    journals, missing = device.companion.store.journals, 0
    for journal in journals.known():
        here = [(one.seq, one.entry.id) for one in journals.entries(journal)]
        assert here == list(enumerate(order[journal], 1))[: len(here)]
        missing += len(order[journal]) - len(here)
    return missing


def assert_alike(devices: Sequence[Device]) -> None:
    """All who read the same see the same, and nobody has anything that was refused."""
    for one in devices:
        assert one.companion.view.outbox == ()
        for other in devices:
            for journal in one.companion.view.pictures.keys() & other.companion.view.pictures:
                here, there = one.companion.view.pictures, other.companion.view.pictures
                assert here[journal] == there[journal]
