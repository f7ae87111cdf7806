"""Participants are handed over, and then somebody's work ends, at once and for good."""

import sqlalchemy as sa

from mia_companion.domain.directory import CoverListed
from mia_companion.server import operations
from mia_companion.server.directories import listed_at, say_in_directory
from mia_companion.server.schema import accounts
from tests.server.office import follow, listed, open_office, sign_in, signed_in
from tests.server.world import World, problem, unique


async def test_all_of_ones_participants_are_moved_and_then_the_work_ends(world: World) -> None:
    office = await open_office(world)
    (old_given, email), (new_given, _) = await office.add(name="Eva Gammal"), await office.add()
    eva = await signed_in(world, email, old_given.password)
    participants = await follow(world, eva, 3)
    path = f"/staff/{eva.id}"
    refused = await office.ask("DELETE", path)
    assert problem(refused) == "still-follows"
    assert refused.json()["detail"] == "3"
    assert (await eva.call("GET", "/v1/me")).status_code == 200
    moved = await office.ask("POST", f"{path}/participants", to=new_given.account)
    assert moved.json() == {"count": 3}
    again = await office.ask("POST", f"{path}/participants", to=new_given.account)
    assert again.json() == {"count": 0}
    assert (await office.member(new_given.account)).participants == 3
    for one in participants:
        (page,) = [p for p in (await one.pull()).pages if p.journal.role == "shared"]
        assert page.coordinators == (new_given.account,)
    assert (await office.ask("DELETE", path)).status_code == 204
    ended = await office.member(eva.id)
    assert ended.ended is not None
    assert (ended.email, ended.name, ended.seen) == ("", "Eva Gammal", ())
    assert (await listed(world, office.site, eva.id)).ended
    # The address is free again, for whoever comes back.
    await office.add(email=email)


async def test_who_has_ended_comes_in_no_more_on_any_device(world: World) -> None:
    office = await open_office(world)
    given, email = await office.add()
    devices = [await signed_in(world, email, given.password) for _ in range(2)]
    assert (await office.ask("DELETE", f"/staff/{given.account}")).status_code == 204
    for device in devices:
        assert problem(await device.call("POST", "/v1/pull", json={"cursors": {}})) == "signed-out"
        said = {"refresh": device.tokens.refresh}
        assert problem(await world.http.post("/v1/tokens", json=said)) == "signed-out"
    assert problem(await sign_in(world, email, given.password)) == "sign-in-wrong"
    for path in ("", "/password"):
        method = "POST" if path else "DELETE"
        answer = await office.ask(method, f"/staff/{given.account}{path}")
        assert problem(answer) == "not-found"


async def test_whoever_covers_and_ends_answers_for_nobody(world: World) -> None:
    office = await open_office(world)
    (away, _), (covers, _) = await office.add(), await office.add()
    today = world.clock.now.date()
    cover = CoverListed(
        coordinator_id=away.account, covered_by=covers.account, first_day=today, last_day=today
    )
    async with world.backend.changes.open() as change:
        await say_in_directory(world.backend, change, office.site, cover)
    assert (await office.ask("DELETE", f"/staff/{covers.account}")).status_code == 204
    fact = (await listed_at(world.backend, office.site))[f"cover/{away.account}"].fact
    assert isinstance(fact, CoverListed)
    assert fact.covered_by == ""


async def test_an_association_always_has_an_administrator(world: World) -> None:
    office = await open_office(world)
    mine = office.administrator.id
    assert problem(await office.ask("DELETE", f"/staff/{mine}")) == "forbidden"
    given, email = await office.add(role="administrator", site="")
    second = await signed_in(world, email, given.password)
    answer = await second.call("DELETE", f"/v1/administration/staff/{mine}")
    assert answer.status_code == 204
    assert problem(await office.ask("GET", "")) == "signed-out"
    assert (await second.call("GET", "/v1/administration")).status_code == 200


async def test_participants_are_moved_within_a_site_only(world: World) -> None:
    office = await open_office(world)
    elsewhere = await operations.create_site(world.backend, office.association, unique("Annan"))
    (old, email), (there, _) = await office.add(), await office.add(elsewhere)
    await follow(world, await signed_in(world, email, old.password), 1)
    for to, name in (
        (there.account, "forbidden"),
        (old.account, "forbidden"),
        (office.funder.id, "forbidden"),
        ((await world.coordinator()).id, "not-found"),
        ("å", "not-found"),
    ):
        answer = await office.ask("POST", f"/staff/{old.account}/participants", to=to)
        assert problem(answer) == name
    assert (await office.member(old.account)).participants == 1


async def test_an_end_stays_after_a_restore(fresh: World) -> None:
    office = await open_office(fresh)
    given, email = await office.add()
    eva = await signed_in(fresh, email, given.password)
    async with fresh.stopped():
        await fresh.database.back_up()
    assert (await office.ask("DELETE", f"/staff/{given.account}")).status_code == 204
    async with fresh.stopped():
        await fresh.database.restore()
    assert problem(await eva.call("GET", "/v1/me")) == "signed-out"
    assert problem(await sign_in(fresh, email, given.password)) == "sign-in-wrong"
    async with fresh.backend.database.reading() as connection:
        mine = sa.select(accounts.c.ended_at).where(accounts.c.id == given.account)
        assert await connection.scalar(mine) is not None
