"""Signing in outside the app, showing once more who one is, and passkeys. All of it needs the network."""

from typing import Literal

from pydantic import ValidationError

from mia_companion.app.actions.access import Access
from mia_companion.app.actions.outcome import EMPTY, Recorder, why
from mia_companion.app.companion import Companion
from mia_companion.store.errors import StoreError
from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.login import (
    AskMine,
    AskTicket,
    Passkey,
    Redeem,
    ShowAgain,
    Ticket,
    Ways,
)

Purpose = Literal["sign-in", "again", "passkey"]


class LoginActions(Recorder):
    """Each answers with a problem's name instead of raising."""

    def __init__(self, companion: Companion, access: Access) -> None:
        super().__init__(companion)
        self._access = access

    async def ways(self) -> Ways | str:
        """How staff sign in here, or a problem's name."""
        try:
            return await self._companion.client.ways()
        except SyncError as wrong:
            return wrong.name

    async def begin(self, purpose: Purpose) -> Ticket | str:
        """A ticket for that, with the address to open in a browser; or a problem's name."""
        companion = self._companion
        try:
            if purpose == "sign-in":
                return await companion.client.ticket(AskTicket(device=companion.device.id))
            return await companion.client.ticket_of_mine(AskMine(purpose=purpose))
        except SyncError as wrong:
            return wrong.name

    async def finish(self, purpose: Purpose, ticket: Ticket, digits: str) -> str:
        """The six digits that the browser shows. A problem's name, or an empty string."""
        said = "".join(c for c in digits if c.isdecimal())
        if not said:
            return EMPTY
        companion = self._companion
        try:
            plain = "".join(str(int(c)) for c in said)
            asked = Redeem(ticket=ticket.ticket, digits=plain, device=companion.device.id)
        except ValidationError:
            return problems.DIGITS_WRONG

        async def ask() -> Tokens:
            return await companion.client.redeem(asked)

        if purpose == "sign-in":
            return await self._access.come_in(ask)
        try:
            await ask()
        except SyncError as wrong:
            return wrong.name
        except StoreError as wrong:
            return why(wrong)
        if purpose == "again":
            companion.shown_again()
        return ""

    async def show_password(self, password: str) -> str:
        """Show once more who one is. A problem's name, or an empty string."""
        if not password:
            return EMPTY
        try:
            await self._companion.client.show_again(ShowAgain(password=password))
        except ValidationError:
            return problems.PASSWORD_WRONG
        except SyncError as wrong:
            return wrong.name
        self._companion.shown_again()
        return ""

    async def prove(self) -> bool:
        """Ask for it now, before something grave that is recorded here and judged by the server later."""
        return await self._companion.proving.ask()

    def give_up(self) -> None:
        """Not now: what waited for it is not done."""
        self._companion.proving.answer(False)

    async def passkeys(self) -> tuple[Passkey, ...] | str:
        """One's own, or a problem's name."""
        try:
            return (await self._companion.client.passkeys()).passkeys
        except SyncError as wrong:
            return wrong.name

    async def remove_passkey(self, passkey: str) -> str:
        """It opens nothing from now on. A problem's name, or an empty string."""
        try:
            await self._companion.client.remove_passkey(passkey)
        except SyncError as wrong:
            return wrong.name
        return ""

    def touched(self) -> None:
        """Somebody tapped, wrote or went somewhere."""
        self._companion.touched()
