"""Enrolment, sign-in, devices and invitations."""

from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import Frozen
from mia_companion.wire.pairing import ToCompare

DeviceId = Annotated[str, Field(pattern="^[A-Za-z0-9-]{8,64}$")]
DeviceKey = Annotated[str, Field(pattern="^([0-9a-f]{64})?$")]
"""An Ed25519 public key in hex, which the device made for itself; empty from a version without."""
DeviceSort = Annotated[str, Field(pattern="^[a-z/]{0,32}$")]
"""What the device is, for its owner to know it by: `android`, `ios`, `windows`, `macos`, `linux`, with
`web/` before it in a browser. Open: another word is another kind of device."""


class Enrol(Frozen):
    """A participant opens the app with the code from the coordinator, or with what its picture holds.

    The same code from the same device, with the same key, gives the same answer for ten minutes, so that
    a lost answer locks nobody out.
    """

    code: str = Field(min_length=4, max_length=64)
    device: DeviceId
    language: str = Field(default="", max_length=35)
    key: DeviceKey = ""
    sort: DeviceSort = ""


class SignIn(Frozen):
    """A coordinator, an administrator or a funder signs in."""

    email: str = Field(min_length=3, max_length=254)
    password: str = Field(min_length=1, max_length=1024)
    device: DeviceId
    key: DeviceKey = ""
    sort: DeviceSort = ""


class Account(Frozen):
    """Who the caller is. `name` is empty for participants: theirs lies in their journal.

    `site` is empty for administrators and funders, who belong to the association alone. With
    `password_given` the password is one that somebody else was shown, to be replaced by one's own.
    """

    id: str
    role: str
    site: str
    association: str
    name: str = ""
    password_given: bool = False


class Tokens(Frozen):
    """`access` goes in the Authorization header until `access_until`; `refresh` buys the next pair.

    `leave_key` (hex) checks the server's word that a journal must leave this device. After
    `idle_minutes` without a tap staff sign in again; 0 is never.
    """

    account: Account
    access: str
    access_until: AwareDatetime
    refresh: str
    leave_key: str
    idle_minutes: int = 0


class Enrolled(Tokens):
    """The tokens, and two words to compare with the coordinator's screen.

    With `waits` the phone came in by letter: until the coordinator has said yes to the words, everything
    but `/v1/pairing`, `/v1/tokens` and `/v1/sign-out` is answered `words-first`.
    """

    pairing: ToCompare | None = None
    waits: bool = False


class Refresh(Frozen):
    """A refresh token. The one before the present one gives the same successor until 60 seconds
    after an access token that came with the successor was first used; later it ends the whole
    family, as an older one always does. `idle_seconds` is how long ago somebody touched the device:
    staff who have not for too long sign in again.

    A device that has a key signs `wire.proof.to_sign(refresh)` with it: from the first time on the server
    takes no token of that device without. `proof` is the signature in hex.
    """

    refresh: str = Field(min_length=16, max_length=512)
    key: DeviceKey = ""
    proof: str = Field(default="", pattern="^([0-9a-f]{128})?$")
    sort: DeviceSort = ""
    idle_seconds: int | None = Field(default=None, ge=0, le=10**9)


MIN_PASSWORD = 12
"""Letters in a password that somebody chooses."""


class ChangePassword(Frozen):
    """Staff choose a password of their own. Their other devices have to sign in again."""

    old: str = Field(min_length=1, max_length=1024)
    new: str = Field(min_length=MIN_PASSWORD, max_length=1024)


ROOM: Final = "room"
LETTER: Final = "letter"
Way = Literal["room", "letter"]
"""In the room: ten minutes, and it opens at once. By letter: seven days, and nothing is read before the two
words were compared, because nobody saw who opened the envelope."""


class Invite(Frozen):
    """A coordinator makes room for a new participant. No name: that is written in the journal.

    With `renews` the code that is on the screen already goes on opening until its own time, so that nobody
    has to hurry; `conflict` when a phone has come in meanwhile, or there is none to renew.
    """

    participant: str = Field(pattern="^[A-Za-z0-9-]{8,64}$")
    """Made by the coordinator's device, so that a repeated request makes one participant."""
    way: Way = ROOM
    renews: bool = False


class Invitation(Frozen):
    """The code to hand over, and the journals that now exist. `secret` is what a picture holds."""

    participant: str
    code: str
    expires_at: AwareDatetime
    shared_journal: str
    secret: str = ""
    way: Way = ROOM


class Device(Frozen):
    """One device of an account. `sort` is as the device said it; `waits` for two words."""

    id: str
    enrolled_at: AwareDatetime
    seen_at: AwareDatetime
    this: bool
    sort: str = ""
    waits: bool = False


class DeviceGone(Frozen):
    """A device whose access has ended. `by` is the account that took it; empty where nobody did."""

    id: str
    enrolled_at: AwareDatetime
    seen_at: AwareDatetime
    gone_at: AwareDatetime
    sort: str = ""
    by: str = ""


class Devices(Frozen):
    """All devices of an account that may still read, and those that may not any more since 90 days."""

    devices: tuple[Device, ...]
    gone: tuple[DeviceGone, ...] = ()
