"""Attacks across borders: another site, another association, another role, and work that has ended.

What is not the caller's is answered exactly as what does not exist.
"""

from typing import Any

import pytest

from mia_companion.domain.messages import MessageWritten
from mia_companion.server import operations
from mia_companion.server.refusals import Refusal
from mia_companion.wire.sync import Push
from tests.server.office import ROOT, open_office
from tests.server.sockets import listens, until
from tests.server.thieves import check_reads_nothing, colleague, journals_of, same
from tests.server.world import World, problem, unique

DEEDS = (
    ("GET", "", None),
    ("POST", "/sites", {"name": "Min plats"}),
    ("PUT", "/sites/{site}", {"name": "Min plats"}),
    (
        "POST",
        "/staff",
        {"role": "coordinator", "site": "{site}", "name": "M", "email": "m@example.org"},
    ),
    ("PUT", "/staff/{account}", {"name": "Mitt namn"}),
    ("POST", "/staff/{account}/password", None),
    ("POST", "/staff/{account}/participants", {"to": "{other}"}),
    ("DELETE", "/staff/{account}", None),
)
"""Everything that an administrator may ask for."""


async def test_a_coordinator_of_another_site_finds_nothing(world: World) -> None:
    office = await open_office(world)
    site = await operations.create_site(world.backend, office.association, unique("Annan"))
    neighbour = await open_office(world, office.association, site)
    victim, thief = await colleague(office), await colleague(neighbour)
    invited = await world.invite(victim)
    participant = await world.enrol(invited.code)
    journals = await journals_of(victim, participant, invited.shared_journal)
    await check_reads_nothing(thief, journals)
    for who in (participant.id, victim.id, office.administrator.id):
        answer = await thief.call("POST", "/v1/invitations", json={"participant": who})
        assert problem(answer) == "conflict"
        answer = await thief.call("POST", "/v1/imports", json={"participants": [who]})
        assert problem(answer) == "conflict"
    for device in (victim.device, participant.device):
        gone = await thief.call("DELETE", f"/v1/devices/{device}")
        assert same(gone, await thief.call("DELETE", f"/v1/devices/{unique('device')}"))
    assert (await victim.call("GET", "/v1/me")).status_code == 200
    assert (await participant.call("GET", "/v1/me")).status_code == 200


async def test_a_coordinator_of_another_association_finds_nothing(world: World) -> None:
    office, abroad = await open_office(world), await open_office(world)
    victim, thief = await colleague(office), await colleague(abroad)
    invited = await world.invite(victim)
    participant = await world.enrol(invited.code)
    await check_reads_nothing(thief, await journals_of(victim, participant, invited.shared_journal))


async def test_administrators_and_funders_read_and_write_no_journal_at_all(world: World) -> None:
    office = await open_office(world)
    victim = await colleague(office)
    invited = await world.invite(victim)
    participant = await world.enrol(invited.code)
    journals = await journals_of(victim, participant, invited.shared_journal)
    for who in (office.administrator, office.funder):
        account = (await who.call("GET", "/v1/me")).json()
        assert (account["association"], account["site"]) == (office.association, "")
        await check_reads_nothing(who, journals)
        assert (await who.pull()).pages == ()
        answer = await who.call("POST", "/v1/invitations", json={"participant": unique("p")})
        assert problem(answer) == "forbidden"
        answer = await who.call("POST", "/v1/imports", json={"participants": [unique("person")]})
        assert problem(answer) == "forbidden"
        await who.refresh()
        assert (await who.call("GET", "/v1/devices")).json()["devices"][0]["id"] == who.device


async def test_nobody_but_an_administrator_administers(world: World) -> None:
    office = await open_office(world)
    coordinator = await colleague(office)
    participant = await world.enrol((await world.invite(coordinator)).code)
    before = await office.look()
    for who in (coordinator, participant, office.funder):
        for method, path, said in _deeds(office.site, coordinator.id, office.funder.id):
            answer = await who.call(method, ROOT + path, json=said)
            assert problem(answer) == "forbidden", (method, path)
    assert problem(await world.http.get(ROOT)) == "signed-out"
    assert await office.look() == before


async def test_another_associations_administrator_finds_nothing_to_act_on(world: World) -> None:
    office, abroad = await open_office(world), await open_office(world)
    victim, other = await colleague(office), await colleague(office)
    participant = await world.enrol((await world.invite(victim)).code)
    before = await office.look()
    for account in (victim.id, office.administrator.id, office.funder.id, participant.id):
        deeds = _deeds(office.site, account, other.id)
        nothing = _deeds(unique("site"), unique("account"), other.id)
        for (method, path, said), (_, nowhere, nobody) in zip(deeds[2:], nothing[2:], strict=True):
            answer = await abroad.administrator.call(method, ROOT + path, json=said)
            none = await abroad.administrator.call(method, ROOT + nowhere, json=nobody)
            assert problem(answer) == "not-found"
            assert same(answer, none), (method, path)
    answer = await office.ask("DELETE", f"/staff/{participant.id}")
    assert problem(answer) == "not-found"  # nor has one's own a participant among the staff
    assert await office.look() == before


def _deeds(site: str, account: str, other: str) -> list[tuple[str, str, dict[str, Any] | None]]:
    names = {"site": site, "account": account, "other": other}
    return [
        (
            method,
            path.format(**names),
            {key: value.format(**names) for key, value in said.items()} if said else None,
        )
        for method, path, said in DEEDS
    ]


async def test_who_has_ended_finds_nothing_with_tokens_that_were_good(world: World) -> None:
    office = await open_office(world)
    thief, successor = await colleague(office), await colleague(office)
    invited = await world.invite(thief)
    await world.enrol(invited.code)
    shared = invited.shared_journal
    said = thief.entry(shared, MessageWritten(message_id="m", words="Hej"))
    heard = await listens(thief)
    path = f"/staff/{thief.id}"
    assert (await office.ask("POST", f"{path}/participants", to=successor.id)).json()["count"] == 1
    assert (await office.ask("DELETE", path)).status_code == 204
    for method, route, body in (
        ("POST", "/v1/pull", {"cursors": {shared: 1}}),
        ("POST", "/v1/push", Push(entries=(said,)).model_dump(mode="json")),
        ("GET", f"/v1/journals/{shared}/history?before=5", None),
        ("GET", f"/v1/journals/{shared}/blobs/x", None),
        ("GET", "/v1/live", None),
        ("GET", "/v1/devices", None),
        ("POST", "/v1/invitations", {"participant": unique("participant")}),
        ("POST", "/v1/password", {"old": "något", "new": "ett långt lösenord"}),
        ("GET", ROOT, None),
    ):
        assert problem(await thief.call(method, route, json=body)) == "signed-out", route
    await until(lambda: heard.ended)
    world.backend.relay.unsubscribe(heard)


async def test_nobody_is_given_to_a_coordinator_beyond_the_border(world: World) -> None:
    office, abroad = await open_office(world), await open_office(world)
    coordinator, stranger, ended = (
        await colleague(office),
        await colleague(abroad),
        await colleague(office),
    )
    assert (await office.ask("DELETE", f"/staff/{ended.id}")).status_code == 204
    invited = await world.invite(coordinator)
    for to in (stranger.id, ended.id, office.administrator.id, "nobody"):
        with pytest.raises(Refusal):
            await operations.hand_over(world.backend, invited.participant, coordinator.id, to)
        with pytest.raises(Refusal):
            await operations.assign(world.backend, invited.participant, to)
    assert (await office.member(coordinator.id)).participants == 1
