"""A server's twin that answers a phone as the server does, and itself can neither fail nor forget.

The one that breaks is the phone: what it was answered must be so afterwards, too. It has journals of one
participant, a coordinator who writes in them meanwhile, and photos that arrive part by part.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.rights import JournalInfo
from mia_companion.domain.steps import StepPlanned
from mia_companion.wire.sync import (
    Accepted,
    JournalPage,
    Pull,
    PullAnswer,
    Push,
    PushAnswer,
)
from tests.example_data import COORDINATOR, EPOCH, JOURNAL, NOW, OWN_JOURNAL, entry, info

Answered = tuple[int, dict[str, str], bytes]
"""Status, headers, body."""

_BLOB = re.compile(r"/v1/journals/[^/]+/blobs/(?P<blob>[^/]+)")


@dataclass
class Twin:
    """`journals` are all that was ever stored; `infos` say what each is."""

    chance: random.Random
    journals: dict[str, list[Confirmed]] = field(default_factory=dict)
    infos: dict[str, JournalInfo] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    written: int = 0

    def __post_init__(self) -> None:
        for id_, role in ((JOURNAL, "shared"), (OWN_JOURNAL, "own")):
            self.infos.setdefault(id_, info(id_, role))
        for id_ in self.infos:
            self.journals.setdefault(id_, [])
        self._places = {one.entry.id: one for journal in self.journals.values() for one in journal}

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answered:
        """One request."""
        if path == "/v1/push":
            return 200, {}, self._push(Push.model_validate_json(body)).model_dump_json().encode()
        if path == "/v1/pull":
            return 200, {}, self._pull(Pull.model_validate_json(body)).model_dump_json().encode()
        found = _BLOB.fullmatch(path)
        assert method == "PUT", (method, path)
        assert found, path
        return self._part(found["blob"], int(headers["upload-offset"]), body)

    def place_of(self, entry_id: str) -> Confirmed | None:
        """That entry as it was stored."""
        return self._places.get(entry_id)

    def write(self, count: int) -> None:
        """The coordinator writes so much."""
        for _ in range(count):
            self.written += 1
            n = self.written
            facts: Sequence[Fact] = (
                MessageWritten(message_id=f"karin-{n}", words=f"Hej {n}"),
                StepPlanned(step_id=f"karin-step-{n}", words=f"Gå ut {n}"),
                GoalSet(goal_id=f"karin-goal-{n}", words=f"Orka {n}", area="health"),
            )
            said = entry(facts[n % 3], f"by-karin-{n:06}", author=COORDINATOR, device="desktop-1")
            self._store(said)

    def _push(self, push: Push) -> PushAnswer:
        said = [one.entry for one in push.returned] + list(push.entries)
        return PushAnswer(results=tuple(self._store(one) for one in said))

    def _store(self, said: Entry) -> Accepted:
        stored = self._places.get(said.id)
        if stored is None:
            journal = self.journals[said.journal]
            stored = Confirmed(
                entry=said,
                seq=len(journal) + 1,
                received_at=NOW,
                receipt=f"receipt-{len(journal) + 1}",
                epoch=EPOCH,
            )
            journal.append(stored)
            self._places[said.id] = stored
        assert stored.entry == said, "the same id came with other bytes"
        return Accepted(
            id=said.id, seq=stored.seq, received_at=NOW, receipt=stored.receipt, epoch=EPOCH
        )

    def _pull(self, asked: Pull) -> PullAnswer:
        pages = []
        for id_, journal in self.journals.items():
            after = asked.cursors.get(id_, 0)
            assert after <= len(journal), "the phone says that it has read what nobody has written"
            entries = tuple(journal[after : after + self.chance.choice((3, 20, 200))])
            reached = {COORDINATOR: after}
            pages.append(
                JournalPage(
                    journal=self.infos[id_], head=len(journal), entries=entries, reached=reached
                )
            )
        return PullAnswer(epoch=EPOCH, now=NOW, pages=tuple(pages))

    def _part(self, blob: str, offset: int, part: bytes) -> Answered:
        here = self.blobs.setdefault(blob, b"")
        if offset == len(here):
            self.blobs[blob] = here = here + part
        status = 204 if offset + len(part) == len(here) else 409
        return status, {"upload-offset": str(len(here))}, b""
