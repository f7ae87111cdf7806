"""Coming in, letting others in, and the devices that are in: one small function an endpoint."""

from typing import TypeVar
from urllib.parse import quote

from mia_companion.sync.administration import AdministrationLine
from mia_companion.sync.answers import read
from mia_companion.wire.accounts import (
    Devices,
    Enrol,
    Enrolled,
    Invitation,
    Invite,
    SignIn,
    Tokens,
)
from mia_companion.wire.pairing import Compared, Inviting

ComingIn = TypeVar("ComingIn", Enrol, SignIn)


class EnrolmentLine(AdministrationLine):
    """Raises SyncError and nothing else."""

    async def enrol(self, asked: Enrol) -> Enrolled:
        """Open the app with a code."""
        answer = await self._open("/v1/enrolments", self._with_key(asked), Enrolled)
        self.session.keep(answer)
        return answer

    async def sign_in(self, asked: SignIn) -> Tokens:
        """Sign staff in."""
        return self.session.keep(await self._open("/v1/sign-in", self._with_key(asked), Tokens))

    def _with_key(self, asked: ComingIn) -> ComingIn:
        """What is asked, with this device's key and what it is."""
        own = {"key": self.session.key.public, "sort": self.session.sort}
        return asked.model_copy(update=own)

    async def invite(self, asked: Invite) -> Invitation:
        """Make room for a new participant."""
        raw = asked.model_dump_json().encode()
        return read(await self._authorized("POST", "/v1/invitations", raw), Invitation)

    async def inviting(self, participant: str) -> Inviting:
        """How a participant's newest code stands."""
        return read(await self._authorized("GET", _invited(participant)), Inviting)

    async def compared(self, participant: str, said: Compared) -> Inviting:
        """The coordinator's yes or no to two words."""
        raw = said.model_dump_json().encode()
        path = f"{_invited(participant)}/pairing"
        return read(await self._authorized("POST", path, raw), Inviting)

    async def pairing(self) -> Inviting:
        """How the two words of this phone stand."""
        return read(await self._authorized("GET", "/v1/pairing"), Inviting)

    async def compared_here(self, said: Compared) -> None:
        """The participant's yes or no to them. A no ends this phone's access."""
        await self._authorized("POST", "/v1/pairing", said.model_dump_json().encode())

    async def devices(self) -> Devices:
        """The account's devices."""
        return read(await self._authorized("GET", "/v1/devices"), Devices)

    async def remove_device(self, device: str) -> None:
        """End a device's access, from its next request on."""
        await self._authorized("DELETE", f"/v1/devices/{quote(device, safe='')}")

    async def remove_other_devices(self) -> None:
        """End the access of all the account's devices but this one."""
        await self._authorized("DELETE", "/v1/devices")

    async def devices_of(self, participant: str) -> Devices:
        """A participant's devices."""
        return read(await self._authorized("GET", _devices(participant)), Devices)

    async def remove_device_of(self, participant: str, device: str) -> None:
        """A participant has lost that device, and said so."""
        path = f"{_devices(participant)}/{quote(device, safe='')}"
        await self._authorized("DELETE", path)


def _invited(participant: str) -> str:
    return f"/v1/invitations/{quote(participant, safe='')}"


def _devices(participant: str) -> str:
    return f"/v1/participants/{quote(participant, safe='')}/devices"
