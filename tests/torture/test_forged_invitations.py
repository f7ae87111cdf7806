"""Forged, replayed, guessed and stolen invitations are refused; whoever has the right one comes in."""

from pathlib import Path

from mia_companion.server.enrolment import codes
from tests.torture import forging_words
from tests.torture.forging import ATTACKS, again, comes_in, enrol, invited, other_endings
from tests.torture.printed import Told
from tests.torture.rotating import a_world


async def test_every_forged_or_replayed_invitation_is_refused(tmp_path: Path, tell: Told) -> None:
    async with a_world(tmp_path) as world:
        for one in ATTACKS:
            await one(world)
            world.clock.forward(hours=1)  # what was slowed down is no more
    assert len({one.__name__ for one in ATTACKS}) == len(ATTACKS)
    assert forging_words.__name__ in {one.__module__ for one in ATTACKS}
    tell(
        15,
        "Invitations forged, replayed, guessed, raced for, intercepted, tampered with, and another's",
        f"{len(ATTACKS)} attacks",
        "0 came in, and whoever was handed the right one did",
    )


async def test_what_people_do_to_a_code_on_its_way_does_not_matter(tmp_path: Path) -> None:
    async with a_world(tmp_path) as world:
        for spoil in (str.lower, "  {}  ".format, " ".join, str):
            coordinator, made = await invited(world)
            await comes_in(world, spoil(made.code))
            made = await again(coordinator, made.participant)
            await comes_in(world, spoil(made.secret))


async def test_a_building_that_writes_its_codes_at_once_comes_in(tmp_path: Path) -> None:
    """Thirty people behind one address, half of whom write it wrong first."""
    async with a_world(tmp_path) as world:
        coordinator = await world.coordinator()
        for number in range(30):
            made = await world.invite(coordinator)
            if number % 2:
                [wrong] = other_endings(made.code, 1)
                assert (await enrol(world, wrong)).status_code == 403
            await comes_in(world, made.code)


async def test_what_cannot_be_a_code_is_no_guess(tmp_path: Path) -> None:
    """A 0 for an O: no code has either, so it costs none of the tries."""
    async with a_world(tmp_path) as world:
        _, made = await invited(world)
        slips = ("0000", "OOOO", "1I1I", "A", "AAAAA", "LLLL")
        assert len(slips) > codes.TRIES
        for slip in slips:
            await enrol(world, f"{made.code[:4]}-{slip}")
        await comes_in(world, made.code)


async def test_codes_are_even_and_secrets_have_their_bits() -> None:
    counted = iter(range(10_000))

    def randomness(count: int) -> bytes:
        return bytes(next(counted) % 256 for _ in range(count))

    found = "".join(codes.normal(codes.make(randomness)) for _ in range(31))
    assert set(found) == set(codes.ALPHABET)
    assert codes.make_secret(lambda count: b"\xff" * count) == "7" * 25 + "4"
    assert codes.make_secret(lambda count: b"\x00" * count) == "A" * 26
