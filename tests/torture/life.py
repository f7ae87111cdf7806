"""A short life of one participant on five devices: one thing happens after the other."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from mia_companion.domain.entries import Entry
from mia_companion.domain.rights import SHARED
from tests.torture.deeds import Deed
from tests.torture.holding import Lived, ids_of
from tests.torture.model_server import NEWER
from tests.torture.people import PLACES, Service
from tests.torture.reference import Wrote
from tests.torture.replica import Replica
from tests.torture.taps import ALL, TAPS

DREAM = f'{{"kind":"{NEWER}","dream":"flög över \\u00e5ar","n":1.10}}'


class Life(Lived):
    """Deeds are done one after the other; `heal` ends them. AssertionError says what does not hold."""

    def __init__(
        self,
        service: Service,
        folder: Path,
        *,
        theme: str = ALL,
        days_off: Sequence[int] = (0,) * 5,
        clocks_jump: bool = True,
    ) -> None:
        self._clocks_jump = clocks_jump
        self._theme = theme
        replicas = [
            Replica(
                place.name,
                service.accounts[place.account],
                folder,
                service.network(service.accounts[place.account]),
                days_off=days,
                is_browser=place.is_browser,
            )
            for place, days in zip(PLACES, days_off, strict=True)
        ]
        super().__init__(service, replicas)
        for one in replicas:
            one.line.before = partial(self._in_the_midst, one)
        self.deeds: list[Deed] = []

    async def do(self, deed: Deed) -> None:
        """One deed, and what must hold after it."""
        self.deeds.append(deed)
        at = self.replicas[deed.who]
        if at.companion is None:
            await self.service.let_in(at)
        match deed.what:
            case "tap":
                await self._tap(at, deed)
            case "dream":
                self._dream(at)
            case "sync":
                await self._sync(at, deed.faults)
            case "tap meanwhile":
                at.line.meanwhile = lambda: self._tap_now(at, deed.n)
                await self._sync(at, deed.faults)
                at.line.meanwhile = None
            case "full disk":
                await at.sync(*deed.faults, full_at=1 + deed.n % 5)
            case "send" | "nudge" as what:
                here = sorted(at.app.view.journals) if what == "nudge" else []
                await at.sync(*deed.faults, only=here and [here[deed.n % len(here)]])
            case "restart":
                await self._restart(at)
            case "clock":
                await self._off(at, deed.n)
            case "back up":
                self.service.model.back_up()
            case "restore":
                self._restore()
        self.check(at)

    async def _off(self, at: Replica, n: int) -> None:
        """It may have been off, and does not know for how long."""
        if self._clocks_jump:
            at.clock.jump((n % 17 - 8) * 365)
        if n % 2:
            await self._restart(at)

    async def _restart(self, at: Replica) -> None:
        before = at.keeps()
        await at.restart()
        if self.restored and at.app.engine.epoch != self.service.epoch:
            self.apart[at.name] |= before - at.keeps()
        self._excuse()

    async def _tap(self, at: Replica, deed: Deed) -> None:
        if at.journal(SHARED) is None:
            await at.sync()
        self._tap_now(at, deed.n)

    def _tap_now(self, at: Replica, n: int) -> None:
        taps = TAPS[self._theme, at.account.role]
        role, tap = taps[n % len(taps)]
        journal = at.journal(role)
        if journal is None:
            return
        shown, said = at.shown(journal), f"ord {len(self.wrote)}"
        fact = tap(shown, said, at.app.ids.new(), n // len(taps))
        if fact is not None:
            seen = at.on_screen(journal)
            entry = at.record(journal, fact)
            self.wrote[entry.id] = Wrote(at, entry, seen)

    def _dream(self, at: Replica) -> None:
        """A later version's app recorded something that this server may not know."""
        journal = at.journal(SHARED)
        if journal is None or at.account.role != "participant":
            return
        entry = Entry(
            id=at.app.ids.new(),
            journal=journal,
            author=at.account.id,
            device=at.app.device.id,
            happened_at=at.clock(),
            based_on=at.app.store.journals.cursors()[journal],
            epoch=at.app.engine.epoch,
            body=DREAM,
        )
        seen = at.on_screen(journal)
        at.store.outbox.add(entry)
        at.app.reload()
        self.wrote[entry.id] = Wrote(at, entry, seen)

    async def _sync(self, at: Replica, faults: tuple[str, ...]) -> None:
        before = len(at.line.met)
        problem = await at.sync(*faults)
        if set(at.line.met[before:]) <= {"fine"}:
            assert problem == ""
            self.check_even(at)

    def _restore(self) -> None:
        before = {one for log in self.service.logs().values() for one in ids_of(log)}
        self.service.model.restore()
        self.restored = True
        lost = before - {one for log in self.service.logs().values() for one in ids_of(log)}
        for one in self.replicas:  # a browser's session that ended has nothing to bring back
            self.apart[one.name] |= lost - one.keeps()
        self._excuse()

    def _excuse(self) -> None:
        """What a restored server has lost and no device has any more, nobody can bring back."""
        if not self.restored:
            return
        kept = {one for log in self.service.logs().values() for one in ids_of(log)}
        kept |= {id_ for one in self.replicas for id_ in one.keeps()}
        self.excused |= self.wrote.keys() - kept

    def _in_the_midst(self, at: Replica) -> None:
        if at.companion is not None and at.app.view.to_send:
            self.check(at)

    async def close(self) -> None:
        """Close every device."""
        for one in self.replicas:
            await one.close()

    async def heal(self) -> None:
        """The network is well, the server knows the new kind, everybody looks twice; all must be one."""
        self.service.upgrade()
        for one in self.replicas:
            if one.companion is None:
                await self.service.let_in(one)
            one.store.outbox.retry_held()
        brings = [one for one in self.replicas if self.restored or one.store.outbox.all()]
        for one in (*brings, *self.replicas):
            assert (wrong := await one.sync()) == "", f"a run without a fault ends: {wrong}"
        for one in self.replicas:
            self.check_even(one)
        await self.replicas[len(self.deeds) % 5].restart()
        restarted = self.replicas[len(self.deeds) % 5]
        assert await restarted.sync() == ""
        for one in self.replicas:
            self.check(one)
        self.check_all()
