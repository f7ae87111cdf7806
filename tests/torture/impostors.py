"""What may answer in a server's place: another tenant's, a stale copy, a login page, a liar."""

import shutil
from collections.abc import Awaitable, Callable

import httpx

from mia_companion.wire import problems
from mia_companion.wire.leave import leave_proof
from mia_companion.wire.sync import Gone, Pull, PullAnswer
from tests.torture.looking_in import another, shown
from tests.torture.restored import BACKUP, Story
from tests.world import World

_ALL = ("desk", "phone", "tablet")


async def another_server_answers_in_its_place(story: Story) -> None:
    """A name that leads to another tenant's server for a while."""
    async with another(story.world) as other:
        story.line.instead = other.network
        await story.meet()
        await story.says(dict.fromkeys(_ALL, problems.SIGNED_OUT))
        story.line.instead = None


async def a_login_page_answers_in_its_place(story: Story) -> None:
    story.line.instead = httpx.MockTransport(lambda _: httpx.Response(200, text="<html>Wi-Fi"))
    await story.meet()
    await story.says(dict.fromkeys(_ALL, problems.NOT_OUR_SERVER))
    story.line.instead = None


async def a_stale_copy_answers_in_its_place(story: Story) -> None:
    """The backup, put up beside the server to be looked at, and reached by mistake."""
    shutil.copytree(story.world.folder / BACKUP, story.world.folder / "stale" / "server")
    stale = World(story.world.folder / "stale")
    await stale.start()
    story.line.instead = stale.network
    await story.meet("phone", "desk")
    story.phone.do.messages.write("sagt till kopian")
    await story.meet("phone", "desk")
    await story.says({})
    await stale.stop()
    story.line.instead = None
    await story.meet()
    await story.says({})
    assert "sagt till kopian" in shown(story.tablet)


async def somebody_elses_tokens(story: Story) -> None:
    """What answers lets everyone in, as somebody else."""
    async with another(story.world) as other:
        [stranger, *_] = await other.people()
        tokens = stranger.companion.client.session.tokens
        assert tokens

        async def answer(request: httpx.Request) -> httpx.Response:
            if request.url.path == "/v1/tokens":
                return httpx.Response(200, content=tokens.model_dump_json())
            return await other.network.handle_async_request(request)

        story.line.instead = _Asked(answer)
        await story.meet()
        await story.says(dict.fromkeys(_ALL, problems.NOT_OUR_SERVER))
        story.line.instead = None


async def answers_that_say_nothing(story: Story) -> None:
    await _pulls_are_answered(story, lambda asked, right: {"pages": ()})


async def heads_below_ones_own(story: Story) -> None:
    def lower(asked: Pull, right: PullAnswer) -> dict[str, object]:
        pages = [p.model_copy(update={"head": 1, "entries": ()}) for p in right.pages]
        return {"pages": tuple(pages)}

    await _pulls_are_answered(story, lower)


async def gone_with_a_wrong_proof(story: Story) -> None:
    def gone(asked: Pull, right: PullAnswer) -> dict[str, object]:
        proof = leave_proof("ab" * 32, next(iter(asked.cursors)), "access-ended")
        first = Gone(journal=next(iter(asked.cursors)), reason="access-ended", proof=proof)
        return {"pages": (), "gone": (first,)}

    await _pulls_are_answered(story, gone)


async def everything_gone_with_another_devices_proofs(story: Story) -> None:
    tokens = story.tablet.companion.client.session.tokens
    assert tokens

    def gone(asked: Pull, right: PullAnswer) -> dict[str, object]:
        all_of_them = [
            Gone(
                journal=one, reason="journal-erased", proof=leave_proof(key, one, "journal-erased")
            )
            for one in asked.cursors
        ]
        return {"pages": (), "gone": tuple(all_of_them)}

    key = tokens.leave_key
    story.people = {name: one for name, one in story.people.items() if name != "tablet"}
    await _pulls_are_answered(story, gone)
    story.people["tablet"] = story.tablet


async def everything_said_to_be_new(story: Story) -> None:
    """An epoch that nobody knows, and agreement on nothing; then nothing is taken."""

    def anew(asked: Pull, right: PullAnswer) -> dict[str, object]:
        return {"epoch": "nobodys", "rebase": dict.fromkeys(asked.cursors, 0), "pages": ()}

    await _pulls_are_answered(story, anew, said=problems.NOT_OUR_SERVER, push=503)


class _Asked(httpx.AsyncBaseTransport):
    def __init__(self, answer: Callable[[httpx.Request], Awaitable[httpx.Response]]) -> None:
        self._answer = answer

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        await request.aread()
        return await self._answer(request)


async def _pulls_are_answered(
    story: Story,
    lie: Callable[[Pull, PullAnswer], dict[str, object]],
    said: str = "",
    push: int = 0,
) -> None:
    """For a while something in between changes what the right server says to a pull."""

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/push" and push:
            return httpx.Response(push, content="")
        right = await story.line.home.handle_async_request(request)
        if request.url.path != "/v1/pull":
            return right
        told = PullAnswer.model_validate_json(await right.aread())
        lied = told.model_copy(update=lie(Pull.model_validate_json(request.content), told))
        return httpx.Response(200, content=lied.model_dump_json())

    story.line.instead = _Asked(answer)
    await story.meet()
    await story.says(dict.fromkeys(story.people, said) if said else {})
    story.line.instead = None
