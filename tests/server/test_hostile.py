"""Ids that are none, numbers beyond all sense: refused or unknown, never a failure."""

from tests.server.test_push import reasons
from tests.server.world import Person, World, problem

ODD = ["nul\x00nul\x00", "åäö-åäö-åäö", "tab\ttab\ttab", "' OR 1=1 --", "%s%s%s%s%s"]


async def test_odd_ids_are_nobodys(world: World) -> None:
    _, participant, shared = await world.pair()
    for odd in ODD:
        await check_odd_id(participant, shared, odd)


async def check_odd_id(participant: Person, shared: str, odd: str) -> None:
    results = await participant.push(
        participant.entry(odd),
        participant.entry(shared, id=odd),
        participant.entry(shared, device=odd),
        participant.entry(shared, author=odd),
        participant.entry(shared),
    )
    assert reasons(results)[0] == "not-yours"
    assert reasons(results)[1] in ("entry-malformed", "accepted")
    assert reasons(results)[2:] == ["not-yours", "not-yours", "accepted"]
    pull = await participant.pull(cursors={odd: 1}, epoch=None)
    assert pull.gone == ()
    rebase = (await participant.pull(epoch=odd)).rebase
    assert rebase is not None
    assert set(rebase.values()) == {0}
    *_, held = await participant.read(shared)
    for update in ({"epoch": odd}, {"receipt": odd}, {"seq": 10**30}):
        assert reasons(await participant.push(returned=(held.model_copy(update=update),))) == [
            "receipt-wrong"
        ]
    lost = held.model_copy(update={"entry": held.entry.model_copy(update={"id": odd})})
    assert reasons(await participant.push(returned=(lost,))) == ["receipt-wrong"]


async def test_odd_paths_lead_nowhere(world: World) -> None:
    _, participant, shared = await world.pair()
    for odd in ("%00", "%C3%A5", "..%2F..%2Fkeys", "x" * 200):
        for method, path in (
            ("GET", f"/v1/journals/{odd}/history?before=1"),
            ("GET", f"/v1/journals/{odd}/blobs/x"),
            ("GET", f"/v1/journals/{shared}/blobs/{odd}"),
            ("DELETE", f"/v1/devices/{odd}"),
            ("GET", f"/v1/{odd}"),
        ):
            answer = await participant.call(method, path)
            assert problem(answer) in ("not-found", "malformed"), path


async def test_odd_cursors_are_taken_for_what_they_can_mean(world: World) -> None:
    _, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    for cursor in (-(10**30), -1, 10**30):
        pull = await participant.pull(cursors={shared: cursor}, epoch=None)
        (page,) = [p for p in pull.pages if p.journal.id == shared]
        assert len(page.entries) == (1 if cursor < 0 else 0), cursor
    answer = await participant.call("GET", f"/v1/journals/{shared}/history?before={10**30}")
    assert len(answer.json()["entries"]) == 1


async def test_odd_sign_ins_are_wrong(world: World) -> None:
    for email in ("a\x00b@example.org", "åäö@exämple.org", "'@'.'"):
        said = {"email": email, "password": "\x00", "device": "device-one"}
        assert problem(await world.http.post("/v1/sign-in", json=said)) == "sign-in-wrong"
    said = {"code": "\x00\x00\x00\x00", "device": "device-one"}
    assert problem(await world.http.post("/v1/enrolments", json=said)) == "code-wrong"
