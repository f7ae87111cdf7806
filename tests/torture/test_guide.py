"""The operator's guide, command by command: what was backed up is there after the restore."""

import asyncio
import shutil
from pathlib import Path

import pytest

from mia_companion.wire.accounts import Invitation
from tests.deployed.program import device, doing
from tests.torture.guide_lines import RUN, blocks
from tests.torture.guided import PASSWORD, Machine
from tests.torture.postgres import a_postgres
from tests.torture.sizes import WHOLE

KEPT, LOST = (
    "Det här ska finnas kvar.",
    "Skrivet efter säkerhetskopian, på en telefon som är borta.",
)

if WHOLE:

    @pytest.mark.slow
    @pytest.mark.postgres
    @pytest.mark.timeout(900)
    def test_every_command_of_the_guide_does_what_it_says(tmp_path: Path) -> None:
        with a_postgres() as database:
            machine = Machine(tmp_path, database)
            people = _People(tmp_path / "people")
            try:
                for page in RUN:
                    for block in blocks(page):
                        if block.heading == "Restore":
                            asyncio.run(people.write(machine.address(), LOST))
                            _lose_everything(machine)
                        machine.give(block)
                        if block.heading == "The first people" and "coordinator" in str(block):
                            asyncio.run(people.come(machine.address()))
                            asyncio.run(people.write(machine.address(), KEPT))
                        if block.heading == "Each month: a drill":
                            assert "This backup can be restored." in machine.said
                        if block.heading == "Restore":
                            for port in machine.ports:
                                assert asyncio.run(people.read(machine.address(port))) == [KEPT]
            finally:
                machine.stop()
        left = [one.name for one in (tmp_path / "var/lib").iterdir()]
        assert not left


def _lose_everything(machine: Machine) -> None:
    machine.psql("DROP SCHEMA public CASCADE")
    machine.psql("CREATE SCHEMA public AUTHORIZATION mia")
    shutil.rmtree(machine.root / "var/lib/mia-companion-keys/keys")


class _People:
    """A coordinator, and a participant with one phone. Whoever reads has a new device each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._participant = ""
        self._desks = 0

    async def come(self, server: str) -> None:
        """The coordinator invites, the participant opens."""
        desk = device(self._folder / "desk.sqlite", server)
        phone = device(self._folder / "phone.sqlite", server)
        assert await doing(desk).access.sign_in("karin@example.org", PASSWORD) == ""
        invited = await doing(desk).access.invite("Amina Ek")
        assert isinstance(invited, Invitation)
        self._participant = invited.participant
        assert await doing(phone).access.enrol(invited.code) == ""
        await desk.close()
        await phone.close()

    async def write(self, server: str, words: str) -> None:
        """From the phone."""
        phone = device(self._folder / "phone.sqlite", server)
        doing(phone).messages.write(words)
        await phone.engine.sync()
        assert phone.view.outbox == ()
        await phone.close()

    async def read(self, server: str) -> list[str]:
        """On a device that knew nothing."""
        self._desks += 1
        desk = device(self._folder / f"new-{self._desks}.sqlite", server)
        assert await doing(desk).access.sign_in("karin@example.org", PASSWORD) == ""
        await desk.engine.sync()
        said = [one.words for one in desk.view.plan(self._participant).thread()]
        await desk.close()
        return said
