"""Where else somebody is reminded: by mail or by SMS, as they chose, or as was chosen for them.

ChannelsChosen ──▶ what is said last stands ──AddressProved──▶ used ──ReminderNotReached──▶ not used
                     a code is sent, and nothing else                 until they choose anew

What a participant says in their own journal stands above what a coordinator has written in the shared one,
and with a protected identity nobody's word counts but their own.
"""

from collections.abc import MutableMapping
from datetime import time
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.reminders import Minutes
from mia_companion.domain.words import Id

MAIL, SMS = "mail", "sms"
CHANNELS = "channels"
"""The one key of a journal's choice."""


class ChannelsChosen(Frozen):
    """By which address and number one is reminded; what is said last stands, and neither is not at all.

    `quiet_from` and `quiet_until` are times of the day in Sweden, in which nothing is sent. `appointments`
    is minutes before each appointment that has no reminder of its own. With `tell`, the coordinators are
    told that a way does not work, though not which address it is.
    """

    kind: Literal["ChannelsChosen"] = "ChannelsChosen"
    mail: Annotated[str, Field(max_length=254)]
    number: Annotated[str, Field(max_length=20)] = ""
    quiet_from: time | None = None
    quiet_until: time | None = None
    appointments: Annotated[tuple[Minutes, ...], Field(max_length=5)] = ()
    tell: bool = False


class ReminderNotReached(Frozen):
    """The server could not deliver by that way, which is said once for each choice.

    It says no address. `choice` is known by whoever may read the choice, and tells nobody else anything.
    """

    kind: Literal["ReminderNotReached"] = "ReminderNotReached"
    channel: Id
    choice: Id


class AddressProved(Frozen):
    """The six digits that the server sent to that address, or number, were read back to it: somebody who was
    asked reads there. It stands where the choice does."""

    kind: Literal["AddressProved"] = "AddressProved"
    channel: Id
    to: Annotated[str, Field(max_length=254)]


class Channels(Frozen):
    """A choice as it stands."""

    by: By
    said: ChannelsChosen
    earlier: tuple[tuple[By, ChannelsChosen], ...] = ()
    gone: bool = False

    @property
    def is_on(self) -> bool:
        """Whether there is any way at all."""
        return not self.gone and bool(self.said.mail or self.said.number)

    @property
    def token(self) -> str:
        """What this choice is known by where it cannot be read."""
        return sha256(f"mia-choice\0{self.by.entry}".encode()).hexdigest()[:32]

    def without(self, entry: str, author: str) -> "Channels":
        """As it was chosen before that author's entry."""
        if not self.by.wrote(entry, author):
            return self
        if not self.earlier:
            return self.model_copy(update={"gone": True})
        by, said = self.earlier[-1]
        return self.model_copy(update={"by": by, "said": said, "earlier": self.earlier[:-1]})


class Unreached(Frozen):
    """A way that did not work for that choice."""

    by: By
    choice: str


class Proved(Frozen):
    """The address by one way that was proved last."""

    by: By
    to: str


ChannelsHere = MutableMapping[str, Channels]
UnreachedHere = MutableMapping[str, Unreached]
ProvedHere = MutableMapping[str, Proved]
"""By way."""


def fold_chosen(channels: ChannelsHere, by: By, fact: ChannelsChosen) -> None:
    """What is said last stands."""
    held = channels.get(CHANNELS)
    earlier = () if held is None or held.gone else (*held.earlier, (held.by, held.said))[-5:]
    channels[CHANNELS] = Channels(by=by, said=fact, earlier=earlier)


def fold_not_reached(unreached: UnreachedHere, by: By, fact: ReminderNotReached) -> None:
    """The last of each way."""
    unreached[fact.channel] = Unreached(by=by, choice=fact.choice)


def fold_proved(proved: ProvedHere, by: By, fact: AddressProved) -> None:
    """The last of each way."""
    proved[fact.channel] = Proved(by=by, to=fact.to)
