"""A life as a Hypothesis machine: whatever happens, in whatever order, it ends with everybody at one."""

from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.torture.at_once import a_loop
from tests.torture.chance import DAYS_OFF, NETWORK, live
from tests.torture.deeds import Deed, Story
from tests.torture.holding import without_clocks
from tests.torture.life import Life
from tests.torture.people import RESTORES, STYLES, Service
from tests.torture.sizes import times
from tests.torture.taps import THEMES

LIVES = times(150, 10_000)

DEVICES = st.integers(0, 4)
NUMBERS = st.integers(0, 59)
FALLS = st.lists(st.sampled_from((*NETWORK, *["fine"] * 8)), max_size=3).map(tuple)


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
        what=st.sampled_from(
            ("send", "nudge", "nudge", "tap meanwhile", "full disk", "restart", "clock", "dream")
        ),
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
