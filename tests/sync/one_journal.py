"""A server with one journal, and a device that reads it and writes in it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from mia_companion.app.companion import Companion
from mia_companion.domain.steps import StepPlanned
from mia_companion.wire.sync import Accepted, JournalPage, Pull, PullAnswer, PushAnswer
from tests.example_data import (
    JOURNAL,
    confirmed,
    info,
    steps_told,
)
from tests.sync.scripted import Scripted, device_at, said


class Line(Scripted):
    """A server with one journal, of which a device has read three entries in `epoch-1`."""

    def __init__(self) -> None:
        super().__init__()
        self.told = list(steps_told(3))
        self.pulled: list[int] = []
        self.pull = self._pulled

    def _pulled(self, asked: Pull) -> PullAnswer:
        self.pulled.append(asked.cursors[JOURNAL])
        new = self.told[asked.cursors[JOURNAL] :]
        return said(pages=[JournalPage(journal=info(), head=len(self.told), entries=tuple(new))])

    def accept(self, companion: Companion, epoch: str = "epoch-1") -> None:
        """Take what waits, as the next in the journal."""
        results = []
        for one in companion.store.outbox.to_send(9):
            place = confirmed(one.entry, len(self.told) + 1).model_copy(update={"epoch": epoch})
            self.told.append(place)
            results.append(
                Accepted(
                    id=one.entry.id,
                    seq=place.seq,
                    received_at=place.received_at,
                    receipt=place.receipt,
                    epoch=epoch,
                )
            )
        self.push = PushAnswer(results=tuple(results))


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def companion(tmp_path: Path, line: Line) -> Iterator[Companion]:
    made = device_at(tmp_path, line, line.told)
    asyncio.run(made.engine.sync())  # enters the epoch
    line.asked.clear()
    line.pulled.clear()
    yield made
    asyncio.run(made.close())


def record(companion: Companion, line: Line, count: int = 1, epoch: str = "epoch-1") -> None:
    for n in range(count):
        fact = StepPlanned(step_id=f"new-{len(line.told)}-{n}", words="Gå ut")
        companion.record(JOURNAL, fact)
    line.accept(companion, epoch)
