"""Lists go in and out: everything is seen before it counts, and nothing leaves unwritten."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import flet as ft
import httpx
import pytest

from mia_companion.domain import rights
from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished
from mia_companion.domain.interventions import InterventionBegun
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.protection import code_of
from mia_companion.ui import places
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Drawn, Office, an_office
from tests.ui.picking import pick, saved_files, until

DAY = NOW.date()
NOTHING_NEW = {"epoch": "epoch-1", "now": NOW.isoformat()}
FORMULA = "=cmd|' /C calc'!A0"


class Asked(list[tuple[str, dict[str, Any]]]):
    """What the server was asked for, and its answers."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        office.answers = {
            "/v1/pull": lambda _: httpx.Response(200, json=NOTHING_NEW),
            "/v1/imports": self._rooms,
            "/v1/exports": lambda request: (self._note(request), httpx.Response(204))[1],
        }

    def _note(self, request: httpx.Request) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(request.content)
        self.append((request.url.path, said))
        return said

    def _rooms(self, request: httpx.Request) -> httpx.Response:
        people = self._note(request)["participants"]
        rooms = [{"participant": one, "shared_journal": f"shared-{one}"} for one in people]
        return httpx.Response(200, json={"rooms": rooms})


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        made.person("person-Amina", "Amina Ek", "ar")
        made.person("person-Bo", FORMULA)
        yield made


@pytest.fixture
def asked(office: Office) -> Asked:
    return Asked(office)


def live(office: Office, person: str) -> None:
    """A start, an activity, a booked time."""
    facts = (
        EnrolmentBegun(enrolment_id="e-1", day=DAY),
        InterventionBegun(intervention_id="i-1", sort="work_training", first_day=DAY),
        InterventionBegun(intervention_id="i-2", sort="studies", first_day=DAY + timedelta(days=9)),
        AppointmentBooked(
            appointment_id="a-1",
            party="region",
            title="Läkarbesök",
            starts_at=NOW + timedelta(days=1),
            place="Gömda gatan 9",
            contact="Maria Ek",
        ),
    )
    for fact in facts:
        office.tell(rights.SHARED, person, fact, COORDINATOR)


async def taken_out(office: Office, button: str) -> tuple[str, bytes]:
    async with office.screen(route=places.FILES) as screen:
        screen.page.web = True
        await screen.click(button)
        await until(screen, lambda: screen.shows("The file is made."))
        (made,) = saved_files(screen)
        return made


async def test_a_csv_has_a_line_for_each_and_no_formula(office: Office, asked: Asked) -> None:
    live(office, "person-Amina")
    office.tell(
        rights.SHARED,
        "person-Bo",
        EnrolmentFinished(enrolment_id="e-0", day=DAY, result="in_work"),
        COORDINATOR,
    )
    name, raw = await taken_out(office, "For other programs (CSV)")
    assert name == "mia-2026-03-02.csv"
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[0] for row in rows] == ["Name or code", "'" + FORMULA, "Amina Ek"]
    assert rows[2][1:] == [
        "ar", "2026-03-02", "Work training", "", "", "", "", "2026-03-03",
        "The region (health care)", "0", "0",
    ]  # fmt: skip
    people = ["person-Bo", "person-Amina"]
    assert asked == [("/v1/exports", {"sort": "csv", "participants": people})]


@pytest.mark.parametrize("button", ["For other programs (CSV)", "For Excel (XLSX)"])
async def test_a_protected_person_is_a_code_and_nothing_of_where_they_are(
    office: Office, asked: Asked, button: str
) -> None:
    live(office, "person-Amina")
    office.tell(rights.SHARED, "person-Amina", IdentityProtected(protected=True), COORDINATOR)
    name, raw = await taken_out(office, button)
    if name.endswith("xlsx"):
        with ZipFile(io.BytesIO(raw)) as archive:
            raw = b"".join(archive.read(one) for one in archive.namelist())
    text = raw.decode("utf-8-sig", "replace")
    assert code_of("person-Amina") in text
    for hidden in ("Amina", "Gömda", "Maria", "Läkarbesök", "region"):
        assert hidden not in text + name
    assert asked[0][1]["participants"] == ["person-Bo", "person-Amina"]


async def test_without_a_network_there_is_no_file_and_it_is_said(office: Office) -> None:
    async with office.screen(route=places.FILES) as screen:
        await screen.click("For Excel (XLSX)")
        await until(screen, lambda: screen.shows("There is no file."))
        assert not saved_files(screen)


async def test_in_swedish_the_headings_are_swedish(tmp_path: Path) -> None:
    with an_office(tmp_path, "sv") as office:
        office.person("person-Amina", "Amina Ek")
        Asked(office)
        async with office.screen(route=places.FILES) as screen:
            screen.page.web = True
            await screen.click("För andra program (CSV)")
            await until(screen, lambda: saved_files(screen))
            raw = saved_files(screen)[0][1]
    assert raw.decode("utf-8-sig").startswith('"Namn eller kod";"Språk";"Start";"Pågår";"Avslut"')


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
        assert screen.shows("العربية · Start")
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
