"""Whatever network, clocks, disks and people do: five devices of one life come to one picture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from mia_companion.app import pictures as app_pictures
from mia_companion.sync import pushing
from tests.torture.at_once import a_loop
from tests.torture.chance import first_caught, live
from tests.torture.deeds import Story
from tests.torture.directed import DIRECTED
from tests.torture.five_devices import LIVES, FiveDevices
from tests.torture.life import Life
from tests.torture.people import STYLES, Service
from tests.torture.printed import Told
from tests.torture.seeded_faults import FAULTS
from tests.torture.sizes import times

TOO_MANY = 150
"""Lives after which a fault has not been caught."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def _small() -> Iterator[None]:
    """A push and the time between two saved pictures are short, as the lives are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pushing, "MAX_PUSH", 3)
        patch.setattr(app_pictures, "_GROWN", 3)
        yield


@pytest.mark.timeout(times(600, 3_600))
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


@pytest.mark.timeout(times(300, 3_600))
def test_each_fault_in_the_engine_is_caught(tmp_path: Path, tell: Told) -> None:
    found: dict[str, int] = {}
    with a_loop() as loop:
        for fault in FAULTS[:: times(3, 1)]:
            for series in range(times(1, 5)):
                with pytest.MonkeyPatch.context() as patch:
                    fault.seed(patch)
                    lived = loop.run(first_caught(tmp_path, fault.style, TOO_MANY, series))
                assert lived is not None, f"not caught: {fault.what}"
                found[fault.what] = max(found.get(fault.what, 0), lived)
    tell(
        3,
        "a fault seeded in the engine, one at a time",
        f"{len(found)} faults",
        f"{len(found)} caught, each within {max(found.values())} lives",
    )
