"""Staying in: access that ends by itself, refresh tokens, and lost answers."""

import httpx
import sqlalchemy as sa

from tests.server.world import World, problem


async def refresh(world: World, token: str) -> httpx.Response:
    return await world.http.post("/v1/tokens", json={"refresh": token})


async def test_a_refresh_token_is_worth_one_successor(world: World) -> None:
    _, participant, _ = await world.pair()
    first = participant.tokens.refresh
    second = (await refresh(world, first)).json()["refresh"]
    assert second != first
    world.clock.forward(seconds=59)
    lost = await refresh(world, first)
    assert lost.json()["refresh"] == second
    third = (await refresh(world, second)).json()["refresh"]
    fourth = await refresh(world, third)
    assert fourth.status_code == 200
    assert problem(await refresh(world, first)) == "signed-out"
    assert problem(await refresh(world, fourth.json()["refresh"])) == "signed-out"
    assert problem(await participant.call("GET", "/v1/me")) == "signed-out"


async def test_the_previous_token_ends_the_family_once_its_successor_was_used(world: World) -> None:
    _, participant, _ = await world.pair()
    first = participant.tokens.refresh
    await participant.refresh()
    world.clock.forward(days=300)
    again = await refresh(world, first)
    assert again.json()["refresh"] == participant.tokens.refresh
    participant.take(again)
    assert (await participant.call("GET", "/v1/me")).status_code == 200
    assert (await refresh(world, first)).status_code == 200
    world.clock.forward(seconds=61)
    assert problem(await refresh(world, first)) == "signed-out"
    assert problem(await refresh(world, participant.tokens.refresh)) == "signed-out"
    assert problem(await participant.call("GET", "/v1/me")) == "signed-out"


async def test_an_earlier_access_token_says_nothing_of_the_successor(world: World) -> None:
    _, participant, _ = await world.pair()
    first = participant.tokens
    second = (await refresh(world, first.refresh)).json()["refresh"]
    world.clock.forward(minutes=5)
    assert (await participant.call("GET", "/v1/me")).status_code == 200
    assert (await refresh(world, first.refresh)).json()["refresh"] == second


async def test_a_pair_is_written_down_once_when_made_and_once_when_used(world: World) -> None:
    _, participant, _ = await world.pair()
    written: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("UPDATE devices"):
            written.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        first = participant.tokens.refresh
        for _ in range(3):
            participant.take(await refresh(world, first))
        assert len(written) == 1
        for _ in range(3):
            await participant.call("GET", "/v1/me")
        assert len(written) == 2
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


async def test_tokens_of_before_an_enrolment_end_with_it(world: World) -> None:
    coordinator, participant, _ = await world.pair()
    code = (await world.invite(coordinator, participant.id)).code
    again = await world.enrol(code, participant.device)
    assert problem(await participant.call("GET", "/v1/me")) == "signed-out"
    assert problem(await refresh(world, participant.tokens.refresh)) == "signed-out"
    assert (await again.call("GET", "/v1/me")).status_code == 200


async def test_access_ends_by_itself_and_is_bought_anew(world: World) -> None:
    _, participant, _ = await world.pair()
    assert (await participant.call("GET", "/v1/me")).status_code == 200
    world.clock.forward(minutes=15)
    answer = await participant.call("GET", "/v1/me")
    assert problem(answer) == "signed-out"
    assert answer.headers["www-authenticate"] == "Bearer"
    await participant.refresh()
    assert (await participant.call("GET", "/v1/me")).json()["id"] == participant.id


async def test_a_token_that_is_not_ours_is_nothing(world: World) -> None:
    mac = "A" * 43
    for token in (
        "", "x", "a.b.c.d", "å.b.c.0.9999999999.d", f"a.b.c.0.9999999999.{mac}", f"a.b.c.0.{mac}"
    ):  # fmt: skip
        headers = [(b"authorization", f"Bearer {token}".encode())]
        answer = await world.http.get("/v1/me", headers=headers)
        assert problem(answer) == "signed-out", token
        assert problem(await refresh(world, token.ljust(16, "x"))) == "signed-out", token


async def test_a_removed_device_may_do_nothing_from_then_on(world: World) -> None:
    coordinator, participant, _ = await world.pair()
    second = await world.enrol((await world.invite(coordinator, participant.id)).code)
    world.clock.forward(hours=1)
    await second.refresh()
    listed = (await second.call("GET", "/v1/devices")).json()["devices"]
    assert [(d["id"], d["this"]) for d in listed] == [
        (second.device, True),
        (participant.device, False),
    ]
    assert listed[0]["seen_at"] > listed[0]["enrolled_at"]
    assert (await second.call("DELETE", f"/v1/devices/{participant.device}")).status_code == 204
    assert problem(await participant.call("GET", "/v1/me")) == "signed-out"
    assert problem(await refresh(world, participant.tokens.refresh)) == "signed-out"
    assert problem(await second.call("DELETE", "/v1/devices/nothing-here")) == "not-found"
    assert (await second.call("POST", "/v1/sign-out")).status_code == 204
    assert problem(await second.call("GET", "/v1/devices")) == "signed-out"
