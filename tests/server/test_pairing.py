"""The coordinator sees the phone come in, and both compare two words."""

import asyncio
from typing import Any

import pytest
import sqlalchemy as sa

from mia_companion.server.schema import audit
from mia_companion.wire.pairing import HOW_MANY_WORDS
from tests.server.world import Person, World, problem, unique


async def _state(who: Person, participant: str) -> dict[str, Any]:
    answer = await who.call("GET", f"/v1/invitations/{participant}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _says(who: Person, path: str, pair: list[int], *, same: bool) -> Any:
    return await who.call("POST", path, json={"pair": pair, "same": same})


async def _invited(world: World) -> tuple[Person, str, str]:
    coordinator = await world.coordinator()
    made = await world.invite(coordinator)
    return coordinator, made.participant, made.code


async def _is_in(who: Person) -> bool:
    return (await who.call("GET", "/v1/me")).status_code == 200


async def _opened(world: World, code: str) -> tuple[Person, list[int]]:
    device = unique("device")
    answer = await world.http.post("/v1/enrolments", json={"code": code, "device": device})
    phone = Person(world, None, device)  # type: ignore[arg-type]
    phone.take(answer)
    return phone, answer.json()["pairing"]["pair"]


async def test_both_see_the_same_two_words_and_say_yes(world: World) -> None:
    coordinator, person, code = await _invited(world)
    assert (await _state(coordinator, person))["state"] == "waiting"
    phone, pair = await _opened(world, code)
    first, second = pair
    assert first != second
    assert {first, second} <= set(range(HOW_MANY_WORDS))
    seen = await _state(coordinator, person)
    assert (seen["state"], seen["pair"], seen["phone_agrees"]) == ("opened", pair, False)

    assert (await _says(phone, "/v1/pairing", pair, same=True)).status_code == 204
    seen = await _state(coordinator, person)
    assert (seen["state"], seen["phone_agrees"]) == ("opened", True)
    answer = await _says(coordinator, f"/v1/invitations/{person}/pairing", pair, same=True)
    assert answer.json()["state"] == "confirmed"
    assert answer.json()["pair"] is None
    told = (await phone.call("GET", "/v1/pairing")).json()
    assert told["state"] == "confirmed"
    assert await _is_in(phone)


@pytest.mark.parametrize("by_phone", [True, False], ids=["the phone", "the coordinator"])
@pytest.mark.parametrize("after_a_yes", [True, False], ids=["after a yes", "at once"])
async def test_a_no_ends_that_phone_and_no_other(
    world: World, by_phone: bool, after_a_yes: bool
) -> None:
    coordinator, person, code = await _invited(world)
    theirs = f"/v1/invitations/{person}/pairing"
    old, old_pair = await _opened(world, code)
    await _says(coordinator, theirs, old_pair, same=True)
    fresh = (await world.invite(coordinator, person)).code
    phone, pair = await _opened(world, fresh)
    if after_a_yes:
        await _says(phone, "/v1/pairing", pair, same=True)
        await _says(coordinator, theirs, pair, same=True)
    who, path = (phone, "/v1/pairing") if by_phone else (coordinator, theirs)
    assert (await _says(who, path, pair, same=False)).is_success
    assert not await _is_in(phone)
    assert problem(await world.http.post("/v1/tokens", json={"refresh": phone.tokens.refresh})) == (
        "signed-out"
    )
    assert await _is_in(old)
    seen = await _state(coordinator, person)
    assert (seen["state"], seen["refused_here"]) == ("refused", not by_phone)
    again = {"code": fresh, "device": phone.device}
    assert problem(await world.http.post("/v1/enrolments", json=again)) == "code-used"
    # Said once more, after an answer that was lost, it is harmless; a yes comes too late.
    assert (await _says(coordinator, theirs, pair, same=False)).is_success
    assert problem(await _says(coordinator, theirs, pair, same=True)) == "conflict"
    async with world.backend.database.reading() as connection:
        said = sa.select(audit.c.what, audit.c.account).where(audit.c.subject == phone.device)
        lines = [tuple(row) for row in await connection.execute(said)]
    assert ("words-not-same", who.id) in lines
    assert ("device-removed", who.id) in lines
    assert (await world.enrol((await world.invite(coordinator, person)).code)).id == person


async def test_nobody_else_sees_or_answers(world: World) -> None:
    coordinator, person, code = await _invited(world)
    phone, pair = await _opened(world, code)
    stranger, other = await world.coordinator(), (await world.pair())[1]
    theirs = f"/v1/invitations/{person}"
    for id_ in (person, "person-unknown", stranger.id, "%00", "x" * 200):
        assert problem(await stranger.call("GET", f"/v1/invitations/{id_}")) == "not-found"
    for who, name in ((stranger, "not-found"), (phone, "forbidden"), (other, "forbidden")):
        assert problem(await who.call("GET", theirs)) == name
        assert problem(await _says(who, f"{theirs}/pairing", pair, same=False)) == name
    assert problem(await _says(coordinator, "/v1/pairing", pair, same=False)) == "forbidden"
    assert problem(await coordinator.call("GET", "/v1/pairing")) == "forbidden"
    assert problem(await _says(other, "/v1/pairing", pair, same=False)) == "conflict"
    assert problem(await world.http.get(theirs)) == "signed-out"
    assert problem(await world.http.post("/v1/pairing", json={})) == "signed-out"
    assert await _is_in(phone)


async def test_another_device_of_the_same_person_cannot_answer_for_the_phone(world: World) -> None:
    coordinator, person, code = await _invited(world)
    first, first_pair = await _opened(world, code)
    second, pair = await _opened(world, (await world.invite(coordinator, person)).code)
    if first_pair != pair:
        assert problem(await _says(first, "/v1/pairing", pair, same=False)) == "conflict"
    assert (await _says(first, "/v1/pairing", first_pair, same=True)).is_success
    assert not (await _state(coordinator, person))["phone_agrees"]
    assert await _is_in(second)


async def test_an_answer_about_other_words_is_not_taken(world: World) -> None:
    coordinator, person, code = await _invited(world)
    theirs = f"/v1/invitations/{person}/pairing"
    assert problem(await _says(coordinator, theirs, [1, 2], same=True)) == "conflict"
    phone, pair = await _opened(world, code)
    turned = pair[::-1]
    for same in (True, False):
        assert problem(await _says(coordinator, theirs, turned, same=same)) == "conflict"
        assert problem(await _says(phone, "/v1/pairing", turned, same=same)) == "conflict"
    for strange in ([1], [1, 64], [-1, 3], ["sun", "boat"], None):
        answer = await coordinator.call("POST", theirs, json={"pair": strange, "same": True})
        assert problem(answer) == "malformed"
    assert (await _state(coordinator, person))["state"] == "opened"
    assert await _is_in(phone)


async def test_after_a_day_there_is_nothing_left_to_compare(world: World) -> None:
    coordinator, person, code = await _invited(world)
    phone, pair = await _opened(world, code)
    world.clock.forward(days=1)
    await phone.refresh()
    await coordinator.refresh()
    seen = await _state(coordinator, person)
    assert (seen["state"], seen["pair"]) == ("opened", None)
    theirs = f"/v1/invitations/{person}/pairing"
    assert problem(await _says(coordinator, theirs, pair, same=False)) == "conflict"
    assert problem(await _says(phone, "/v1/pairing", pair, same=True)) == "conflict"
    assert await _is_in(phone)


async def test_a_code_that_nobody_used_expires_and_a_new_one_waits(world: World) -> None:
    coordinator, person, _ = await _invited(world)
    world.clock.forward(minutes=10)
    assert (await _state(coordinator, person))["state"] == "expired"
    await world.invite(coordinator, person)
    assert (await _state(coordinator, person))["state"] == "waiting"


async def test_a_phone_is_told_whether_somebody_watched_and_the_same_again(world: World) -> None:
    coordinator, person, code = await _invited(world)
    await _state(coordinator, person)
    world.clock.forward(seconds=5)
    said = {"code": code, "device": "device-watched"}
    first = (await world.http.post("/v1/enrolments", json=said)).json()["pairing"]
    assert first["watched"] is True
    assert (await world.http.post("/v1/enrolments", json=said)).json()["pairing"] == first
    fresh = (await world.invite(coordinator, person)).code
    world.clock.forward(minutes=5)
    said = {"code": fresh, "device": "device-alone"}
    alone = (await world.http.post("/v1/enrolments", json=said)).json()["pairing"]
    assert alone["watched"] is False


async def test_a_yes_and_a_no_at_once_end_as_a_no(world: World) -> None:
    coordinator, person, code = await _invited(world)
    phone, pair = await _opened(world, code)
    theirs = f"/v1/invitations/{person}/pairing"
    await asyncio.gather(
        _says(coordinator, theirs, pair, same=True),
        _says(phone, "/v1/pairing", pair, same=False),
        _says(phone, "/v1/pairing", pair, same=True),
    )
    assert (await _state(coordinator, person))["state"] == "refused"
    assert not await _is_in(phone)
