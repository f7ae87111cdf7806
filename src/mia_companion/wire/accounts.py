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
    """A coordinator signs in."""

    email: str = Field(min_length=3, max_length=254)
    password: str = Field(min_length=1, max_length=1024)
    device: DeviceId


class Account(Frozen):
    """Who the caller is. `name` is empty for participants: theirs lies in their journal."""

    id: str
    role: str
    site: str
    association: str
    name: str = ""


class Tokens(Frozen):
    """`access` goes in the Authorization header until `access_until`; `refresh` buys the next pair.

    `leave_key` (hex) checks the server's word that a journal must leave this device.
    """

    account: Account
    access: str
    access_until: AwareDatetime
    refresh: str
    leave_key: str


class Enrolled(Tokens):
    """The tokens, and two words to compare with the coordinator's screen."""

    pairing: ToCompare | None = None


class Refresh(Frozen):
    """A refresh token. The one before the present one gives the same successor until 60 seconds
    after an access token that came with the successor was first used; later it ends the whole
    family, as an older one always does."""

    refresh: str = Field(min_length=16, max_length=512)


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
