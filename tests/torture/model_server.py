"""A server so small that one sees it is right: fast, and what the real one's answers are held to.

It speaks the wire's bytes, knows nothing of disks, and can do what takes the real one long: answer in
tiny pages, begin with a picture after a few entries, learn a new kind, be restored from a backup.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import httpx

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import read_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, FOLD_VERSION, save_picture
from mia_companion.domain.rights import SHARED, TEAM, knows, may_say
from mia_companion.wire import problems
from mia_companion.wire.accounts import Account, Tokens
from mia_companion.wire.sync import (
    MAX_PAGE,
    Accepted,
    Held,
    JournalPage,
    PictureAt,
    Pull,
    PullAnswer,
    Push,
    PushAnswer,
    Refused,
)
from tests.torture.model_log import Journal, receipt_of

NEWER = "DreamTold"
"""A kind that the server knows only once it is upgraded."""
NEVER = 10**9


class ModelServer(httpx.AsyncBaseTransport):
    """`page` entries fit in an answer; a journal of `picture_from` begins with a picture."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        accounts: Iterable[Account],
        journals: Iterable[Journal],
        *,
        page: int = MAX_PAGE,
        picture_from: int = NEVER,
        epoch: str = "epoch-0",
    ) -> None:
        self._clock = clock
        self.accounts = {one.id: one for one in accounts}
        self.journals = {one.info.id: one for one in journals}
        self._devices: dict[str, set[str]] = {id_: set() for id_ in self.accounts}
        self._page = page
        self._picture_from = picture_from
        self._heads: list[tuple[str, dict[str, int]]] = [(epoch, {})]
        self.upgraded = False

    @property
    def epoch(self) -> str:
        """The present one."""
        return self._heads[-1][0]

    def let_in(self, account: str, device: str) -> Tokens:
        """Tokens for one more device."""
        self._devices[account].add(device)
        return Tokens(
            account=self.accounts[account],
            access=f"{account}/{device}",
            access_until=self._clock(),
            refresh=f"{account}/{device}".ljust(32, "."),
            leave_key="ab" * 32,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        raw = await request.aread()
        if request.url.path == "/v1/tokens":
            access = request.read().decode().split('"')[3].rstrip(".")
            return httpx.Response(200, text=self.let_in(*access.split("/")).model_dump_json())
        account = self.accounts[request.headers["authorization"].split()[1].split("/")[0]]
        answer: PushAnswer | PullAnswer
        if request.url.path == "/v1/push":
            answer = self.push(account, Push.model_validate_json(raw))
        else:
            answer = self.pull(account, Pull.model_validate_json(raw))
        return httpx.Response(200, text=answer.model_dump_json())

    def push(self, caller: Account, said: Push) -> PushAnswer:
        """Store what has no place yet, each at the end of its journal."""
        if said.epoch not in ("", self.epoch):
            return PushAnswer(results=(), epoch=self.epoch)
        heads = {id_: len(one.log) for id_, one in self.journals.items()}
        back = (self._returned(caller, one) for one in said.returned)
        new = (self._new(caller, one, heads) for one in said.entries)
        return PushAnswer(results=(*back, *new))

    def _returned(self, caller: Account, one: Confirmed) -> Accepted | Refused:
        if receipt_of(one.entry, one.seq, one.received_at, one.epoch) != one.receipt:
            return Refused(id=one.entry.id, reason=problems.RECEIPT_WRONG)
        journal = self._readable(caller, one.entry)
        if journal is None:
            return Refused(id=one.entry.id, reason=problems.NOT_YOURS)
        return journal.stored(one.entry) or journal.append(one.entry, one.received_at, self.epoch)

    def _new(self, caller: Account, one: Entry, heads: dict[str, int]) -> Accepted | Held | Refused:
        journal = self._readable(caller, one)
        if one.author != caller.id or one.device not in self._devices[caller.id] or not journal:
            return Refused(id=one.id, reason=problems.NOT_YOURS)
        if found := journal.stored(one):
            return found
        if not knows(one.kind) and not (self.upgraded and one.kind == NEWER):
            return Held(id=one.id)
        read_ahead = one.epoch == self.epoch and one.based_on > heads[one.journal]
        fact = None if one.kind == NEWER else read_fact(one.body)
        if read_ahead or (one.kind != NEWER and fact is None):
            return Refused(id=one.id, reason=problems.ENTRY_MALFORMED)
        if fact is not None and not may_say(caller.role, journal.info.role, fact):
            return Refused(id=one.id, reason=problems.NOT_ALLOWED)
        return journal.append(one, self._clock(), self.epoch)

    def pull(self, caller: Account, asked: Pull) -> PullAnswer:
        """What comes after the cursors, those with little new first."""
        now, mine = self._clock(), self._of(caller)
        if asked.epoch is not None and asked.epoch != self.epoch:
            return PullAnswer(epoch=self.epoch, now=now, rebase=self._agreed(asked.epoch, mine))
        if asked.only is not None and asked.epoch is not None:
            mine = [one for one in mine if one.info.id in asked.only]
        pages, left, more = [], min(asked.limit, self._page), False
        for one in mine:
            cursor = min(asked.cursors.get(one.info.id, 0), len(one.log))
            if one.info.role in (SHARED, TEAM) and cursor > one.reached.get(caller.id, 0):
                one.reached[caller.id] = cursor
        for one in sorted(mine, key=lambda one: len(one.log) - asked.cursors.get(one.info.id, 0)):
            after, picture = asked.cursors.get(one.info.id, 0), None
            folds_alike = asked.fold_version == FOLD_VERSION and not asked.heads_only
            if folds_alike and after == 0 and len(one.log) > self._picture_from:
                after = self._picture_from
                saved = save_picture(fold(EMPTY, one.log[:after])).decode()
                picture = PictureAt(seq=after, fold_version=FOLD_VERSION, picture=saved)
            came = one.log[after : after + left] if left and not asked.heads_only else []
            left -= len(came)
            more = more or after + len(came) < len(one.log)
            pages.append(
                JournalPage(
                    journal=one.info,
                    head=len(one.log),
                    picture=picture,
                    entries=tuple(came),
                    reached=dict(one.reached),
                )
            )
        return PullAnswer(epoch=self.epoch, now=now, pages=tuple(pages), more=more)

    def back_up(self) -> None:
        """Remember how far each journal has come."""
        for one in self.journals.values():
            one.backed_up = len(one.log)

    def restore(self) -> None:
        """Forget what came after the backup, and begin another epoch."""
        for one in self.journals.values():
            del one.log[one.backed_up :]
            one.reached.clear()
        heads = {id_: len(one.log) for id_, one in self.journals.items()}
        self._heads.append((f"epoch-{len(self._heads)}", heads))

    def _agreed(self, epoch: str, mine: Sequence[Journal]) -> dict[str, int]:
        names = [name for name, _ in self._heads]
        later = [heads for _, heads in self._heads[names.index(epoch) + 1 :]]
        return {one.info.id: min(heads[one.info.id] for heads in later) for one in mine}

    def _of(self, caller: Account) -> list[Journal]:
        return [one for one in self.journals.values() if caller.id in one.readers]

    def _readable(self, caller: Account, one: Entry) -> Journal | None:
        journal = self.journals.get(one.journal)
        return journal if journal and caller.id in journal.readers else None
