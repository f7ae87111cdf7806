"""Amina without coverage for a month, and those who follow her meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import httpx

from mia_companion.app.pairing import keep_pairing
from mia_companion.domain.areas import MUNICIPALITY
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.steps import DONE
from mia_companion.server import operations
from mia_companion.wire.accounts import Invitation
from tests.example_data import NOW
from tests.sync.carrying import attach
from tests.world import PASSWORD, Device, World

DAYS = 30
PHOTO = bytes(range(256)) * 1_200


class Line(httpx.AsyncBaseTransport):
    """A phone's line: counts, and lets something else happen at a certain push."""

    def __init__(self, network: httpx.AsyncBaseTransport) -> None:
        self._network = network
        self.asked: list[str] = []
        self.before: dict[int, Callable[[], Awaitable[object]]] = {}
        self.inside: dict[int, Callable[[], Awaitable[object]]] = {}
        self.lost_parts = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        self.asked.append(request.url.path)
        if request.method == "PUT" and self.lost_parts and request.headers["upload-offset"] != "0":
            self.lost_parts -= 1
            raise httpx.ConnectError("into a tunnel", request=request)
        number = self.asked.count("/v1/push") if request.url.path == "/v1/push" else 0
        if first := self.before.pop(number, None):
            await first()
        meanwhile = self.inside.pop(number, None)
        if meanwhile is None:
            return await self._network.handle_async_request(request)
        answer, _ = await asyncio.gather(
            self._network.handle_async_request(request), _a_moment_later(meanwhile)
        )
        return answer


async def _a_moment_later(meanwhile: Callable[[], Awaitable[object]]) -> None:
    await asyncio.sleep(0)
    await meanwhile()


class Month:
    """Amina's phone, Karin at her desk, Jonas and Lisa who take over."""

    def __init__(self, world: World) -> None:
        self.world, self.line = world, Line(world.network)

    async def begin(self) -> "Month":
        """Amina has been in for some days; an appointment is booked."""
        world = self.world
        self.desk, self.phone = world.device("desk"), world.device("phone", self.line)
        await self.desk.sign_in()
        invited = await self.desk.do.access.invite("Amina Ek")
        assert isinstance(invited, Invitation)
        await self.phone.enrol(invited.code)
        self.amina = invited.participant
        await self.desk.sync()
        self.at = NOW + timedelta(days=40)
        made = self.desk.do.appointments.book(
            "Avstämning", MUNICIPALITY, self.at, participant=self.amina
        )
        assert made
        for device in (self.desk, self.phone, self.desk):
            device.do.choices.language("sv")
            await device.sync()
        keep_pairing(self.phone.companion.store.kept, None)  # the two words were compared
        self.phone.companion.reload()
        self.jonas, self.lisa = [await self._coordinator(name) for name in ("Jonas", "Lisa")]
        self.pass_by(days=2)
        return self

    async def _coordinator(self, name: str) -> Device:
        world, account = self.world, self.desk.companion.view.account
        assert world.backend
        assert account
        email = f"{name.lower()}@example.org"
        await operations.create_coordinator(world.backend, account.site, name, email, PASSWORD)
        device = world.device(name.lower())
        await device.sign_in(email)
        device.do.choices.language("sv")
        return device

    def pass_by(self, **by: float) -> None:
        """Time for everybody."""
        for clock in (self.world.clock, *(one.clock for one in self.world.devices)):
            clock.pass_by(**by)

    async def hand_over(self, old: Device, new: Device) -> None:
        """From one to the other, at the server."""
        assert self.world.backend
        await operations.hand_over(self.world.backend, self.amina, old.participant, new.participant)

    def a_month_of(self, count: int) -> list[str]:
        """What Amina records without coverage, spread over the days; the ids in her order."""
        do, companion = self.phone.do, self.phone.companion
        already = len(companion.view.outbox)
        step = ""
        for number in range(count - 2):
            self.phone.clock.pass_by(days=DAYS / count)
            match number % 4:
                case 0:
                    step = do.path.plan_step(f"steg {number}").item
                case 1:
                    assert do.path.mark_step(step, DONE, note=f"gick {number}")
                case 2:
                    assert do.messages.write(f"meddelande {number}")
                case _:
                    assert do.path.record_good(f"bara mitt {number}", private=True)
        self.photo = attach(self.phone, PHOTO, words="en bild från skogen")
        assert do.appointments.confirm(companion.view.plan().appointments[0])
        waiting = [one.entry.id for one in companion.view.outbox]
        assert len(waiting) - already == count
        return waiting

    async def log(self, device: Device) -> list[Confirmed]:
        """The shared journal as that device has it."""
        journal = device.companion.view.journal("shared", self.amina)
        assert journal
        return list(device.companion.store.journals.entries(journal))
