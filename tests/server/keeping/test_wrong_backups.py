"""What is wrong with a backup's file is found before anything is changed."""

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from dataclasses import replace

import pyrage
import pytest

from mia_companion.server.keeping.age import NotOpened
from mia_companion.server.keeping.archive import NotABackup
from mia_companion.server.keeping.rows_in import NewerSchema
from tests.server.keeping.kept import (
    backed_up,
    decrypted,
    encrypted,
    is_refused,
    put_back,
    rows_of,
    written,
)
from tests.server.world import World


async def test_what_is_wrong_with_the_file_is_found_before_anything_changes(fresh: World) -> None:
    await written(fresh)
    file = await backed_up(fresh)
    whole = file.read_bytes()
    plain = decrypted(file)
    wrong = {
        NotOpened: [
            b"",
            whole[:20],
            whole[:-1],
            whole[: len(whole) // 2],
            *(flipped(whole, at) for at in (30, 300, len(whole) // 2, len(whole) - 1)),
            stranger(plain),
        ],
        NotABackup: [
            encrypted(one)
            for one in (
                b"",
                b"something else",
                plain[:512],
                plain[: len(plain) // 2],
                changed(plain, lambda members: members[:-1]),
                changed(plain, lambda members: [members[0], *members[2:]]),
                changed(plain, lambda members: [*members[:2], members[1], *members[2:]]),
                changed(plain, without_a_row),
                changed(plain, lambda members: [members[0], ("/etc/x", b""), *members[1:]]),
                changed(plain, lambda members: [(members[0][0], b"{}"), *members[1:]]),
            )
        ],
        NewerSchema: [encrypted(changed(plain, of_a_later_version))],
    }
    rows = await rows_of(fresh.settings.url)
    few = fresh.backend.database.is_postgres  # nothing of the others is an engine's
    async with fresh.stopped():
        for why, contents in wrong.items():
            for content in contents[-2:] if few else contents:
                file.write_bytes(content)
                await is_refused(fresh, file, why)
        assert await rows_of(fresh.settings.url) == rows
        file.write_bytes(whole)
        await put_back(fresh, file)
        other = replace(fresh.settings, key_dir=fresh.settings.data_dir / "others-keys")
        fresh.settings, ours = other, fresh.settings
        with pytest.raises(NotABackup):  # made by a server with other keys: anybody may encrypt
            await put_back(fresh, file)
        fresh.settings = ours


def flipped(raw: bytes, at: int) -> bytes:
    """One bit is another."""
    return raw[:at] + bytes([raw[at] ^ 4]) + raw[at + 1 :]


def stranger(plain: bytes) -> bytes:
    """For another key."""
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Identity.generate().to_public()]))


Members = list[tuple[str, bytes]]


def changed(plain: bytes, change: Callable[[Members], Members]) -> bytes:
    """A tar with other members, in the form of the first."""
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        members = [(one.name, tar.extractfile(one).read()) for one in tar]  # type: ignore[union-attr]
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in change(members):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return out.getvalue()


def without_a_row(members: Members) -> Members:
    """And the digest made anew, but for the MAC."""
    place = next(n for n, one in enumerate(members) if one[0].startswith("tables/entries"))
    name, content = members[place]
    rows = gzip.decompress(content).split(b"\n")
    return [*members[:place], (name, gzip.compress(b"\n".join(rows[1:]))), *members[place + 1 :]]


def of_a_later_version(members: Members) -> Members:
    """A schema that this version does not know."""
    said = json.loads(members[0][1]) | {"schema_version": "9999"}
    return [(members[0][0], json.dumps(said).encode()), *members[1:]]
