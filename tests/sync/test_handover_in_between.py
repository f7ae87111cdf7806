"""A handover falls into the middle of everything: nothing is lost, nothing is there twice, and whoever
takes over ends with the same picture as the participant."""

from itertools import count, permutations

import pytest

from mia_companion.server import operations
from mia_companion.sync.errors import SyncError
from tests.sync.faults import FAULTS, Faults
from tests.sync.test_faulty_network import Town, town
from tests.world import PASSWORD, Device

__all__ = ["town"]

_count = count(1)

OLD_WRITES, OLD_SENDS = "old writes", "old sends"
AMINA_WRITES, AMINA_SENDS = "Amina writes", "Amina sends"
HANDOVER = "handover"

ORDERS = [
    order
    for order in permutations((OLD_WRITES, OLD_SENDS, AMINA_SENDS, HANDOVER))
    if order.index(OLD_WRITES) < order.index(OLD_SENDS)
]
"""What Amina has written waits from the beginning, until she sends it."""


class Hands:
    """The old coordinator at two devices, the new one, and Amina, whom they hand over."""

    def __init__(self, town: Town) -> None:
        self.town, self.number = town, next(_count)

    async def meet(self) -> "Hands":
        """Everyone is signed in and has what there is."""
        self.desk, self.phone, _ = await self.town.people()
        world = self.town.world
        self.laptop = world.device(f"laptop-{self.number}")
        await self.laptop.sign_in()
        self.new = world.device(f"new-{self.number}")
        email = f"jonas-{self.number}@example.org"
        account = self.desk.companion.view.account
        assert account
        assert world.backend
        self.to = await operations.create_coordinator(
            world.backend, account.site, "Jonas Berg", email, PASSWORD
        )
        assert await self.new.do.access.sign_in(email, PASSWORD) == ""
        self.new.companion.runner.stop()
        self.amina = self.phone.participant
        self.shared = self.phone.companion.view.journal("shared") or ""
        return self

    async def do(self, what: str) -> None:
        """One deed."""
        match what:
            case "old writes":
                assert self.desk.do.messages.write("från Karin", participant=self.amina)
                assert self.desk.do.messages.note("till teamet", self.amina)
            case "old sends":
                await self.desk.sync()
            case "Amina writes":
                assert self.phone.do.messages.write("från Amina")
                assert self.phone.do.path.plan_step("ett steg")
            case "Amina sends":
                await self.phone.sync()
            case _:
                assert await self.hand_over() == ""

    async def hand_over(self, item: str = "handover-of-this-test") -> str:
        """From the old one's other device, which knows nothing of what lies unsent at the desk."""
        item = f"{item}-{self.number}"
        return await self.laptop.do.following.hand_over(self.amina, self.to, item)

    async def all_meet(self) -> None:
        """Everyone is even with the server."""
        for device in (self.desk, self.laptop, self.phone, self.new):
            await device.sync()
            await device.sync()

    def words(self, device: Device) -> list[str]:
        """What was written to both, as that device shows it."""
        return sorted(one.words for one in device.shared(self.amina).messages.values())


@pytest.mark.slow
@pytest.mark.parametrize("order", ORDERS, ids=" - ".join)
def test_in_whatever_order_it_falls(town: Town, order: tuple[str, ...]) -> None:
    async def example() -> None:
        hands = await Hands(town).meet()
        for what in (AMINA_WRITES, *order):
            await hands.do(what)
        await hands.all_meet()
        in_time = order.index(OLD_SENDS) < order.index(HANDOVER)
        wanted = sorted(["från Amina", *(["från Karin"] if in_time else [])])
        assert hands.words(hands.new) == hands.words(hands.phone) == wanted
        assert hands.new.shared(hands.amina) == hands.phone.shared()
        log = list(hands.new.companion.store.journals.entries(hands.shared))
        assert [one.seq for one in log] == list(range(1, len(log) + 1))
        assert sum(one.entry.kind == "HandedOver" for one in log) == 1

        left = await hands.new.do.following.left_behind(hands.amina)
        assert [one.entry.kind for one in left] == (
            [] if in_time else ["MessageWritten", "NoteWritten"]
        )
        for device in (hands.desk, hands.laptop):
            view = device.companion.view
            assert hands.amina not in view.participants
            about = {held.info.participant for held in view.journals.values()}
            assert hands.amina not in about
            assert list(device.companion.store.journals.entries(hands.shared)) == []
            assert device.companion.store.outbox.all() == []
        assert hands.new.companion.view.coordinators_of(hands.amina) == (hands.to,)
        assert hands.phone.companion.view.coordinators_of() == (hands.to,)

    town.loop.run(example())


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_handover_that_meets_a_bad_network_is_done_once_or_not_at_all(
    town: Town, fault: str
) -> None:
    async def example() -> None:
        hands = await Hands(town).meet()
        await hands.laptop.companion.close()
        faults = Faults(hands.laptop.transport)
        hands.laptop.transport = faults
        hands.laptop.open()
        await hands.laptop.sync()
        for fine in range(4):  # whichever request it is that meets it
            faults.plan(*["fine"] * fine, *[fault] * 3)
            await hands.hand_over()
            assert fault in faults.met
        faults.heal()
        with_luck = await hands.hand_over()
        assert with_luck == ""
        await hands.all_meet()
        handovers = hands.phone.shared().handovers.values()
        assert [one.to_coordinator for one in handovers] == [hands.to]
        assert hands.amina in hands.new.companion.view.participants
        assert hands.amina not in hands.desk.companion.view.participants
        with pytest.raises(SyncError):
            await hands.desk.companion.client.left_behind(hands.shared)

    town.loop.run(example())
