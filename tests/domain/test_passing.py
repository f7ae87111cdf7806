"""A sheet holds what a consent covers, what was chosen, and nothing else: every combination, word by word."""

import itertools
import json
from collections.abc import Collection
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.domain.areas import INFO_CATEGORIES, PARTIES
from mia_companion.domain.consents import Consent, ConsentGiven
from mia_companion.domain.disclosures import PassedOn, covers, hash_of
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.ids import Ids
from mia_companion.domain.needed import NEVER, needed_by
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.domain.people import IdentityProtected, ParticipantNamed
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.plan import Plan
from mia_companion.domain.protection import code_of
from mia_companion.domain.sheets import Sheet, read_sheet, schema, write_sheet
from mia_companion.domain.steps import StepPlanned
from mia_companion.ui.context import ZONE
from tests.all_there_is import OF, SECRETS, of_the_coordinator, of_the_participant
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, TODAY, confirmed, entry, make_ids

DOCS = Path(__file__).parents[2] / "docs"
GOLDEN = Path(__file__).parents[1] / "golden" / "sheet-v1.json"
EVERYTHING = tuple(
    chosen
    for count in range(1, len(INFO_CATEGORIES) + 1)
    for chosen in itertools.combinations(INFO_CATEGORIES, count)
)


def given(categories: Collection[str] = INFO_CATEGORIES, **other: object) -> ConsentGiven:
    said = {
        "consent_id": "consent-1", "from_party": "region", "to_party": "insurance",
        "categories": tuple(categories), "purpose": "hemlig-ord", "language": "sv", "text_version": "1",
        "valid_from": TODAY, "valid_until": TODAY + timedelta(days=90),
    }  # fmt: skip
    return ConsentGiven.model_validate(said | other)


def picture(facts: Collection[tuple[Fact, str]], ids: Ids) -> Picture:
    said = [entry(fact, ids.new(), author=who, at=NOW) for fact, who in facts]
    return fold(EMPTY, [confirmed(one, seq) for seq, one in enumerate(said, 1)])


@pytest.fixture(scope="module")
def plan() -> Plan:
    ids = make_ids()

    def new(_: str) -> str:
        return ids.new()

    told = [
        (ParticipantNamed(name="Amina Ek"), COORDINATOR),
        *((fact, PARTICIPANT) for fact in of_the_participant(TODAY, new)),
        *((fact, COORDINATOR) for fact in of_the_coordinator(TODAY, new)),
    ]
    own = [(StepPlanned(step_id="own", words="hemlig-eget"), PARTICIPANT)]
    return Plan(shared=picture(told, ids), own=picture(own, ids))


def made(plan: Plan, consent: ConsentGiven, chosen: Collection[str] | None = None) -> Sheet | None:
    asked = Asked(
        participant=PARTICIPANT,
        consent=Consent(id=consent.consent_id, given=consent),
        chosen=consent.categories if chosen is None else chosen,
        disclosure="disclosure-1",
        now=NOW,
        zone=ZONE,
        sender="Karin Lind",
    )
    found = sheet_for(plan, asked)
    return found.sheet if found else None


def told_in(sheet: Sheet) -> set[str]:
    text = write_sheet(sheet)
    return {secret for secret in SECRETS if secret in text}


def passed_on(made: Sheet, **other: object) -> PassedOn:
    text = write_sheet(made)
    said = {
        "disclosure_id": made.disclosure_id, "consent_id": made.consent_id, "to_party": "insurance",
        "categories": made.categories, "sheet": text, "sha256": hash_of(text),
    }  # fmt: skip
    return PassedOn.model_validate(said | other)


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
def test_outside_its_days_there_is_no_sheet(plan: Plan, other: dict[str, object]) -> None:
    assert made(plan, given(**other)) is None


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


def test_a_sheet_that_is_not_what_it_says_is_covered_by_nothing(plan: Plan) -> None:
    consent = Consent(id="consent-1", given=given(["plan", "times"]))
    sheet = made(plan, given(["plan", "times"]))
    more = made(plan, given())
    assert sheet is not None
    assert more is not None
    assert covers(consent, passed_on(sheet), TODAY)
    other = sheet.model_copy(update={"from_party": "municipality"})
    theirs = made(plan, given(["times"], from_party="insurance"))
    assert theirs is not None
    text = json.loads(write_sheet(sheet))
    unseen = json.dumps(text | {"note": "hemlig-ord"}, separators=(",", ":"), ensure_ascii=False)
    wrong = {
        "more than it names": passed_on(more, categories=("plan", "times")),
        "named as less": passed_on(more.model_copy(update={"categories": ("plan", "times")})),
        "another teller": passed_on(other),
        "another's times": passed_on(
            sheet.model_copy(update={"times": theirs.times, "goals": (), "steps": ()})
        ),
        "another party": passed_on(sheet.model_copy(update={"to_party": "employment"})),
        "another consent": passed_on(sheet, consent_id="consent-2"),
        "another disclosure": passed_on(sheet, disclosure_id="disclosure-2"),
        "another hash": passed_on(sheet, sha256="0" * 64),
        "no hash": passed_on(sheet, sha256=""),
        "unseen": passed_on(sheet, sheet=unseen, sha256=hash_of(unseen)),
        "no sheet": passed_on(sheet, sheet="x", sha256=hash_of("x")),
        "a hash of nothing": passed_on(sheet, sheet="", sha256=hash_of("")),
    }
    for what, fact in wrong.items():
        assert not covers(consent, fact, TODAY), what
    assert not covers(None, passed_on(sheet), TODAY)
    assert needed_by(more.model_copy(update={"times": theirs.times}), "region") >= NEVER


def test_a_sheet_of_today_is_read_for_ever(plan: Plan) -> None:
    """Never change the golden file: agencies and participants have kept such."""
    sheet = read_sheet(GOLDEN.read_text("utf-8").rstrip("\n"))
    assert sheet is not None
    assert sheet.name == "Amina Ek"
    now = made(plan, given(from_party="insurance", to_party="employment"))
    assert now is not None
    assert set(json.loads(write_sheet(now))) | {"purpose"} == set(json.loads(write_sheet(sheet)))


def test_its_schema_is_what_the_documentation_has() -> None:
    kept = json.loads((DOCS / "sheet-v1.schema.json").read_text("utf-8"))
    assert kept == schema()
