"""A process that serves, and how it stops, so that no request is lost:

    serves ──SIGTERM──▶ leaves: not ready, each answer ends its connection ──the delay──▶ closes
    closes: nobody new, lines and sessions ended, what is in flight answered ──▶ ended, exit code 0

SIGINT, or a second SIGTERM, spares the delay; a further SIGINT ends it at once.
"""

import asyncio
import logging
import signal
import socket
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from types import FrameType

import uvicorn

from mia_companion.server.watching.figures import Figures
from mia_companion.server.watching.readiness import Readiness
from mia_companion.server.watching.settings import WatchingSettings
from mia_companion.server.watching.telling import telling

_LULL_SECONDS = 2.0
"""For a connection that is kept alive to be used once more, be answered and end of itself."""

log = logging.getLogger("mia_companion.server")


class Process(uvicorn.Server):
    """`end_lines` ends what would otherwise go on for ever."""

    def __init__(
        self,
        config: uvicorn.Config,
        readiness: Readiness,
        end_lines: Callable[[], None],
        watching: WatchingSettings,
        figures: Figures,
    ) -> None:
        super().__init__(config)
        self._readiness, self._end_lines = readiness, end_lines
        self._watching, self._figures = watching, figures
        self._closes_at: float | None = None
        self._told = AsyncExitStack()
        self._has_said = False

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal came. Does not write to the log: it may have come in the midst of that."""
        delay = self._watching.stop_delay_seconds if sig == signal.SIGTERM else 0
        if self._readiness.stopping:
            self.force_exit = self.should_exit and sig == signal.SIGINT
            delay = 0
        self._readiness.stopping = True
        self._closes_at = time.monotonic() + delay

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As before, and figures are told besides."""
        try:
            await super().startup(sockets)
        except SystemExit:
            if not self.lifespan.should_exit:  # what it serves has started
                log.critical("start failed", extra={"reason": "port-not-free"})
            raise
        await self._told.enter_async_context(telling(self._figures, self._watching))
        log.info("serving")

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second."""
        if self._closes_at is not None:
            if not self._has_said:
                log.info("stopping")
                self._has_said = True
            self.should_exit |= time.monotonic() >= self._closes_at
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Closes, see above."""
        await self.close_the_door()
        self._end_lines()
        if self._readiness.stopping:
            await self._until_idle_ones_have_ended()
        await super().shutdown(sockets)
        await self._told.aclose()
        log.info("stopped")

    async def close_the_door(self) -> None:
        """Nobody new. Whom the system has let in meanwhile, and nobody has greeted, is greeted first: they
        have a connection, and may have sent something."""
        listening = [one for server in self.servers for one in server.sockets]
        doors = [socket.fromfd(one.fileno(), one.family, one.type) for one in listening]
        for server in self.servers:
            server.close()
        await asyncio.sleep(0)
        loop = asyncio.get_running_loop()
        came: list[socket.socket] = []
        for door in doors:
            door.setblocking(False)
            with suppress(OSError):  # there is nobody else
                while True:
                    came.append(door.accept()[0])
            door.close()
        for one in came:
            one.setblocking(False)
            await loop.connect_accepted_socket(self._protocol, one)

    def _protocol(self) -> asyncio.Protocol:
        made = self.config.http_protocol_class(  # type: ignore[call-arg]
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return made

    async def _until_idle_ones_have_ended(self) -> None:
        until = time.monotonic() + _LULL_SECONDS
        while time.monotonic() < until and not self.force_exit:
            # A web socket, which has no cycle, is told to come back and is not waited for.
            if not any(hasattr(one, "cycle") for one in self.server_state.connections):
                return
            await asyncio.sleep(0.01)
