"""Whatever network, clocks, disks and people do: five devices of one life come to one picture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from mia_companion.app import pictures as app_pictures
from mia_companion.sync import engine
from tests.torture.at_once import a_loop
from tests.torture.chance import DAYS_OFF, NETWORK, first_caught, live
from tests.torture.directed import DIRECTED
from tests.torture.holding import without_clocks
from tests.torture.life import Deed, Life, Story
from tests.torture.people import RESTORES, STYLES, Service
from tests.torture.printed import Told
from tests.torture.seeded_faults import FAULTS
from tests.torture.sizes import times
from tests.torture.taps import THEMES

LIVES = times(1_000, 10_000)
TOO_MANY = 150
"""Lives after which a fault has not been caught."""

pytestmark = pytest.mark.slow

DEVICES = st.integers(0, 4)
NUMBERS = st.integers(0, 59)
FALLS = st.lists(st.sampled_from((*NETWORK, *["fine"] * 8)), max_size=3).map(tuple)


@pytest.fixture(scope="module", autouse=True)
def _small() -> Iterator[None]:
    """A push and the time between two saved pictures are short, as the lives are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "MAX_PUSH", 3)
        patch.setattr(app_pictures, "_GROWN", 3)
        yield


class FiveDevices(RuleBasedStateMachine):
    """A life, deed by deed, which ends with the network's healing."""

    folder: Path
    begun = lives = twins = 0
    has_failed = False

    @initialize(
        style=st.sampled_from(tuple(STYLES)),
        theme=st.sampled_from(THEMES),
        days_off=st.tuples(*[st.sampled_from(DAYS_OFF)] * 5),
        cast=st.tuples(DEVICES, DEVICES, DEVICES),
        has_twin=st.sampled_from((*[False] * 7, True)),
    )
    def begin(
        self,
        style: str,
        theme: str,
        days_off: tuple[int, ...],
        cast: tuple[int, int, int],
        has_twin: bool,
    ) -> None:
        """Who they are, and what is wrong with their clocks."""
        self.style, self.theme, self.cast, self.has_twin = style, theme, cast, has_twin
        self.loop = a_loop()
        self.is_whole = True
        # A tenth of Hypothesis' examples are tried beyond what it was asked for.
        self.is_spare = self.lives >= LIVES and not self.has_failed
        type(self).begun += 1
        here = self.folder / f"life-{self.begun}"
        self.life = Life(Service(**STYLES[style]), here, theme=theme, days_off=days_off)

    def _do(self, what: str, who: int, n: int = 0, faults: tuple[str, ...] = ()) -> None:
        if self.is_spare:
            return
        self.is_whole = False
        self.loop.run(self.life.do(Deed(what, (*self.cast, who)[n % 4], n, faults)))
        self.is_whole = True

    @rule(who=DEVICES, n=NUMBERS, taps=st.integers(1, 3))
    def tap(self, who: int, n: int, taps: int) -> None:
        """Somebody writes, plans, marks, takes back, books, moves, answers, agrees or withdraws."""
        for more in range(taps):
            self._do("tap", who, n + 4 * more)

    @rule(who=DEVICES, n=NUMBERS, faults=FALLS)
    def sync(self, who: int, n: int, faults: tuple[str, ...]) -> None:
        """A run on which that falls."""
        self._do("sync", who, n, faults)

    @rule(n=NUMBERS, who=DEVICES)
    def sync_well(self, who: int, n: int) -> None:
        """A run on which nothing falls."""
        self._do("sync", who, n)

    @rule(
        what=st.sampled_from(("tap meanwhile", "full disk", "restart", "clock", "dream")),
        who=DEVICES,
        n=NUMBERS,
        faults=FALLS,
    )
    def happen(self, what: str, who: int, n: int, faults: tuple[str, ...]) -> None:
        """What a day brings."""
        self._do(what, who, n, faults)

    @precondition(lambda self: self.style == RESTORES)
    @rule(what=st.sampled_from(("back up", "restore")), who=DEVICES)
    def lose(self, what: str, who: int) -> None:
        """The server is not what it was."""
        self._do(what, who)

    def teardown(self) -> None:
        """All is well again; and the same life, with other clocks, says the same."""
        if not hasattr(self, "life"):
            return
        try:
            if self.is_whole and not self.is_spare:
                self.is_whole = False
                self.loop.run(self.life.heal())
                if self.has_twin:
                    self._compare_with_twin()
                type(self).lives += 1
                self.is_whole = True
        finally:
            type(self).has_failed |= not self.is_whole
            self.loop.run(self.life.close())
            self.loop.close()

    def _compare_with_twin(self) -> None:
        type(self).twins += 1
        story = Story(self.style, self.theme, (-3650, 3650, 40, 0, -1), tuple(self.life.deeds))
        twin = Life(
            Service(**STYLES[self.style]),
            self.folder / f"twin-{self.begun}",
            theme=self.theme,
            days_off=story.days_off,
            clocks_jump=False,
        )
        self.loop.run(live(twin, story))
        assert without_clocks(twin) == without_clocks(self.life), "somebody's clock decides"


@pytest.mark.timeout(600)
def test_five_devices_come_to_one_picture(tmp_path: Path, tell: Told) -> None:
    FiveDevices.folder = tmp_path
    FiveDevices.begun = FiveDevices.lives = FiveDevices.twins = 0
    FiveDevices.has_failed = False
    run_state_machine_as_test(
        FiveDevices,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=10,
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert FiveDevices.lives >= LIVES
    tell(
        3,
        "five devices of one life, clocks off by up to ten years, requests and answers lost, doubled, "
        "delayed, overtaken, cut and replaced, disks full, servers restored",
        f"{FiveDevices.lives:,} lives, {FiveDevices.twins:,} of them again with other clocks",
        "one picture on all, each entry once, no gap, no edit before what its author had read",
    )


@pytest.mark.parametrize("story", DIRECTED)
def test_lives_that_chance_tells_too_seldom(tmp_path: Path, story: Story) -> None:
    with a_loop() as loop:
        service = Service(**STYLES[story.style])
        life = Life(service, tmp_path / "life", theme=story.theme, days_off=story.days_off)
        loop.run(live(life, story))


@pytest.mark.timeout(300)
def test_each_fault_in_the_engine_is_caught(tmp_path: Path, tell: Told) -> None:
    found: dict[str, int] = {}
    with a_loop() as loop:
        for fault in FAULTS:
            for series in range(times(1, 5)):
                with pytest.MonkeyPatch.context() as patch:
                    fault.seed(patch)
                    lived = loop.run(first_caught(tmp_path, fault.style, TOO_MANY, series))
                assert lived is not None, f"not caught: {fault.what}"
                found[fault.what] = max(found.get(fault.what, 0), lived)
    tell(
        3,
        "a fault seeded in the engine, one at a time",
        f"{len(FAULTS)} faults",
        f"{len(found)} caught, each within {max(found.values())} lives",
    )
