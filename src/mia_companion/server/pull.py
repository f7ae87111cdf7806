"""Entries go out: what comes after the caller's cursors, in pages of bounded count and size."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.picture import FOLD_VERSION
from mia_companion.domain.rights import SHARED
from mia_companion.server import access, epochs, reached
from mia_companion.server.access import Caller, Standing
from mia_companion.server.changes import Changes
from mia_companion.server.database import Database
from mia_companion.server.journals import Journals
from mia_companion.server.pages import Plan, groups, plan_page
from mia_companion.server.people import coordinators_of
from mia_companion.server.pictures import LONG, Pictures
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Tokens
from mia_companion.wire.leave import leave_proof
from mia_companion.wire.sync import Gone, JournalPage, PictureAt, Pull, PullAnswer

MAX_PAGE_BYTES = 4 * 1024 * 1024


class Pulls:
    """Answers pulls."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        journals: Journals,
        *,
        pictures: Pictures,
        tokens: Tokens,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._changes = changes
        self._journals = journals
        self._pictures = pictures
        self._tokens = tokens
        self._clock = surroundings.clock

    async def answer(self, caller: Caller, pull: Pull) -> PullAnswer:
        """A page, or after a restore the seqs up to which caller and server agree."""
        now = self._clock()
        pictures = await self._pictures_for(caller, pull, now)
        async with self._database.reading() as connection:
            epoch = await epochs.current(connection)
            standing = await access.readable(connection, caller, now)
            gone = await self._gone(connection, caller, pull, standing, now)
            if pull.epoch is not None and pull.epoch != epoch:
                rebase = await epochs.agreed(connection, pull.epoch, list(standing))
                return PullAnswer(epoch=epoch, now=now, gone=gone, rebase=rebase)
            held = await reached.of(connection, standing)
            followed = await coordinators_of(connection, _participants(standing), now)
            plans, more = plan_page(standing, pull, pictures)
            entries, cut = await self._read(connection, plans)
        proven = reached.proven(caller, standing, pull.cursors, held)
        if proven:
            async with self._changes.open() as change:
                await reached.note(change.connection, caller, proven)
                change.heads.update({id_: standing[id_].head for id_ in proven})
        for journal, seq in proven.items():
            held.setdefault(journal, {})[caller.account] = seq
        pages = tuple(
            JournalPage.model_construct(
                journal=plan.standing.journal,
                head=plan.standing.head,
                picture=plan.picture,
                entries=tuple(entries.get(plan.id, ())),
                reached=held.get(plan.id, {}),
                coordinators=followed.get(_shared_with(plan.standing), ()),
            )
            for plan in plans
        )
        return PullAnswer.model_construct(
            epoch=epoch,
            now=now,
            pages=pages,
            gone=gone,
            rebase=_heads_behind(pull, standing),
            more=more or cut,
        )

    async def history(
        self, caller: Caller, journal: str, before: int, limit: int
    ) -> tuple[Confirmed, ...] | None:
        """Entries before a seq, oldest first; None for a journal that is not the caller's."""
        async with self._database.reading() as connection:
            standing = await access.standings(connection, caller, self._clock(), [journal])
            place = standing.get(journal)
            if place is None or place.state != access.OPEN:
                return None
            upto = min(before - 1, place.head)
            found = await self._journals.read(connection, [(journal, max(0, upto - limit), upto)])
        return tuple(found.get(journal, ()))

    async def _pictures_for(
        self, caller: Caller, pull: Pull, now: datetime
    ) -> dict[str, PictureAt | None]:
        """Pictures of the long journals that the caller has nothing of; None where one must wait for
        the next page, so that a whole caseload does not come in one answer."""
        if pull.fold_version != FOLD_VERSION or pull.heads_only:
            return {}
        async with self._database.reading() as connection:
            if pull.epoch is not None and pull.epoch != await epochs.current(connection):
                return {}
            standing = await access.readable(connection, caller, now)
        found: dict[str, PictureAt | None] = {}
        room = MAX_PAGE_BYTES
        for id_, one in standing.items():
            if one.head > LONG and pull.cursors.get(id_, 0) <= 0:
                picture = await self._pictures.at_most(id_, one.head) if room > 0 else None
                room -= len(picture.picture) if picture else 0
                found[id_] = picture
        return found

    async def _gone(
        self,
        connection: AsyncConnection,
        caller: Caller,
        pull: Pull,
        standing: dict[str, Standing],
        now: datetime,
    ) -> tuple[Gone, ...]:
        asked = pull.cursors.keys() - standing.keys()
        if not asked:
            return ()
        former = await access.standings(connection, caller, now, asked)
        key = self._tokens.leave_key(caller.account, caller.device)
        return tuple(
            Gone(journal=id_, reason=one.state, proof=leave_proof(key, id_, one.state))
            for id_, one in sorted(former.items())
            if one.state != access.OPEN
        )

    async def _read(
        self, connection: AsyncConnection, plans: list[Plan]
    ) -> tuple[dict[str, list[Confirmed]], bool]:
        """The planned entries, and whether some were left for the next page to keep this one small."""
        found: dict[str, list[Confirmed]] = {}
        room = MAX_PAGE_BYTES - sum(len(p.picture.picture) for p in plans if p.picture)
        for group in groups(plans):
            if room <= 0 and found:
                return found, True
            read = await self._journals.read(connection, group)
            room -= sum(len(c.entry.body) for one in read.values() for c in one)
            for journal, entries in read.items():
                found.setdefault(journal, []).extend(entries)
        return found, False


def _heads_behind(pull: Pull, standing: dict[str, Standing]) -> dict[str, int] | None:
    """Heads to go back to when the caller has read, in this epoch, what is not here: see `epochs`."""
    if pull.epoch is None or all(pull.cursors.get(j, 0) <= one.head for j, one in standing.items()):
        return None
    return {j: one.head for j, one in standing.items()}


def _shared_with(standing: Standing) -> str:
    """The participant whose shared journal it is; empty for any other journal."""
    journal = standing.journal
    return journal.participant or "" if journal.role == SHARED else ""


def _participants(standing: dict[str, Standing]) -> set[str]:
    return {one for place in standing.values() if (one := _shared_with(place))}
