"""A sheet as a FHIR Bundle: valid by the standard, limited by the consent, the same bytes each time."""

import json
from collections.abc import Collection
from importlib import import_module

import pytest
from fhir.resources.R4B import get_fhir_model_class

from mia_companion.domain.areas import INFO_CATEGORIES
from mia_companion.domain.sheets import Sheet, write_sheet
from mia_companion.fhir.bundle import bundle_of, write_bundle
from mia_companion.fhir.names import Names
from mia_companion.fhir.parts import Json
from tests.domain.sheets import given, made, told_everything

AT = "2026-03-02T09:00:00Z"
NAMES = Names(
    party=lambda one: f"party {one}" if one else "",
    area=lambda one: f"area {one}",
    category=lambda one: f"kind {one}",
    way=lambda one: f"way {one}",
    sort=lambda one: f"sort {one}",
    weekday=lambda one: f"day {one}",
    levels="1 svårt … 5 bra",
    plan="Vem gör vad, och när",
    milestone=lambda one: f"milstolpe {one}",
    reached=lambda one: f"nått {one}",
)
KINDS = {
    "Patient", "Practitioner", "CareTeam", "CarePlan", "Goal", "Task", "Appointment",
    "Communication", "Consent", "Observation",
}  # fmt: skip


def sheet(chosen: Collection[str] = INFO_CATEGORIES, **more: object) -> Sheet:
    found = made(told_everything(), given(), chosen)
    assert found is not None
    return found.model_copy(update={"sender": "Anna Lind", **more})


def resources(bundle: Json) -> list[Json]:
    return [one["resource"] for one in bundle["entry"]]


def strings(value: object) -> set[str]:
    """Everything that is said anywhere."""
    match value:
        case str():
            return {value}
        case dict():
            return set().union(*(strings(one) for one in value.values()))
        case list():
            return set().union(*(strings(one) for one in value))
    return set()


@pytest.mark.parametrize("chosen", [INFO_CATEGORIES, *([one] for one in INFO_CATEGORIES)])
def test_it_is_valid_by_the_standard(chosen: Collection[str]) -> None:
    bundle = bundle_of(sheet(chosen), NAMES, AT)
    whole = get_fhir_model_class("Bundle").model_validate(bundle)
    assert json.loads(whole.model_dump_json()) == bundle  # nothing was passed over
    for one in resources(bundle):
        get_fhir_model_class(one["resourceType"]).model_validate(one)


@pytest.mark.parametrize("chosen", [INFO_CATEGORIES, *([one] for one in INFO_CATEGORIES)])
def test_it_is_valid_in_r4_too_which_most_care_systems_speak(chosen: Collection[str]) -> None:
    for one in resources(bundle_of(sheet(chosen), NAMES, AT)):
        kind = import_module(f"fhirclient.models.{one['resourceType'].lower()}")
        read = getattr(kind, one["resourceType"])(one, strict=True)  # refuses what R4 does not know
        assert read.as_json() == one


def test_a_whole_sheet_has_every_kind_and_each_reference_leads_somewhere() -> None:
    bundle = bundle_of(sheet(), NAMES, AT)
    assert {one["resourceType"] for one in resources(bundle)} == KINDS
    urls = [one["fullUrl"] for one in bundle["entry"]]
    assert len(set(urls)) == len(urls)
    pointed = {one for one in strings(bundle) if one.startswith("urn:uuid:")}
    assert pointed <= set(urls)


@pytest.mark.parametrize("chosen", [[one] for one in INFO_CATEGORIES])
def test_nothing_is_in_it_that_is_not_on_the_sheet(chosen: Collection[str]) -> None:
    """What people wrote stands in it word for word, and no word of the plan that the sheet lacks."""
    whole, some = sheet(), sheet(chosen)
    words = strings(json.loads(write_sheet(whole))) - strings(json.loads(write_sheet(some)))
    ours = {one for one in words if " " in one}
    assert ours
    said = write_bundle(bundle_of(some, NAMES, AT)).decode()
    assert not [one for one in ours if one in said]


def test_everything_on_the_sheet_is_in_it() -> None:
    one = sheet()
    said = " ".join(strings(bundle_of(one, NAMES, AT)))
    for goal in one.goals:
        assert goal.words in said
        assert all(step.words in said for step in goal.steps)
        assert all(milestone.words in said for milestone in goal.milestones)
    assert all(time.title in said and time.place in said for time in one.times)
    assert all(activity.words in said for activity in one.activities)


def test_a_protected_person_is_the_code_of_the_sheet() -> None:
    said = write_bundle(bundle_of(sheet(name="K7F3-9A"), NAMES, AT)).decode()
    assert "K7F3-9A" in said
    assert "Amina" not in said


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert write_bundle(bundle_of(sheet(), NAMES, AT)) == write_bundle(
        bundle_of(sheet(), NAMES, AT)
    )


def test_without_sender_or_parties_it_is_valid_all_the_same() -> None:
    bare = sheet(sender="", from_party="", to_party="", purpose="", times=(), activities=())
    bundle = bundle_of(bare, NAMES, AT)
    get_fhir_model_class("Bundle").model_validate(bundle)
    assert "Practitioner" not in {one["resourceType"] for one in resources(bundle)}
