"""Coming in, staying in and going out."""

import random

import httpx
import pytest
import sqlalchemy as sa

from mia_companion.server import operations
from mia_companion.server.refusals import Refusal
from mia_companion.wire.accounts import Tokens
from tests.server.world import World, problem, unique


async def enrol(world: World, code: str, device: str) -> httpx.Response:
    return await world.http.post("/v1/enrolments", json={"code": code, "device": device})


async def refresh(world: World, token: str) -> httpx.Response:
    return await world.http.post("/v1/tokens", json={"refresh": token})


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
    world.clock.forward(days=7, seconds=1)
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
    with pytest.raises(operations.EmailTaken):
        await operations.create_coordinator(fresh.backend, fresh.site, "E", "eva@example.org", "x")


async def test_guessing_is_slowed_down(fresh: World) -> None:
    said = {"email": "eva@example.org", "password": "fel", "device": "device-one"}
    names = [problem(await fresh.http.post("/v1/sign-in", json=said)) for _ in range(10)]
    assert names == ["sign-in-wrong"] * 8 + ["too-many-requests"] * 2
    answer = await fresh.http.post("/v1/sign-in", json=said)
    assert 0 < int(answer.headers["retry-after"]) <= 30
    fresh.clock.forward(seconds=31)
    assert problem(await fresh.http.post("/v1/sign-in", json=said)) == "sign-in-wrong"
    codes = [problem(await enrol(fresh, f"ABC2-{n:04}", "device-one")) for n in range(9)]
    assert codes == ["code-wrong"] * 8 + ["too-many-requests"]


async def test_many_wrong_guesses_from_one_address_end_there(fresh: World) -> None:
    names = [
        problem(await enrol(fresh, f"{n:04}-2222", "device-one")) for n in range(2000, 9000, 220)
    ]
    assert names == ["code-wrong"] * 30 + ["too-many-requests"] * 2


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

    sa.event.listen(world.backend.database.engine.sync_engine, "before_cursor_execute", note)
    first = participant.tokens.refresh
    for _ in range(3):
        participant.take(await refresh(world, first))
    assert len(written) == 1
    for _ in range(3):
        await participant.call("GET", "/v1/me")
    assert len(written) == 2


async def test_tokens_of_before_an_enrolment_end_with_it(world: World) -> None:
    coordinator, participant, _ = await world.pair()
    code = (await world.invite(coordinator, participant.id)).code
    again = await world.enrol(code, participant.device)
    assert problem(await participant.call("GET", "/v1/me")) == "signed-out"
    assert problem(await refresh(world, participant.tokens.refresh)) == "signed-out"
    assert (await again.call("GET", "/v1/me")).status_code == 200


class Phone:
    """Somebody's phone where the network is bad: it loses requests, and more than a third of the answers."""

    def __init__(self, world: World, tokens: Tokens, chance: random.Random) -> None:
        self.accounts = world.backend.accounts
        self.clock = world.clock
        self.tokens = tokens
        self.chance = chance

    async def live(self) -> None:
        """A while without coverage, then tries; raises Refusal when it is locked out."""
        longest = self.chance.choice((30, 120, 3_600, 40 * 86_400))
        self.clock.forward(seconds=self.chance.uniform(0, longest))
        for _ in range(self.chance.randint(1, 4)):
            if self.chance.random() < 0.1:
                continue
            answer = await self.accounts.refresh(self.tokens.refresh)
            if self.chance.random() < 0.35:
                self.clock.forward(seconds=self.chance.uniform(0, longest))
                continue
            self.tokens = answer
            if self.chance.random() < 0.7:
                await self.accounts.check(self.tokens.access)

    async def use(self, refresh: str) -> Tokens:
        """A pair that is bought and used."""
        answer = await self.accounts.refresh(refresh)
        await self.accounts.check(answer.access)
        return answer


@pytest.mark.parametrize("seed", range(2))
async def test_lost_answers_lock_nobody_out_and_a_thief_is_caught(world: World, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(2):
        _, person, _ = await world.pair()
        phone = Phone(world, person.tokens, chance)
        for _ in range(25):
            await phone.live()
        stolen = phone.tokens.refresh
        bought = await phone.use(stolen)  # by its owner or a thief, and then by the other one
        for _ in range(chance.randint(0, 2)):
            bought = await phone.use(bought.refresh)
        world.clock.forward(seconds=chance.uniform(61, 800))
        with pytest.raises(Refusal):
            await phone.use(stolen)
        with pytest.raises(Refusal):
            await phone.accounts.check(bought.access)
        with pytest.raises(Refusal):
            await phone.use(bought.refresh)


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
