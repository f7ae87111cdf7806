"""A pull that asks for some journals: answered about those alone, and as truly."""

from mia_companion.server import operations
from mia_companion.wire.leave import is_proven
from tests.server.test_pull import page_of
from tests.server.world import World


async def test_a_pull_for_some_journals_is_answered_about_those_alone(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    _, stranger, not_theirs = await world.pair()
    await coordinator.pull()
    said = participant.entry(shared)
    await participant.push(said)
    await stranger.push(stranger.entry(not_theirs))
    pull = await coordinator.pull(only=(shared, not_theirs, "no-such-journal"))
    assert [page.journal.id for page in pull.pages] == [shared]
    assert [one.entry for one in page_of(pull, shared).entries] == [said]
    assert pull.gone == ()
    again = await coordinator.pull(only=(shared,))
    assert page_of(again, shared).reached[coordinator.id] == 1  # it is proven there as everywhere
    assert (await coordinator.pull(only=())).pages == ()


async def test_a_journal_that_is_gone_is_told_of_where_it_is_asked_for(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    await coordinator.pull()
    await operations.unassign(world.backend, participant.id, coordinator.id)
    pull = await coordinator.pull(only=(shared,))
    assert pull.pages == ()
    (gone,) = pull.gone
    assert is_proven(coordinator.tokens.leave_key, shared, gone.reason, gone.proof)


async def test_in_another_epoch_a_pull_for_some_is_answered_about_all(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    await coordinator.pull()
    pull = await coordinator.pull(only=(shared,), epoch="another")
    assert pull.rebase is not None
    assert set(pull.rebase) == set((await coordinator.journals()).values())


async def test_a_pull_is_no_longer_than_any_other_request(world: World) -> None:
    coordinator, _, _ = await world.pair()
    most = world.settings.max_json_bytes
    assert (await coordinator.call("POST", "/v1/pull", content=b" " * most)).status_code == 422
    assert (
        await coordinator.call("POST", "/v1/pull", content=b" " * (most + 1))
    ).status_code == 413
