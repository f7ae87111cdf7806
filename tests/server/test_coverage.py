"""Nothing is noted as passed on that no consent covers at that very moment."""

import json
from datetime import date, timedelta

import pytest

from mia_companion.domain.consents import ConsentGiven, ConsentWithdrawn
from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.facts import write_fact
from mia_companion.domain.zones import HOME, there
from mia_companion.server import operations
from mia_companion.server.ledger import Ledger
from mia_companion.wire.sync import Refused
from tests.server.test_push import reasons
from tests.server.world import Person, World, unique


def given(**other: object) -> ConsentGiven:
    said = {
        "consent_id": "consent-1", "from_party": "region", "to_party": "insurance",
        "categories": ("plan", "times"), "purpose": "Planera tillsammans",
        "valid_from": date(2020, 1, 1), "valid_until": date(2050, 1, 1),
        "language": "sv", "text_version": "1",
    }  # fmt: skip
    return ConsentGiven.model_validate(said | other)


def passed_on(**other: object) -> PassedOn:
    said = {
        "disclosure_id": unique("disclosure"), "consent_id": "consent-1",
        "to_party": "insurance", "categories": ("plan",),
    }  # fmt: skip
    return PassedOn.model_validate(said | other)


async def _pass_on(who: Person, journal: str, **other: object) -> str:
    (answer,) = await who.push(who.entry(journal, passed_on(**other)))
    return reasons([answer])[0]


async def test_only_what_a_consent_names_and_only_while_it_counts(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    assert await _pass_on(coordinator, shared) == "no-consent"
    await participant.push(participant.entry(shared, given()))
    assert await _pass_on(coordinator, shared) == "accepted"
    assert await _pass_on(coordinator, shared, categories=("plan", "times")) == "accepted"
    for other in (
        {"to_party": "employment"},
        {"categories": ("plan", "health_notes")},
        {"consent_id": "consent-2"},
    ):
        assert await _pass_on(coordinator, shared, **other) == "no-consent"
    await participant.push(participant.entry(shared, ConsentWithdrawn(consent_id="consent-1")))
    assert await _pass_on(coordinator, shared) == "no-consent"


async def test_what_was_accepted_stays_accepted_when_it_is_sent_again(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared, given()))
    said = coordinator.entry(shared, passed_on())
    first = await coordinator.push(said)
    await participant.push(participant.entry(shared, ConsentWithdrawn(consent_id="consent-1")))
    assert await coordinator.push(said) == first


@pytest.mark.parametrize(("begins", "later"), [(1, 0), (0, 400)])
async def test_before_its_first_and_after_its_last_day_it_covers_nothing(
    world: World, begins: int, later: int
) -> None:
    coordinator, participant, shared = await world.pair()
    today = there(world.clock.now, HOME).date()  # after midnight there, it is another than in UTC
    first = today + timedelta(days=begins)
    lasts = given(valid_from=first, valid_until=first + timedelta(days=365))
    await participant.push(participant.entry(shared, lasts))
    world.clock.forward(days=later)
    await coordinator.refresh()
    assert await _pass_on(coordinator, shared) == "no-consent"


async def test_those_behind_it_are_not_blocked(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    message = coordinator.entry(shared, '{"kind":"MessageWritten","message_id":"m","words":"Hej"}')
    results = await coordinator.push(coordinator.entry(shared, passed_on()), message)
    assert isinstance(results[0], Refused)
    assert reasons(results) == ["no-consent", "accepted"]
    assert [c.entry for c in await participant.read(shared)] == [message]


async def test_the_participant_knows_who_follows_them_also_after_a_handover(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    other = await world.coordinator()

    async def followed() -> tuple[str, ...]:
        page = await participant.pull()
        return {p.journal.id: p.coordinators for p in page.pages}[shared]

    assert await followed() == (coordinator.id,)
    await operations.hand_over(world.backend, participant.id, coordinator.id, other.id)
    assert await followed() == (other.id,)
    own = (await participant.journals())[("own", participant.id, participant.id)]
    page = await participant.pull()
    assert {p.journal.id: p.coordinators for p in page.pages}[own] == ()


def spelled() -> list[str]:
    """Bodies that pass something on and do not look like it."""
    plain = write_fact(passed_on())
    message = '{"kind":"MessageWritten","message_id":"m","words":"Hej",'
    return [
        plain.replace("PassedOn", "Passed\\u004fn"),
        plain.replace("PassedOn", "".join(f"\\u{ord(c):04x}" for c in "PassedOn")),
        plain.replace('"kind"', '"k\\u0069nd"'),
        plain.replace('{"kind"', message + '"kind"'),
        json.dumps(json.loads(plain) | {"override": True, "emergency": True}, indent=2),
    ]


async def test_however_it_is_spelled(world: World) -> None:
    coordinator, _, shared = await world.pair()
    for body in spelled():
        said = coordinator.entry(shared, body)
        assert said.kind == "PassedOn"
        assert reasons(await coordinator.push(said)) == ["no-consent"], body
    assert await coordinator.read(shared) == []


async def test_what_a_restored_server_gets_back_in_the_same_push_counts_before(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator, participant, shared = await fresh.pair()
    await participant.push(participant.entry(shared))
    async with fresh.stopped():
        await fresh.database.back_up()
    await participant.push(participant.entry(shared, given()))
    (_, gave) = await participant.read(shared)
    with monkeypatch.context() as forgetful:  # the ledger was lost too
        forgetful.setattr(Ledger, "write", lambda *_, **__: None)
        took = participant.entry(shared, ConsentWithdrawn(consent_id="consent-1"), based_on=2)
        await participant.push(took)
    (_, _, took_back) = await participant.read(shared)
    async with fresh.stopped():
        await fresh.database.restore()
    said = coordinator.entry(shared, passed_on())
    results = await coordinator.push(said, returned=(gave, took_back))
    assert reasons(results) == ["accepted", "accepted", "no-consent"]
    async with fresh.stopped():
        await fresh.database.restore()
    said = coordinator.entry(shared, passed_on())
    assert reasons(await coordinator.push(said, returned=(gave,))) == ["accepted", "accepted"]
    # What is returned once more stands where it stood, and gives nothing anew.
    await participant.push(participant.entry(shared, ConsentWithdrawn(consent_id="consent-1")))
    said = coordinator.entry(shared, passed_on())
    assert reasons(await coordinator.push(said, returned=(gave,))) == ["accepted", "no-consent"]
