"""Who is in a server that was filled to be measured."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from mia_companion.server.settings import Settings
from mia_companion.server.tokens import Pair, Tokens

PASSWORD = "a-long-password"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many there are in all. Each participant is followed by `followed_by` of their site's
    coordinators; the first participant has at least `first` entries."""

    participants: int
    entries: int
    sites: int = 1
    coordinators: int = 1
    followed_by: int = 1
    first: int = 0


@dataclass(slots=True)
class Person:
    """An account with one device, which has read everything. `shared`, `own` and `team` are a
    participant's; `follows` are people's places in `Filled.participants`."""

    account: str
    role: str
    site: str
    device: str
    family: str
    shared: str = ""
    own: str = ""
    team: str = ""
    head: int = 0
    counter: int = 0
    follows: tuple[int, ...] = ()
    cursors: dict[str, int] = field(default_factory=dict)


class Filled:
    """What was made, and anybody's tokens."""

    def __init__(self, settings: Settings, epoch: str, tokens: Tokens) -> None:
        self.settings, self.epoch, self._tokens = settings, epoch, tokens
        self.participants: list[Person] = []
        self.coordinators: list[Person] = []

    def access(self, one: Person) -> str:
        """An access token, good for a quarter of an hour."""
        return self._tokens.access(_pair(one), datetime.now(UTC))[0]

    def refresh(self, one: Person) -> str:
        """The device's refresh token."""
        return self._tokens.refresh(_pair(one))


def email_of(one: Person) -> str:
    """What a coordinator signs in with, and `PASSWORD`."""
    return f"{one.account}@bench.example"


def _pair(one: Person) -> Pair:
    return Pair(one.account, one.device, one.family, one.counter)
