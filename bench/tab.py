"""A browser's tab without a browser: it speaks Flet's protocol over the websocket, and draws nothing.

    ──register──▶  ◀──patches──  ◀──method call── ──nothing──▶

Each frame is a zero byte and a MsgPack list of an action and its body (`flet.messaging.protocol`).
"""

import base64
import ssl
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import Any

import msgpack  # type: ignore[import-untyped]
from flet.messaging.protocol import MessageAction
from websockets.sync.client import ClientConnection, connect

from mia_companion.device.browser.cookie import COOKIE
from mia_companion.wire.place import ANYWHERE

_AT_ONCE_SECONDS = 0.01
_PAGE = 1
"""The page's own id."""


class Tab:
    """An open page, phone-sized. `key` is the browser's, if it has one; `trusts` who may vouch for TLS."""

    def __init__(
        self, address: str, key: bytes = b"", trusts: ssl.SSLContext | None = None
    ) -> None:
        cookie = f"{ANYWHERE.cookie(COOKIE)}={base64.urlsafe_b64encode(key).decode()}"
        line = connect(
            address.replace("http", "ws", 1) + "/ws",
            ssl=trusts,
            additional_headers={"cookie": cookie} if key else {},
            max_size=None,
        )
        self._open = ExitStack()
        self._line: ClientConnection = self._open.enter_context(line)
        self.received = 0
        self._controls: list[dict[str, Any]] = []
        page = {
            "route": "/", "web": True, "pwa": False, "wasm": True, "platform": "linux",
            "width": 390.0, "height": 844.0,
        }  # fmt: skip
        body = {"session_id": "", "page_name": "", "page": page}
        self._send(MessageAction.REGISTER_CLIENT, body)

    def take_all(self) -> int:
        """Take and answer what has come; how many bytes that was."""
        before = self.received
        with suppress(TimeoutError):
            while True:
                self._take(self._line.recv(timeout=_AT_ONCE_SECONDS))
        return self.received - before

    def take_until_quiet(self, seconds: float = 0.3) -> int:
        """Likewise, until nothing has come for so long."""
        taken, quiet_since = 0, time.monotonic()
        while time.monotonic() - quiet_since < seconds:
            if came := self.take_all():
                taken, quiet_since = taken + came, time.monotonic()
        return taken

    def tap(self, kind: str, words: str) -> None:
        """Tap the newest control of that kind in which the words stand."""
        self._event(self._find(kind, words), "click", None)

    def tap_line(self, words: str) -> None:
        """Tap the newest line that is there to be tapped and in which the words stand."""
        lines = [c for c in self._controls if c.get("on_click") and words in str(c)]
        if not lines:
            raise RuntimeError(f"no line with {words!r} was ever shown")
        self._event(int(lines[-1]["_i"]), "click", None)

    def go(self, route: str) -> None:
        """Type another address."""
        props = {"route": route}
        self._send(MessageAction.UPDATE_CONTROL_PROPS, {"id": _PAGE, "props": props})
        self._event(_PAGE, "route_change", props)

    def stand_on(self, index: int) -> None:
        """Choose another place in the bar below."""
        bar = self._find("NavigationBar", "")
        self._send(
            MessageAction.UPDATE_CONTROL_PROPS, {"id": bar, "props": {"selected_index": index}}
        )
        self._event(bar, "change", index)

    def close(self) -> None:
        """Close the tab."""
        self._open.close()

    def _find(self, kind: str, words: str) -> int:
        found = [c for c in self._controls if c["_c"] == kind and words in str(c)]
        if not found:
            raise RuntimeError(f"no {kind} with {words!r} was ever shown")
        return int(found[-1]["_i"])

    def _event(self, target: int, name: str, data: Any) -> None:
        self._send(MessageAction.CONTROL_EVENT, {"target": target, "name": name, "data": data})

    def _take(self, frame: str | bytes) -> None:
        raw = frame.encode() if isinstance(frame, str) else frame
        self.received += len(raw)
        action, body = msgpack.unpackb(raw[1:], strict_map_key=False)
        if action == MessageAction.SESSION_CRASHED.value:
            raise RuntimeError(f"the session crashed: {body}")
        if action == MessageAction.INVOKE_METHOD.value:
            self._invoked(body)
        self._controls += _controls_in(body)

    def _invoked(self, body: dict[str, Any]) -> None:
        if body["name"] == "push_route":
            self.go(body["args"]["route"])
        answer = {key: body[key] for key in ("control_id", "call_id")}
        self._send(MessageAction.INVOKE_METHOD, {**answer, "result": None, "error": None})

    def _send(self, action: MessageAction, body: dict[str, Any]) -> None:
        self._line.send(b"\x00" + msgpack.packb([action.value, body]))


def _controls_in(found: Any) -> Iterator[dict[str, Any]]:
    """Every control that was sent whole, what lies inside before what is around it."""
    if isinstance(found, dict):
        for part in found.values():
            yield from _controls_in(part)
        if "_c" in found and "_i" in found:
            yield found
    elif isinstance(found, list | tuple):
        for part in found:
            yield from _controls_in(part)
