"""Devices that send photos, and what they ask of the server."""

import random
from collections.abc import Callable

import httpx

from mia_companion.domain.blobs import BlobRef
from mia_companion.sync.blobs import fetch
from mia_companion.sync.errors import SyncError
from tests.example_data import blob
from tests.world import Device

CONTENT = random.Random(7).randbytes(700_000)


def attach(
    device: Device,
    content: bytes = CONTENT,
    *,
    words: str = "Se vad jag gjorde",
    private: bool = False,
) -> BlobRef:
    """Something good with a photo."""
    ref = blob(content, device.companion.ids.new())
    device.companion.store.blobs.keep(ref, device.participant, content)
    assert device.do.path.record_good(words, attachments=(ref,), private=private)
    return ref


def write(device: Device, who: str, content: bytes = CONTENT) -> BlobRef:
    """A coordinator's message with a file."""
    from mia_companion.domain.messages import MessageWritten  # noqa: PLC0415

    ref = blob(content, device.companion.ids.new())
    device.companion.store.blobs.keep(ref, device.participant, content)
    journal = device.companion.view.journal("shared", who)
    assert journal
    said = MessageWritten(message_id=ref.blob_id + "-m", words="Läs", attachments=(ref,))
    device.companion.record(journal, said)
    return ref


async def fetched(device: Device, ref: BlobRef, journal: str) -> bytes | str:
    """What a device gets of it from the server, or the problem's name."""
    companion = device.companion
    try:
        return await fetch(companion.store, companion.client, ref, journal)
    except SyncError as wrong:
        return wrong.name


async def tried(device: Device) -> str:
    """One run and what it carries; the problem's name, if any."""
    try:
        await device.sync()
        await device.companion.carrier.carry()
    except SyncError as wrong:
        return wrong.name
    return ""


def refused(device: Device) -> list[str]:
    """Why each that does not travel does not."""
    return [one.blob.reason for one in device.companion.view.carried.values()]


class Watched(httpx.AsyncBaseTransport):
    """Carries everything, notes `METHOD last-part-of-path`, and may be told to do something before."""

    def __init__(self, network: httpx.AsyncBaseTransport) -> None:
        self.network = network
        self.asked: list[str] = []
        self.before: Callable[[httpx.Request], httpx.Response | None] = lambda request: None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        blobs = "/blobs/" in request.url.path
        await request.aread()
        self.asked.append(
            f"{request.method} {'blob' if blobs else request.url.path.split('/')[-1]}"
        )
        instead = self.before(request)
        return instead or await self.network.handle_async_request(request)


def watching(device: Device) -> Watched:
    """Open the device anew over a line that is watched."""
    watched = Watched(device.transport)
    device.companion.store.close()
    device.transport = watched
    device.open()
    return watched
