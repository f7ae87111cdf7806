"""An Appointment of a care system is read as a summons; anything else is refused with a reason."""

import json
from datetime import UTC, datetime

import pytest
from fhir.resources.R4B import get_fhir_model_class

from mia_companion.domain import summons
from mia_companion.domain.summons import Summons, Unreadable
from mia_companion.fhir.bundle import bundle_of, write_bundle
from mia_companion.fhir.reading import appointments_in
from tests.example_data import NOW as THEN
from tests.fhir.test_bundle import AT, NAMES, sheet

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
APPOINTMENT = {
    "resourceType": "Appointment",
    "id": "4711",
    "meta": {"versionId": "2"},
    "identifier": [{"system": "urn:vard", "value": "bokning-17"}],
    "status": "booked",
    "description": "Återbesök",
    "start": "2026-12-07T10:00:00+01:00",
    "end": "2026-12-07T10:30:00+01:00",
    "patientInstruction": "Ta med legitimation.",
    "participant": [
        {"actor": {"reference": "Patient/1", "display": "Någon"}, "status": "needs-action"},
        {
            "actor": {"reference": "PractitionerRole/2", "display": "Doktor Ek"},
            "status": "accepted",
        },
        {"actor": {"reference": "Location/3", "display": "Vårdcentralen"}, "status": "accepted"},
    ],
}


def read(said: object) -> Summons:
    [found] = appointments_in(json.dumps(said).encode(), NOW)
    return found


def test_an_appointment_is_a_summons() -> None:
    get_fhir_model_class("Appointment").model_validate(APPOINTMENT)
    found = read(APPOINTMENT)
    assert (found.title, found.place, found.contact) == ("Återbesök", "Vårdcentralen", "Doktor Ek")
    assert found.starts_at == datetime(2026, 12, 7, 9, tzinfo=UTC)
    assert (found.version, found.called_off, found.said) == (2, False, "Ta med legitimation.")
    assert "Någon" not in repr(found)


def test_a_later_one_about_the_same_is_known_and_a_cancelled_one_too() -> None:
    later = {**APPOINTMENT, "start": "2026-12-08T10:00:00+01:00", "meta": {"versionId": "3"}}
    assert read(later).key == read(APPOINTMENT).key
    assert read({**APPOINTMENT, "status": "cancelled"}).called_off


def test_out_of_a_bundle_among_others() -> None:
    entries = [{"resource": {"resourceType": "Patient"}}, {"resource": APPOINTMENT}]
    assert read({"resourceType": "Bundle", "type": "searchset", "entry": entries}).title


def test_what_we_give_out_is_read() -> None:
    found = appointments_in(write_bundle(bundle_of(sheet(), NAMES, AT)), THEN)
    assert {one.title for one in found} == {one.title for one in sheet().times}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", summons.NO_APPOINTMENT),
        (b"{}", summons.NO_APPOINTMENT),
        (b'{"resourceType":"Patient"}', summons.NO_APPOINTMENT),
        (b'{"resourceType":"Bundle"}', summons.NO_APPOINTMENT),
        (b'{"resourceType":"Appointment"}', summons.NO_APPOINTMENT),
        (b'{"resourceType":"Appointment","start":"2026-12-07"}', summons.NO_APPOINTMENT),
        (b'{"resourceType":"Appointment","start":"2020-01-01T00:00:00Z"}', summons.NO_TIME),
        (b"[" * 200_000, summons.NO_APPOINTMENT),
        (b'{"a":' * 40_000, summons.NO_APPOINTMENT),
        (b"x" * (summons.MAX_BYTES + 1), summons.TOO_LARGE),
    ],
    ids=range(10),
)
def test_anything_else_is_refused_with_a_reason(raw: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        appointments_in(raw, NOW)
    assert refused.value.reason == why
