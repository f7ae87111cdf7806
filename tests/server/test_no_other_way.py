"""Without a consent nobody passes anything on: no role, no journal, no route, no word that overrides."""

import re
from typing import Any

from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.facts import KINDS, read_fact
from mia_companion.domain.rights import (
    ADMINISTRATOR,
    COORDINATOR,
    DIRECTORY,
    FUNDER,
    OWN,
    PARTICIPANT,
    SERVER,
    SHARED,
    TEAM,
    may_write,
)
from mia_companion.server import operations
from tests.server.office import open_office
from tests.server.test_api import ROUTES
from tests.server.test_coverage import given, passed_on, spelled
from tests.server.test_push import reasons
from tests.server.world import Person, World, unique

ROLES = (PARTICIPANT, COORDINATOR, SERVER, ADMINISTRATOR, FUNDER, "agency", "")
ENDS = re.compile("sign-out|password|devices|staff")
"""After these a caller may be out: they come last."""


def test_one_role_in_one_journal_may_say_so_and_the_entry_has_no_way_around() -> None:
    may = {
        (role, journal)
        for role in ROLES
        for journal in (SHARED, OWN, TEAM, DIRECTORY, "")
        if may_write(role, journal, "PassedOn")
    }
    assert may == {(COORDINATOR, SHARED)}
    assert set(PassedOn.model_fields) == {
        "kind", "disclosure_id", "consent_id", "to_party", "categories", "about", "recipient", "sheet",
        "sha256", "attachments",
    }  # fmt: skip
    assert not [kind for kind in KINDS if re.search("override|emergency|exception", kind, re.I)]


async def test_no_role_in_no_journal(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    other, stranger, theirs = await world.pair()
    await stranger.push(stranger.entry(theirs, given()))  # somebody else's yes is nobody else's
    office = await open_office(world, site=coordinator.world.site)
    journals = {*(await coordinator.journals()).values(), *(await participant.journals()).values()}
    assert shared in journals
    callers = (participant, coordinator, other, stranger, office.administrator, office.funder)
    refused = 0
    for caller in callers:
        for journal in sorted(journals):
            said = [caller.entry(journal, body) for body in spelled()]
            answers = reasons(await caller.push(*said))
            assert set(answers) <= {"no-consent", "not-allowed", "not-yours"}, answers
            refused += len(answers)
    assert refused == len(callers) * len(journals) * len(spelled())
    for reader in (coordinator, participant):
        for journal in journals:
            assert not _disclosed(await reader.read(journal))
    assert reasons(await other.push(other.entry(theirs, passed_on()))) == ["accepted"]


async def test_no_role_by_no_route(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    office = await open_office(world, site=coordinator.world.site)
    colleague = await world.coordinator()
    callers = (coordinator, participant, colleague, office.administrator, office.funder)
    asked = 0
    for method, path in sorted(ROUTES, key=lambda one: (bool(ENDS.search(one[1])), one)):
        if path.endswith("/live"):
            continue
        for caller in callers:
            place = re.sub(r"\{(\w+)\}", lambda of: _named(of[1], shared, participant), path)
            answer = await caller.call(method, place, json=_said(caller, shared, participant))
            assert answer.status_code < 500, (method, path, answer.text)
            asked += 1
    assert asked == len(callers) * (len(ROUTES) - 1)
    kept = await _stored(world, shared)
    assert kept
    assert not _disclosed(kept)


async def test_who_has_handed_over_passes_nothing_on(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared, given()))
    said = coordinator.entry(shared, passed_on())
    successor = await world.coordinator()
    await operations.hand_over(world.backend, participant.id, coordinator.id, successor.id)
    assert reasons(await coordinator.push(said)) == ["access-ended"]
    assert not _disclosed(await participant.read(shared))
    assert reasons(await successor.push(successor.entry(shared, passed_on()))) == ["accepted"]


def _named(what: str, journal: str, participant: Person) -> str:
    named = {"journal": journal, "participant": participant.id, "device": participant.device}
    return named.get(what, unique(what))


def _said(caller: Person, journal: str, participant: Person) -> dict[str, Any]:
    """A disclosure, wherever a route may look for it."""
    entry = caller.entry(journal, passed_on())
    forged = Confirmed(
        entry=entry, seq=1, received_at=entry.happened_at, receipt="0" * 64, epoch="epoch"
    )
    body = entry.model_dump(mode="json")
    return {
        **body,
        **passed_on().model_dump(mode="json"),
        "entries": [body],
        "returned": [forged.model_dump(mode="json")],
        "participant": participant.id,
        "participants": [participant.id],
        "words": entry.body,
        "name": entry.body,
        "cursors": {},
    }


async def _stored(world: World, journal: str) -> list[Confirmed]:
    """All that lies in it, for whoever is left to read."""
    async with world.backend.database.reading() as connection:
        read = world.backend.journals.read
        return (await connection.run_sync(read, [(journal, 0, 10_000)])).get(journal, [])


def _disclosed(journal: list[Confirmed]) -> list[str]:
    return [one.entry.id for one in journal if isinstance(read_fact(one.entry.body), PassedOn)]
