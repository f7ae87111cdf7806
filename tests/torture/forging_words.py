"""Ways to come to read what one did not come in for: another's invitation, a letter, the two words."""

from tests.server.world import Person, World, problem
from tests.torture.forging import again, attack, comes_in, enrol, invited


@attack
async def what_another_sites_coordinator_makes_or_sees(world: World) -> None:
    coordinator, made = await invited(world)
    stranger, other_participant, _ = await world.pair()
    said = {"participant": made.participant, "renews": True}
    for who, name in ((stranger, "conflict"), (other_participant, "forbidden")):
        assert problem(await who.call("POST", "/v1/invitations", json=said)) == name
    path = f"/v1/invitations/{made.participant}"
    assert problem(await stranger.call("GET", path)) == "not-found"
    assert (await coordinator.call("GET", path)).json()["state"] == "waiting"
    await comes_in(world, made.code)


@attack
async def a_letter_opened_by_somebody_else_shows_nothing(world: World) -> None:
    coordinator, made = await invited(world, "letter")
    answer = await enrol(world, made.code)
    assert answer.json()["waits"] is True
    thief = Person(world, None, "")  # type: ignore[arg-type]
    thief.take(answer)
    journal = made.shared_journal
    for method, path, body in (
        ("POST", "/v1/pull", {}),
        ("POST", "/v1/push", {"entries": []}),
        ("GET", "/v1/me", None),
        ("GET", "/v1/live", None),
        ("GET", "/v1/devices", None),
        ("DELETE", "/v1/devices", None),
        ("GET", f"/v1/journals/{journal}/history?before=5", None),
        ("GET", f"/v1/journals/{journal}/blobs/photo-1", None),
    ):
        assert problem(await thief.call(method, path, json=body)) == "words-first", path
    await thief.refresh()  # the wait may be long, and is no way round
    assert problem(await thief.call("POST", "/v1/pull", json={})) == "words-first"
    pair = (await thief.call("GET", "/v1/pairing")).json()["pair"]
    said = {"pair": pair, "same": True}
    assert (await thief.call("POST", "/v1/pairing", json=said)).status_code == 204
    assert problem(await thief.call("POST", "/v1/pull", json={})) == "words-first"  # one's own yes
    theirs = f"/v1/invitations/{made.participant}/pairing"
    assert (await coordinator.call("POST", theirs, json={**said, "same": False})).is_success
    for method, path in (("GET", "/v1/pairing"), ("POST", "/v1/pull")):
        assert problem(await thief.call(method, path, json={})) == "signed-out"


@attack
async def a_letter_whose_words_nobody_compared_in_time(world: World) -> None:
    coordinator, made = await invited(world, "letter")
    phone = await comes_in(world, made.code)
    world.clock.forward(days=6, hours=23)
    await phone.refresh()
    assert (await phone.call("GET", "/v1/pairing")).json()["pair"] is not None
    world.clock.forward(hours=1)
    await phone.refresh()
    await coordinator.refresh()
    seen = (await phone.call("GET", "/v1/pairing")).json()
    assert (seen["state"], seen["pair"]) == ("opened", None)
    assert problem(await phone.call("POST", "/v1/pull", json={})) == "words-first"


@attack
async def a_waiting_phone_after_a_new_code(world: World) -> None:
    coordinator, made = await invited(world, "letter")
    thief = await comes_in(world, made.code)
    newer = await again(coordinator, made.participant)
    assert problem(await thief.call("GET", "/v1/pairing")) == "signed-out"
    phone = await comes_in(world, newer.code)
    assert (await phone.call("POST", "/v1/pull", json={})).status_code == 200


@attack
async def the_words_of_another_phone_and_of_another_person(world: World) -> None:
    coordinator, made = await invited(world, "letter")
    other, others = await invited(world, "letter")
    phone, stranger = await comes_in(world, made.code), await comes_in(world, others.code)
    pair = (await phone.call("GET", "/v1/pairing")).json()["pair"]
    theirs = f"/v1/invitations/{made.participant}/pairing"
    said = {"pair": pair[::-1], "same": True}
    assert problem(await coordinator.call("POST", theirs, json=said)) == "conflict"
    said = {"pair": pair, "same": True}
    assert problem(await other.call("POST", theirs, json=said)) == "not-found"
    assert problem(await stranger.call("POST", theirs, json=said)) == "words-first"
    for one in (phone, stranger):
        assert problem(await one.call("POST", "/v1/pull", json={})) == "words-first"
    assert (await coordinator.call("POST", theirs, json=said)).json()["state"] == "confirmed"
    assert (await phone.call("POST", "/v1/pull", json={})).status_code == 200
    assert problem(await stranger.call("POST", "/v1/pull", json={})) == "words-first"
