"""Strangers: nobody, those whose tokens are worth nothing, and a phone whose two words are not compared."""

from datetime import timedelta

from mia_companion.server.tokens import Pair
from tests.server.world import Person, unique
from tests.torture.cast import Cast


async def worthless(mine: Cast, of: Person) -> dict[str, dict[str, str]]:
    backend = mine.world.backend
    removed = await mine.enter(of.id)
    await backend.accounts.remove_device(of.id, removed.device, by=of.id)
    tokens, before = backend.devices._tokens, mine.world.clock.now - timedelta(minutes=16)
    row = Pair(of.id, of.device, unique("family"), 0)
    another_family, _ = tokens.access(row, mine.world.clock.now)
    mine_said = tokens.read_access(of.tokens.access, mine.world.clock.now)
    assert mine_said is not None
    expired, _ = tokens.access(mine_said, before)
    forged = of.tokens.access[:-2] + ("AA" if not of.tokens.access.endswith("AA") else "BB")
    said = {
        "a removed device": removed.tokens.access,
        "an expired token": expired,
        "another family": another_family,
        "a forged token": forged,
        "a refresh token": of.tokens.refresh,
    }
    return {
        "nobody": {},
        "no bearer": {"authorization": f"Basic {of.tokens.access}"},
        **{name: {"authorization": f"Bearer {one}"} for name, one in said.items()},
    }


FOR_WHO_WAITS = ("GET /v1/pairing", "POST /v1/pairing", "POST /v1/sign-out")
"""What a phone may ask that came in by letter, before the coordinator's yes to its two words."""


async def by_letter(mine: Cast) -> Person:
    """Somebody's phone that came in with a letter, whose two words nobody has compared."""
    said = {"participant": mine.people["another"].id, "way": "letter"}
    made = await mine.people["colleague"].call("POST", "/v1/invitations", json=said)
    return await mine.world.enrol(made.json()["code"])
