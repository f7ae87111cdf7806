"""How staff sign in outside the app, show once more who they are, and keep passkeys.

app ──asks──▶ a ticket, and an address for the browser ──▶ signed in there, which shows six digits
app ──the ticket and the digits──▶ tokens
"""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import Frozen
from mia_companion.wire.accounts import DeviceId, DeviceKey, DeviceSort

TicketSecret = Annotated[str, Field(pattern="^[A-Za-z0-9_-]{22}$")]


class Ways(Frozen):
    """What this server offers. `provider` is what the button is called; empty where there is none.

    After `idle_minutes` without a tap staff sign in again; 0 is never.
    """

    passwords: bool
    passkeys: bool
    provider: str = ""
    idle_minutes: int = 0


class AskTicket(Frozen):
    """A device of nobody's yet wants in."""

    device: DeviceId


class AskMine(Frozen):
    """The caller wants to show who they are once more (`again`), or to add a passkey."""

    purpose: Literal["again", "passkey"]


class Ticket(Frozen):
    """`url` is opened in a browser; `ticket` stays in the app."""

    ticket: TicketSecret
    url: str
    expires_at: AwareDatetime


class Redeem(Frozen):
    """What the browser showed, written in the app. Harmless when repeated while the ticket lasts."""

    ticket: TicketSecret
    digits: str = Field(pattern="^[0-9]{6}$")
    device: DeviceId
    key: DeviceKey = ""
    sort: DeviceSort = ""


class ShowAgain(Frozen):
    """The caller's own password, once more."""

    password: str = Field(min_length=1, max_length=1024)


class Passkey(Frozen):
    """One of the caller's."""

    id: str
    name: str
    made_at: AwareDatetime
    used_at: AwareDatetime | None = None


class Passkeys(Frozen):
    """All of the caller's, the oldest first."""

    passkeys: tuple[Passkey, ...]


class LoginLink(Frozen):
    """Opened once, by the person whose account it is: from then on the provider's name means them."""

    account: str
    url: str
    expires_at: AwareDatetime
