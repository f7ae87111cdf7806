"""Blobs: broken off and taken up again, sealed, and for the journal's readers only."""

import asyncio
import hashlib
import os

import httpx
import sqlalchemy as sa

from mia_companion.domain.blobs import MAX_BLOB_BYTES
from mia_companion.server.blobs import PART_BYTES
from mia_companion.server.schema import blob_parts
from tests.server.sockets import serving
from tests.server.world import Person, World, problem


def announced(content: bytes, offset: int) -> dict[str, str]:
    return {
        "upload-offset": str(offset),
        "upload-length": str(len(content)),
        "upload-sha256": hashlib.sha256(content).hexdigest(),
    }


async def put(
    person: Person,
    journal: str,
    content: bytes,
    offset: int = 0,
    *,
    part: bytes | None = None,
    blob: str = "blob-0001",
) -> httpx.Response:
    return await person.call(
        "PUT",
        f"/v1/journals/{journal}/blobs/{blob}",
        headers=announced(content, offset),
        content=content[offset:] if part is None else part,
    )


async def offset_of(person: Person, path: str) -> str | None:
    answer = await person.call("HEAD", path)
    return answer.headers["upload-offset"] if answer.is_success else None


async def break_off(address: str, person: Person, path: str, content: bytes, at: int) -> None:
    """An upload over a line that breaks after so many bytes."""
    _, host, port = address.replace("//", "").split(":")
    _, writer = await asyncio.open_connection(host, int(port))
    headers = {**person.headers, **announced(content, 0), "content-length": str(len(content))}
    lines = [f"PUT {path} HTTP/1.1", "host: x", *(f"{k}: {v}" for k, v in headers.items())]
    writer.write("\r\n".join([*lines, "", ""]).encode() + content[:at])
    await writer.drain()
    arrived = str(PART_BYTES)
    while await offset_of(person, path) != arrived:  # noqa: ASYNC110  nobody is told of a part
        await asyncio.sleep(0.01)
    writer.close()
    await writer.wait_closed()


async def test_an_upload_goes_on_where_it_was_broken_off(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    content = os.urandom(700_000)
    path = f"/v1/journals/{shared}/blobs/blob-0001"

    async with serving(world.app) as address:
        await break_off(address, participant, path, content, at=300_000)
    begun = PART_BYTES
    head = await participant.call("HEAD", path)
    assert head.headers["upload-offset"] == str(begun)
    assert problem(await coordinator.call("GET", path)) == "not-found"
    wrong = await put(participant, shared, content, begun + 5)
    assert problem(wrong) == "conflict"
    assert wrong.headers["upload-offset"] == str(begun)
    first = await put(participant, shared, content, begun, part=content[begun : begun + 1000])
    assert first.headers["upload-offset"] == str(begun + 1000)
    done = await put(participant, shared, content, begun + 1000)
    assert done.status_code == 204
    assert done.headers["upload-offset"] == done.headers["upload-length"] == str(len(content))
    assert (await put(participant, shared, content)).status_code == 204
    answer = await coordinator.call("GET", path)
    assert answer.content == content
    assert answer.headers["content-type"] == "application/octet-stream"
    async with world.backend.database.reading() as connection:
        parts = list(await connection.scalars(sa.select(blob_parts.c.sealed)))
    assert not any(content[:64] in part or content[-64:] in part for part in parts)


async def test_bytes_with_another_hash_are_forgotten(world: World) -> None:
    _, participant, shared = await world.pair()
    answer = await put(participant, shared, b"a" * 1000, part=b"b" * 1000)
    assert problem(answer) == "malformed"
    head = await participant.call("HEAD", f"/v1/journals/{shared}/blobs/blob-0001")
    assert head.status_code == 404
    assert (await put(participant, shared, b"a" * 1000)).status_code == 204
    assert problem(await put(participant, shared, b"c" * 999)) == "conflict"


async def test_nobody_else_reads_or_writes_them(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    stranger, _, _ = await world.pair()
    await put(participant, shared, b"photo")
    path = f"/v1/journals/{shared}/blobs/blob-0001"
    assert problem(await stranger.call("GET", path)) == "not-found"
    assert problem(await put(stranger, shared, b"other")) == "not-found"
    directory = (await participant.journals())[("directory", None, None)]
    assert problem(await put(participant, directory, b"x")) == "forbidden"
    assert (await put(coordinator, directory, b"x")).status_code == 204


async def test_too_much_is_refused(world: World) -> None:
    _, participant, shared = await world.pair()
    big = announced(b"", 0) | {"upload-length": str(MAX_BLOB_BYTES + 1)}
    path = f"/v1/journals/{shared}/blobs/blob-0002"
    assert problem(await participant.call("PUT", path, headers=big)) == "too-large"
    more = await put(participant, shared, b"12345", part=b"1234567")
    assert problem(more) == "too-large"
    for wrong in ({}, {"upload-offset": "-1"}, {"upload-sha256": "x"}):
        headers = announced(b"x", 0) | wrong if wrong else {}
        assert problem(await participant.call("PUT", path, headers=headers)) == "malformed"


async def test_an_empty_blob_is_whole(world: World) -> None:
    _, participant, shared = await world.pair()
    assert (await put(participant, shared, b"")).status_code == 204
    answer = await participant.call("GET", f"/v1/journals/{shared}/blobs/blob-0001")
    assert (answer.status_code, answer.content) == (200, b"")
