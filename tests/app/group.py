"""A coordinator and two participants, each on a device, with a real server between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mia_companion.app.actions.meetings import Each
from mia_companion.domain.calendar import Meeting, meetings_between
from mia_companion.wire.accounts import Invitation
from tests.example_data import NOW
from tests.world import Device, World

STARTS = NOW + timedelta(days=1)
ENDS = STARTS + timedelta(hours=1)
BOOKING = "booking-0001"


@dataclass
class Group:
    """The coordinator's desktop, and a phone for each participant by name."""

    desktop: Device
    phones: dict[str, Device]

    @property
    def ids(self) -> dict[str, str]:
        return {name: phone.participant for name, phone in self.phones.items()}

    def book(self, people: Sequence[str] = (), **more: Any) -> Each:
        given: dict[str, Any] = {"booking_id": BOOKING, "place": "Torget 1", **more}
        who = people or tuple(self.ids.values())
        return self.desktop.do.meetings.book_for(who, "Frukost", "region", STARTS, ENDS, **given)

    def meetings(self) -> tuple[Meeting, ...]:
        view = self.desktop.companion.view
        plans = {person: view.plan(person) for person in view.participants}
        return meetings_between(plans, NOW, NOW + timedelta(days=9))

    def who(self) -> list[list[str]]:
        """Those in each meeting, by name."""
        names = {id_: name for name, id_ in self.ids.items()}
        return [sorted(names[each.participant] for each in one.booked) for one in self.meetings()]

    async def sync(self) -> None:
        for device in (self.desktop, *self.phones.values(), self.desktop):
            await device.sync()


async def a_group(world: World) -> Group:
    """Amina and Bashir, and whoever coordinates both."""
    desktop = world.device("desktop")
    await desktop.sign_in()
    phones = {}
    for name in ("Amina", "Bashir"):
        invited = await desktop.do.access.invite(name)
        assert isinstance(invited, Invitation)
        phones[name] = world.device(name)
        await phones[name].enrol(invited.code)
    made = Group(desktop, phones)
    await made.sync()
    return made
