"""Amina and her coordinator Karin: what both have before the coverage is gone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from mia_companion.domain.rights import OWN
from mia_companion.i18n.words import words_for
from mia_companion.wire.accounts import Invitation, Invite
from tests.offline.phone import Phone
from tests.world import World, a_world

MINE = "🔒"
"""In everything that is written for oneself alone, so that it is found wherever it should not be."""


@dataclass
class Life:
    """`phone` and `tablet` are Amina's, `desk` is Karin's. All have the world's clock."""

    world: World
    desk: Phone
    phone: Phone
    language: str

    @property
    def amina(self) -> str:
        """Her account."""
        return self.phone.participant

    @property
    def person(self) -> str:
        """Where Karin looks at her."""
        return f"/person/{self.amina}"

    async def another_device(self, name: str = "tablet") -> Phone:
        """One more of Amina's, signed in."""
        code = (await self.desk.companion.client.invite(Invite(participant=self.amina))).code
        made = Phone(self.world, name, self.language)
        made.do.choices.language(self.language)
        await made.enrol(code)
        return made

    async def all_meet(self) -> None:
        """Whoever has coverage is even with the others."""
        for one in (self.phone, self.desk, self.phone):
            await one.connects()

    def loses_coverage(self) -> None:
        """No network, from now on."""
        self.phone.line.up = False

    async def three_weeks_later(self) -> None:
        """The phone was killed, and is taken up again after three weeks, still without coverage."""
        await self.phone.is_killed()
        self.world.clock.pass_by(weeks=3)
        await self.phone.tries()

    def waits(self, count: int) -> str:
        """What stands on each screen while so many things wait."""
        words = words_for(self.language)
        return words.n("{count} thing waits to be sent", "{count} things wait to be sent", count)

    def nothing_private_came_out(self) -> None:
        """Nothing of one's own is anywhere on the coordinator's computer."""
        journals = self.desk.companion.store.journals
        assert all(
            one.info.role != OWN or one.info.owner != self.amina
            for one in journals.known().values()
        )
        for journal in journals.known():
            assert all(MINE not in one.entry.body for one in journals.entries(journal))


@asynccontextmanager
async def a_life(folder: Path, language: str) -> AsyncIterator[Life]:
    """Both signed in and even."""
    async with a_world(folder) as world:
        desk, phone = Phone(world, "desk", "sv", width=1600), Phone(world, "phone", language)
        desk.do.choices.language("sv")
        phone.do.choices.language(language)
        await desk.sign_in()
        invited = await desk.do.access.invite("Amina Ek")
        assert isinstance(invited, Invitation)
        await phone.enrol(invited.code)
        life = Life(world, desk, phone, language)
        await life.all_meet()
        yield life
