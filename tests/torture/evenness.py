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


def has_all(device: Device, order: Order) -> bool:
    """Whether the device has read every journal to its end."""
    cursors = device.companion.store.journals.cursors()
    return all(cursor == len(order[journal]) for journal, cursor in cursors.items())


def assert_alike(devices: Sequence[Device], order: Order) -> None:
    """Every device has what the server has in the server's order, sees what the others see, and nothing
    waits or was refused."""
    for one in devices:
        assert one.companion.view.outbox == ()
        journals = one.companion.store.journals
        for journal in journals.known():
            assert [c.entry.id for c in journals.entries(journal)] == order[journal]
        pictures = one.companion.view.pictures
        for other in devices:
            others = other.companion.view.pictures
            for journal in pictures.keys() & others.keys():
                assert pictures[journal] == others[journal]
