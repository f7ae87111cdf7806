"""Ways to come in with what is not one's own, each of them refused; what is right comes in all the same.

Each attack is a function of a world that raises AssertionError where somebody came in who should not have.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable

import httpx

from mia_companion.server.enrolment import codes
from mia_companion.wire.accounts import Invitation
from tests.server.world import Person, World, problem, unique

Attack = Callable[[World], Awaitable[None]]
ATTACKS: list[Attack] = []


def attack(one: Attack) -> Attack:
    """Among those that are tried."""
    ATTACKS.append(one)
    return one


async def enrol(world: World, code: str, device: str = "", **more: str) -> httpx.Response:
    said = {"code": code, "device": device or unique("device"), **more}
    return await world.http.post("/v1/enrolments", json=said)


async def refused(world: World, code: str, name: str, device: str = "", **more: str) -> None:
    """What is answered to that code, and nothing but that."""
    assert problem(await enrol(world, code, device, **more)) == name


async def comes_in(world: World, code: str) -> Person:
    """Whoever has the right one."""
    return await world.enrol(code)


async def invited(world: World, way: str = "room") -> tuple[Person, Invitation]:
    coordinator = await world.coordinator()
    return coordinator, await again(coordinator, unique("participant"), way)


async def again(coordinator: Person, person: str, way: str = "room", **more: bool) -> Invitation:
    said = {"participant": person, "way": way, **more}
    answer = await coordinator.call("POST", "/v1/invitations", json=said)
    return Invitation.model_validate_json(answer.content)


def other_endings(code: str, count: int) -> list[str]:
    """Codes that begin alike and end otherwise."""
    made: list[str] = []
    chance = random.Random(code)
    while len(made) < count:
        tried = code[:4] + "-" + "".join(chance.choices(codes.ALPHABET, k=4))
        if codes.normal(tried) != codes.normal(code) and tried not in made:
            made.append(tried)
    return made


@attack
async def a_code_after_its_ten_minutes(world: World) -> None:
    _, made = await invited(world)
    world.clock.forward(minutes=10)
    for one in (made.code, made.secret):
        await refused(world, one, "code-expired")


@attack
async def a_letter_after_its_seven_days(world: World) -> None:
    _, made = await invited(world, "letter")
    world.clock.forward(days=7)
    for one in (made.code, made.secret):
        await refused(world, one, "code-expired")


@attack
async def a_code_and_a_picture_that_were_used(world: World) -> None:
    for first, second in (("code", "secret"), ("secret", "code"), ("code", "code")):
        _, made = await invited(world)
        phone = await comes_in(world, getattr(made, first))
        await refused(world, getattr(made, second), "code-used")
        assert (await phone.call("GET", "/v1/me")).status_code == 200


@attack
async def the_same_device_id_with_another_key_within_the_ten_minutes(world: World) -> None:
    _, made = await invited(world)
    key, device = "ab" * 32, unique("device")
    assert (await enrol(world, made.code, device, key=key)).status_code == 200
    assert (await enrol(world, made.code, device, key=key)).status_code == 200
    for other in ("cd" * 32, ""):
        await refused(world, made.code, "code-used", device, key=other)


@attack
async def the_sixth_guess(world: World) -> None:
    _, made = await invited(world)
    *four, fifth, sixth = other_endings(made.code, codes.TRIES + 1)
    await refused(world, four[0].lower(), "code-wrong")
    for one in four:  # the first of them again: whoever taps twice has guessed once
        await refused(world, one, "code-wrong")
    await refused(world, fifth, "code-closed")
    await refused(world, sixth, "code-closed")
    await refused(world, made.code, "code-closed")
    await comes_in(world, made.secret)  # nobody guesses the picture


@attack
async def guesses_at_one_code_close_no_other(world: World) -> None:
    (_, made), (_, other) = await invited(world), await invited(world)
    assert made.code[:3] != other.code[:3]
    for one in other_endings(made.code, codes.TRIES):
        await enrol(world, one)
    await comes_in(world, other.code)


@attack
async def a_flood_of_guesses_from_ones_own_building(world: World) -> None:
    """The letters wait a little; the picture never does, and afterwards nothing is broken."""
    _, made = await invited(world)
    names = []
    for number in range(130):
        guess = "".join(random.Random(number).choices(codes.ALPHABET, k=8))
        names.append(problem(await enrol(world, guess)))
    assert set(names) == {"code-wrong", "too-many-requests"}
    picture = await enrol(world, made.secret)
    assert picture.status_code == 200
    world.clock.forward(minutes=4)
    _, later = await invited(world)
    await comes_in(world, later.code)


@attack
async def a_picture_that_was_tampered_with(world: World) -> None:
    _, made = await invited(world)
    swapped = made.secret[1] + made.secret[0] + made.secret[2:]
    one_off = made.secret[:-1] + ("A" if made.secret[-1] != "A" else "Q")
    for tampered in (swapped, one_off, made.secret + "A", made.secret[:-1], "A" * 26):
        if tampered != made.secret:
            await refused(world, tampered, "code-wrong")
    await comes_in(world, made.secret)


@attack
async def the_code_before_a_new_one(world: World) -> None:
    coordinator, made = await invited(world)
    newer = await again(coordinator, made.participant)
    for one in (made.code, made.secret):
        await refused(world, one, "code-wrong")
    await comes_in(world, newer.code)


@attack
async def a_renewed_code_opens_once_with_the_one_before_it(world: World) -> None:
    coordinator, made = await invited(world)
    world.clock.forward(minutes=6)
    newer = await again(coordinator, made.participant, renews=True)
    world.clock.forward(minutes=3)
    await comes_in(world, made.code)  # half written as the screen changed: until its own time
    for one in (newer.code, newer.secret):
        await refused(world, one, "code-wrong")
    answer = await coordinator.call(
        "POST", "/v1/invitations", json={"participant": made.participant, "renews": True}
    )
    assert problem(answer) == "conflict"  # a phone has come in: there is nothing to renew


@attack
async def two_phones_race_for_one_picture(world: World) -> None:
    for way in ("room", "letter"):
        _, made = await invited(world, way)
        tried = [made.secret, made.code] * 4
        answers = await asyncio.gather(*[enrol(world, one) for one in tried])
        assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
