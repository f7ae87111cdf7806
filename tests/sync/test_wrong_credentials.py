"""Codes, addresses and passwords that no server gave out are wrong, and never an exception."""

import pytest

from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from tests.world import PASSWORD, World


async def test_a_coordinator_with_a_wrong_password_is_told_so(world: World) -> None:
    stranger = world.device("stranger")
    assert await stranger.do.access.sign_in("karin@example.org", "fel") == problems.SIGN_IN_WRONG
    assert await stranger.do.access.sign_in("x" * 400, PASSWORD) == problems.SIGN_IN_WRONG
    assert await stranger.do.access.sign_in("karin@example.org", "\ud800") == problems.SIGN_IN_WRONG
    for code in ("a", "AAAA-BBBB", "x" * 100):
        assert await stranger.do.access.enrol(code) == problems.CODE_WRONG
    with pytest.raises(SyncError):
        await stranger.sync()
