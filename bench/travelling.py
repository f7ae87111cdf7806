"""From the tap on Done in a participant's Chromium to the words in a coordinator's, on one machine.

    tap ─Flet▶ action ─▶ recorded ─▶ stored ─▶ came ─▶ folded ─▶ patch ─Flet▶ in the page
               └──────────────────── ours ───────────────────────┘

Backend and web app are one process; Flet's part holds both browsers' own work and drawing.
"""

import asyncio
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from bench.browsers import open_app, seen, tap, two_browsers, wait_for
from bench.figures import Figure, duration
from bench.people import codes_for, let_in, sign_in
from bench.stage import Stage, stage
from bench.timing import quantile
from bench.watched import MARKS
from mia_companion.app.actions import Actions
from mia_companion.demo.people import ELIN
from mia_companion.device.browser.cookie import file_name, store_key
from mia_companion.domain.steps import NOT_NOW, PLANNED

WARM, COUNTED = 5, 60
STATIONS = ("action", "recorded", "stored", "came", "folded", "patch")
PARTS = {
    "record": "action → recorded",
    "push": "recorded → stored",
    "nudge and pull": "stored → came",
    "fold": "came → folded",
    "redraw": "folded → patch",
}


def figures() -> Iterator[Figure]:
    """The whole way, Flet's part, ours, and what ours is made of."""
    ways = _travel()
    yield _figure("From the tap to the coordinator's page", [one[-1] - one[0] for one in ways])
    flet = [one[1] - one[0] + one[-1] - one[-2] for one in ways]
    yield _figure("of it Flet and the browsers", flet)
    yield _figure("of it ours", [one[-2] - one[1] for one in ways])
    for n, part in enumerate(PARTS, 1):
        yield _figure(f"of ours: {part}", [one[n + 1] - one[n] for one in ways])


def _figure(what: str, seconds: Sequence[float]) -> Figure:
    return Figure(
        what=what, median=duration(median(seconds)), p99=duration(quantile(seconds, 0.99))
    )


def _travel() -> list[list[float]]:
    """For each step: the tap, the stations in their order, and the words in the page."""
    with (
        tempfile.TemporaryDirectory() as name,
        stage("demo", Path(name) / "server", module="bench.watched") as server,
    ):
        keys = asyncio.run(_ready(server, Path(name)))
        with two_browsers() as (first, second):
            desktop = open_app(second, server.address, keys[1])
            wait_for(desktop, ELIN.name)
            seen(desktop)
            phone = open_app(first, server.address, keys[0])
            ends = [_one(phone, desktop, _words(n)) for n in range(WARM + COUNTED)]
        marks = [json.loads(one) for one in (Path(name) / MARKS).read_text("utf-8").splitlines()]
    return [_between(marks, _words(n), *ends[n]) for n in range(WARM, WARM + COUNTED)]


def _words(n: int) -> str:
    return f"Prov {n:03}"


def _one(phone: Page, desktop: Page, words: str) -> tuple[float, float]:
    wait_for(phone, words)
    seen(phone)
    wait_for(desktop, words)
    tapped = tap(phone, "Klart")
    came = seen(desktop)
    phone.wait_for_timeout(1_000)  # a tap sooner after another is taken for the same
    return tapped, came


def _between(marks: list[list[float | str]], words: str, tapped: float, came: float) -> list[float]:
    way = [tapped]
    for station in STATIONS:
        wanted = words if station == "patch" else ""
        way.append(
            next(float(at) for at, name, said in marks
                 if name == station and said == wanted and float(at) >= way[-1])
        )  # fmt: skip
    way.append(came)
    if any(later < earlier for earlier, later in pairwise(way)):
        raise RuntimeError(f"a station was passed out of order: {way}")
    return way


async def _ready(server: Stage, folder: Path) -> tuple[bytes, bytes]:
    """The keys of Elin's and of her coordinator's browser; she has nothing open but steps to come."""
    elins, annas = os.urandom(32), os.urandom(32)
    browsers = folder / "server" / "browsers"
    async with codes_for(server.address, folder / "server", ELIN.name) as next_code:
        elin = await let_in(
            server.address, await next_code(), browsers / file_name(elins), store_key(elins),
            in_memory=True,
        )  # fmt: skip
    do = Actions(elin)
    for step in list(elin.view.plan().steps):
        if step.state == PLANNED:
            do.path.mark_step(step.id, NOT_NOW)
    for n in range(WARM + COUNTED):
        do.path.plan_step(_words(n))
    await elin.engine.sync()
    await elin.close()
    anna = await sign_in(
        server.address, browsers / file_name(annas), store_key(annas), in_memory=True
    )
    await anna.close()
    return elins, annas
