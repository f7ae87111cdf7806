"""What an administrator may look through: their own association's, and nothing of anybody's devices."""

from urllib.parse import urlencode

from mia_companion.server import operations
from mia_companion.wire.deeds import Deed, Deeds
from tests.server.office import ROOT, Office, open_office, said_of
from tests.server.thieves import colleague
from tests.server.world import Person, World, problem, unique


async def deeds(who: Person, **wanted: str) -> Deeds:
    answer = await who.call("GET", f"{ROOT}/deeds?{urlencode(wanted)}")
    assert answer.status_code == 200, answer.text
    return Deeds.model_validate_json(answer.content)


def told(found: Deeds) -> list[tuple[str, str, str]]:
    return [(one.what, one.about, one.kind) for one in found.deeds]


async def happened(office: Office) -> tuple[Person, Person]:
    """A coordinator with a participant whose phone has come in and gone."""
    eva = await colleague(office)
    participant = await office.world.enrol((await office.world.invite(eva)).code)
    await participant.call("POST", "/v1/sign-out")
    return eva, participant


async def test_what_staff_has_done_is_there_and_what_participants_do_is_not(world: World) -> None:
    office = await open_office(world)
    eva, participant = await happened(office)
    await operations.assign(world.backend, participant.id, eva.id)
    found = await deeds(office.administrator)
    mine = {one.by for one in found.deeds}
    assert mine == {office.administrator.id, office.funder.id, eva.id, "server"}
    assert told(found)[:3] == [
        ("assigned", participant.id, "participant"),
        ("invited", participant.id, "participant"),
        ("signed-in", eva.device, "other"),
    ]
    assert ("coordinator-made", eva.id, "staff") in told(found)
    assert "enrolled" not in {one.what for one in found.deeds}
    assert [one.number for one in found.deeds] == sorted(
        (o.number for o in found.deeds), reverse=True
    )


async def test_it_is_searched_by_who_whom_what_and_when(world: World) -> None:
    office = await open_office(world)
    eva, participant = await happened(office)
    at = world.clock.now
    world.clock.forward(hours=1)
    await eva.refresh()
    await eva.call("POST", "/v1/invitations", json={"participant": participant.id})
    ask = office.administrator
    await ask.refresh()
    assert {one.by for one in (await deeds(ask, by=eva.id)).deeds} == {eva.id}
    assert [one.what for one in (await deeds(ask, about=participant.id)).deeds] == ["invited"] * 2
    assert len((await deeds(ask, what="invited")).deeds) == 2
    since = await deeds(ask, what="invited", since=at.isoformat())
    until = await deeds(ask, what="invited", until=at.isoformat())
    assert [one.deeds[0].at > at for one in (since, until)] == [True, False]
    assert [len(one.deeds) for one in (since, until)] == [1, 1]
    assert (await deeds(ask, by="a\x00b", what="å")).deeds == ()


async def test_pages_follow_each_other(world: World) -> None:
    office = await open_office(world)
    for _ in range(5):
        await office.add()
    whole = await deeds(office.administrator, what="coordinator-made")
    paged: list[Deed] = []
    more = True
    while more:
        before = {"before": str(paged[-1].number)} if paged else {}
        page = await deeds(office.administrator, what="coordinator-made", limit="2", **before)
        paged += page.deeds
        more = page.more
    assert tuple(paged) == whole.deeds
    assert len(paged) == 5


async def test_whoever_looks_is_a_line_too_and_nobody_else_may(world: World) -> None:
    office, abroad = await open_office(world), await open_office(world)
    eva, participant = await happened(office)
    await deeds(office.administrator, about=participant.id)
    await deeds(office.administrator, before="100000")  # the next page is the same look
    assert (await said_of(world, office.administrator.id))[-1] == ("deeds-seen", participant.id)
    for who in (participant.id, eva.id, office.site):
        assert (await deeds(abroad.administrator, about=who)).deeds == ()
    assert (await deeds(abroad.administrator, by=eva.id)).deeds == ()
    mine = {one.about for one in (await deeds(abroad.administrator)).deeds}
    assert not mine & {participant.id, eva.id, office.site}
    for thief in (eva, office.funder):
        assert problem(await thief.call("GET", f"{ROOT}/deeds")) == "forbidden"


async def test_what_was_not_done_leaves_no_line(world: World) -> None:
    office = await open_office(world)
    eva, participant = await happened(office)
    before = await said_of(world, eva.id)
    assert problem(await eva.call("DELETE", f"/v1/devices/{unique('device')}")) == "not-found"
    assert not await operations.unassign(world.backend, participant.id, office.administrator.id)
    assert await said_of(world, eva.id) == before
    assert ("unassigned", participant.id) not in await said_of(world, office.administrator.id)
