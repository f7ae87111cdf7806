"""A coordinator passes something on: all of it read first, nothing handed out before the server took it."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import flet as ft
import pytest
from fhir.resources.R4B import get_fhir_model_class

from mia_companion.domain import rights
from mia_companion.domain.consents import ConsentGiven, ConsentWithdrawn
from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.facts import read_fact
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.protection import code_of
from mia_companion.domain.sheets import read_sheet
from mia_companion.domain.steps import StepPlanned
from mia_companion.store.outbox import REFUSED, SENT, Waiting
from mia_companion.sync.listener import Came
from tests.example_data import COORDINATOR, TODAY, confirmed
from tests.paper.reading import Paper
from tests.ui.office import Drawn, Office, an_office

ADA = "person-ada"
PASS_ON = f"/person/{ADA}/pass-on"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        made.person(ADA, "Ada")
        made.says(ADA, GoalSet(goal_id="g-1", words="Läsa svenska", area="studies"))
        made.says(ADA, GoalSet(goal_id="g-2", words="Sova bättre", area="health"))
        made.says(ADA, StepPlanned(step_id="s-1", words="Gå till biblioteket", day=TODAY))
        yield made


def gives(office: Office, **other: object) -> None:
    said = {
        "consent_id": "consent-1", "from_party": "region", "to_party": "insurance",
        "categories": ("plan", "health_notes"), "purpose": "Ada skriver själv", "language": "sv",
        "text_version": "1", "valid_from": TODAY, "valid_until": TODAY + timedelta(days=90),
    }  # fmt: skip
    office.says(ADA, ConsentGiven.model_validate(said | other))


def waiting_in(office: Office) -> Waiting:
    """What was passed on and waits, whatever else does."""
    passed = [w for w in office.companion.store.outbox.all() if w.entry.kind == "PassedOn"]
    (waiting,) = passed
    return waiting


def said_in(office: Office) -> PassedOn:
    fact = read_fact(waiting_in(office).entry.body)
    assert isinstance(fact, PassedOn)
    return fact


def taken(office: Office) -> None:
    """The server has taken what waited."""
    waiting = waiting_in(office)
    held = office._held(rights.SHARED, ADA)
    seq = office.companion.view.pictures[held.info.id].seq + 1
    office.companion.store.outbox.mark([(SENT, "", waiting.entry.id)])
    office.companion.outbox_changed()
    office.companion.came([Came(held, [confirmed(waiting.entry, seq)])])


class Desk(Drawn):
    """The screen, and every file that it handed over."""

    def __init__(self, office: Office, route: str) -> None:
        super().__init__(office, route, 1280, 800)
        self.files: list[dict[str, Any]] = []

    def _hold(self, page: ft.Page) -> None:
        super()._hold(page)
        page.web = True
        self.sent.answers["save_file"] = self.files.append


async def test_without_a_consent_that_counts_today_there_is_nothing_to_choose(
    office: Office,
) -> None:
    gives(office, valid_from=TODAY + timedelta(days=1))
    async with Desk(office, PASS_ON) as screen:
        assert screen.shows("Ada has given no consent that counts today")
        assert not screen.shows("Yes, pass this on")
    async with Desk(office, f"/person/{ADA}") as screen:
        await screen.click("Consents")
        assert screen.shows("Begins on")
        assert not screen.shows("Pass something on")


async def test_all_of_it_is_read_then_written_down_then_handed_out(office: Office) -> None:
    gives(office)
    async with Desk(office, f"/person/{ADA}") as screen:
        await screen.click("Consents")
        await screen.click("Pass something on")
        assert screen.page.route == PASS_ON
        for words in ("Läsa svenska", "Sova bättre", "Gå till biblioteket", "Karin Berg"):
            assert screen.shows(words)
        await screen.click("Health")
        assert not screen.shows("Sova bättre")
        assert screen.shows("1 thing is not on it")
        await screen.click("Yes, pass this on")
        fact = said_in(office)
        assert fact.categories == ("plan",)
        assert screen.page.route == f"/person/{ADA}/passed-on/{fact.disclosure_id}"
        assert screen.shows("Nothing has been handed out.")
        assert not screen.shows("Save the paper (PDF)")
        assert not screen.shows("Save as a file (JSON)")
        taken(office)
        await screen.settle()
        assert screen.shows("Ada sees it, every word.")
        await screen.click("Save as a file (JSON)")
        await screen.click("Save the paper (PDF)")
        await screen.click("Save for a care system (FHIR)")
        file, paper, care = (one["src_bytes"] for one in screen.files)
        assert [one["file_name"] for one in screen.files] == [
            "mia-2026-03-02.json",
            "mia-2026-03-02.pdf",
            "mia-2026-03-02-fhir.json",
        ]
        assert sha256(file).hexdigest() == fact.sha256
        assert sha256(paper).hexdigest() == fact.attachments[0].sha256
        sheet = read_sheet(file.decode())
        assert sheet is not None
        assert [one.words for one in sheet.goals] == ["Läsa svenska"]
        text = Paper(paper).text
        assert "Läsa svenska" in text
        assert "Sova bättre" not in text
        assert "Ada skriver själv" not in text
        get_fhir_model_class("Bundle").model_validate_json(care)
        assert "Läsa svenska" in care.decode()
        assert "Sova bättre" not in care.decode()


async def test_refused_nothing_is_handed_out_and_it_says_why(office: Office) -> None:
    gives(office)
    async with Desk(office, PASS_ON) as screen:
        await screen.click("Yes, pass this on")
        waiting = waiting_in(office)
        office.companion.store.outbox.mark([(REFUSED, "no-consent", waiting.entry.id)])
        office.companion.outbox_changed()
        await screen.settle()
        assert screen.shows("It was not passed on. Nothing was handed out.")
        assert screen.shows("There is no consent for this now")
        assert not screen.shows("Save the paper (PDF)")
        await screen.click("Take it away")
        assert not any(w.entry.kind == "PassedOn" for w in office.companion.view.outbox)


async def test_each_party_has_its_own_consents_and_one_taken_back_goes_from_the_screen(
    office: Office,
) -> None:
    gives(office)
    gives(office, consent_id="consent-2", to_party="employment", categories=("plan",))
    async with Desk(office, PASS_ON) as screen:
        assert screen.shows("Sova bättre")
        await screen.click("Arbetsförmedlingen")
        assert not screen.shows("Sova bättre")
        office.says(ADA, ConsentWithdrawn(consent_id="consent-2"))
        await screen.settle()
        assert screen.shows("Sova bättre")
        office.says(ADA, ConsentWithdrawn(consent_id="consent-1"))
        await screen.settle()
        assert not screen.shows("Yes, pass this on")


async def test_a_protected_person_is_passed_on_as_a_code(office: Office) -> None:
    gives(office)
    office.tell(rights.SHARED, ADA, IdentityProtected(protected=True), COORDINATOR)
    async with Desk(office, PASS_ON) as screen:
        assert screen.shows("The identity is protected: there is a code instead of the name")
        await screen.click("Yes, pass this on")
        fact = said_in(office)
        assert code_of(ADA) in fact.sheet
        for word in ("Ada", "Karin", "region", "insurance"):
            assert word not in fact.sheet
