"""A sheet is judged by what it holds, and what was handed out is read for ever."""

import json
from pathlib import Path

import pytest

from mia_companion.domain.consents import Consent
from mia_companion.domain.disclosures import covers, hash_of
from mia_companion.domain.needed import NEVER, needed_by
from mia_companion.domain.plan import Plan
from mia_companion.domain.sheets import read_sheet, schema, write_sheet
from tests.domain.sheets import given, made, passed_on, told_everything
from tests.example_data import TODAY

DOCS = Path(__file__).parents[2] / "docs"
GOLDEN = Path(__file__).parents[1] / "golden" / "sheet-v1.json"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return told_everything()


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
