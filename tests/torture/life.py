"""A short life of one participant on five devices, and what must hold of it at every moment."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, save_picture
from mia_companion.domain.rights import SHARED
from mia_companion.store.outbox import HELD, REFUSED
from tests.torture.model_server import NEWER
from tests.torture.people import PLACES, Service
from tests.torture.reference import Wrote, check_meaning
from tests.torture.replica import Replica
from tests.torture.taps import ALL, TAPS

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+(Z|\+00:00)")
DREAM = f'{{"kind":"{NEWER}","dream":"flög över \\u00e5ar","n":1.10}}'


@dataclass(frozen=True)
class Deed:
    """One thing that happens, small enough to be done again with other clocks."""

    what: str
    who: int = 0
    n: int = 0
    faults: tuple[str, ...] = ()


class Story(NamedTuple):
    """All that there is to know of a life."""

    style: str
    theme: str
    days_off: tuple[int, ...]
    deeds: tuple[Deed, ...]


class Life:
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
        self.service = service
        self._clocks_jump = clocks_jump
        self._theme = theme
        self.replicas = [
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
        for one in self.replicas:
            one.line.before = partial(self._in_the_midst, one)
        self.deeds: list[Deed] = []
        self.wrote: dict[str, Wrote] = {}
        self.excused: set[str] = set()
        self._restored = False
        self._apart = {one.name: set[str]() for one in self.replicas}

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
            case "restart":
                await self._restart(at)
            case "clock":
                if self._clocks_jump:
                    at.clock.jump((deed.n % 17 - 8) * 365)
                if deed.n % 2:  # it was off, and does not know for how long
                    await self._restart(at)
            case "back up":
                self.service.model.back_up()
            case "restore":
                self._restore()
        self.check(at)

    async def _restart(self, at: Replica) -> None:
        before = at.keeps()
        await at.restart()
        if self._restored and at.app.engine.epoch != self.service.epoch:
            self._apart[at.name] |= before - at.keeps()
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
        before = {one for log in self.service.logs().values() for one in _ids(log)}
        self.service.model.restore()
        self._restored = True
        lost = before - {one for log in self.service.logs().values() for one in _ids(log)}
        for one in self.replicas:  # a browser's session that ended has nothing to bring back
            self._apart[one.name] |= lost - one.keeps()
        self._excuse()

    def _excuse(self) -> None:
        """What a restored server has lost and no device has any more, nobody can bring back."""
        if not self._restored:
            return
        kept = {one for log in self.service.logs().values() for one in _ids(log)}
        kept |= {id_ for one in self.replicas for id_ in one.keeps()}
        self.excused |= self.wrote.keys() - kept

    def _in_the_midst(self, at: Replica) -> None:
        if at.companion is not None and at.app.view.to_send:
            self.check(at)

    def check_even(self, at: Replica) -> None:
        """After a run without a fault nothing waits and nothing is new."""
        heads = {id_: len(log) for id_, log in self.service.logs(at.account.id).items()}
        assert at.store.journals.cursors() == heads, "a run ended before all was here"
        left = {w.state for w in at.store.outbox.all()}
        assert left <= {HELD, REFUSED}, f"a run ended before all was sent: {left}"

    def check(self, at: Replica) -> None:
        """What the device has is a beginning of the log; it shows just that with what waits on top."""
        waiting = at.store.outbox.all()
        kept = {w.entry.id for w in waiting}
        if at.app.engine.epoch == self.service.epoch:
            logs = self.service.logs(at.account.id)
            for journal, cursor in at.store.journals.cursors().items():
                assert cursor <= len(logs[journal]), "a cursor beyond the log"
                here, known = list(at.store.journals.entries(journal)), logs[journal][:cursor]
                assert here == known[len(known) - len(here) :], "not a beginning of the log"
                since = at.store.journals.known()[journal].since
                assert len(here) == max(0, cursor - since + 1), "entries are missing"
                kept |= set(_ids(known))
                on_top = [
                    w.entry for w in waiting if w.entry.journal == journal and w.state != REFUSED
                ]
                whole = fold(fold(EMPTY, logs[journal][:cursor]), on_top)
                assert at.shown(journal) == whole, "the screen shows something else"
        if at.is_browser or self._restored:  # acknowledged, and for a while not here
            kept |= {one for log in self.service.logs(at.account.id).values() for one in _ids(log)}
        if self._restored:
            kept |= {id_ for other in self.replicas for id_ in other.keeps()}
        mine = {id_ for id_, one in self.wrote.items() if one.at is at}
        assert not mine - kept - self.excused, "a device has lost what it wrote"

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
        brings = [one for one in self.replicas if self._restored or one.store.outbox.all()]
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

    def check_all(self) -> None:
        """Each entry has exactly one place, every audience sees one picture, and it means what it should."""
        logs = self.service.logs()
        count = Counter(one for log in logs.values() for one in _ids(log))
        assert not count or max(count.values()) == 1, "an entry twice"
        for log in logs.values():
            assert [c.seq for c in log] == list(range(1, len(log) + 1)), "a gap"
        refused = {w.entry.id: w for one in self.replicas for w in one.store.outbox.all()}
        for id_, one in self.wrote.items():
            if one.forbidden:
                assert refused[id_].reason == "not-allowed", "the forbidden was not refused"
            elif self.service.stays_held(one.entry):
                assert refused[id_].state == HELD, "what was held is gone"
            else:
                assert id_ not in refused, f"{refused[id_].state} {refused[id_].reason}"
                assert count[id_] == 1 or id_ in self.excused, "an entry is lost"
        for journal, log in logs.items():
            sent = {c.entry.id: c.entry for c in log if c.entry.id in self.wrote}
            assert all(self.wrote[id_].entry == e for id_, e in sent.items()), "another entry"
            whole = fold(EMPTY, log)
            for one in self.replicas:
                if one.account.id in self.service.readers(journal):
                    assert one.shown(journal) == whole or one.app.view.outbox, "not one picture"
            apart = self._apart if self._restored else None
            check_meaning(log, whole, self.wrote, apart)


def without_clocks(life: Life) -> dict[str, str]:
    """What each journal says, without times, and with ids by the order in which they are met."""
    found: dict[str, str] = {}
    for journal, log in life.service.logs().items():
        said = save_picture(replace(fold(EMPTY, log), active={}, as_of=None)).decode()
        met: dict[str, str] = {}
        said = _UUID.sub(lambda one: met.setdefault(one[0], f"id-{len(met)}"), said)  # noqa: B023
        found[journal] = _TIME.sub("then", said)
    return found


def _ids(log: Sequence[Confirmed]) -> list[str]:
    return [one.entry.id for one in log]
