"""Coming in: codes, invitations, sign-in, and guessing."""

import httpx
import pytest

from mia_companion.server import operations
from mia_companion.server.staff import EmailTaken
from tests.server.world import World, problem, unique


async def enrol(world: World, code: str, device: str) -> httpx.Response:
    return await world.http.post("/v1/enrolments", json={"code": code, "device": device})


async def test_a_code_opens_the_app_once(world: World) -> None:
    coordinator = await world.coordinator()
    code = (await world.invite(coordinator)).code
    assert len(code) == 9
    assert code[4] == "-"
    messy = f"  {code[:2].lower()} {code[2:]} "
    first = await enrol(world, messy, "device-one")
    assert first.status_code == 200
    assert first.json()["account"]["role"] == "participant"
    assert first.json()["account"]["name"] == ""
    world.clock.forward(minutes=9)
    again = await enrol(world, code, "device-one")
    for same in ("refresh", "leave_key", "account"):
        assert again.json()[same] == first.json()[same]
    assert problem(await enrol(world, code, "device-two")) == "code-used"
    world.clock.forward(minutes=2)
    assert problem(await enrol(world, code, "device-one")) == "code-used"


async def test_a_wrong_or_expired_code_is_told_apart(world: World) -> None:
    coordinator = await world.coordinator()
    code = (await world.invite(coordinator)).code
    assert problem(await enrol(world, "AAAA-BBBB", "device-one")) == "code-wrong"
    world.clock.forward(minutes=10)
    assert problem(await enrol(world, code, "device-one")) == "code-expired"


async def test_a_repeated_invitation_replaces_the_code(world: World) -> None:
    coordinator = await world.coordinator()
    first = await world.invite(coordinator, "participant-x1")
    second = await world.invite(coordinator, "participant-x1")
    assert first.code != second.code
    assert first.shared_journal == second.shared_journal
    assert problem(await enrol(world, first.code, "device-one")) == "code-wrong"
    person = await world.enrol(second.code)
    assert person.id == "participant-x1"
    third = await world.invite(coordinator, "participant-x1")
    assert (await world.enrol(third.code)).id == "participant-x1"


async def test_only_the_right_coordinator_invites(world: World) -> None:
    coordinator, participant, _ = await world.pair()
    other = await world.coordinator()
    for who, id_, name in (
        (participant, unique("participant"), "forbidden"),
        (other, participant.id, "conflict"),
        (other, coordinator.id, "conflict"),
        (coordinator, "å", "malformed"),
    ):
        answer = await who.call("POST", "/v1/invitations", json={"participant": id_})
        assert problem(answer) == name


async def test_sign_in_takes_the_right_password_only(fresh: World) -> None:
    await operations.create_coordinator(fresh.backend, fresh.site, "Eva", "Eva@Example.org", "rätt")
    for email, password in (("eva@example.org", "fel"), ("ingen@example.org", "rätt")):
        said = {"email": email, "password": password, "device": "device-one"}
        assert problem(await fresh.http.post("/v1/sign-in", json=said)) == "sign-in-wrong"
    said = {"email": " eva@example.ORG", "password": "rätt", "device": "device-one"}
    answer = await fresh.http.post("/v1/sign-in", json=said)
    assert answer.json()["account"]["name"] == "Eva"
    with pytest.raises(EmailTaken):
        await operations.create_coordinator(fresh.backend, fresh.site, "E", "eva@example.org", "x")


async def test_guessing_is_slowed_down(fresh: World) -> None:
    said = {"email": "eva@example.org", "password": "fel", "device": "device-one"}
    names = [problem(await fresh.http.post("/v1/sign-in", json=said)) for _ in range(10)]
    assert names == ["sign-in-wrong"] * 8 + ["too-many-requests"] * 2
    answer = await fresh.http.post("/v1/sign-in", json=said)
    assert 0 < int(answer.headers["retry-after"]) <= 30
    fresh.clock.forward(seconds=31)
    assert problem(await fresh.http.post("/v1/sign-in", json=said)) == "sign-in-wrong"
