"""How staff sign in outside the app and keep passkeys: one small function an endpoint."""

from urllib.parse import quote

from mia_companion.sync.answers import checked, read
from mia_companion.sync.line import Line
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.login import (
    AskMine,
    AskTicket,
    Passkeys,
    Redeem,
    ShowAgain,
    Ticket,
    Ways,
)


class LoginLine(Line):
    """Raises SyncError and nothing else."""

    async def ways(self) -> Ways:
        """How staff sign in at this server."""
        return read(checked(await self._send("GET", "/v1/login", None, None)), Ways)

    async def ticket(self, asked: AskTicket) -> Ticket:
        """A ticket for this device, which nobody is signed in on."""
        return await self._open("/v1/login/tickets", asked, Ticket)

    async def ticket_of_mine(self, asked: AskMine) -> Ticket:
        """A ticket that only whoever is signed in can sign in for."""
        raw = asked.model_dump_json().encode()
        return read(await self._authorized("POST", "/v1/login/tickets/mine", raw), Ticket)

    async def redeem(self, asked: Redeem) -> Tokens:
        """The digits that the browser showed."""
        own = {"key": self.session.key.public, "sort": self.session.sort}
        said = asked.model_copy(update=own)
        return self.session.keep(await self._open("/v1/login/redemptions", said, Tokens))

    async def show_again(self, asked: ShowAgain) -> None:
        """Show who one is by the password."""
        await self._authorized("POST", "/v1/login/again", asked.model_dump_json().encode())

    async def passkeys(self) -> Passkeys:
        """One's own."""
        return read(await self._authorized("GET", "/v1/passkeys"), Passkeys)

    async def remove_passkey(self, passkey: str) -> None:
        """It opens nothing from now on."""
        await self._authorized("DELETE", f"/v1/passkeys/{quote(passkey, safe='')}")
