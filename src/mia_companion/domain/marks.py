"""How something went, said once; the last mark that was not taken back stands, the others are history."""

from collections.abc import Sequence
from datetime import date

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import By, Frozen


class Mark(Frozen):
    """`day` is the day it is about, for what comes again; `note` and `attachments` are memories of it."""

    by: By
    state: str
    note: str = ""
    day: date | None = None
    attachments: tuple[BlobRef, ...] = ()
    undone: bool = False


Marks = tuple[Mark, ...]


def standing(marks: Sequence[Mark]) -> Mark | None:
    """The mark that stands, if any."""
    return next((m for m in reversed(marks) if not m.undone), None)
