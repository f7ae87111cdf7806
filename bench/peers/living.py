"""The rows of the live line: how soon a write is seen, and what a subscriber costs in memory."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import uvloop

from bench import live
from bench.figures import duration
from bench.live_subjects import Subject, floor, ours
from bench.peers.cells import KINTO, OURS, kibibytes, row
from bench.peers.listeners import Listened
from bench.peers.pocketbase import pocketbase
from bench.peers.processes import on_load_core
from bench.peers.rows import FLOOR, POCKETBASE, Reach, Row
from bench.timing import quantile

_KIBIBYTES = 25.0
_ABSENT = {KINTO: "has none"}
_BOTH = (Reach(1, FLOOR, at_most=True), Reach(1, POCKETBASE, at_most=True))


def rows() -> Iterator[Row]:
    """On SQLite."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        beside = stack.enter_context(pocketbase(folder / "pocketbase"))
        subjects: dict[str, Subject] = {
            OURS: stack.enter_context(ours(folder / "ours", live.STREAMS)),
            POCKETBASE: Listened(beside),
            FLOOR: stack.enter_context(floor(folder)),
        }
        on_load_core()
        yield from _seen(subjects)
        yield from _remembered(subjects)


def _seen(subjects: Mapping[str, Subject]) -> Iterator[Row]:
    found = dict(zip(subjects, uvloop.run(live.seen(*subjects.values())), strict=True))
    nudged = {name: one.nudged for name, one in found.items()}
    there = nudged | {OURS: found[OURS].there}
    for what, each in (
        ("Write seen by a live subscriber: ours by a nudge, theirs with the record", nudged),
        ("Write there at a live subscriber: ours by the pull that the nudge brings", there),
    ):
        medians = {name: [*map(median, _rounds(times))] for name, times in each.items()}
        yield row(what, medians, duration, *_BOTH, absent=_ABSENT)
        p99s = {name: [quantile(times, 0.99)] for name, times in each.items()}
        yield row("its p99", p99s, duration, *_BOTH, absent=_ABSENT)


def _rounds(times: list[float]) -> list[list[float]]:
    return [times[at : at + live.WRITES] for at in range(0, len(times), live.WRITES)]


def _remembered(subjects: Mapping[str, Subject]) -> Iterator[Row]:
    grown = {name: uvloop.run(live.memory(subject)) for name, subject in subjects.items()}
    standing = {name: [one.standing] for name, one in grown.items()}
    told = {name: [one.told] for name, one in grown.items()}
    for what, values in (
        (f"Memory for each live subscriber of {live.STREAMS}", standing),
        (f"the same after {live.EVENTS} events", told),
    ):
        reach = Reach(_KIBIBYTES, "KiB", at_most=True)
        yield row(
            what, values, kibibytes, reach, absent=_ABSENT, value=values[OURS][0] / 1024
        )  # fmt: skip
