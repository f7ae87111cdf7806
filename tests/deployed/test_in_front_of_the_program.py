"""The shipped proxies in front of two real processes on one real PostgreSQL: everything that people do."""

import asyncio
import base64
import re
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from bench.tab import Tab
from mia_companion.device.browser.cookie import COOKIE
from mia_companion.wire.accounts import Invitation
from mia_companion.wire.place import ANYWHERE
from tests.deployed.authority import Certificate
from tests.deployed.conftest import PROXIES, WHOLE
from tests.deployed.program import EMAIL, PASSWORD, STOP_DELAY, Program, device, doing, programs
from tests.deployed.proxies import Front
from tests.torture.postgres import a_postgres

pytestmark = [pytest.mark.slow, pytest.mark.postgres]

NAME = ANYWHERE.cookie(COOKIE)
HSTS = "max-age=63072000; includeSubDomains"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Program]]:
    """Two processes where all is run, else one."""
    data = tmp_path_factory.mktemp("program")
    with a_postgres() as database:
        url = asyncio.run(database.make("mia"))
        with programs(data, url, "https://localhost", 2 if WHOLE else 1) as made:
            yield made


@pytest.fixture(scope="module", params=PROXIES)
def front(
    request: pytest.FixtureRequest,
    two: list[Program],
    shown: Certificate,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Front]:
    """One of the proxies in front of them."""
    folder = tmp_path_factory.mktemp(request.param)
    for one in (folder, *folder.parents):
        if one.owner() == folder.owner() and one.stat().st_mode & 0o777 == 0o700:
            one.chmod(0o711)
    with PROXIES[request.param](folder, shown, [one.port for one in two]) as made:
        with httpx.Client(verify=shown.trusted()) as client:
            until = time.monotonic() + 10
            while client.get(f"{made.https}/v1/health").status_code != 200:
                assert time.monotonic() < until
                time.sleep(0.1)
        yield made


def test_pages_come_by_tls_and_say_once_that_they_always_will(front: Front) -> None:
    with httpx.Client(verify=front.trusts.trusted(), base_url=front.https) as client:
        for path in ("/", "/tillganglighet", "/v1/health", "/v1/login"):
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert answer.headers.get_list("strict-transport-security") == [HSTS], path
            assert len(answer.headers.get_list("x-content-type-options")) == 1, path
        page = client.get("/")
        assert page.headers["set-cookie"].startswith("__Host-mia=")
        script = re.search(r'src="([^"]+\.js)"', page.text)
        assert script
        assert client.get("/" + script[1].lstrip("/")).status_code == 200


def test_a_browsers_line_stands(front: Front) -> None:
    with httpx.Client(verify=front.trusts.trusted(), base_url=front.https) as client:
        client.get("/")
        cookie = client.cookies[NAME]
    tab = Tab(front.https, base64.urlsafe_b64decode(cookie), front.trusts.trusted())
    assert tab.take_until_quiet(1.0) > 1_000  # the first screen
    tab.close()
    other = {"cookie": f"{NAME}={cookie}", "origin": "https://evil.example"}
    line = front.https.replace("https://", "wss://") + "/ws"
    with (
        pytest.raises(InvalidStatus, match="403"),
        connect(line, ssl=front.trusts.trusted(), additional_headers=other),
    ):
        pass


async def test_what_one_writes_is_at_the_others_at_once(front: Front, tmp_path: Path) -> None:
    def transport() -> httpx.AsyncHTTPTransport:
        return httpx.AsyncHTTPTransport(verify=front.trusts.trusted())

    desk = device(tmp_path / "desk" / "c.sqlite", front.https, transport())
    phone = device(tmp_path / "phone" / "c.sqlite", front.https, transport())
    desk.start()
    phone.start()
    try:
        assert await doing(desk).access.sign_in(EMAIL, PASSWORD) == ""
        invited = await doing(desk).access.invite("Amina Ek")
        assert isinstance(invited, Invitation)
        assert await doing(phone).access.enrol(invited.code) == ""
        await asyncio.sleep(1)  # their lines stand
        for n in range(5):  # one of them may be told by its own pull; not five
            said = f"Hej {n}"
            doing(phone).messages.write(said)
            async with asyncio.timeout(5):
                while said not in [m.words for m in desk.view.plan(invited.participant).thread()]:  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
    finally:
        await phone.close()
        await desk.close()


if WHOLE:

    def test_one_of_two_stops_and_no_request_is_lost(front: Front, two: list[Program]) -> None:
        with ThreadPoolExecutor(4) as many:
            until = time.monotonic() + STOP_DELAY + 4
            asking = [many.submit(_ask, front, until) for _ in range(4)]
            two[0].process.terminate()
            said = Counter(status for one in asking for status in one.result())
        assert two[0].process.wait(20) == 0
        two[0].start()
        assert set(said) == {200, 422}, said  # the program's own answers
        assert said[200] > 50

    def test_one_of_two_is_killed_and_whoever_comes_after_is_answered(
        front: Front, two: list[Program]
    ) -> None:
        two[1].kill()
        said = Counter(_ask(front, time.monotonic() + 3))
        two[1].start()
        assert set(said) == {200, 422}, said  # the program's own answers


def _ask(front: Front, until: float) -> list[int]:
    """Now what may be asked again by the proxy, now what may not."""
    with httpx.Client(verify=front.trusts.trusted(), base_url=front.https, timeout=15) as client:
        said = []
        while time.monotonic() < until:
            said.append(client.get("/v1/health").status_code)
            wrong = {"email": "nobody@example.org", "password": "x"}
            said.append(client.post("/v1/sign-in", json=wrong).status_code)
            time.sleep(0.01)
    return said
