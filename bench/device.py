"""What a device says, ready to be sent: the requests of one person in a filled server."""

from bench.filled import Filled, Person
from bench.peers.load import request
from mia_companion.domain import messages
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.domain.picture import FOLD_VERSION
from mia_companion.wire.accounts import Refresh
from mia_companion.wire.sync import Pull, Push

_WORDS = "Det gick bra i dag. Jag gick en sväng runt kvarteret, och ringde sedan."


class Device:
    """One person's. `authorization` is good for a quarter of an hour."""

    def __init__(self, filled: Filled, person: Person, ids: Ids) -> None:
        self._filled, self.person, self._ids = filled, person, ids
        self.authorization = f"Bearer {filled.access(person)}"

    def refresh(self, token: str) -> bytes:
        """The next pair of tokens, of somebody who has just tapped."""
        asked = Refresh(refresh=token, idle_seconds=0)
        return request("POST", "/v1/tokens", asked.model_dump_json().encode())

    def pull(self, cursors: dict[str, int], only: tuple[str, ...] | None = None) -> bytes:
        """What comes after those, everywhere or in some of the journals."""
        said = Pull(epoch=self._filled.epoch, cursors=cursors, fold_version=FOLD_VERSION, only=only)
        return self.post("/v1/pull", said.model_dump_json())

    def push(self, *entries: Entry) -> bytes:
        """Those; one new message when there are none."""
        said = Push(entries=entries or (self.message(self.person.shared),))
        return self.post("/v1/push", said.model_dump_json(include={"entries"}))

    def listen(self) -> bytes:
        """The live line."""
        return request("GET", "/v1/live", Authorization=self.authorization)

    def post(self, path: str, body: str) -> bytes:
        """A small request."""
        return request("POST", path, body.encode(), Authorization=self.authorization)

    def message(self, journal: str, based_on: int = 0) -> Entry:
        """A new one, some 400 bytes as it travels."""
        id_ = self._ids.new()
        return Entry(
            id=id_, journal=journal, author=self.person.account, device=self.person.device,
            happened_at=system_clock(), based_on=based_on, epoch=self._filled.epoch,
            body=write_fact(messages.MessageWritten(message_id=id_, words=_WORDS)),
        )  # fmt: skip
