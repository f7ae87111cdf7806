"""Everything that the authority keeps about a participant, for whoever asks for it: the same ZIP as the
participant's own app makes (`paper/archive`), in the participant's language.

The team's notes and each coordinator's own journal are among it. The participant's own journal is not: nobody
but the participant reads it, and the participant has it in their app.
"""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa

from mia_companion.domain.fold import fold
from mia_companion.domain.people import Profile
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.rights import OWN, SERVER, SHARED
from mia_companion.i18n.words import words_for
from mia_companion.paper.archive.gathering import Kept, files_of, said_journal
from mia_companion.paper.archive.packing import Packing
from mia_companion.paper.archive.shape import (
    BY_AUTHORITY,
    OWN_JOURNAL,
    TOO_LATE,
    Archive,
    Around,
    SaidJournal,
)
from mia_companion.server import audit, kept_around, quarantine
from mia_companion.server.backend import Backend
from mia_companion.server.kept_around import NobodyThere
from mia_companion.server.opened.looks import tell
from mia_companion.server.schema import journals

__all__ = ["NobodyThere", "give_everything"]

GIVEN = "everything-given"
_PAGE = 500
_IN_MEMORY = 32 * 1024 * 1024


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
        around = await kept_around.around(change.connection, participant, account)
    read = await _read_all(backend, participant)
    archive = Archive(
        made_at=now,
        made_by=BY_AUTHORITY,
        language=words_for(read.profile.language).tag,
        participant=participant,
        name=read.profile.name,
        around=Around.model_validate(around),
        journals=tuple(read.journals.values()),
        files=files_of(read.journals.values()),
        left_out=(OWN_JOURNAL,),
    )
    of_entry = {one.id: id_ for id_, journal in read.journals.items() for one in journal.entries}
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as made:
        packing = Packing(made, archive, words_for(read.profile.language))
        for one in packing.files:
            packing.put(one, await backend.blobs.whole(of_entry[one.entry], one.blob_id))
        packing.close()
        made.seek(0)
        _keep(path, made)
    return f"{len(of_entry)} entries of {len(read.journals)} journals are in {path}."


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


@dataclass(frozen=True, slots=True)
class _Read:
    """By id of a journal what it says, and who the participant is by the shared one."""

    journals: dict[str, SaidJournal]
    profile: Profile


async def _read_all(backend: Backend, participant: str) -> _Read:
    async with backend.database.reading() as connection:
        names = await kept_around.names(connection)
        rows = list(await connection.execute(_journals(participant)))
    kept = {row.id: await _kept(backend, row.id, row.head) for row in rows}
    profile = Profile()
    for row in rows:
        if row.role == SHARED:
            profile = fold(EMPTY, [one.entry for one in kept[row.id] if one.seq]).profile
    names = {**names, participant: profile.name}
    return _Read(
        {
            row.id: said_journal(row.role, names.get(row.owner or "", ""), kept[row.id], names)
            for row in rows
        },
        profile,
    )


def _journals(participant: str) -> sa.Select[Any]:
    j = journals.c
    return (
        sa.select(j.id, j.role, j.owner, j.head)
        .where(j.participant == participant, j.erased_at.is_(None))
        .where((j.role != OWN) | (j.owner != participant))
        .order_by(j.role.desc(), j.id)  # team, shared, and then what is somebody's own
    )


async def _kept(backend: Backend, journal: str, head: int) -> list[Kept]:
    """In order, and after them what came from somebody whose access had ended."""
    found: list[Kept] = []
    for after in range(0, head, _PAGE):
        upto = min(head, after + _PAGE)
        async with backend.database.reading() as connection:
            some = await connection.run_sync(backend.journals.read, [(journal, after, upto)])
        found += [Kept.of(one) for one in some.get(journal, ())]
    async with backend.database.reading() as connection:
        late = await quarantine.of_journal(connection, backend.journals, journal)
    return [*found, *(Kept(one, state=TOO_LATE) for one in late)]
