"""A server that answers as it is told, and the tokens of somebody it knows."""

from collections.abc import Callable, Iterable
from pathlib import Path

import httpx

from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.entries import Confirmed
from mia_companion.wire.accounts import Account, Tokens
from mia_companion.wire.sync import Pull, PullAnswer, PushAnswer
from tests.example_data import KEY, NOW, PARTICIPANT, SITE, FixedClock, held, seeded

LEAVE_KEY = "ab" * 32
TOKENS = Tokens(
    account=Account(id=PARTICIPANT, role="participant", site=SITE, association="west"),
    access="access",
    access_until=NOW,
    refresh="r" * 32,
    leave_key=LEAVE_KEY,
)


class Scripted(httpx.MockTransport):
    """Answers pulls and pushes as told, and counts."""

    def __init__(self) -> None:
        self.pull: Callable[[Pull], PullAnswer] = lambda asked: said()
        self.push = PushAnswer(results=())
        self.asked: list[str] = []
        super().__init__(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        assert len(self.asked) < 50, "the engine never stops asking"
        if request.url.path == "/v1/push":
            return httpx.Response(200, content=self.push.model_dump_json())
        answer = self.pull(Pull.model_validate_json(request.content))
        return httpx.Response(200, content=answer.model_dump_json())


def said(**more: object) -> PullAnswer:
    """A pull's answer."""
    return PullAnswer.model_validate({"epoch": "epoch-1", "now": NOW, **more})


def device_at(folder: Path, server: Scripted, told: Iterable[Confirmed]) -> Companion:
    """A signed-in device that has read this of its one journal."""
    made = open_companion(
        folder / "companion.sqlite",
        KEY,
        "http://server.test",
        clock=FixedClock(),
        random=seeded(1),
        uniform=lambda a, b: b,
        transport=server,
    )
    made.client.session.keep(TOKENS)
    made.store.journals.add(held(), told)
    made.reload()
    return made
