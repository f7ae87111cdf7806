"""Five thousand steps behind one: a tap makes one of them another, and a list of them need draw one row."""

from pathlib import Path

from mia_companion.domain.layers import live
from mia_companion.domain.steps import DONE, Step
from mia_companion.sync.listener import Came
from tests.app.solo import Solo
from tests.example_data import JOURNAL, OWN_JOURNAL, held, steps_done

MANY = 5000


def _steps(solo: Solo) -> dict[str, Step]:
    return {step.id: step for step in solo.companion.view.plan().steps}


def test_a_tap_makes_one_step_another_and_leaves_the_rest_as_they_are(tmp_path: Path) -> None:
    solo = Solo(tmp_path / "companion.sqlite")
    for journal, role in ((JOURNAL, "shared"), (OWN_JOURNAL, "own")):
        entries = steps_done(MANY // 2, journal, start=3)
        solo.companion.store.journals.add(held(journal, role), entries)
        solo.companion.came([Came(held(journal, role), entries)])
    solo.companion.upkeep.now()
    solo.reopen()
    before = _steps(solo)
    assert len(before) == MANY + 2
    for tapped in ("step-1", f"{JOURNAL}-step-17"):
        assert solo.do.path.mark_step(tapped, DONE)
        after = _steps(solo)
        assert [key for key, step in after.items() if step is not before[key]] == [tapped]
        before = after
    plan = solo.companion.view.plan()
    assert {step.id for step in plan.open_steps} == {"step-own"}
    assert sum(len(live(p.steps)) for p in (plan.shared, plan.own)) < 150
    solo.close()
