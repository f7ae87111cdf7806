"""A coordinator's own belief is kept in their own journal, once, and nowhere else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mia_companion.app.actions import support as s
from mia_companion.domain import rights
from mia_companion.domain.beliefs import BeliefNoted
from tests.example_data import COORDINATOR
from tests.ui.office import Office, an_office

ADA = "person-ada"
ITEM = "item-00000001"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Karin's, with Ada and Karin's own journal about her in it."""
    with an_office(tmp_path) as opened:
        opened.person(ADA, "Ada")
        opened.hold(rights.OWN, ADA)
        yield opened


def test_a_belief_is_written_in_ones_own_journal_and_nowhere_else(office: Office) -> None:
    assert office.do.beliefs.note(0, ADA, item=ITEM).problem == s.NO_LEVEL
    assert office.do.beliefs.note(6, ADA, item=ITEM).problem == s.NO_LEVEL
    first = office.do.beliefs.note(4, ADA, words="Kaféet bär", item=ITEM)
    assert office.do.beliefs.note(4, ADA, words="Kaféet bär", item=ITEM) == first
    [waiting] = office.companion.store.outbox.all()
    assert waiting.entry.journal == f"own-{ADA}"
    view = office.companion.view
    assert [one.level for one in view.own_view(ADA).beliefs.values()] == [4]
    assert not view.plan(ADA).own.beliefs
    assert not view.plan(ADA).shared.beliefs


def test_without_the_own_journal_here_nothing_is_written(office: Office) -> None:
    office.person("person-bo", "Bo")
    assert office.do.beliefs.note(4, "person-bo", item=ITEM).problem == "no-journal"
    assert not office.companion.store.outbox.all()


def test_a_participant_has_no_view_of_a_coordinators(office: Office) -> None:
    office.tell(rights.OWN, ADA, BeliefNoted(belief_id="b-1", level=2), COORDINATOR)
    view = office.companion.view
    assert view.own_view(ADA).beliefs
    assert view.account is not None
    ada = view.account.model_copy(update={"id": ADA, "role": rights.PARTICIPANT})
    assert not replace(view, account=ada).own_view(ADA).beliefs
