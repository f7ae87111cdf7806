"""Every kind is known everywhere it must be, and reads in every later version as it reads now."""

import json
from pathlib import Path

import pytest

from mia_companion.domain.facts import KINDS, read_fact, write_fact
from mia_companion.domain.fold import FOLDERS, UNDOABLE
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.rights import (
    COORDINATOR,
    DIRECTORY,
    OWN,
    PARTICIPANT,
    SERVER,
    SHARED,
    TEAM,
    knows,
    may_write,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "facts-v1.jsonl"
LINES = GOLDEN.read_text("utf-8").splitlines()

EVERY_PLACE = [
    (role, journal)
    for role in (PARTICIPANT, COORDINATOR, SERVER)
    for journal in (SHARED, OWN, TEAM, DIRECTORY)
]


def test_every_kind_has_a_folder_that_changes_a_map_of_the_picture() -> None:
    assert FOLDERS.keys() | {"Undone"} == KINDS
    for name in {name for name, _ in FOLDERS.values()} | set(UNDOABLE):
        assert getattr(EMPTY, name) == {}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_may_be_written_by_someone_somewhere(kind: str) -> None:
    assert knows(kind)
    assert any(may_write(role, journal, kind) for role, journal in EVERY_PLACE)


def test_who_may_write_what() -> None:
    may = {place: {kind for kind in KINDS if may_write(*place, kind)} for place in EVERY_PLACE}
    assert may[SERVER, SHARED] == {"HandedOver", "ReminderNotReached", "AddressProved"}
    assert may[SERVER, OWN] == {"ReminderNotReached", "AddressProved"}
    assert may[SERVER, TEAM] == set()
    chosen = {place for place in EVERY_PLACE if "ChannelsChosen" in may[place]}
    assert chosen == {(PARTICIPANT, OWN), (COORDINATOR, SHARED)}
    assert may[PARTICIPANT, TEAM] == may[PARTICIPANT, DIRECTORY] == set()
    assert may[COORDINATOR, OWN] == {"NoteWritten", "BeliefNoted", "Undone"}
    assert may[COORDINATOR, TEAM] == {"NoteWritten", "ThreadSettled"}
    assert may[SERVER, DIRECTORY] - may[COORDINATOR, DIRECTORY] == {"CoverListed"}
    assert may[COORDINATOR, DIRECTORY] < may[SERVER, DIRECTORY]
    reminders = {"ReminderSet", "ReminderSeen"}
    assert reminders <= may[PARTICIPANT, OWN]
    assert not any(reminders & may[place] for place in EVERY_PLACE if place != (PARTICIPANT, OWN))
    assert "StepSuggested" not in may[PARTICIPANT, SHARED] | may[PARTICIPANT, OWN]
    assert "PassedOn" not in may[PARTICIPANT, SHARED]
    assert "NoteWritten" not in may[COORDINATOR, SHARED] | may[PARTICIPANT, SHARED]
    assert "PersonOpened" in may[COORDINATOR, SHARED]
    assert all("PersonOpened" not in may[place] for place in EVERY_PLACE if place[0] == PARTICIPANT)
    assert {"ConsentGiven", "ConsentWithdrawn"} <= may[COORDINATOR, SHARED]  # see `may_say`
    only_theirs = {
        "ConsentConfirmed",
        "AppointmentConfirmed",
        "MoveAsked",
        "PreparationWritten",
        "SuggestionDeclined",
        "BadDayPlanWritten",
        "CheckedIn",
        "StepDone",
        "GoalSet",
    }
    assert only_theirs <= may[PARTICIPANT, SHARED]
    assert not only_theirs & may[COORDINATOR, SHARED]
    support = {"EnrolmentBegun", "EnrolmentFinished", "FollowedUp", "InterventionBegun"}
    assert support | {"InterventionEnded", "IdentityProtected"} <= may[COORDINATOR, SHARED]
    for place in EVERY_PLACE:
        assert not support & may[place] or place == (COORDINATOR, SHARED)
        assert "BeliefNoted" not in may[place] or place == (COORDINATOR, OWN)


@pytest.mark.parametrize("place", [("", SHARED), (PARTICIPANT, ""), ("admin", "shared")])
def test_who_and_where_are_no_by_default(place: tuple[str, str]) -> None:
    assert not any(may_write(*place, kind) for kind in KINDS)
    assert not may_write(PARTICIPANT, SHARED, "KindFromLater")
    assert not knows("KindFromLater")


def test_every_kind_has_a_golden_line() -> None:
    """Add a line when a kind is added; never change one: phones out there have written it."""
    found = [fact.kind for line in LINES if (fact := read_fact(line))]
    assert len(found) == len(LINES)
    assert set(found) == KINDS


@pytest.mark.parametrize("line", LINES)
def test_a_golden_line_still_reads_to_the_same_fact(line: str) -> None:
    fact = read_fact(line)
    assert fact is not None
    said, read = json.loads(line), json.loads(write_fact(fact))
    assert _as_far_as(said, read) == said


def _as_far_as(said: object, read: object) -> object:
    """What was read, without the optional fields that later versions have added."""
    if isinstance(said, dict) and isinstance(read, dict):
        return {name: _as_far_as(said[name], read.get(name)) for name in said}
    if isinstance(said, list) and isinstance(read, list) and len(said) == len(read):
        return [_as_far_as(one, other) for one, other in zip(said, read, strict=True)]
    return read
