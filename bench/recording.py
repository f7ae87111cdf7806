"""Recording a step on a device: entry, outbox row, fold, and the new state for the screens.

    ours    actions.path.mark_step ──▶ durable ──▶ folded ──▶ AppState.view replaced, its observers told
    floor   the same bytes in the same table, in one bare transaction under the same pragmas; and twice
            that, as an entry with a place in a queue beside it would take

What is drawn after that is Flet's and is timed in `travelling`. After every few steps the server's
answer is played, untimed, so that the outbox is as short as it is in life.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

import flet as ft

from bench.figures import Figure, duration
from bench.floor import Bare
from bench.lived import lived, take
from bench.timing import Compared, in_turns
from mia_companion.app.actions import Actions
from mia_companion.app.state import AppState
from mia_companion.domain import steps
from mia_companion.domain.ids import system_clock
from mia_companion.store.database import migrations
from mia_companion.store.outbox import WAITING

ROUNDS, EACH = 5, 400
LONG = 10_000
REACH = 1.5

_ANSWERED_EVERY = 10
_INSERT = "INSERT INTO outbox (id, state, reason, sealed) VALUES (?, ?, ?, ?)"
_SEAL_BYTES = 29
"""Version, nonce and tag, which a sealed row has beside its plain bytes."""


def figures() -> Iterator[Figure]:
    """An empty store, and one with a long life in it, each beside one row and the latter beside two."""
    for before, rows in ((0, 1), (LONG, 1), (LONG, 2)):
        found = _measure(before, rows)
        beside = "" if rows == 1 else f", beside {rows} rows"
        yield Figure(
            what=f"Record a step on the device, {before:,} entries before it{beside}",
            median=duration(found.ours),
            p99=duration(found.p99),
            floor=duration(found.floor),
            ratio=found.ratio,
            reach=REACH,
        )


def _measure(before: int, rows: int) -> Compared:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        device = _Device(folder, before)
        bare = Bare(folder / "bare.sqlite", _outbox_table(), *_PRAGMAS)
        try:
            floor = partial(device.same_bytes, bare, rows)
            return in_turns(device.step, floor, rounds=ROUNDS, each=EACH)
        finally:
            bare.close()
            device.close()


class _Device:
    """A participant's app on a file with a life in it."""

    def __init__(self, folder: Path, before: int) -> None:
        self.companion = lived(folder / "device.sqlite", before).open()
        self._do = Actions(self.companion)
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

    def same_bytes(self, bare: Bare, count: int) -> Callable[[], object]:
        """Ready to write as much as a step writes, so many times in one transaction."""
        rows = []
        for _ in range(count):
            self._floors += 1
            row = (f"{self._floors:036}", WAITING, "", os.urandom(self._sealed_bytes))
            rows.append(row)
        return lambda: bare.write(_INSERT, rows)

    def _plan_another(self) -> None:
        self._step = self._do.path.plan_step("Gå till kaféet och hälsa").item
        take(self.companion, (one.entry for one in self.companion.store.outbox.all()))

    def close(self) -> None:
        """Let go of the file; every step must have reached the screens."""
        if self.redrawn < self._taken:
            raise RuntimeError("a step was recorded and not shown")
        self.companion.store.close()


def _outbox_table() -> str:
    found = [line for _, sql in migrations() for line in sql.split(";") if "TABLE outbox" in line]
    return found[0]


_PRAGMAS = ("locking_mode = EXCLUSIVE", "secure_delete = ON", "temp_store = MEMORY")
