"""A database restored from a backup: nothing is lost that a device or the ledger holds."""

from mia_companion.domain.consents import ConsentWithdrawn
from mia_companion.domain.entries import Confirmed
from mia_companion.server import operations
from tests.server.test_push import message, reasons
from tests.server.test_tokens import refresh
from tests.server.world import Person, World, problem


async def confirmed_by(person: Person, journal: str) -> tuple[Confirmed, ...]:
    return tuple(await person.read(journal))


async def test_devices_bring_back_what_a_restored_server_lacks(fresh: World) -> None:
    coordinator, participant, shared = await fresh.pair()
    await participant.push(*[participant.entry(shared) for _ in range(3)])
    async with fresh.stopped():
        await fresh.database.back_up()
    lost = [participant.entry(shared), participant.entry(shared)]
    await participant.push(*lost)
    await coordinator.push(coordinator.entry(shared, message()))
    held = await confirmed_by(coordinator, shared)
    await coordinator.pull()
    await participant.pull()
    async with fresh.stopped():
        await fresh.database.restore()
    pull = await coordinator.pull()
    assert pull.epoch != coordinator.epoch
    assert pull.pages == ()
    assert pull.rebase is not None
    assert pull.rebase[shared] == 3
    back = tuple(c for c in held if c.seq > 3)
    results = await coordinator.push(returned=back)
    assert reasons(results) == ["accepted"] * 3
    assert await coordinator.push(returned=back) == results
    after = await confirmed_by(coordinator, shared)
    assert [(c.seq, c.entry) for c in after] == [(c.seq, c.entry) for c in held]
    assert {c.epoch for c in after[3:]} == {pull.epoch}
    assert after[3].received_at == held[3].received_at
    assert reasons(await participant.push(*lost)) == ["accepted", "accepted"]
    rebased = (await participant.pull()).rebase
    assert rebased is not None
    assert rebased[shared] == 3


async def test_only_with_a_true_receipt(fresh: World) -> None:
    coordinator, participant, shared = await fresh.pair()
    _, stranger, _ = await fresh.pair()
    async with fresh.stopped():
        await fresh.database.back_up()
    await participant.push(participant.entry(shared))
    (held,) = await confirmed_by(coordinator, shared)
    async with fresh.stopped():
        await fresh.database.restore()
    forged = [
        held.model_copy(update={"seq": 2}),
        held.model_copy(update={"epoch": "another"}),
        held.model_copy(update={"receipt": "0" * 64}),
        held.model_copy(update={"entry": held.entry.model_copy(update={"body": message()})}),
        held.model_copy(update={"entry": held.entry.model_copy(update={"based_on": 7})}),
    ]
    results = await coordinator.push(returned=tuple(forged))
    assert reasons(results) == ["receipt-wrong"] * 5
    assert reasons(await stranger.push(returned=(held,))) == ["not-yours"]
    assert reasons(await coordinator.push(returned=(held,))) == ["accepted"]


async def test_a_restore_is_seen_though_the_ledger_says_nothing_new(fresh: World) -> None:
    _, participant, shared = await fresh.pair()
    async with fresh.stopped():
        await fresh.database.back_up()
    before = (await participant.pull()).epoch
    await participant.push(participant.entry(shared))
    async with fresh.stopped():
        pass
    assert (await participant.pull()).epoch == before
    async with fresh.stopped():
        await fresh.database.restore()
    assert (await participant.pull()).epoch != before
    begun = (await participant.pull()).epoch
    async with fresh.stopped():
        pass
    assert (await participant.pull()).epoch == begun


async def test_an_epoch_that_a_later_restore_lost_agrees_on_nothing(fresh: World) -> None:
    _, participant, shared = await fresh.pair()
    await participant.push(participant.entry(shared))
    async with fresh.stopped():
        await fresh.database.back_up()
    await participant.push(participant.entry(shared))
    first = (await participant.pull()).epoch
    async with fresh.stopped():
        await fresh.database.restore()
    lost = (await participant.pull()).epoch
    participant.epoch = lost
    said = participant.entry(shared)
    await participant.push(said)
    held = await confirmed_by(participant, shared)
    async with fresh.stopped():
        await fresh.database.restore()
    for epoch, base in ((first, 1), (lost, 0), ("never-heard-of", 0)):
        rebase = (await participant.pull(epoch=epoch)).rebase
        assert rebase is not None
        assert rebase[shared] == base
    assert held[-1].epoch == lost
    assert reasons(await participant.push(returned=held)) == ["accepted", "accepted"]


async def test_what_the_ledger_says_stays_done(fresh: World) -> None:
    coordinator, erased, journal = await fresh.pair()
    removed = await fresh.enrol((await fresh.invite(coordinator)).code)
    other, handed_over, theirs = await fresh.pair()
    await erased.push(erased.entry(journal))
    async with fresh.stopped():
        await fresh.database.back_up()
    await operations.erase_participant(fresh.backend, erased.id)
    await operations.remove_device(fresh.backend, removed.id, removed.device)
    await operations.hand_over(fresh.backend, handed_over.id, other.id, coordinator.id)
    withdrawn = handed_over.entry(theirs, ConsentWithdrawn(consent_id="c"))
    await handed_over.push(withdrawn)
    late = await fresh.invite(coordinator)
    async with fresh.stopped():
        await fresh.database.restore()
    assert reasons(await erased.push(erased.entry(journal))) == ["journal-erased"]
    assert journal not in (await coordinator.journals()).values()
    assert problem(await removed.call("GET", "/v1/me")) == "signed-out"
    assert problem(await refresh(fresh, removed.tokens.refresh)) == "signed-out"
    assert theirs not in (await other.journals()).values()
    put_back = [c.entry for c in await coordinator.read(theirs)]
    assert [one.kind for one in put_back] == ["HandedOver", "ConsentWithdrawn"]
    assert put_back[1] == withdrawn
    assert late.shared_journal in (await coordinator.journals()).values()
    again = await fresh.invite(coordinator, late.participant)
    assert again.shared_journal == late.shared_journal


async def test_a_token_newer_than_the_restored_database_still_holds(fresh: World) -> None:
    _, participant, _ = await fresh.pair()
    async with fresh.stopped():
        await fresh.database.back_up()
    for _ in range(3):
        await participant.refresh()
    async with fresh.stopped():
        await fresh.database.restore()
    await participant.refresh()
    assert (await participant.call("GET", "/v1/me")).status_code == 200


async def test_an_administrator_may_begin_an_epoch(fresh: World) -> None:
    _, participant, shared = await fresh.pair()
    await participant.push(participant.entry(shared))
    await participant.pull()
    epoch = await operations.begin_epoch(fresh.backend)
    pull = await participant.pull()
    assert pull.epoch == epoch
    assert pull.rebase is not None
    assert pull.rebase[shared] == 0  # nobody knows what was written since it was restored
