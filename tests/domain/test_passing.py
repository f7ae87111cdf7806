"""A sheet holds what a consent covers, what was chosen, and nothing else: every combination, word by word."""

import itertools
from datetime import date, timedelta

import pytest

from mia_companion.domain.areas import INFO_CATEGORIES, PARTIES
from mia_companion.domain.consents import Consent
from mia_companion.domain.disclosures import covers
from mia_companion.domain.fold import fold
from mia_companion.domain.needed import needed_by
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.plan import Plan
from mia_companion.domain.protection import code_of
from mia_companion.domain.sheets import Sheet, write_sheet
from mia_companion.ui.context import ZONE
from tests.all_there_is import OF, SECRETS
from tests.domain.sheets import given, made, passed_on, told_everything
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, TODAY, confirmed, entry, make_ids

EVERYTHING = tuple(
    chosen
    for count in range(1, len(INFO_CATEGORIES) + 1)
    for chosen in itertools.combinations(INFO_CATEGORIES, count)
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return told_everything()


def told_in(sheet: Sheet) -> set[str]:
    text = write_sheet(sheet)
    return {secret for secret in SECRETS if secret in text}


@pytest.mark.parametrize("teller", [one for one in PARTIES if one != "insurance"])
def test_every_combination_holds_exactly_what_it_names(plan: Plan, teller: str) -> None:
    seen: set[str] = set()
    for categories in EVERYTHING:
        consent = given(categories, from_party=teller)
        sheet = made(plan, consent)
        assert sheet is not None
        named = set(categories)
        expected = {
            secret
            for secret, needs in SECRETS.items()
            if needs <= named and OF.get(secret, teller) == teller
        }
        # Rehabilitation is the insurance's to tell of, care contacts are the region's.
        expected -= {"hemlig-rehab"} if teller != "region" else set()
        assert told_in(sheet) == expected, categories
        assert needed_by(sheet, teller) <= named
        assert covers(Consent(id="consent-1", given=consent), passed_on(sheet), TODAY)
        seen |= expected
    assert seen >= {"hemlig-plan", "hemlig-halsa", "hemlig-ekonomi"}


def test_areas_are_told_as_levels_each_with_its_own_yes(plan: Plan) -> None:
    def areas_told(*categories: str) -> set[str]:
        sheet = made(plan, given(categories))
        assert sheet is not None
        return {one.area for one in sheet.ratings}

    assert areas_told("plan", "times", "work") == set()
    assert areas_told("health_notes") == {"health", "care"}
    assert areas_told("finance_notes") == {"finances"}
    assert areas_told("assessment") == {"studies", "work_training", "everyday", "confidence"}


def test_what_was_not_chosen_is_not_on_it(plan: Plan) -> None:
    for chosen in EVERYTHING:
        less = made(plan, given(), chosen)
        assert less == made(plan, given(chosen))
    assert made(plan, given(["plan"]), ["times", "health_notes"]) is None
    assert made(plan, given(["plan"]), []) is None


@pytest.mark.parametrize(
    "other",
    [
        {"valid_from": TODAY + timedelta(days=1)},
        {"valid_from": TODAY - timedelta(days=9), "valid_until": TODAY - timedelta(days=1)},
    ],
)
def test_outside_its_days_there_is_no_sheet(plan: Plan, other: dict[str, date]) -> None:
    assert made(plan, given().model_copy(update=other)) is None


def test_without_a_consent_there_is_none(plan: Plan) -> None:
    asked = Asked(PARTICIPANT, Consent(id="c"), INFO_CATEGORIES, "d", NOW, ZONE)
    assert sheet_for(plan, asked) is None


def test_a_protected_person_is_a_code_without_places_and_people(plan: Plan) -> None:
    ids = make_ids(9)
    seq = plan.shared.seq + 1
    said = entry(IdentityProtected(protected=True), ids.new(), author=COORDINATOR)
    hidden = Plan(shared=fold(plan.shared, [confirmed(said, seq)]))
    for teller in ("region", "insurance"):
        consent = given(from_party=teller, to_party="employment")
        sheet = made(hidden, consent)
        assert sheet is not None
        text = write_sheet(sheet)
        assert sheet.name == code_of(PARTICIPANT)
        for word in (
            "Amina",
            "Karin",
            "region",
            "insurance",
            "employment",
            "hemlig-tid",
            "hemlig-rehab",
        ):
            assert word not in text, word
        assert sheet.times
        assert sheet.activities
        fact = passed_on(sheet, to_party="employment")
        assert covers(Consent(id="consent-1", given=consent), fact, TODAY)
