"""Around everything that one process serves, where it stands behind TLS: browsers come by TLS only."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from mia_companion.wire.headers import STRICT_TRANSPORT, STRICT_TRANSPORT_BELOW

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class StrictTransport:
    """ASGI middleware."""

    def __init__(
        self, app: Callable[[Any, Any, Any], Awaitable[None]], *, own_host: bool = True
    ) -> None:
        self._app = app
        said = STRICT_TRANSPORT if own_host else STRICT_TRANSPORT_BELOW
        self._header = tuple(part.encode() for part in said)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """ASGI."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], self._header]}
            await send(message)

        await self._app(scope, receive, sending)
