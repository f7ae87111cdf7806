"""Writes to a ledger, also as a process of its own, which imports no more than it needs."""

from pathlib import Path

from mia_companion.server.ledger import Ledger
from tests.server.clock import Clock

KEY = b"k" * 32


def ledger(file: Path) -> Ledger:
    return Ledger(file, KEY, Clock())


def write_many(file: Path, who: str) -> None:
    mine = ledger(file)
    for n in range(25):
        mine._append("assigned", {"who": who, "n": n})
