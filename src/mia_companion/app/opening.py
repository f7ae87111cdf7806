"""Putting one person's companion together on one device."""

from collections.abc import Callable
from pathlib import Path

from mia_companion.app.companion import Companion
from mia_companion.app.pictures import Pictures
from mia_companion.domain.ids import Clock, Ids
from mia_companion.store.mending import open_or_mend
from mia_companion.sync.backoff import Backoff
from mia_companion.sync.client import Client, Transport
from mia_companion.sync.session import Session


def open_companion(
    path: Path,
    key: bytes,
    server: str,
    *,
    clock: Clock,
    random: Callable[[int], bytes],
    uniform: Callable[[float, float], float],
    transport: Transport | None = None,
    confirmed_in_memory: bool = False,
) -> Companion:
    """Open the store at `path` with the 256-bit `key`, and get ready to speak to `server`.

    Call `companion.start()` on the event loop. Raises StoreBusy or StoreTooNew.
    """
    aside = f".broken-{clock():%Y%m%d%H%M%S}"
    pictures = Pictures()
    store, mended = open_or_mend(
        path, key, confirmed_in_memory=confirmed_in_memory, aside=aside, read=pictures.load
    )
    store.blobs.sweep(store.drafts.values())
    client = Client(server, Session(store.kept), transport)
    return Companion(
        store,
        client,
        Backoff(uniform),
        clock=clock,
        ids=Ids(clock, random),
        pictures=pictures,
        was_mended=mended,
    )
