"""A yes that a coordinator writes down who signed in long ago: asked who they are, then it counts."""

import asyncio
from datetime import timedelta

from mia_companion.domain.consents import ON_PAPER
from mia_companion.store.outbox import REFUSED
from mia_companion.wire import problems
from tests.example_data import TODAY
from tests.world import PASSWORD, Device, World

SAID = {
    "from_party": "region",
    "to_party": "insurance",
    "categories": ("plan",),
    "purpose": "Att planera ihop",
    "valid_from": TODAY,
    "valid_until": TODAY + timedelta(days=90),
    "language": "sv",
    "text_version": "2026-11",
}


def _is_asked(device: Device) -> bool:
    return device.companion.view.is_asked


async def test_it_is_sent_when_they_have_shown_who_they_are(
    world: World, people: tuple[Device, Device, Device]
) -> None:
    desktop, phone, _ = people
    world.clock.pass_by(minutes=6)
    for device in (desktop, phone):
        device.clock.pass_by(minutes=6)
    companion, person = desktop.companion, phone.participant
    done = desktop.do.consents.take_down(
        person, SAID, collected=ON_PAPER, said_on=TODAY, today=TODAY
    )
    assert done
    await desktop.sync()
    [waits] = companion.view.outbox
    assert (waits.state, waits.reason) == (REFUSED, problems.SIGN_IN_AGAIN)
    await asyncio.sleep(0)
    assert _is_asked(desktop)
    desktop.do.login.give_up()
    await desktop.sync()
    assert not _is_asked(desktop)  # once for each: it stays among what was not sent
    await phone.sync()
    assert not phone.shared().consents

    assert await desktop.do.login.show_password(PASSWORD) == ""
    await asyncio.gather(*companion.runner.stop(), return_exceptions=True)
    await desktop.sync()
    assert not companion.view.outbox
    await phone.sync()
    [consent] = phone.shared().consents.values()
    assert consent.counts_on(TODAY)
    assert consent.last is not None
    assert consent.last.collected == ON_PAPER
