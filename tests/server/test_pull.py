"""Pages, pictures, what has arrived, and what must leave a device."""

import pytest

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, FOLD_VERSION, load_picture
from mia_companion.server import operations
from mia_companion.wire.leave import is_proven
from mia_companion.wire.sync import JournalPage, PullAnswer
from tests.server.test_push import message, reasons
from tests.server.world import Person, World


def page_of(pull: PullAnswer, journal: str) -> JournalPage:
    return next(page for page in pull.pages if page.journal.id == journal)


async def test_a_person_sees_their_journals_and_no_others(world: World) -> None:
    coordinator, participant, _ = await world.pair()
    await world.pair()
    assert set(await participant.journals()) == {
        ("shared", participant.id, None),
        ("own", participant.id, participant.id),
        ("directory", None, None),
    }
    assert set(await coordinator.journals()) == {
        ("shared", participant.id, None),
        ("team", participant.id, None),
        ("own", participant.id, coordinator.id),
        ("directory", None, None),
    }


async def test_a_coordinator_of_another_site_sees_nothing(world: World) -> None:
    _, participant, shared = await world.pair()
    site = await operations.create_site(
        world.backend, (await participant.call("GET", "/v1/me")).json()["association"], "Annan"
    )
    stranger = await world.coordinator(site)
    assert set(await stranger.journals()) == {("directory", None, None)}
    assert shared not in (await stranger.journals()).values()
    pull = await stranger.pull(cursors={shared: 3, "no-such-journal": 1}, epoch=None)
    assert pull.gone == ()
    for path in (f"{shared}/history?before=9", f"{shared}/blobs/b", "none/history?before=9"):
        assert (await stranger.call("GET", f"/v1/journals/{path}")).status_code == 404


async def test_pages_follow_each_other_until_nothing_is_new(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    said = [participant.entry(shared) for _ in range(25)]
    await participant.push(*said)
    seen: list[Confirmed] = []
    more = True
    while more:
        pull = await coordinator.pull(limit=7)
        seen += page_of(pull, shared).entries
        assert sum(len(p.entries) for p in pull.pages) <= 7
        more = pull.more
    assert [c.entry for c in seen] == said
    assert [c.seq for c in seen] == list(range(1, 26))
    last = await coordinator.pull()
    assert page_of(last, shared).head == 25
    assert not any(p.entries for p in last.pages)


async def test_a_large_page_is_cut(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mia_companion.server.pull_reading.MAX_PAGE_BYTES", 20_000)
    coordinator, participant, shared = await world.pair()
    for _ in range(2):
        await participant.push(*[participant.entry(shared) for _ in range(150)])
    counts, more = [], True
    while more:
        pull = await coordinator.pull()
        counts.append(len(page_of(pull, shared).entries))
        more = pull.more
    assert len(counts) > 1
    assert sum(counts) == 300


async def test_pictures_of_many_long_journals_come_one_page_each(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mia_companion.server.pull.MAX_PAGE_BYTES", 20_000)
    coordinator = await world.coordinator()
    long = set()
    for _ in range(2):
        invitation = await world.invite(coordinator)
        participant = await world.enrol(invitation.code)
        long.add(invitation.shared_journal)
        for _ in range(3):
            said = [participant.entry(invitation.shared_journal) for _ in range(170)]
            await participant.push(*said)
    seen: list[str] = []
    more = True
    while more:
        pull = await coordinator.pull(fold_version=FOLD_VERSION)
        pictured = [page.journal.id for page in pull.pages if page.picture]
        assert len(pictured) <= 1
        seen += pictured
        more = pull.more
    assert set(seen) == long
    assert len(seen) == 2
    assert {coordinator.cursors[journal] for journal in long} == {510}


async def test_arrived_is_told_by_cursors(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    await coordinator.pull()
    assert coordinator.id not in page_of(await participant.pull(), shared).reached
    await coordinator.pull()
    assert page_of(await participant.pull(), shared).reached[coordinator.id] == 1
    liar = await coordinator.pull(cursors={shared: 99})
    assert page_of(liar, shared).reached[coordinator.id] == 1
    directory = (await participant.journals())[("directory", None, None)]
    assert page_of(await participant.pull(), directory).reached == {}


async def test_a_new_device_gets_a_picture_of_a_long_journal(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    for _ in range(4):
        await participant.push(*[participant.entry(shared) for _ in range(150)])
    everything = await participant.read(shared)
    new = Person(world, coordinator.tokens, coordinator.device)
    pull = await new.pull(fold_version=FOLD_VERSION)
    page = page_of(pull, shared)
    assert page.picture is not None
    assert page.picture.seq == 600
    assert load_picture(page.picture.picture.encode()) == fold(EMPTY, everything)
    await participant.push(*[participant.entry(shared) for _ in range(20)])
    again = Person(world, coordinator.tokens, coordinator.device)
    page = page_of(await again.pull(fold_version=FOLD_VERSION), shared)
    assert page.picture is not None
    assert (page.picture.seq, len(page.entries)) == (600, 20)
    picture = fold(load_picture(page.picture.picture.encode()), page.entries)
    assert picture == fold(EMPTY, await participant.read(shared))
    other = Person(world, coordinator.tokens, coordinator.device)
    assert page_of(await other.pull(fold_version=99), shared).picture is None
    old = await coordinator.call("GET", f"/v1/journals/{shared}/history?before=11&limit=4")
    assert [c["seq"] for c in old.json()["entries"]] == [7, 8, 9, 10]
    for wrong in ("before=0", "before=x", "before=5&limit=0", "before=5&limit=5000", ""):
        answer = await coordinator.call("GET", f"/v1/journals/{shared}/history?{wrong}")
        assert answer.status_code == 422


async def test_a_journal_leaves_only_with_a_proof(world: World) -> None:
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    await old.push(old.entry(shared, message()))
    await old.pull()
    held = dict(old.cursors)
    view = (await old.journals())[("own", participant.id, old.id)]
    await operations.hand_over(world.backend, participant.id, old.id, new.id)
    pull = await old.pull()
    assert {g.journal for g in pull.gone} == held.keys() - {p.journal.id for p in pull.pages}
    assert {shared, view} <= {g.journal for g in pull.gone}
    for gone in pull.gone:
        assert gone.reason == "access-ended"
        assert is_proven(old.tokens.leave_key, gone.journal, gone.reason, gone.proof)
        assert not is_proven(new.tokens.leave_key, gone.journal, gone.reason, gone.proof)
    assert [c.entry.author for c in await new.read(shared)] == [old.id, "server"]
    assert (await old.call("GET", f"/v1/journals/{shared}/history?before=2")).status_code == 404


async def test_an_erased_person_is_gone_everywhere(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    await coordinator.pull()
    await participant.pull()
    assert await operations.erase_participant(world.backend, participant.id)
    assert not await operations.erase_participant(world.backend, "nobody")
    for person in (coordinator, participant):
        pull = await person.pull()
        gone = {g.journal: g.reason for g in pull.gone}
        assert gone[shared] == "journal-erased"
        assert shared not in {p.journal.id for p in pull.pages}
        assert reasons(await person.push(person.entry(shared, message()))) == ["journal-erased"]
    answer = await coordinator.call("POST", "/v1/invitations", json={"participant": participant.id})
    assert answer.status_code == 409
