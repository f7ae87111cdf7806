"""A life in which everything is written somewhere, and whatever may go wrong does; then all is searched.

they come in ─▶ write everything ─▶ killed ─▶ sent, read, passed on ─▶ locked ─▶ refused, crashed ─▶
exported, backed up, stolen ─▶ closed ─▶ every byte that is left
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

from mia_companion.app.lock.front import FRONT_KEY
from mia_companion.app.reminding import Reminding
from mia_companion.device.notifications import MemoryNotifications
from mia_companion.domain.facts import read_fact
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.domain.rights import COORDINATOR, PARTICIPANT, SHARED
from mia_companion.i18n.words import words_for
from mia_companion.paper.pdf import made
from mia_companion.sync.blobs import fetch
from mia_companion.ui.components.sheet_words import in_words
from mia_companion.ui.context import ZONE
from mia_companion.ui.participant.reminders.lock_screen import notice_words
from tests.example_data import TODAY
from tests.torture.canaries.going_wrong import everything_goes_wrong
from tests.torture.canaries.people import PIN, WRONG_PIN, People, people_of
from tests.torture.canaries.screens import look_at_screens
from tests.torture.canaries.taking_out import take_out
from tests.torture.canaries.watch import Watch, watching
from tests.torture.canaries.words import Flock
from tests.torture.canaries.writing import Writer, half_written, uploaded
from tests.world import a_world

Seed = Callable[[People], None]
"""Makes something leak that does not; nothing was written yet."""


@dataclass
class Lived:
    """What came of it."""

    flock: Flock
    watch: Watch
    read: str
    secrets: dict[str, bytes]
    entries: int
    kept: set[str]
    """What was half written and is read where it was kept."""

    def hits(self) -> dict[str, set[str]]:
        """What was found of what was written, by where."""
        found: dict[str, set[str]] = {}
        for where, content in self.watch.everything():
            words = self.flock.found_in(content)
            raw = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
            words |= {name for name, value in self.secrets.items() if value in raw}
            if words:
                found.setdefault(where, set()).update(words)
        return found


async def live(folder: Path, url: str, seed: int, leak: Seed | None = None) -> Lived:
    """One life in that folder; `url` is the database's, or empty for SQLite."""
    flock = Flock(seed)
    with watching(folder) as watch:
        async with a_world(folder, url) as world, people_of(world, flock, watch) as people:
            if leak is not None:
                leak(people)
            life = _Life(people)
            await life.write()
            await life.send()
            await life.lock()
            await everything_goes_wrong(people)
            await look_at_screens(people)
            before = await take_out(people)
            read, secrets = before + people.read(), people.secrets() | life.early
            kept = flock.found_in(
                "".join(repr(tuple(one.store.drafts.values())) for one in people.devices)
            )
            watch.steal("while all stands open")
            await life.forget()
    return Lived(flock, watch, read, secrets, life.entries, kept)


class _Life:
    def __init__(self, people: People) -> None:
        self.people, self.watch = people, people.watch
        self.entries = 0
        self.early: dict[str, bytes] = {}

    async def write(self) -> None:
        """Everything, without a connection; and the phone is killed."""
        people = self.people
        half_written(people)
        await uploaded(people)
        self.entries += Writer(people, people.pocket.companion, PARTICIPANT).write_all()
        self.entries += Writer(people, people.desk.companion, COORDINATOR).write_all()
        self.early = people.secrets()
        word = people.flock.word("StepPlanned.words by participant in shared")
        await people.killed()
        waiting = people.pocket.companion.store.outbox.all()
        assert any(word in one.entry.body for one in waiting)
        assert people.pocket.do.drafts.read("step:new") in people.flock.words.values()

    async def send(self) -> None:
        """To the server and from it, with the photos; then to an agency."""
        people = self.people
        await people.even()
        for one in people.devices:
            await one.carrier.carry()
            refused = [w for w in one.store.outbox.all() if w.reason]
            assert not refused, [(w.entry.kind, w.reason) for w in refused]
            one.upkeep.now()
        await people.even()
        shared = people.desk.companion.view.journal(SHARED, people.who)
        assert shared
        desk, fetched = people.desk.companion, 0
        for confirmed in list(desk.store.journals.entries(shared)):
            for ref in getattr(read_fact(confirmed.entry.body), "attachments", ()):
                assert await fetch(desk.store, desk.client, ref, shared)
                fetched += 1
        assert fetched > 4
        await self._remind()
        await self._pass_on()

    async def _remind(self) -> None:
        """The phone is told to remind of each step; what it will show is searched."""
        people, phone = self.people, MemoryNotifications()
        do, companion = people.pocket.do, people.pocket.companion
        step = do.path.plan_step(
            people.flock.word("step with a reminder"), day=TODAY + timedelta(days=2)
        )
        assert step
        assert do.reminders.choose(step.item, at=time(9))
        keeper = Reminding(companion, phone, notice_words, ZONE)
        assert await keeper.turn_on() == ""
        await keeper.keep()
        assert phone.waiting
        self.watch.note("notification", repr(phone.waiting) + repr(phone.done))
        keeper.close()

    async def _pass_on(self) -> None:
        """A sheet, with the same on paper; the two are for whom the person said, and lie nowhere."""
        people, do = self.people, self.people.pocket.do
        consent = do.consents.give(
            "region", "insurance", ("plan", "times"), purpose=people.flock.word("purpose"),
            valid_from=TODAY, valid_until=TODAY + timedelta(days=60), language="sv", text_version="1",
        )  # fmt: skip
        assert consent
        await people.even()
        desk = people.desk
        asked = Asked(
            people.who, desk.shared(people.who).consents[consent.item], ("plan", "times"),
            desk.companion.ids.new(), desk.clock.now, ZONE, sender="Karin Lind",
        )  # fmt: skip
        found = sheet_for(desk.companion.view.plan(people.who), asked)
        assert found is not None
        paper = made(in_words(found.sheet, words_for("sv")), desk.clock.now)
        done = await desk.do.passing.pass_on(
            people.who, found.sheet, "insurance", paper, recipient=people.flock.word("recipient")
        )
        assert done
        await people.even()
        await desk.companion.carrier.carry()

    async def forget(self) -> None:
        """The PIN is forgotten, and the store set aside; the browser is told to forget everything."""
        device = self.people.pocket.device
        await device.lock()
        assert await device.begin_anew()
        assert any("companion-" in one.name for one in self.people.pocket.folder.iterdir())
        await self.people.browser_lock.forget()
        self.watch.steal("after a forgotten PIN")

    async def lock(self) -> None:
        """A PIN on the phone and in the browser, tried wrongly, and chosen anew."""
        pocket, browser = self.people.pocket, self.people.browser_lock
        await browser.begin()
        for lock in (pocket.device, browser):
            assert await lock.choose(PIN)
            await lock.lock()
            assert not await lock.open(WRONG_PIN)
        self.watch.steal("while it was locked")
        held = {k: v for k, v in pocket.secrets.values.items() if k != FRONT_KEY}
        self.watch.note("key store", repr(held))  # of keys only that which opens what needs no PIN
        for lock in (pocket.device, browser):
            assert await lock.open(PIN)
        await self.people.rest(pocket.companion)
