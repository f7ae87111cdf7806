"""Entries that a restore must not undo: sealed in the ledger under their journal's key, and put back."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Confirmed
from mia_companion.server import epochs
from mia_companion.server.journals import Arrival, Journals
from mia_companion.server.keys import KeyDestroyed

_TABLE = "ledger"


def to_remember(journals: Journals, one: Confirmed) -> dict[str, Any]:
    """What a line of the ledger keeps of the entry."""
    entry = one.entry
    sealed = journals.sealer(entry.journal).seal(_TABLE, entry.id, one.model_dump_json().encode())
    return {"journal": entry.journal, "entry": entry.id, "sealed": sealed.hex()}


async def put_back(connection: AsyncConnection, journals: Journals, facts: dict[str, Any]) -> None:
    """Into its journal, unless it is there, or was erased."""
    journal, entry = facts["journal"], facts["entry"]
    try:
        plain = journals.sealer(journal).open(_TABLE, entry, bytes.fromhex(facts["sealed"]))
    except KeyDestroyed:
        return
    said = Confirmed.model_validate_json(plain)
    arrival = Arrival(entry=said.entry, received_at=said.received_at)
    epoch = await connection.run_sync(epochs.current)
    await connection.run_sync(journals.append, [arrival], epoch)
