"""An administrator makes sites and staff, hands over, and ends somebody's work; the audit says so in ids."""

from mia_companion.domain.directory import SiteNamed
from mia_companion.domain.facts import read_fact
from tests.server.office import follow, listed, open_office, said_of, signed_in
from tests.server.world import World, problem, unique


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
