"""The demo, told once, with a half-year that is published, and with what Elin asks and allows."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from mia_companion.app.actions.network import Reach
from mia_companion.demo import story
from mia_companion.demo.handed_over import hand_over
from mia_companion.demo.people import ANNA, ELIN
from mia_companion.demo.scene import Scene, open_scene
from mia_companion.demo.story import signed_in
from mia_companion.demo.tellers import StoryClock, Teller, app_of
from mia_companion.domain import rights
from mia_companion.domain.directory import HelpNumberListed
from mia_companion.domain.history import history
from mia_companion.i18n.words import words_for
from mia_companion.server.backend import Backend
from mia_companion.server.enrolment.prolonging import prolong
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.ui.components.consent_words import PURPOSES, TEXT_VERSION
from tests.journeys.stage import free_port
from tools.walk.clock import WalkClock
from tools.walk.second import found
from tools.walk.team import half_year_published


@dataclass(frozen=True, slots=True)
class Told:
    """The demo as it runs; `ids` are those of its participants, by first name, and what else paths name.

    What the server does otherwise for a while is `held`.
    """

    scene: Scene
    clock: WalkClock
    settings: Settings
    ids: dict[str, str] = field(default_factory=dict)
    held: ExitStack = field(default_factory=ExitStack)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    def let(self, deed: Callable[["Told"], Coroutine[Any, Any, None]]) -> None:
        """Somebody else does something; back once it is done. For who walks, in a thread of their own."""
        asyncio.run_coroutine_threadsafe(deed(self), self.loop).result()


@asynccontextmanager
async def told(folder: Path) -> AsyncIterator[Told]:
    """The demo on the day of the walk, running in `folder`. Raises SystemExit when it cannot be told."""
    clock = WalkClock()
    async with open_scene(folder, free_port(), clock(), clock) as scene:
        names = json.loads((folder / "story.json").read_text())
        ids = {name.split()[0].lower(): id_ for name, id_ in names.items()}
        await _ask(scene, clock, ids["elin"])
        async with signed_in(scene.address, StoryClock(clock()), os.urandom, ANNA) as anna:
            await anna.sync()
            await hand_over(StoryClock(clock()), anna, ids["elin"])
            _list_a_number(anna)
            await _publish(anna)
        scene.codes[ELIN.name] = await story.new_code(
            scene.address, clock(), os.urandom, ids["elin"]
        )  # the one before was ended by that of her other phone
        settings = Settings(data_dir=folder, login=LoginSettings.from_environment(os.environ))
        async with running(Backend(settings, Surroundings(clock))) as backend:
            await prolong(backend, timedelta(days=1))
            await found(backend)
        yield Told(scene, clock, settings, ids)


async def _ask(scene: Scene, clock: WalkClock, elin: str) -> None:
    """On another phone of hers: two consents, one of them taken back, and what is not right.

    A goal of her own rests since long."""
    telling = StoryClock(clock())
    code = await story.new_code(scene.address, clock(), os.urandom, elin)
    async with app_of(scene.address, telling, os.urandom) as app:
        app.do.choices.language(ELIN.language)
        if problem := await app.do.access.enrol(code):
            raise SystemExit(f"Elin could not open her app: {problem}")
        await app.sync()
        telling.go(-34, 20)
        _rest_a_goal(app)
        telling.go(-6, 9)
        _consents(app, telling, ("plan", "work"))
        telling.go(-6, 11)
        taken_back = _consents(app, telling, ("plan",))
        app.do.consents.withdraw(taken_back)
        telling.go(-3, 9)
        app.do.network.add("Kim", "other", "vän", Reach(phone="070-000 00 32"))
        _say_what_is_not_right(app)
        await app.sync()


def _rest_a_goal(app: Teller) -> None:
    """It is hers alone, with a step on the way."""
    goal = app.do.path.set_goal("Våga säga nej", "confidence", private=True).item
    app.do.path.plan_step("Gå hem när jag vill", goal_id=goal, private=True)
    app.do.path.rest_goal(goal)


def _consents(app: Teller, telling: StoryClock, categories: tuple[str, ...]) -> str:
    """The region may tell the municipality; the consent's id."""
    return app.do.consents.give(
        "region",
        "municipality",
        categories,
        purpose=words_for(ELIN.language).t(PURPOSES[2]),
        valid_from=telling.today - timedelta(days=6),
        valid_until=telling.today + timedelta(days=170),
        language=ELIN.language,
        text_version=TEXT_VERSION,
    ).item


def _say_what_is_not_right(app: Teller) -> None:
    me = app.companion.view.account
    others = [
        one
        for one in history(app.companion.view.plan().shared)
        if me is not None and one.by.author != me.id and one.what == "InterventionBegun"
    ]
    about = (others or list(history(app.companion.view.plan().shared)))[0]
    app.do.data.ask_correction(about.by.entry, "Det började en vecka senare.")
    app.do.data.ask_erasure("Jag vill inte att det gamla ligger kvar.")


def _list_a_number(anna: Teller) -> None:
    directory = anna.companion.view.journal(rights.DIRECTORY) or ""
    number = HelpNumberListed(
        help_id=anna.companion.ids.new(), name="Jouren i Exempelstad", number="010-000 00 99"
    )
    anna.companion.record(directory, number)


async def _publish(anna: Teller) -> None:
    """One half-year, so that there is something to read for those who pay; the next is still to be."""
    found = await anna.do.results.look(half_year_published())
    if isinstance(found, str) or found.outside is None:
        raise SystemExit(f"Nothing to publish: {found}")
    if problem := await anna.do.results.publish(found.outside):
        raise SystemExit(problem)
