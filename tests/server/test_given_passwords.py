"""A password that somebody else was shown opens once, and is then replaced by one's own."""

import re
from collections.abc import Callable

from mia_companion.server import given_passwords
from mia_companion.wire.accounts import Tokens
from tests.server.office import Office, open_office, sign_in, signed_in
from tests.server.world import Person, World, problem

OWN = "min egen hemlighet"


async def choose(who: Person, old: str, new: str = OWN) -> str:
    """The problem's name, or nothing when the password is one's own now."""
    answer = await who.call("POST", "/v1/password", json={"old": old, "new": new})
    if answer.status_code != 200:
        return problem(answer)
    who.tokens = Tokens.model_validate_json(answer.content)
    return ""


async def newcomer(office: Office) -> tuple[Person, str, str]:
    """A coordinator who has just come in, her address and the password that she was given."""
    given, email = await office.add()
    return await signed_in(office.world, email, given.password), email, given.password


def test_a_given_password_is_long_and_can_be_read_aloud() -> None:
    def only(byte: int) -> Callable[[int], bytes]:
        return lambda count: bytes([byte, 255] * count)

    made = {given_passwords.make(only(byte)) for byte in range(70)}
    assert len(made) == 70
    for one in made:
        assert re.fullmatch(r"([bdfghklmnprstv][aeiou]){2}(-([bdfghklmnprstv][aeiou]){2}){4}", one)


async def test_it_opens_once_and_a_lost_answer_may_be_asked_again(world: World) -> None:
    office = await open_office(world)
    coordinator, email, given = await newcomer(office)
    assert coordinator.tokens.account.password_given
    assert (await sign_in(world, email, given, coordinator.device)).status_code == 200
    world.clock.forward(minutes=11)
    assert problem(await sign_in(world, email, given)) == "password-expired"


async def test_it_ends_after_seven_days_unused(world: World) -> None:
    office = await open_office(world)
    given, email = await office.add()
    world.clock.forward(days=7, seconds=1)
    assert problem(await sign_in(world, email, given.password)) == "password-expired"
    assert problem(await sign_in(world, email, "fel lösenord")) == "sign-in-wrong"


async def test_ones_own_takes_its_place_for_good(world: World) -> None:
    office = await open_office(world)
    coordinator, email, given = await newcomer(office)
    other = await signed_in(world, email, given)
    assert await choose(coordinator, given) == ""
    assert not coordinator.tokens.account.password_given
    assert await choose(coordinator, given) == ""  # the answer was lost, and it is asked again
    assert problem(await other.call("GET", "/v1/me")) == "signed-out"
    assert (await coordinator.call("GET", "/v1/me")).json()["password_given"] is False
    world.clock.forward(days=30)
    assert problem(await sign_in(world, email, given)) == "sign-in-wrong"
    assert not (await signed_in(world, email, OWN)).tokens.account.password_given


async def test_a_wrong_old_one_changes_nothing_and_guessing_slows_down(world: World) -> None:
    office = await open_office(world)
    coordinator, email, given = await newcomer(office)
    assert await choose(coordinator, given, given) == "malformed"
    assert await choose(coordinator, given, "för kort") == "malformed"
    # That a given password is known must not let it be kept for good.
    assert await choose(coordinator, "gissning", given) == "password-wrong"
    names = [await choose(coordinator, f"gissning {n}") for n in range(8)]
    assert names == ["password-wrong"] * 7 + ["too-many-requests"]
    assert (await sign_in(world, email, OWN)).status_code == 403
    world.clock.forward(minutes=1)
    assert await choose(coordinator, given) == ""


async def test_a_new_one_from_the_administrator_ends_what_was(world: World) -> None:
    office = await open_office(world)
    coordinator, email, given = await newcomer(office)
    assert await choose(coordinator, given) == ""
    answer = await office.ask("POST", f"/staff/{coordinator.id}/password")
    fresh = answer.json()["password"]
    assert problem(await coordinator.call("GET", "/v1/me")) == "signed-out"
    assert problem(await sign_in(world, email, OWN)) == "sign-in-wrong"
    again = await signed_in(world, email, fresh)
    assert await choose(again, fresh, "ännu en hemlighet") == ""
    assert (await office.member(coordinator.id)).password_given is False


async def test_a_participant_has_no_password_to_change(world: World) -> None:
    _, participant, _ = await world.pair()
    assert await choose(participant, "något", OWN) == "forbidden"
