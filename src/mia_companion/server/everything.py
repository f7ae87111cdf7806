"""Everything that is kept about a participant, for whoever asks the authority for it: a ZIP to be read
without the app.

LÄS MIG.txt        what is here, and what is not
everything.json    all of it, journal by journal, entry by entry as it was written
<journal>.txt      the same to read: when, who, what, in which words
files/             photos and files that the entries name

The team's notes and each coordinator's own journal are among it. The participant's own journal is not: nobody
but the participant reads it, and the participant has it in their app.
"""

import json
import mimetypes
import os
import shutil
import tempfile
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa

from mia_companion.domain.entries import Entry
from mia_companion.domain.rights import OWN, SERVER
from mia_companion.server import audit, kept_around, quarantine
from mia_companion.server.backend import Backend
from mia_companion.server.kept_around import NobodyThere
from mia_companion.server.opened.looks import tell
from mia_companion.server.schema import journals

__all__ = ["NobodyThere", "give_everything"]

GIVEN = "everything-given"
_PAGE = 500
_IN_MEMORY = 32 * 1024 * 1024

_README = """\
Här är allt som finns sparat om dig i MIA companion hos myndigheten.

everything.json   allt, i den form det sparades
*.txt             samma sak, att läsa: när, vem, vad
files/            foton och filer

Teamets anteckningar och varje samordnares egna anteckningar om dig är med.
Det du skrivit bara för dig själv är inte med: det läser ingen annan än du, och du har det i din app.

This is everything that the authority keeps about you in MIA companion. The team's notes and each
coordinator's own notes are part of it. What you wrote for yourself alone is not: nobody else reads it, and
you have it in your app.
"""


async def give_everything(backend: Backend, participant: str, file: str) -> str:
    """Write everything that is kept about a participant to a new ZIP file; the looking is noted.

    Raises NobodyThere, and FileExistsError where the file is there already.
    """
    now = backend.surroundings.clock()
    path = Path(file)
    _free(path)
    async with backend.changes.open() as change:
        account = await kept_around.account_of(change.connection, participant)
        await audit.note(change.connection, now, SERVER, GIVEN, participant)
        await change.connection.run_sync(tell, [(SERVER, participant, GIVEN, now)])
        told = await kept_around.around(change.connection, participant, account)
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as made:
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as put:
            put.writestr("LÄS MIG.txt", _README)
            told["journals"] = [one async for one in _journals(backend, participant, put)]
            put.writestr("everything.json", json.dumps(told, ensure_ascii=False, indent=1))
        made.seek(0)
        _keep(path, made)
    count = sum(len(one["entries"]) for one in told["journals"])
    return f"{count} entries of {len(told['journals'])} journals are in {path}."


def _free(path: Path) -> None:
    if path.exists():
        raise FileExistsError(path)


def _keep(path: Path, made: IO[bytes]) -> None:
    """For its owner's eyes only; half a file is none."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "wb") as raw:
            shutil.copyfileobj(made, raw)
    except OSError:
        path.unlink()
        raise


async def _journals(
    backend: Backend, participant: str, put: zipfile.ZipFile
) -> AsyncIterator[dict[str, Any]]:
    """Each journal as JSON says it; its text and its files are put into the ZIP meanwhile."""
    j = journals.c
    async with backend.database.reading() as connection:
        names = await kept_around.names(connection)
        found = await connection.execute(
            sa.select(j.id, j.role, j.owner, j.head)
            .where(j.participant == participant, j.erased_at.is_(None))
            .where((j.role != OWN) | (j.owner != participant))
            .order_by(j.role, j.id)
        )
        rows = list(found)
    for place, row in enumerate(rows, 1):
        owner = names.get(row.owner or "", row.owner or "")
        said = [_said(one, participant, names) async for one in _read(backend, row.id, row.head)]
        title = f"{place} {row.role} {owner}".strip().replace("/", "-")
        put.writestr(f"{title}.txt", "\n".join(_as_text(one) for one in said) + "\n")
        for one in said:
            await _files(backend, row.id, one, put)
        yield {"journal": row.role, "owner": owner, "entries": said}


async def _read(backend: Backend, journal: str, head: int) -> AsyncIterator[Entry]:
    """In order, and after them what came from somebody whose access had ended."""
    for after in range(0, head, _PAGE):
        upto = min(head, after + _PAGE)
        async with backend.database.reading() as connection:
            found = await connection.run_sync(backend.journals.read, [(journal, after, upto)])
        for one in found.get(journal, ()):
            yield one.entry
    async with backend.database.reading() as connection:
        for entry in await quarantine.of_journal(connection, backend.journals, journal):
            yield entry


def _said(one: Entry, participant: str, names: dict[str, str]) -> dict[str, Any]:
    try:
        said = json.loads(one.body)
    except ValueError:  # no fact at all: kept as it is
        said = one.body
    return {
        "at": kept_around.instant(one.happened_at),
        "by": "the participant" if one.author == participant else names.get(one.author, one.author),
        "kind": one.kind,
        "said": said,
    }


def _as_text(one: dict[str, Any]) -> str:
    said = one["said"]
    if not isinstance(said, dict):
        return f"{one['at']}  {one['by']}\n    {said}\n"
    parts = [f"    {name}: {value}" for name, value in said.items() if name != "kind" and value]
    return "\n".join([f"{one['at']}  {one['by']}  {one['kind']}", *parts, ""])


async def _files(backend: Backend, journal: str, one: dict[str, Any], put: zipfile.ZipFile) -> None:
    said = one["said"]
    refs = said.get("attachments") if isinstance(said, dict) else None
    for ref in refs if isinstance(refs, list) else ():
        blob, name = str(ref.get("blob_id", "")), Path(str(ref.get("name", ""))).name
        kind = mimetypes.guess_extension(str(ref.get("media_type", ""))) or ""
        raw = await backend.blobs.whole(journal, blob)
        if raw is not None:
            ending = "" if Path(name).suffix else kind
            put.writestr(f"files/{blob} {name}".strip() + ending, raw)
