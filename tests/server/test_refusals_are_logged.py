"""What somebody was refused is in the log, by its reason alone."""

import logging

import pytest

from mia_companion.domain.people import ParticipantNamed
from tests.server.world import World


async def test_an_entry_that_may_not_be_written_leaves_its_reason(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    coordinator, participant, shared = await world.pair()
    with caplog.at_level(logging.WARNING, "mia_companion.server"):
        await participant.push(
            participant.entry(shared, ParticipantNamed(name="Kanariefagel"), author=coordinator.id)
        )
        await world.http.get(f"/v1/login/at/{'x' * 22}")
    said = [(one.getMessage(), getattr(one, "reason", "")) for one in caplog.records]
    assert ("entry refused", "not-yours") in said
    assert ("sign-in refused", "over") in said
    assert "Kanariefagel" not in caplog.text
    assert coordinator.id not in caplog.text
