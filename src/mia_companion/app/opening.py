"""Putting one person's companion together on one device."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mia_companion.app.companion import Companion
from mia_companion.app.pictures import Pictures
from mia_companion.domain.ids import Clock, Ids
from mia_companion.store.commons import Commons
from mia_companion.store.errors import StoreFull
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
    commons: Commons | None = None,
) -> Companion:
    """Open the store at `path` with the 256-bit `key`, and get ready to speak to `server`.

    With `commons` what is confirmed is in memory, and shared with other sessions (`store/commons.py`).

    Call `companion.start()` on the event loop. Raises StoreBusy, StoreFull or StoreTooNew.
    """
    aside = f".broken-{clock():%Y%m%d%H%M%S}"
    pictures = Pictures()
    store, mended = open_or_mend(path, key, commons=commons, aside=aside, read=pictures.load)
    with suppress(StoreFull):  # then it is swept another time
        store.blobs.sweep(store.drafts.values())
    client = Client(server, Session(store.kept, random), transport)
    return Companion(
        store,
        client,
        Backoff(uniform),
        clock=clock,
        ids=Ids(clock, random),
        pictures=pictures,
        was_mended=mended,
    )
