"""Looking back after years: every step, for the first time after opening, and again after a tap.

first    opened, unsealed and read, chunk by chunk      again    the same objects, but for the tapped one
"""

import gc
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.figures import Figure, duration
from bench.lived import lived
from bench.timing import quantile
from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.domain.steps import DONE, Step

LIFE, ROUNDS = 30_000, 15


def figures() -> Iterator[Figure]:
    """The first look, and the one after a tap."""
    with tempfile.TemporaryDirectory() as name:
        device = lived(Path(name) / "device.sqlite", LIFE)
        first, again, count = [], [], 0
        for _ in range(ROUNDS):
            gc.collect()  # what the round before left is not what is measured
            companion = device.open()
            seconds, before = _steps(companion)
            first.append(seconds)
            opened = companion.view.plan().open_steps[0]
            Actions(companion).path.mark_step(opened.id, DONE)
            seconds, after = _steps(companion)
            again.append(seconds)
            if [one.id for key, one in after.items() if one is not before[key]] != [opened.id]:
                raise RuntimeError("more than the step that was tapped became another")
            count = len(after)
            companion.store.close()
    yield _figure(f"Look back at {count:,} steps, first after opening", first)
    yield _figure(f"Look back at {count:,} steps, again after a tap", again)


def _figure(what: str, seconds: list[float]) -> Figure:
    return Figure(
        what=what, median=duration(median(seconds)), p99=duration(quantile(seconds, 0.99))
    )


def _steps(companion: Companion) -> tuple[float, dict[str, Step]]:
    began = time.perf_counter()
    found = {step.id: step for step in companion.view.plan().steps}
    return time.perf_counter() - began, found
