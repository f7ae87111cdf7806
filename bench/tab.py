"""A browser's tab without a browser: it speaks Flet's protocol over the websocket, and draws nothing.

    ──register──▶  ◀──patches──  ◀──method call── ──nothing──▶

Each frame is a zero byte and a MsgPack list of an action and its body (`flet.messaging.protocol`).
"""

import base64
from contextlib import suppress
from typing import Any

import msgpack  # type: ignore[import-untyped]
from flet.messaging.protocol import MessageAction
from websockets.sync.client import ClientConnection, connect

from mia_companion.device.browser.cookie import COOKIE

_AT_ONCE_SECONDS = 0.01


class Tab:
    """An open page, phone-sized. `key` is the browser's, if it has one."""

    def __init__(self, address: str, key: bytes = b"") -> None:
        cookie = f"{COOKIE}={base64.urlsafe_b64encode(key).decode()}"
        self._line: ClientConnection = connect(
            address.replace("http://", "ws://") + "/ws",
            additional_headers={"cookie": cookie} if key else {},
            max_size=None,
        )
        self.received = 0
        page = {
            "route": "/", "web": True, "pwa": False, "wasm": True, "platform": "linux",
            "width": 390.0, "height": 844.0,
        }  # fmt: skip
        body = {"session_id": "", "page_name": "", "page": page}
        self._send(MessageAction.REGISTER_CLIENT, body)

    def take_all(self) -> None:
        """Take and answer what has come."""
        with suppress(TimeoutError):
            while True:
                self._take(self._line.recv(timeout=_AT_ONCE_SECONDS))

    def close(self) -> None:
        """Close the tab."""
        self._line.close()

    def _take(self, frame: str | bytes) -> None:
        raw = frame.encode() if isinstance(frame, str) else frame
        self.received += len(raw)
        action, body = msgpack.unpackb(raw[1:], strict_map_key=False)
        if action == MessageAction.SESSION_CRASHED.value:
            raise RuntimeError(f"the session crashed: {body}")
        if action == MessageAction.INVOKE_METHOD.value:
            answer = {key: body[key] for key in ("control_id", "call_id")}
            self._send(MessageAction.INVOKE_METHOD, {**answer, "result": None, "error": None})

    def _send(self, action: MessageAction, body: dict[str, Any]) -> None:
        self._line.send(b"\x00" + msgpack.packb([action.value, body]))
