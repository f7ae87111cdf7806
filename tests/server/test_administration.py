"""An administrator makes sites and staff, hands over, and ends somebody's work; the audit says so in ids."""

import sqlalchemy as sa

from mia_companion.domain.directory import CoordinatorListed, CoverListed, SiteNamed
from mia_companion.domain.facts import read_fact
from mia_companion.server import operations
from mia_companion.server.directories import listed_at, say_in_directory
from mia_companion.server.schema import accounts, audit
from tests.server.office import open_office, sign_in, signed_in
from tests.server.world import Person, World, problem, unique


async def follow(world: World, coordinator: Person, count: int) -> list[Person]:
    """New participants whom the coordinator follows."""
    return [await world.enrol((await world.invite(coordinator)).code) for _ in range(count)]


async def listed(world: World, site: str, account: str) -> CoordinatorListed:
    """What the directory says of a coordinator."""
    fact = (await listed_at(world.backend, site))[f"coordinator/{account}"].fact
    assert isinstance(fact, CoordinatorListed)
    return fact


async def said_of(world: World, by: str) -> list[tuple[str, str]]:
    """What the audit says that this account did."""
    chosen = sa.select(audit.c.what, audit.c.subject).where(audit.c.account == by)
    async with world.backend.database.reading() as connection:
        return [
            (what, of) for what, of in await connection.execute(chosen.order_by(audit.c.number))
        ]


async def test_a_site_is_made_and_called_something_else(world: World) -> None:
    office = await open_office(world)
    made = await office.ask("POST", "/sites", name="  MIA Vidare Norr ")
    site = made.json()["id"]
    assert {one.name for one in (await office.look()).sites} >= {"MIA Vidare Norr"}
    again = await office.ask("POST", "/sites", name="mia vidare norr")
    assert problem(again) == "name-taken"
    assert (await office.ask("PUT", f"/sites/{site}", name="MIA Vidare Syd")).status_code == 204
    assert problem(await office.ask("PUT", f"/sites/{office.site}", name="MIA Vidare Syd")) == (
        "name-taken"
    )
    given, email = await office.add(site)
    coordinator = await signed_in(world, email, given.password)
    directory = (await coordinator.journals())["directory", None, None]
    facts = [read_fact(one.entry.body) for one in await coordinator.read(directory)]
    assert facts[:2] == [SiteNamed(name="MIA Vidare Norr"), SiteNamed(name="MIA Vidare Syd")]
    other = await open_office(world)
    assert (await other.ask("POST", "/sites", name="MIA Vidare Syd")).status_code == 200


async def test_a_coordinator_is_listed_with_counts_and_no_ids(world: World) -> None:
    office = await open_office(world)
    given, email = await office.add(name="Maja Sol", phone="070-000 00 09")
    first = await office.member(given.account)
    assert (first.name, first.email, first.phone) == ("Maja Sol", email, "070-000 00 09")
    assert (first.participants, first.seen, first.ended) == (0, (), None)
    assert first.password_given
    maja = await signed_in(world, email, given.password)
    participants = await follow(world, maja, 3)
    answer = await office.ask("GET", "")
    assert not any(one.id in answer.text for one in participants)
    now = await office.member(given.account)
    assert now.participants == 3
    assert [one.participants for one in (await office.look()).sites] == [3]
    assert len(now.seen) == 1


async def test_a_name_and_a_phone_are_changed_everywhere(world: World) -> None:
    office = await open_office(world)
    given, email = await office.add()
    path = f"/staff/{given.account}"
    assert (await office.ask("PUT", path, name="Eva Ny", phone="070-1")).status_code == 204
    fact = await listed(world, office.site, given.account)
    assert (fact.name, fact.phone) == ("Eva Ny", "070-1")
    eva = await signed_in(world, email, given.password)
    assert eva.tokens.account.name == "Eva Ny"
    path = f"/staff/{office.funder.id}"
    assert (await office.ask("PUT", path, name="Bo Ny")).status_code == 204
    assert (await office.member(office.funder.id)).name == "Bo Ny"


async def test_an_address_that_is_taken_is_told_so_and_probing_slows_down(world: World) -> None:
    office, other = await open_office(world), await open_office(world)
    _, email = await other.add()
    said = {"role": "coordinator", "site": office.site, "name": "E", "email": email.upper()}
    names = [problem(await office.ask("POST", "/staff", **said)) for _ in range(9)]
    assert names == ["email-taken"] * 8 + ["too-many-requests"]
    assert len((await office.look()).sites[0].coordinators) == 0
    world.clock.forward(minutes=5)


async def test_what_cannot_be_is_refused_and_nothing_is_half_done(world: World) -> None:
    office = await open_office(world)
    good = {"role": "coordinator", "site": office.site, "name": "E", "email": "e@example.org"}
    for wrong in (
        {"role": "participant"},
        {"role": "server"},
        {"name": "   "},
        {"name": "E\x00"},
        {"name": "E" * 201},
        {"email": "ingen adress"},
        {"email": "a@b@c"},
        {"email": "\x00@example.org"},
        {"role": "administrator"},
        {"role": "funder", "site": "", "phone": "070"},
    ):
        assert problem(await office.ask("POST", "/staff", **{**good, **wrong})) == "malformed", (
            wrong
        )
    for site in ("", "å", "\x00", unique("site")):
        assert problem(await office.ask("POST", "/staff", **{**good, "site": site})) == "not-found"
    assert problem(await office.ask("POST", "/sites", name=" ")) == "malformed"
    seen = await office.look()
    assert (len(seen.sites), len(seen.sites[0].coordinators), len(seen.office)) == (1, 0, 2)


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


async def test_the_audit_says_who_did_what_in_ids_alone(world: World) -> None:
    office = await open_office(world)
    site = (await office.ask("POST", "/sites", name=unique("Plats"))).json()["id"]
    await office.ask("PUT", f"/sites/{site}", name=unique("Plats"))
    (one, _), (two, _) = await office.add(site), await office.add(site)
    await office.ask("PUT", f"/staff/{one.account}", name="Ny")
    await office.ask("POST", f"/staff/{one.account}/password")
    await office.ask("POST", f"/staff/{one.account}/participants", to=two.account)
    await office.ask("DELETE", f"/staff/{one.account}")
    assert (await said_of(world, office.administrator.id))[1:] == [
        ("site-made", site),
        ("site-renamed", site),
        ("coordinator-made", one.account),
        ("coordinator-made", two.account),
        ("coordinator-renamed", one.account),
        ("password-reset", one.account),
        ("participants-moved", one.account),
        ("coordinator-ended", one.account),
    ]


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
