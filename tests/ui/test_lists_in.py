"""A list comes in: everything is seen before it counts, and what cannot be read is said."""

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import httpx
import pytest

from mia_companion.ui import places
from tests.ui.lists import FORMULA, Asked, a_list
from tests.ui.office import Drawn, Office
from tests.ui.picking import pick, until


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with a_list(tmp_path) as made:
        yield made


@pytest.fixture
def asked(office: Office) -> Asked:
    return Asked(office)


LIST = (
    "Namn;Språk;Start;Skyddad;Ort\n"
    "Åsa Öberg;arabiska;2026-01-15;ja;Mölndal\n"
    "amina ek;;;;\n"
    f"{FORMULA};;;;\n"
    "Cilla Dahl;;;;\n"
    "Cilla Dahl;;;;\n"
).encode("latin-1")


async def chosen_file(screen: Drawn, content: bytes | None, name: str = "lista.csv") -> None:
    await pick(screen, "Choose a file", name, content)


async def test_everything_is_seen_before_it_counts(office: Office, asked: Asked) -> None:
    async with office.screen(route=places.FILES) as screen:
        await chosen_file(screen, LIST)
        assert screen.shows(
            "2 are new. 1 is here already. 1 stands twice in the file. 1 cannot be taken."
        )
        assert screen.shows("These columns are left out: Ort.")
        assert screen.shows("Line 4: ")
        assert screen.shows("The name begins as a formula does")
        assert screen.shows("العربية")
        ticks = [one.checked for one in screen.controls(ft.Semantics) if one.checked is not None]
        assert ticks == [True, False, True, False]
        assert not asked
        await screen.click("amina ek")
        assert screen.shows("Bring 3 people in")
        await screen.click("amina ek")
        await screen.click("Bring 2 people in")
        await until(screen, lambda: screen.shows("2 people have come into your list."))
        assert screen.shows("Åsa Öberg")
    ((path, said),) = asked
    assert path == "/v1/imports"
    told = [
        (w.entry.journal.removeprefix("shared-"), w.entry.kind)
        for w in office.companion.store.outbox.all()
    ]
    first, second = said["participants"]
    assert told == [
        (first, "IdentityProtected"),
        (first, "ParticipantNamed"),
        (first, "LanguageChosen"),
        (first, "EnrolmentBegun"),
        (second, "ParticipantNamed"),
    ]


async def test_without_an_answer_one_tap_goes_on_also_after_a_restart(office: Office) -> None:
    async with office.screen(route=places.FILES) as screen:
        await chosen_file(screen, LIST)
        await screen.click("Bring 2 people in")
        await until(screen, lambda: screen.shows("There was no answer"))
        assert screen.shows("2 people from a file are on the way.")
        assert not screen.shows("Choose a file")
    asked = Asked(office)
    async with office.screen(route=places.FILES) as screen:
        await screen.click("Go on")
        await until(screen, lambda: screen.shows("2 people have come into your list."))
        assert screen.shows("Choose a file")
    assert len(asked) == 1


async def test_what_the_server_refuses_has_brought_in_nobody(office: Office, asked: Asked) -> None:
    problem = {"type": "urn:mia-companion:problem:conflict", "title": "x", "status": 409}
    office.answers["/v1/imports"] = lambda _: httpx.Response(409, json=problem)
    async with office.screen(route=places.FILES) as screen:
        await chosen_file(screen, LIST)
        await screen.click("Bring 2 people in")
        await until(screen, lambda: screen.shows("Nobody has been brought in."))
        assert screen.shows("Choose a file")
    assert not office.companion.store.outbox.all()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("lista.xlsx", b"PK\x03\x04xxxx", "save it as CSV"),
        ("lista.csv", b"", "There is nobody in that file."),
        ("lista.csv", b"\x89PNG\r\n\x1a\n\0\0", "That file is no list"),
        ("lista.csv", "Förnamn;Ort\nÅsa;Mölndal".encode("latin-1"), "No column is called name"),
        ("lista.csv", b'namn\nBo\n"Ulla', "Line 3 could not be read"),
        ("lista.csv", b"namn;name\nBo;Bo", "The second is name."),
        ("lista.csv", b"x" * 10_000_000, "1 MB"),
        ("lista.csv", b"namn" + b";x" * 100_000, "100 at most"),
        ("lista.csv", b"namn\n" + b"Bo\n" * 501, "more than 500 people"),
        ("lista.csv", None, "It did not get here."),
    ],
)
async def test_what_cannot_be_read_is_said_and_nothing_is_left_of_it(
    office: Office, asked: Asked, name: str, content: bytes | None, said: str
) -> None:
    async with office.screen(route=places.FILES) as screen:
        await chosen_file(screen, LIST)
        await chosen_file(screen, content, name)
        assert screen.shows(said)
        assert not screen.shows("Bring 2 people in")
        await chosen_file(screen, LIST)
        assert not screen.shows(said)
        assert screen.shows("Bring 2 people in")
    assert not asked
