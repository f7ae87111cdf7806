"""People who ask a server whose disk may be full."""

from collections import Counter
from collections.abc import Awaitable, Callable

import httpx
import pytest

from mia_companion.sync.answers import checked
from mia_companion.sync.errors import Offline
from mia_companion.wire import problems
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.sync import Accepted, PushAnswer
from tests.server.test_blobs import put
from tests.server.test_handovers import hand_over
from tests.server.world import Person, problem, unique
from tests.torture.full import Full
from tests.torture.recorded_server import People

Asking = Callable[[], Awaitable[httpx.Response]]


class OnAFullDisk:
    """Asks each thing with a disk that is full from its first write on, from its second, and so on."""

    def __init__(self, full: Full, people: People) -> None:
        self.full, self.people, self.world = full, people, people.world
        self.found: Counter[str] = Counter()
        self.placed: dict[str, str] = {}
        self.devices: list[Person] = []

    async def at_every_step(self, new: Callable[[], Asking]) -> None:
        """`new` makes a request that nobody has sent before."""
        for fits in range(200):
            ask = new()
            self.full.left = fits
            answer = await ask()
            if not self.full.has_room():
                assert answer.is_success
                return
            self.found["full"] += 1
            if not answer.is_success:
                self._is_later(answer)
            again = await ask()
            assert again.is_success, (fits, again.text)
            if answer.is_success:  # what did not fit was not part of it
                assert answer.content == again.content
                self.found["answered all the same"] += 1
        raise AssertionError("the disk was always full")

    def _is_later(self, answer: httpx.Response) -> None:
        """Nothing is refused for good: a device tries again by itself."""
        assert problem(answer) == problems.UNAVAILABLE
        with pytest.raises(Offline):
            checked(answer)

    def push(self, body: str = "", together: int = 1) -> Asking:
        """Entries in the shared journal."""
        amina = self.people.amina
        said = [
            amina.entry(self.people.shared, body.replace("NEW", unique("x")) or None)
            for _ in range(together)
        ]
        raw = b'{"entries":[' + b",".join(one.model_dump_json().encode() for one in said) + b"]}"

        async def ask() -> httpx.Response:
            answer = await amina.call("POST", "/v1/push", content=raw)
            if answer.is_success:
                for one in PushAnswer.model_validate_json(answer.content).results:
                    assert isinstance(one, Accepted)
                    assert self.placed.setdefault(one.id, one.receipt) == one.receipt
            return answer

        return ask

    def first_in_a_journal(self) -> Asking:
        """Its key is made with it. It is a journal of somebody new, who comes in when there is room."""
        came: list[tuple[Person, bytes]] = []

        async def ask() -> httpx.Response:
            if not came:
                fits, self.full.left = self.full.left, None
                _, somebody, shared = await self.world.pair()
                raw = b'{"entries":[' + somebody.entry(shared).model_dump_json().encode() + b"]}"
                came.append((somebody, raw))
                self.full.left = fits
            somebody, raw = came[0]
            return await somebody.call("POST", "/v1/push", content=raw)

        return ask

    def enrolment(self) -> Asking:
        """A further device comes in with its code, which is asked for when there is room."""
        code: list[str] = []
        device = unique("device")

        async def ask() -> httpx.Response:
            if not code:
                fits, self.full.left = self.full.left, None
                code.append((await self.world.invite(self.people.old, self.people.amina.id)).code)
                self.full.left = fits
            said = {"code": code[0], "device": device}
            answer = await self.world.http.post("/v1/enrolments", json=said)
            if answer.is_success:
                self.devices.append(
                    Person(self.world, Tokens.model_validate_json(answer.content), device)
                )
            return answer

        return ask

    def handover(self) -> Asking:
        """From whoever follows to the other."""
        people, id_ = self.people, unique("handover")
        old, new = people.old, people.new
        people.old, people.new = new, old
        return lambda: hand_over(old, people.amina.id, new.id, id_)

    def photo(self) -> Asking:
        """In one part, which goes on where it was."""
        blob, content = unique("blob"), b"a photo" * 500

        async def ask() -> httpx.Response:
            path = f"/v1/journals/{self.people.shared}/blobs/{blob}"
            head = await self.people.amina.call("HEAD", path)
            begun = int(head.headers.get("upload-offset", 0))
            return await put(self.people.amina, self.people.shared, content, begun, blob=blob)

        return ask

    def refreshed(self) -> Asking:
        """New tokens."""
        amina = self.people.amina

        async def ask() -> httpx.Response:
            said = {"refresh": amina.tokens.refresh}
            answer = await self.world.http.post("/v1/tokens", json=said)
            if answer.is_success:
                amina.take(answer)
            return answer

        return ask
