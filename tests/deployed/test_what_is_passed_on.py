"""What a proxy lets through, and how, seen from behind it."""

import asyncio
import ssl
import time
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx
import pytest

from tests.deployed.authority import HOST, Certificate
from tests.deployed.conftest import WHOLE
from tests.deployed.echo import Echo, echoing
from tests.deployed.proxies import Front, Proxy

pytestmark = pytest.mark.slow

LIES = {
    "X-Forwarded-For": "198.51.100.7",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-Host": "evil.example",
    "Forwarded": "for=198.51.100.7",
    "X-Real-IP": "198.51.100.7",
}


@asynccontextmanager
async def behind(
    proxy: Proxy, folder: Path, shown: Certificate, path: str = ""
) -> AsyncIterator[tuple[Echo, Front, httpx.AsyncClient]]:
    async with echoing() as echo:
        with proxy(folder, shown, [echo.port], path=path) as front:
            async with httpx.AsyncClient(verify=shown.trusted(), base_url=front.https) as client:
                yield echo, front, client


async def test_who_somebody_is_said_to_be_comes_from_the_proxy(
    proxy: Proxy, folder: Path, shown: Certificate
) -> None:
    async with behind(proxy, folder, shown) as (_, front, client):
        head = (await client.get("/v1/me?x=1", headers=LIES)).text
        said = {
            name.lower(): value
            for name, _, value in (line.partition(": ") for line in head.split("\r\n")[1:] if line)
        }
        assert head.startswith("GET /v1/me?x=1 HTTP/1.1\r\n")
        assert said["host"] == f"{HOST}:{front.https_port}"
        assert said["x-forwarded-for"] == "127.0.0.1"
        assert said["x-forwarded-proto"] == "https"
        assert "198.51.100.7" not in head
        assert "evil.example" not in head


async def test_nobody_comes_in_the_clear(proxy: Proxy, folder: Path, shown: Certificate) -> None:
    async with behind(proxy, folder, shown) as (echo, front, client):
        for path in ("/v1", "/v1/push", "/v1/calendars/secret"):
            answer = await client.post(front.http + path, content=b"{}")
            assert (answer.status_code, "location" in answer.headers) == (403, False), path
        page = await client.get(f"{front.http}/path?fran=jobbet")
        assert page.status_code == 308
        assert page.headers["location"] == f"https://{HOST}/path?fran=jobbet"
        for inside in ("/livez", "/readyz", "/metrics"):
            assert (await client.get(inside)).status_code == 404
        assert not echo.heads
        with pytest.raises(httpx.ConnectError, match=r"(?i)version"):
            await _old_tls(front)


async def _old_tls(front: Front) -> None:
    context = front.trusts.trusted()
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that it is old is what this is about
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    async with httpx.AsyncClient(verify=context) as client:
        await client.get(front.https)


@pytest.mark.parametrize(
    "case",
    [
        ("/letters/x", 60_000, 70_000),
        ("/v1/push", 5 * 2**20, 7 * 2**20),
        ("/uploads/x", 32 * 2**20, 34 * 2**20),
    ],
)
async def test_what_is_too_long_is_refused_and_what_is_not_does_not_wait(
    proxy: Proxy, folder: Path, shown: Certificate, case: tuple[str, int, int]
) -> None:
    path, fits, too_long = case
    async with behind(proxy, folder, shown) as (echo, front, client):
        await _is_refused(client, path, too_long)
        _, writer = await _line(front)
        writer.write(_head("PUT", path, f"Content-Length: {fits}") + b"first")
        async with asyncio.timeout(5):
            while await echo.bodies.get() != b"first":  # of the one that was too long
                pass
        writer.close()


async def _is_refused(client: httpx.AsyncClient, path: str, size: int) -> None:
    with suppress(httpx.ReadError, httpx.WriteError):  # hung up on, while it went on sending
        answer = await client.put(path, content=bytes(size))
        assert answer.status_code == 413, path


async def test_what_is_told_piece_by_piece_comes_piece_by_piece(
    proxy: Proxy, folder: Path, shown: Certificate
) -> None:
    async with (
        behind(proxy, folder, shown) as (echo, _, client),
        client.stream("GET", "/drip") as answer,
    ):
        pieces = answer.aiter_raw()
        for said in (b"a", b"b", b"c"):
            echo.drips.put_nowait(said)
            assert await asyncio.wait_for(anext(pieces), 2) == said
        echo.drips.put_nowait(b"")


async def test_where_a_request_ends_is_said_in_one_way(
    proxy: Proxy, folder: Path, shown: Certificate
) -> None:
    async with behind(proxy, folder, shown) as (echo, front, _):
        reader, writer = await _line(front)
        twice = ("Content-Length: 6", "Transfer-Encoding: chunked")
        writer.write(_head("POST", "/v1/push", *twice) + b"0\r\n\r\nX")
        with suppress(TimeoutError):
            await asyncio.wait_for(reader.readline(), 0.5)
        writer.close()
        for head in echo.heads:
            said = head.lower()
            assert not ("\r\ncontent-length:" in said and "\r\ntransfer-encoding:" in said)


async def test_below_a_path_everything_is_as_above(
    proxy: Proxy, folder: Path, shown: Certificate
) -> None:
    async with behind(proxy, folder, shown, "/mia") as (_, _, client):
        assert (await client.get("/mia/v1/me")).text.startswith("GET /mia/v1/me HTTP/1.1\r\n")
        assert (await client.get("/mia/readyz")).status_code == 404
        assert (await client.get("/other")).status_code == 404
        for path, too_long in (
            ("/mia/letters/x", 70_000),
            ("/mia/v1/push", 7 * 2**20),
            ("/mia/uploads/x", 34 * 2**20),
        ):
            await _is_refused(client, path, too_long)


async def test_its_log_names_nobody(proxy: Proxy, folder: Path, shown: Certificate) -> None:
    async with behind(proxy, folder, shown) as (_, front, client):
        answer = await client.get("/v1/calendars/geheim?who=x", headers={"x-who": "geheim"})
        assert answer.status_code == 200
        await client.get(f"{front.http}/geheim")
    said = await asyncio.to_thread(_logged, folder)
    for word in ("geheim", "who=x", "remote_ip", "client_ip", "/v1"):
        assert word not in said


if WHOLE:

    async def test_whoever_dawdles_is_hung_up_on(
        proxy: Proxy, folder: Path, shown: Certificate
    ) -> None:
        async with behind(proxy, folder, shown) as (_, front, client):
            lines = [await _line(front) for _ in range(50)]
            began = time.monotonic()
            for _, writer in lines:
                writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
            assert (await client.get("/v1/me")).status_code == 200  # others are served meanwhile
            async with asyncio.timeout(20):
                await asyncio.gather(*(_end(reader) for reader, _ in lines))
            assert 5 < time.monotonic() - began < 15


def _logged(folder: Path) -> str:
    files = (one for one in folder.iterdir() if one.suffix in (".log", ".said"))
    return "".join(one.read_text("utf-8", "replace") for one in files)


async def _end(reader: asyncio.StreamReader) -> None:
    with suppress(ConnectionError):
        while await reader.read(1024):
            pass


async def _line(front: Front) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    context = front.trusts.trusted()
    context.set_alpn_protocols(["http/1.1"])
    return await asyncio.open_connection(HOST, front.https_port, ssl=context)


def _head(method: str, path: str, *more: str) -> bytes:
    lines = (f"{method} {path} HTTP/1.1", f"Host: {HOST}", *more, "", "")
    return "\r\n".join(lines).encode()
