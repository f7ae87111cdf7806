"""Making the file of everything: gathered from this device, told in the person's language, handed over."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.app.gathered import GatheredJournal
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.rights import OWN
from mia_companion.paper.archive.gathering import Kept, files_of, said_journal
from mia_companion.paper.archive.packing import Packing
from mia_companion.paper.archive.shape import (
    BY_APP,
    OLDER,
    REFUSED,
    TEAM_NOTES,
    WAITING,
    Archive,
    SaidFile,
)
from mia_companion.store import outbox
from mia_companion.ui.components.made_file import FileWords, hand_over
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.context import Here


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person wants in it."""

    only_mine: bool = True
    files: bool = True


async def make_everything(
    here: Here, picker: ft.FilePicker, wanted: Wanted, say: Callable[[str], None]
) -> str:
    """Make it and hand it over. What to say afterwards; `say` tells how far it has come."""
    t = here.t
    found = await here.do.data.everything()
    if isinstance(found, str):
        return sentence(here.words, found)
    journals = [one for one in found if wanted.only_mine or one.info.role != OWN]
    into = io.BytesIO()
    packing = Packing(into, _archive(here, journals), here.words)
    of_entry = {e: j.info.id for j in journals for e in _entries(j)}
    count = len(packing.files)
    for place, file in enumerate(packing.files, 1):
        if wanted.files:
            say(t("{place} of {all}", place=place, all=count))
            packing.put(file, await _content(here, file, of_entry[file.entry]))
        else:
            packing.put(file, None)
    say(t("Making the file …"))

    def whole() -> bytes:
        packing.close()
        return into.getvalue()

    words = FileWords(
        not_made=t("The file could not be made. Nothing has changed. Try again in a while."),
        not_saved=t("The file could not be saved on this device."),
        downloaded=t("The file is made. Look among your downloads for {name}.", name=_name(here)),
        saved=t("The file is saved."),
    )
    return await hand_over(picker, _name(here), whole, words)


def _name(here: Here) -> str:
    """A name that tells nothing to whoever sees it."""
    return f"plan-{here.today():%Y-%m-%d}.zip"


def _archive(here: Here, journals: list[GatheredJournal]) -> Archive:
    view = here.view
    me = view.account.id if view.account else ""
    authors = {one.entry.author for j in journals for one in _kept(j)}
    names = {one: view.coordinator_name(one) for one in authors} | {me: view.plan().name}
    said = tuple(
        said_journal(one.info.role, "", _kept(one), names, since=one.since) for one in journals
    )
    older = () if all(one.is_whole for one in journals) else (OLDER,)
    return Archive(
        made_at=here.now(),
        made_by=BY_APP,
        language=here.words.tag,
        participant=me,
        name=view.plan().name,
        journals=said,
        files=files_of(said),
        left_out=(TEAM_NOTES, *older),
    )


def _kept(one: GatheredJournal) -> list[Kept]:
    """What has its place, and then what waits on this device."""
    waiting = [
        Kept(w.entry, state=REFUSED if w.state == outbox.REFUSED else WAITING) for w in one.waiting
    ]
    return [*map(Kept.of, one.entries), *waiting]


def _entries(one: GatheredJournal) -> list[str]:
    return [each.entry.id for each in _kept(one)]


async def _content(here: Here, file: SaidFile, journal: str) -> bytes | None:
    """The bytes, from here or from the server; None where neither has them now."""
    try:
        ref = BlobRef(
            blob_id=file.blob_id,
            sha256=file.sha256,
            size=file.size,
            media_type=file.media_type,
            name=file.name,
        )
    except ValueError:  # no reference that this version can follow
        return None
    found = await here.do.attachments.content(ref, journal)
    return None if isinstance(found, str) else found
