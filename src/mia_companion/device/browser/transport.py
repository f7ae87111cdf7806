"""Around everything that one process serves, where it stands behind TLS: browsers come by TLS only."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from mia_companion.wire.headers import STRICT_TRANSPORT

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_HEADER = tuple(part.encode() for part in STRICT_TRANSPORT)


class StrictTransport:
    """ASGI middleware."""

    def __init__(self, app: Callable[[Any, Any, Any], Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """ASGI."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], _HEADER]}
            await send(message)

        await self._app(scope, receive, sending)
