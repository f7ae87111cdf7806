"""Recording a step on a device: entry, outbox row, fold, and the new state for the screens.

    ours    actions.path.mark_step ──▶ durable ──▶ folded ──▶ AppState.view replaced, its observers told
    floor   the same bytes in the same table, in one bare transaction under the same pragmas

What is drawn after that is Flet's and is timed in `travelling`. After every few steps the server's
answer is played, untimed, so that the outbox is as short as it is in life.
"""

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import cast

import flet as ft

from bench.figures import Figure, duration
from bench.floor import Bare
from bench.timing import Compared, in_turns
from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.app.state import AppState
from mia_companion.domain import step_marks, steps
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.ids import system_clock
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.rights import PARTICIPANT, SHARED, JournalInfo
from mia_companion.store.database import migrations
from mia_companion.store.journals import Held
from mia_companion.store.outbox import WAITING
from mia_companion.wire.accounts import Account, Tokens

ROUNDS, EACH = 5, 400
LONG = 10_000
REACH = 1.5

_ME, _JOURNAL = "participant-0001", "journal-shared-0001"
_ANSWERED_EVERY = 10
_INSERT = "INSERT INTO outbox (id, state, reason, sealed) VALUES (?, ?, ?, ?)"
_SEAL_BYTES = 29
"""Version, nonce and tag, which a sealed row has beside its plain bytes."""


def figures() -> Iterator[Figure]:
    """An empty store, and one with a long life in it."""
    for before in (0, LONG):
        found = _measure(before)
        yield Figure(
            what=f"Record a step on the device, {before:,} entries before it",
            median=duration(found.ours),
            p99=duration(found.p99),
            floor=duration(found.floor),
            ratio=found.ratio,
            reach=REACH,
        )


def _measure(before: int) -> Compared:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        device = _Device(folder, before)
        bare = Bare(folder / "bare.sqlite", _outbox_table(), *_PRAGMAS)
        try:
            return in_turns(device.step, lambda: device.same_bytes(bare), rounds=ROUNDS, each=EACH)
        finally:
            bare.close()
            device.close()


class _Device:
    """A participant's app with nobody to talk to; the server's part is played here."""

    def __init__(self, folder: Path, before: int) -> None:
        self.companion = _signed_in(folder / "device.sqlite")
        self._do = Actions(self.companion)
        self._server = _Server(self.companion)
        self._server.say(list(islice(_life(), before)))
        self._taken = self._floors = 0
        self._plan_another()
        self._do.path.mark_step(self._step, steps.DONE)
        self._sealed_bytes = len(self.companion.store.outbox.all()[-1].raw) + _SEAL_BYTES
        self._state = AppState(self.companion.view, self._do, system_clock)
        self.redrawn = 0
        self.companion.subscribe(lambda view: setattr(self._state, "view", view))
        self._listener = self._draw  # the observable holds it weakly
        cast(ft.Observable, self._state).subscribe(self._listener)

    def _draw(self, _: object, __: str | None) -> None:
        self.redrawn += 1

    def step(self) -> Callable[[], object]:
        """Ready to mark a step."""
        if self._taken % _ANSWERED_EVERY == 0:
            self._plan_another()
        self._taken += 1
        return lambda: self._do.path.mark_step(self._step, steps.DONE)

    def same_bytes(self, bare: Bare) -> Callable[[], object]:
        """Ready to write as much as a step writes."""
        self._floors += 1
        row = (f"{self._floors:036}", WAITING, "", os.urandom(self._sealed_bytes))
        return lambda: bare.write(_INSERT, [row])

    def _plan_another(self) -> None:
        self._step = self._do.path.plan_step("Gå till kaféet och hälsa").item
        self._server.answer()

    def close(self) -> None:
        """Let go of the file; every step must have reached the screens."""
        if self.redrawn < self._taken:
            raise RuntimeError("a step was recorded and not shown")
        self.companion.store.close()


class _Server:
    """Confirms what the device wrote."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._seq = 0

    def say(self, facts: list[Fact]) -> None:
        """Others' entries come as one page."""
        first = datetime.now(UTC) - timedelta(days=600)
        ids = self._companion.ids
        self._take(
            Entry(
                id=ids.new(), journal=_JOURNAL, author=_ME, device="another-device",
                happened_at=first + timedelta(minutes=n), based_on=n, body=write_fact(fact),
            )
            for n, fact in enumerate(facts)
        )  # fmt: skip

    def answer(self) -> None:
        """What waits is confirmed."""
        self._take(one.entry for one in self._companion.store.outbox.all())

    def _take(self, said: Iterator[Entry]) -> None:
        entries = [
            Confirmed(
                entry=entry, seq=seq, received_at=entry.happened_at, receipt="r" * 43, epoch="e"
            )
            for seq, entry in enumerate(said, self._seq + 1)
        ]
        self._seq += len(entries)
        held = Held(info=JournalInfo(id=_JOURNAL, role=SHARED, site="site", participant=_ME))
        self._companion.store.journals.add(held, entries)
        self._companion.page(held, entries, None)


def _signed_in(path: Path) -> Companion:
    companion = open_companion(
        path, os.urandom(32), "http://127.0.0.1:9",
        clock=system_clock, random=os.urandom, uniform=random.uniform,
    )  # fmt: skip
    account = Account(id=_ME, role=PARTICIPANT, site="site", association="association")
    companion.client.session.keep(
        Tokens(
            account=account, access="a", access_until=datetime.now(UTC), refresh="r" * 16,
            leave_key="00",
        )
    )  # fmt: skip
    companion.reload()
    return companion


def _life() -> Iterator[Fact]:
    """A goal a month, steps that are mostly taken, and talk."""
    n = 0
    while True:
        n += 1
        if n % 50 == 1:
            yield GoalSet(goal_id=f"goal-{n:08}", words="Orka mer i vardagen", area="health")
        yield steps.StepPlanned(step_id=f"step-{n:08}", words="Gå en sväng runt kvarteret")
        yield step_marks.StepDone(step_id=f"step-{n:08}", note="Det gick bättre än i går.")
        yield MessageWritten(message_id=f"message-{n:08}", words="Hej! Hur gick det i dag?")


def _outbox_table() -> str:
    found = [line for _, sql in migrations() for line in sql.split(";") if "TABLE outbox" in line]
    return found[0]


_PRAGMAS = ("locking_mode = EXCLUSIVE", "secure_delete = ON", "temp_store = MEMORY")
