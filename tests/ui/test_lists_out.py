"""A list goes out with codes and without formulas, and never unwritten."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from mia_companion.domain import rights
from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished
from mia_companion.domain.interventions import InterventionBegun
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.protection import code_of
from mia_companion.ui import places
from tests.example_data import COORDINATOR, NOW
from tests.ui.lists import DAY, FORMULA, Asked, a_list
from tests.ui.office import Office, an_office
from tests.ui.picking import saved_files, until


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with a_list(tmp_path) as made:
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
