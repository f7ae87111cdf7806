"""A long life behind: lists in pages, a tap that renders one row, and My path that looks only ahead."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import plan as domain_plan
from mia_companion.domain.facts import Fact
from mia_companion.domain.step_marks import StepDone, StepTried
from mia_companion.domain.steps import DONE, PARTLY, StepPlanned, StepRecorded
from mia_companion.sync.listener import Came
from mia_companion.ui import places
from mia_companion.ui.components.paged import FIRST
from mia_companion.ui.participant.movement import happening_row
from mia_companion.ui.participant.path import history, step_row
from tests.example_data import JOURNAL, OWN_JOURNAL, TODAY, confirmed, entry, held, step
from tests.ui.home import Home, a_home

MANY = 5_000


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of every row of a step or of a happening that is rendered, in order."""
    seen: list[str] = []
    mark, icon = step_row._mark, happening_row._icon

    def of_step(lines: step_row.StepLines, done: object) -> ft.Control:
        seen.append(lines.words)
        return mark(lines, done)  # type: ignore[arg-type]

    def of_happening(lines: happening_row.HappeningLines) -> ft.Control:
        seen.append(lines.words)
        return icon(lines)

    monkeypatch.setattr(step_row, "_mark", of_step)
    monkeypatch.setattr(happening_row, "_icon", of_happening)
    return seen


def _tell(home: Home, *facts: Fact) -> None:
    """Many entries in one page: an own journal that is read from its start."""
    pages = [
        confirmed(entry(fact, f"many-{n:05}", journal=OWN_JOURNAL, at=home.clock.now), n)
        for n, fact in enumerate(facts, 1)
    ]
    home.companion.came([Came(held(OWN_JOURNAL, "own"), pages)])


def _lived(home: Home, count: int = MANY) -> None:
    _tell(home, *(StepRecorded(step_id=f"s-{n:04}", words=f"Steg {n:04}") for n in range(count)))


async def test_one_tap_draws_one_row_anew(tmp_path: Path, drawn: list[str]) -> None:
    with a_home(tmp_path) as home:
        for n in range(20):
            home.tell(step(f"more-{n:02}", f"Steg {n:02}"))
        async with home.screen(places.PATH) as screen:
            drawn.clear()
            await screen.click("Mark as done: Steg 07")
            assert home.companion.view.plan().step("more-07").state == DONE  # type: ignore[union-attr]
            assert drawn == []
            assert not screen.shows("Steg 07")


async def test_a_tap_that_trembles_does_not_take_the_next_row_too(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        for n in range(3):
            home.tell(step(f"more-{n:02}", f"Steg {n:02}"))
        async with home.screen(places.PATH) as screen:
            await screen.click("Mark as done: Steg 00")
            await screen.click("Mark as done: Steg 01")
            assert home.waiting() == [(JOURNAL, "StepDone")]
            home.clock.pass_by(seconds=1)
            await screen.click("Mark as done: Steg 01")
            assert home.waiting() == [(JOURNAL, "StepDone")] * 2


async def test_five_thousand_steps_come_in_pages(tmp_path: Path, drawn: list[str]) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _lived(home)
        async with home.screen(places.DONE) as screen:
            assert len(drawn) == FIRST
            drawn.clear()
            await screen.click("Show more")
            assert len(drawn) == FIRST
            drawn.clear()
            (listed,) = screen.controls(ft.ListView)
            far = _scroll(listed, pixels=100, extent=9000)
            await screen.session.dispatch_event(listed._i, "scroll", far)
            await screen.settle()
            assert drawn == []
            near = _scroll(listed, pixels=8500, extent=9000)
            for _ in range(3):  # the phone tells it many times before the next page is there
                await screen.session.dispatch_event(listed._i, "scroll", near)
            await screen.settle()
            assert len(drawn) == FIRST


def _scroll(listed: ft.ListView, *, pixels: float, extent: float) -> dict[str, object]:
    return {
        "event_type": "update",
        "pixels": pixels,
        "min_scroll_extent": 0,
        "max_scroll_extent": extent,
        "viewport_dimension": 600,
        "scroll_delta": 5,
    }


async def test_among_five_thousand_a_change_draws_its_row_alone(
    tmp_path: Path, drawn: list[str]
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _lived(home)
        async with home.screen(places.DONE) as screen:
            drawn.clear()
            home.do.path.reword_step("s-4990", "Sagt på nytt")
            await screen.settle()
            assert drawn == ["Sagt på nytt"]
            drawn.clear()
            home.do.path.mark_step("s-4990", PARTLY)
            await screen.settle()
            assert drawn == ["Sagt på nytt"]


async def test_my_path_asks_only_for_what_is_open(
    tmp_path: Path, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_home(tmp_path) as home:
        _lived(home, 300)
        for name in ("steps_of", "recent_steps"):

            def refused(*_: object) -> None:
                raise AssertionError("all steps were asked for")

            monkeypatch.setattr(domain_plan.Plan, name, refused)
        async with home.screen(places.PATH) as screen:
            assert drawn == ["Gå ut en stund", "Det jag inte sagt"]
            assert screen.shows("What you have done")


async def test_looking_back_is_in_pages_too(tmp_path: Path, drawn: list[str]) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _lived(home, 200)
        async with home.screen(places.MOVEMENT) as screen:
            assert len(drawn) == 30
            drawn.clear()
            await screen.click("Show more")
            assert len(drawn) == 30
            drawn.clear()
            home.do.path.reword_step("s-0199", "Sagt på nytt")
            await screen.settle()
            assert drawn == ["Sagt på nytt"]


async def test_the_history_of_a_step_marked_four_hundred_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    shown = history._shown

    def counted(here: object, one: history.Happened, *rest: object) -> ft.Control:
        told.append(one.words)
        return shown(here, one, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(history, "_shown", counted)
    with a_home(tmp_path, lived_in=False) as home:
        daily = StepPlanned(step_id="walk", words="Gå", repeats=(1, 2, 3, 4, 5, 6, 7))
        marks = [
            (StepDone if n % 3 else StepTried)(
                step_id="walk", day=TODAY.fromordinal(TODAY.toordinal() - n)
            )
            for n in range(400)
        ]
        _tell(home, daily, *marks)
        async with home.screen(f"{places.STEP}/walk") as screen:
            assert len(told) == history.PAGE
            told.clear()
            await screen.click("Show more")
            assert len(told) == 2 * history.PAGE
