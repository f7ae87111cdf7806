"""Enrolment, sign-in, devices and invitations."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import Frozen
from mia_companion.wire.pairing import ToCompare

DeviceId = Annotated[str, Field(pattern="^[A-Za-z0-9-]{8,64}$")]


class Enrol(Frozen):
    """A participant opens the app with the code from the coordinator.

    The same code from the same device gives the same answer for ten minutes, so that a lost answer
    locks nobody out.
    """

    code: str = Field(min_length=4, max_length=64)
    device: DeviceId
    language: str = Field(default="", max_length=35)


class SignIn(Frozen):
    """A coordinator, an administrator or a funder signs in."""

    email: str = Field(min_length=3, max_length=254)
    password: str = Field(min_length=1, max_length=1024)
    device: DeviceId


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
    """The tokens, and two words to compare with the coordinator's screen."""

    pairing: ToCompare | None = None


class Refresh(Frozen):
    """A refresh token. The one before the present one gives the same successor until 60 seconds
    after an access token that came with the successor was first used; later it ends the whole
    family, as an older one always does. `idle_seconds` is how long ago somebody touched the device:
    staff who have not for too long sign in again."""

    refresh: str = Field(min_length=16, max_length=512)
    idle_seconds: int | None = Field(default=None, ge=0, le=10**9)


MIN_PASSWORD = 12
"""Letters in a password that somebody chooses."""


class ChangePassword(Frozen):
    """Staff choose a password of their own. Their other devices have to sign in again."""

    old: str = Field(min_length=1, max_length=1024)
    new: str = Field(min_length=MIN_PASSWORD, max_length=1024)


class Invite(Frozen):
    """A coordinator makes room for a new participant. No name: that is written in the journal."""

    participant: str = Field(pattern="^[A-Za-z0-9-]{8,64}$")
    """Made by the coordinator's device, so that a repeated request makes one participant."""


class Invitation(Frozen):
    """The code to hand over, and the journals that now exist."""

    participant: str
    code: str
    expires_at: AwareDatetime
    shared_journal: str


class Device(Frozen):
    """One device of the caller's account."""

    id: str
    enrolled_at: AwareDatetime
    seen_at: AwareDatetime
    this: bool


class Devices(Frozen):
    """All of the caller's devices that may still read."""

    devices: tuple[Device, ...]
