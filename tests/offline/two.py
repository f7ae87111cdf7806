"""Two devices of one person that lose their coverage, and find it again one after the other."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from mia_companion.domain.picture import Picture
from tests.offline.life import Life, a_life
from tests.offline.phone import Phone


@dataclass
class Two:
    """Amina's phone and tablet. `phone_first`: the phone finds coverage before the tablet does."""

    life: Life
    phone: Phone
    tablet: Phone
    phone_first: bool

    async def are_even(self) -> None:
        """With coverage, both know what the coordinator knows."""
        await self.life.all_meet()
        await self.tablet.connects()
        await self.phone.connects()

    def lose_coverage(self) -> None:
        """Both, from now on."""
        self.phone.line.up = self.tablet.line.up = False

    async def meet(self) -> None:
        """Both were killed, and find coverage after three weeks; in the end all know all of it."""
        for one in (self.phone, self.tablet):
            await one.is_killed()
        self.life.world.clock.pass_by(weeks=3)
        order = [self.phone, self.tablet] if self.phone_first else [self.tablet, self.phone]
        for one in (*order, self.life.desk, *order):
            await one.connects()
        await self._agree()

    async def _agree(self) -> None:
        """The same picture on both and at the coordinator's, also when all is read anew from the file."""
        shared, own = _pictures(self.phone)
        assert _pictures(self.tablet) == (shared, own)
        assert self.life.desk.shared(self.life.amina) == shared
        for one in (self.phone, self.tablet):
            assert not one.companion.view.something_waits
            await one.is_killed()
            assert _pictures(one) == (shared, own)
        self.life.nothing_private_came_out()


def _pictures(device: Phone) -> tuple[Picture, Picture]:
    view = device.companion.view
    return view.picture("shared"), view.picture("own")


@asynccontextmanager
async def two_devices(folder: Path, language: str, *, phone_first: bool) -> AsyncIterator[Two]:
    """Both signed in and even, with coverage to begin with."""
    async with a_life(folder, language) as life:
        tablet = await life.another_device()
        yield Two(life, life.phone, tablet, phone_first)
