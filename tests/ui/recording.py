"""Screens without a browser: a real Flet session over a connection that only records.

    async with Screen(App, state, prepare=…) as screen:
        await screen.click("Done")
        assert "Undo" in screen.texts()

What stands there in the end is drawn only in colours whose contrast is computed: see `surfaces.py`.
It leans on Flet's internals, which is why Flet is pinned exactly.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self, TypeVar

import flet as ft
import msgpack  # type: ignore[import-untyped]
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    RegisterClientResponseBody,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from tests.ui.standing import check_keys, walk, words
from tests.ui.surfaces import top_of, unlisted

Control = TypeVar("Control", bound=BaseControl)


class Recording(Connection):
    """Plays the client: keeps what is sent, arrives where it is told to go."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.loop = asyncio.get_running_loop()
        self.executor = ThreadPoolExecutor(1)
        self.pubsubhub = PubSubHub(loop=self.loop, executor=self.executor)
        self.page_url, self.page_name = "http://test", ""
        self.messages: list[Message] = []
        self.session: Session | None = None
        self.answers: dict[str, Any] = {}

    def send_message(self, message: Message) -> None:
        """Encodes truly: the encoder takes the snapshots that later differences are made against."""
        encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]

        def encoded(one: Any) -> Any:
            check_keys(one)
            return encode(one)

        msgpack.packb([message.action, message.body], default=encoded)
        self.messages.append(message)
        if message.action == MessageAction.PATCH_CONTROL:
            # In a browser, what a screen reader is told would be broken from there on (`WordsField`).
            grown = [one for one in message.body.patch[1:] if one[2] == "multiline"]
            assert not grown, "a field of one line was made into one of several, or the other way"
        if message.action == MessageAction.INVOKE_METHOD and self.session is not None:
            self._invoked(self.session, message.body)

    def _invoked(self, session: Session, body: Any) -> None:
        answer = self.answers.get(body.name)
        if body.name == "push_route":
            self.loop.call_soon(self._arrive, session, body.args["route"])
        value = answer(body.args) if callable(answer) else answer
        self.loop.call_soon(
            session.handle_invoke_method_results, body.control_id, body.call_id, value, None
        )

    def _arrive(self, session: Session, route: str) -> None:
        session.apply_page_patch({"route": route})
        event = session.dispatch_event(session.page._i, "route_change", {"route": route})
        self._going = asyncio.ensure_future(event)


class Screen:
    """One page; `prepare` is called with it before anything is drawn."""

    def __init__(
        self,
        component: Callable[..., Any],
        *given: Any,
        route: str = "/",
        width: int = 390,
        height: int = 844,
        prepare: Callable[[ft.Page], Any] | None = None,
    ) -> None:
        self.component, self.given, self.prepare = component, given, prepare
        self.first: dict[str, Any] = {"route": route, "width": width, "height": height}

    async def __aenter__(self) -> Self:
        self.sent = Recording()
        self.session = self.sent.session = Session(self.sent)
        self.page: ft.Page = self.session.page
        self._token = _context_page.set(self.page)
        self.session.apply_page_patch(self.first)
        patch = self.session.get_page_patch()  # type: ignore[no-untyped-call]
        body = RegisterClientResponseBody(session_id=self.session.id, page_patch=patch, error="")
        self.sent.send_message(Message(MessageAction.REGISTER_CLIENT, body))
        if self.prepare is not None:
            self.prepare(self.page)
        self.page.render_views(self.component, *self.given)
        await self.settle()
        return self

    async def __aexit__(self, wrong: object, *_: object) -> None:
        strange = [] if wrong else unlisted(top_of(self.page))
        self.session.close()  # type: ignore[no-untyped-call]
        await asyncio.sleep(0)
        self.sent.executor.shutdown(wait=False)
        _context_page.reset(self._token)
        assert not strange, f"not in the palette's tables: {strange}"

    async def settle(self, turns: int = 40) -> None:
        """Let everything that was scheduled happen. Fails when a component could not be drawn."""
        for _ in range(turns):
            await asyncio.sleep(0)
        drawing = getattr(self.session, "_Session__updates_task", None)
        if drawing is not None and drawing.done() and not drawing.cancelled():
            drawing.result()
        crashed = [m for m in self.sent.messages if m.action == MessageAction.SESSION_CRASHED]
        assert not crashed, crashed[0].body.message

    def controls(self, kind: type[Control]) -> list[Control]:
        """All controls of a kind in the top view and the open dialogs."""
        return [one for one in walk(top_of(self.page)) if isinstance(one, kind)]

    def texts(self) -> list[str]:
        """Every string on the screen, in reading order."""
        return [said for one in self.controls(BaseControl) for said in words(one)]

    def shows(self, text: str) -> bool:
        """Whether any string on the screen has that in it."""
        return any(text in said for said in self.texts())

    def find(self, text: str, kind: type[Control], event: str = "") -> Control:
        """The smallest control of the kind, with a handler for `event`, that shows the text."""
        heard = [
            one for one in self.controls(kind) if not event or getattr(one, f"on_{event}", None)
        ]
        each = [(one, list(walk(one))) for one in heard]
        found = [it for it in each if any(text in said for one in it[1] for said in words(one))]
        assert found, f"{text!r} is not among {self.texts()}"
        return min(found, key=lambda it: len(it[1]))[0]

    async def fire(
        self, control: BaseControl, event: str, data: Any = None, **changed: Any
    ) -> None:
        """What a client does: first the changed properties, then the event."""
        if changed:
            self.session.apply_patch(control._i, changed)
        await self.session.dispatch_event(control._i, event, data)
        await self.settle()

    async def click(self, text: str) -> None:
        """Tap what shows the text."""
        await self.fire(self.find(text, BaseControl, "click"), "click")

    async def type(self, label: str, value: str) -> None:
        """Write in the field with that label."""
        await self.fire(self.find(label, ft.TextField), "change", value, value=value)

    async def choose(self, group: str, value: str) -> None:
        """Choose among the radio buttons one of which shows `group`."""
        radios = self.find(group, ft.RadioGroup)
        await self.fire(radios, "change", value, value=value)

    async def go(self, route: str) -> None:
        """Type another address."""
        await self.page.push_route(route)
        await self.settle()
