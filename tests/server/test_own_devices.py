"""One's own devices, a lost phone, and what the removed one is told."""

from typing import Any

import httpx
import sqlalchemy as sa

from mia_companion.server.schema import audit
from mia_companion.wire.leave import is_removed
from tests.server.world import Person, World, problem


async def _two_phones(world: World) -> tuple[Person, Person, Person]:
    coordinator, phone, _ = await world.pair()
    other = await world.enrol((await world.invite(coordinator, phone.id)).code)
    return coordinator, phone, other


async def _listed(who: Person, path: str = "/v1/devices") -> dict[str, Any]:
    answer = await who.call("GET", path)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _refreshed(world: World, phone: Person) -> httpx.Response:
    return await world.http.post("/v1/tokens", json={"refresh": phone.tokens.refresh})


def _told(answer: httpx.Response, phone: Person) -> bool:
    """Whether the answer proves to that phone that somebody took its access."""
    assert problem(answer) == "signed-out"
    proof = answer.headers.get("mia-removed", "")
    return is_removed(phone.tokens.leave_key, phone.tokens.refresh, proof)


async def test_a_phone_that_its_owner_removed_is_told_so_and_no_other_is(world: World) -> None:
    _, lost, kept = await _two_phones(world)
    assert (await kept.call("DELETE", f"/v1/devices/{lost.device}")).status_code == 204
    assert problem(await lost.call("POST", "/v1/pull", json={})) == "signed-out"
    answer = await _refreshed(world, lost)
    assert _told(answer, lost)
    # The word is for that device and that token alone.
    assert not _told(answer, kept)
    found = await _listed(kept)
    assert [one["id"] for one in found["devices"]] == [kept.device]
    [gone] = found["gone"]
    assert (gone["id"], gone["by"]) == (lost.device, kept.id)
    world.clock.forward(days=90)
    await kept.refresh()
    assert (await _listed(kept))["gone"] == []


async def test_signed_out_for_another_reason_nothing_is_proven(world: World) -> None:
    _, phone, _ = await world.pair()
    first = phone.tokens
    for _ in range(3):
        await phone.refresh()
    spent = Person(world, first, phone.device)
    assert not _told(await _refreshed(world, spent), spent)
    assert not _told(await _refreshed(world, phone), phone)


async def test_a_coordinator_removes_a_lost_phone_on_the_persons_word(world: World) -> None:
    coordinator, lost, kept = await _two_phones(world)
    path = f"/v1/participants/{lost.id}/devices"
    assert {one["id"] for one in (await _listed(coordinator, path))["devices"]} == {
        lost.device,
        kept.device,
    }
    assert not any(one["this"] for one in (await _listed(coordinator, path))["devices"])
    assert (await coordinator.call("DELETE", f"{path}/{lost.device}")).status_code == 204
    assert _told(await _refreshed(world, lost), lost)
    [gone] = (await _listed(kept))["gone"]
    assert (gone["id"], gone["by"]) == (lost.device, coordinator.id)
    async with world.backend.database.reading() as connection:
        said = sa.select(audit.c.account).where(
            audit.c.subject == lost.device, audit.c.what == "device-removed"
        )
        assert list(await connection.scalars(said)) == [coordinator.id]
    assert problem(await coordinator.call("DELETE", f"{path}/{lost.device}")) == "not-found"


async def test_nobody_else_sees_or_removes_them(world: World) -> None:
    coordinator, phone, other = await _two_phones(world)
    stranger, participant, _ = await world.pair()
    for id_ in (phone.id, coordinator.id, "nobody-here", "%00"):
        path = f"/v1/participants/{id_}/devices"
        for method, where in (("GET", path), ("DELETE", f"{path}/{phone.device}")):
            assert problem(await stranger.call(method, where)) == "not-found"
            for who in (participant, other):
                assert problem(await who.call(method, where)) == "forbidden"
    assert problem(await participant.call("DELETE", f"/v1/devices/{phone.device}")) == "not-found"
    assert (await phone.call("GET", "/v1/me")).status_code == 200


async def test_all_others_at_once_and_not_the_one_that_asks(world: World) -> None:
    coordinator, lost, kept = await _two_phones(world)
    assert (await kept.call("DELETE", "/v1/devices")).status_code == 204
    assert (await kept.call("DELETE", "/v1/devices")).status_code == 204
    assert _told(await _refreshed(world, lost), lost)
    for who in (kept, coordinator):
        assert (await who.call("GET", "/v1/me")).status_code == 200


async def test_a_device_says_what_it_is_and_a_later_word_counts(world: World) -> None:
    coordinator = await world.coordinator()
    code = (await world.invite(coordinator)).code
    said = {"code": code, "device": "device-that-says", "sort": "android"}
    phone = Person(world, None, "device-that-says")  # type: ignore[arg-type]
    phone.take(await world.http.post("/v1/enrolments", json=said))
    assert (await _listed(phone))["devices"][0]["sort"] == "android"
    for sort, kept in (("", "android"), ("web/ios", "web/ios")):
        asked = {"refresh": phone.tokens.refresh, "sort": sort}
        phone.take(await world.http.post("/v1/tokens", json=asked))
        assert (await _listed(phone))["devices"][0]["sort"] == kept
    for wrong in ("Android", "a" * 33, "å"):
        asked = {"refresh": phone.tokens.refresh, "sort": wrong}
        assert problem(await world.http.post("/v1/tokens", json=asked)) == "malformed"


async def test_a_restored_server_knows_who_removed_it(fresh: World) -> None:
    """The ledger says so, too: a phone that was lost before the backup's time forgets all the same."""
    _, lost, kept = await _two_phones(fresh)
    assert (await kept.call("DELETE", f"/v1/devices/{lost.device}")).status_code == 204
    async with fresh.backend.database.writing() as connection:
        # As a backup of before has it: the device is in, and the line of the ledger not known.
        await connection.execute(
            sa.text("UPDATE devices SET revoked_at = NULL, removed_by = NULL WHERE id = :id"),
            {"id": lost.device},
        )
        await connection.execute(
            sa.text(
                "DELETE FROM ledger_lines WHERE number = (SELECT max(number) FROM ledger_lines)"
            )
        )
    async with fresh.stopped():
        pass
    assert _told(await _refreshed(fresh, lost), lost)
