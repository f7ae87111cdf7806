"""A person who has told of everything, and sheets of it."""

from collections.abc import Collection
from datetime import timedelta

from mia_companion.domain.areas import INFO_CATEGORIES
from mia_companion.domain.consents import Consent, ConsentGiven
from mia_companion.domain.disclosures import PassedOn, hash_of
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.ids import Ids
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.domain.people import ParticipantNamed
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.plan import Plan
from mia_companion.domain.sheets import Sheet, write_sheet
from mia_companion.domain.steps import StepPlanned
from mia_companion.ui.context import ZONE
from tests.all_there_is import of_the_coordinator, of_the_participant
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, TODAY, confirmed, entry, make_ids


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


def told_everything() -> Plan:
    """All that there is to tell, shared and private."""
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


def passed_on(made: Sheet, **other: object) -> PassedOn:
    text = write_sheet(made)
    said = {
        "disclosure_id": made.disclosure_id, "consent_id": made.consent_id, "to_party": "insurance",
        "categories": made.categories, "sheet": text, "sha256": hash_of(text),
    }  # fmt: skip
    return PassedOn.model_validate(said | other)
