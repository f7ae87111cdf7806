"""What a device says, ready to be sent: the requests of one person in a filled server."""

from bench.filled import Filled, Person
from bench.peers.load import request
from mia_companion.domain import steps
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.wire.sync import Pull, Push


class Device:
    """One person's. Writes steps in the person's shared journal."""

    def __init__(self, filled: Filled, person: Person, ids: Ids) -> None:
        self._filled, self._person, self._ids = filled, person, ids
        self._authorization = f"Bearer {filled.access(person)}"

    def pull(self, cursors: dict[str, int]) -> bytes:
        """What comes after those."""
        said = Pull(epoch=self._filled.epoch, cursors=cursors)
        return self._post("/v1/pull", said.model_dump_json())

    def push(self, count: int = 1) -> bytes:
        """So many new entries, of some 300 bytes each."""
        said = Push(entries=tuple(self._entry() for _ in range(count)))
        return self._post("/v1/push", said.model_dump_json(include={"entries"}))

    def listen(self) -> bytes:
        """The live line."""
        return request("GET", "/v1/live", Authorization=self._authorization)

    def _post(self, path: str, body: str) -> bytes:
        return request("POST", path, body.encode(), Authorization=self._authorization)

    def _entry(self) -> Entry:
        id_ = self._ids.new()
        return Entry(
            id=id_, journal=self._person.shared, author=self._person.account,
            device=self._person.device, happened_at=system_clock(), based_on=0,
            epoch=self._filled.epoch,
            body=write_fact(steps.StepPlanned(step_id=id_, words="Gå en sväng runt kvarteret")),
        )  # fmt: skip
