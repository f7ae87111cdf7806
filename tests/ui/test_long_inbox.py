"""Sixty people with twenty threads each: pages of rows, and a message that comes draws one of them."""

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest

from mia_companion.app import inbox
from mia_companion.domain.inbox import threads_with
from mia_companion.domain.messages import MessageWritten
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.coordinator.inbox import row
from tests.ui.office import Office, an_office

PEOPLE, THREADS, PAGE = 60, 20, 50


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Person and thread of every row that is rendered, as it happens."""
    rendered: list[str] = []
    inside = row.inside

    def counted(said: row.RowLines, tint: ft.Colors) -> list[ft.Control]:
        rendered.append(f"{said.person}/{said.thread}")
        return inside(said, tint)

    monkeypatch.setattr(row, "inside", counted)
    return rendered


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everyone whose threads are looked through, as it happens."""
    found: list[str] = []

    def noted(plan: object, settled: object, person: str, reader: str) -> object:
        found.append(person)
        return threads_with(plan, settled, person, reader)  # type: ignore[arg-type]

    monkeypatch.setattr(inbox, "threads_with", noted)
    return found


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        for p in range(PEOPLE):
            person = f"person-{p:02}"
            made.person(person, f"Namn {p:02}")
            for n in range(THREADS):
                said = MessageWritten(message_id=f"m-{n}", thread_id=f"step:{n:02}", words="Rad.")
                made.says(person, said)
        yield made


async def test_a_page_of_rows_is_drawn_and_a_new_message_draws_one(
    office: Office, drawn: list[str], asked: list[str]
) -> None:
    async with office.screen(route=places.INBOX) as screen:
        assert screen.shows(f"Waiting ({words_for('en').number(PEOPLE * THREADS)})")
        assert len(drawn) == PAGE
        assert sorted(asked) == sorted(office.companion.view.participants)
        drawn.clear()
        asked.clear()
        new = MessageWritten(message_id="m-new", thread_id="step:03", words="En till.")
        office.says("person-00", new)
        await screen.settle()
        assert drawn == ["person-00/step:03"]
        assert asked == ["person-00"]
        drawn.clear()
        await screen.click("Show more")
        assert len(drawn) == PAGE


async def test_a_key_pressed_in_the_composer_draws_no_row(office: Office, drawn: list[str]) -> None:
    async with office.screen(route="/inbox/person-00/step:03") as screen:
        drawn.clear()
        await screen.type("Write a message", "Hej")
        assert drawn == []


async def test_settling_one_takes_one_row_away_and_draws_those_that_come_up(
    office: Office, drawn: list[str]
) -> None:
    async with office.screen(route=places.INBOX) as screen:
        drawn.clear()
        assert office.do.messages.settle("step:03", "person-00")
        await screen.settle()
        assert len(drawn) == 1  # the one that was next beneath the page
