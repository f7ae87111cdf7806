"""What is in the midst of something as a process is told to stop: a request, a page's line, a connection."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import websockets
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from mia_companion.server.watching.process import Process
from mia_companion.server.watching.settings import WatchingSettings
from mia_companion.serving import Served, serving
from tests.journeys.stage import free_port


async def _slowly(_: Request) -> PlainTextResponse:
    await asyncio.sleep(1.2)
    return PlainTextResponse("done")


async def _page(socket: WebSocket) -> None:
    await socket.accept()
    await socket.receive_text()


@asynccontextmanager
async def process(delay: int = 0) -> AsyncIterator[tuple[Process, str, "asyncio.Task[None]"]]:
    """One in this process; its port, and its task, which ends by itself."""
    app = Starlette(routes=[Route("/slowly", _slowly), WebSocketRoute("/ws", _page)])
    port = free_port()
    watching = WatchingSettings(stop_delay_seconds=delay)
    made = serving(Served(app, lambda: None), "127.0.0.1", port, watching=watching)
    task = asyncio.create_task(made.serve())
    while not made.started:  # noqa: ASYNC110  it tells nobody
        await asyncio.sleep(0.01)
    yield made, f"127.0.0.1:{port}", task
    made.should_exit = True
    await task


async def test_a_request_is_answered_a_page_is_told_to_come_back_and_nobody_is_taken_in() -> None:
    async with process() as (made, place, task), httpx.AsyncClient() as http:
        async with websockets.connect(f"ws://{place}/ws") as page:
            asked = asyncio.create_task(http.get(f"http://{place}/slowly"))
            await asyncio.sleep(0.2)
            made.handle_exit(signal.SIGTERM, None)
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await asyncio.wait_for(page.recv(), 5)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1012, "the server restarts: come back"
        with pytest.raises(httpx.ConnectError):
            await httpx.AsyncClient().get(f"http://{place}/slowly")
        answer = await asked
        assert (answer.status_code, answer.text) == (200, "done")
        await asyncio.wait_for(task, 5)  # nothing is raised, so that the exit code is 0


async def test_a_connection_that_is_kept_is_used_once_more_and_then_ended() -> None:
    """Whoever has one open sends over it just as it would be closed: then it is answered all the same."""
    async with process() as (made, place, _), httpx.AsyncClient() as http:
        assert (await http.get(f"http://{place}/livez")).headers.get("connection") is None
        made.handle_exit(signal.SIGTERM, None)
        await asyncio.sleep(0.25)  # no new one is taken in by now
        assert made.should_exit
        answer = await http.get(f"http://{place}/livez")
        assert (answer.status_code, answer.headers["connection"]) == (200, "close")
        with pytest.raises(httpx.ConnectError):
            await http.get(f"http://{place}/livez")


async def test_whoever_the_system_has_let_in_is_answered() -> None:
    """A connection that stands, and that the process has not yet seen, as its port closes."""
    async with process() as (made, place, _):
        host, port = place.split(":")
        loop = asyncio.get_running_loop()
        with socket.create_connection(
            (host, int(port))
        ) as early:  # the loop stands still meanwhile
            early.sendall(b"GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
            await made.close_the_door()
            early.setblocking(False)
            answer = await asyncio.wait_for(loop.sock_recv(early, 100), 5)
            assert answer.startswith(b"HTTP/1.1 200 OK")
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((host, int(port)))


async def test_a_second_signal_spares_the_delay() -> None:
    async with process(delay=60) as (made, place, task), httpx.AsyncClient() as http:
        made.handle_exit(signal.SIGTERM, None)
        await asyncio.sleep(0.3)
        assert not task.done()
        assert (await http.get(f"http://{place}/readyz")).status_code == 503
        made.handle_exit(signal.SIGTERM, None)
        await asyncio.wait_for(task, 3)
    async with process(delay=60) as (made, _, task):
        made.handle_exit(signal.SIGINT, None)
        await asyncio.wait_for(task, 3)  # somebody at the keyboard waits for nobody
