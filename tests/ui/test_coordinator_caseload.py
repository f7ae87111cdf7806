"""The caseload: whoever needs the coordinator first stands first, and nothing is redrawn in vain."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.needs import is_gap
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.step_marks import StepDone, StepSetAside
from mia_companion.domain.steps import StepPlanned
from mia_companion.ui import places
from mia_companion.ui.coordinator.caseload import row as caseload_row
from tests.example_data import COORDINATOR, NOW, confirmed, entry
from tests.ui.office import Office, an_office

NAMES = ("Cilla", "Ada", "Bo", "Doris")


def _fill(office: Office) -> None:
    """Cilla waits since yesterday, Bo since an hour; Ada has something ahead, Doris nothing."""
    for name in NAMES:
        office.person(f"person-{name}", name)
    hour = timedelta(hours=1)
    office.says("person-Bo", MessageWritten(message_id="m-1", words="Hej"), at=NOW - hour)
    office.says("person-Cilla", MessageWritten(message_id="m-1", words="Hallå"), at=NOW - 25 * hour)
    office.says("person-Ada", StepPlanned(step_id="s-1", words="Gå ut", day=date(2026, 3, 9)))


def _order(texts: list[str]) -> list[str]:
    return [text for text in texts if text in NAMES]


async def test_whoever_waits_longest_first_then_gaps_then_names(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen() as screen:
            assert _order(screen.texts()) == ["Cilla", "Bo", "Doris", "Ada"]
            assert screen.shows("Wrote 1 hour ago: Hej")
            assert screen.texts().count("1 unread message") == 2
            assert screen.texts().count("Nothing planned ahead") == 3
            assert screen.shows("Waits for an answer: wrote 1 day ago")


async def test_what_is_read_waits_on_until_it_is_answered(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen() as screen:
            await screen.click("Cilla")
            assert _order(screen.texts())[:2] == ["Cilla", "Bo"]
            assert screen.texts().count("1 unread message") == 1
            answer = MessageWritten(message_id="m-2", words="Hej Cilla")
            office.tell("shared", "person-Cilla", answer, COORDINATOR)
            await screen.settle()
            assert _order(screen.texts())[:4] == ["Bo", "Cilla", "Doris", "Ada"]
            assert sum("Waits for an answer: " in one for one in screen.texts()) == 1


async def test_search(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen() as screen:
            await screen.type("Search by name", "do")
            assert _order(screen.texts()) == ["Doris"]
            assert screen.shows("1 person")
            await screen.type("Search by name", "xyz")
            assert screen.shows("Nobody here has that name.")


async def test_a_filter_shows_those_with_that_reason_and_goes_with_it(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen() as screen:
            await screen.click("Waits for an answer (2)")
            assert _order(screen.texts()) == ["Cilla", "Bo"]
            assert screen.shows("2 people")
            await screen.click("Nothing planned ahead (3)")
            assert _order(screen.texts()) == ["Cilla", "Bo", "Doris"]
            for name in ("Cilla", "Bo", "Doris"):
                ahead = StepPlanned(step_id="s-9", words="Vila", day=date(2026, 3, 9))
                office.says(f"person-{name}", ahead)
            await screen.settle()
            assert _order(screen.texts()) == ["Cilla", "Bo", "Ada", "Doris"]


async def test_one_persons_change_redraws_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    mark = caseload_row.heading_line

    def noted(said: caseload_row.RowWords, tint: str) -> object:
        drawn.append(said.name)
        return mark(said, tint)

    monkeypatch.setattr(caseload_row, "heading_line", noted)
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen() as screen:
            assert sorted(drawn) == sorted(NAMES)
            drawn.clear()
            office.says("person-Ada", StepDone(step_id="s-1"))
            await screen.settle()
            assert drawn == ["Ada"]
            assert screen.shows("Did a step now: Gå ut")


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_in_every_language_and_width(tmp_path: Path, language: str, width: int) -> None:
    with an_office(tmp_path, language) as office:
        async with office.screen(width=width) as screen:
            assert screen.shows("MIA Vidare Väster") is (width == 1280)
            assert len(screen.texts()) > 5
        _fill(office)
        async with office.screen(width=width) as screen:
            assert any("Cilla" in text for text in screen.texts())
            await screen.go(places.SITE)
            assert screen.shows("MIA Vidare Väster"), "a phone has no room for it in the bar"


async def test_nobody_yet(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen() as screen:
            assert screen.shows("Nobody yet. Invite the first.")
            await screen.click("Invite someone")
            assert screen.page.route == "/invite"


def test_a_step_without_a_day_lies_ahead_for_two_weeks_only() -> None:
    def planned(days_ago: int) -> Plan:
        at = NOW - timedelta(days=days_ago)
        step = entry(StepPlanned(step_id="s-1", words="Gå ut"), at=at)
        return Plan(shared=fold(EMPTY, [confirmed(step, 1)]))

    assert not is_gap(planned(2), NOW, NOW.date())
    assert is_gap(planned(20), NOW, NOW.date())


def test_a_step_on_chosen_weekdays_lies_ahead_until_it_rests() -> None:
    at = NOW - timedelta(days=200)
    facts: tuple[Fact, ...] = (
        StepPlanned(step_id="s-1", words="Gå ut", repeats=(1, 3)),
        StepSetAside(step_id="s-1"),
    )
    said = [confirmed(entry(fact, f"entry-{n:04}", at=at), n) for n, fact in enumerate(facts, 1)]
    assert not is_gap(Plan(shared=fold(EMPTY, said[:1])), NOW, NOW.date())
    assert is_gap(Plan(shared=fold(EMPTY, said)), NOW, NOW.date())
