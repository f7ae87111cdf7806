"""Behind a real proxy with TLS, at a name of its own or below a path: in a browser and in an app."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from tests.journeys.behind import KEEPS, NEIGHBOUR, TAKES, Behind, Visit, behind
from tests.journeys.held import Held, held
from tests.journeys.ways import SWEDISH, choose_language, invite

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

sv = SWEDISH.t
HOME_BELOW = "https://example.se/mia"
long = pytest.mark.long


@pytest.fixture(
    params=[
        (HOME_BELOW, KEEPS),
        pytest.param((HOME_BELOW, TAKES), marks=long),
        pytest.param(("https://mia.example.se", KEEPS), marks=long),
    ],
    ids=["below a path", "the path taken away", "a name of its own"],
)
def there(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Behind]:
    """A server behind a proxy."""
    with behind(tmp_path, *request.param) as opened:
        yield opened


def _sign_in(visit: Visit) -> None:
    who = visit.who
    who.open("/sign-in")
    choose_language(who, SWEDISH)
    who.tap(sv("With a password instead"))
    who.write(sv("E-mail"), "anna@prov.example")
    who.write(sv("Password"), "ett-langt-losenord")
    who.tap(sv("Sign in"))
    who.sees(sv("Invite someone"))


def test_a_desk_and_a_phone_reach_each_other(
    browser: Browser, there: Behind, tmp_path: Path
) -> None:
    with there.visited(browser, tmp_path / "profile", locale="ar") as visit:
        anna = visit.who
        _sign_in(visit)
        code = invite(anna, "Samira Haddad")
        with there.trusted(), held(there.server, tmp_path / "phone.sqlite") as phone:
            assert phone.within(lambda: phone.do.access.enrol(code)) == ""
            phone.within(lambda: _plans(phone))
            anna.go("/")
            anna.tap("Samira Haddad")
            anna.sees("Gå till biblioteket")
            anna.write(sv("Write a message"), "Vad fint!")
            anna.tap(sv("Send"))
            # By its line to the server: it asks by itself once a minute.
            assert phone.waits_for(lambda app: bool(app.view.plan().newest_messages(1)), 15)
        _keeps_to_itself(visit, there)
        _can_be_installed(visit, there)


async def _plans(phone: Held) -> None:
    assert not isinstance(phone.do.path.plan_step("Gå till biblioteket"), str)


def _keeps_to_itself(visit: Visit, there: Behind) -> None:
    """Nothing is asked of anybody but us, all of it by TLS, and our cookies are nobody else's."""
    path = there.home.partition("://")[2].partition("/")[2]
    ours = (f"{there.home}/", f"wss{there.home.removeprefix('https')}/ws", "blob:", "data:")
    assert [one for one in visit.asked if not one.startswith(ours)] == []
    assert any(one.startswith("wss://") for one in visit.asked)
    assert visit.refused == []
    assert not visit.who.missing_fonts
    prefix, root = ("__Secure-", f"/{path}/") if path else ("__Host-", "/")
    cookies = {one["name"]: one for one in visit.who.page.context.cookies()}
    assert set(cookies) == {f"{prefix}mia", f"{prefix}mia-language"}
    assert all(one["secure"] and one["path"] == root for one in cookies.values())
    assert cookies[f"{prefix}mia"]["httpOnly"]
    with httpx.Client(verify=there.trusts.context()) as client:
        statement = client.get(f"{there.server}/tillganglighet")
        assert f'href="{root}accessibility"' in statement.text
        below = "" if path else "; includeSubDomains"
        assert statement.headers["strict-transport-security"] == f"max-age=63072000{below}"
        if path:
            led = client.get(there.server)
            assert (led.status_code, led.headers["location"]) == (308, root)
            assert client.get(there.server.removesuffix(path)).text == NEIGHBOUR


def _can_be_installed(visit: Visit, there: Behind) -> None:
    """By Chromium's own judgement; in the language that was chosen, not in the browser's."""
    line = visit.who.page.context.new_cdp_session(visit.who.page)
    told = line.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"] == f"{there.home}/manifest/sv.webmanifest"
    assert line.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert line.send("Page.getAppId")["appId"] == f"{there.home}/"
    manifest = told["manifest"]
    assert (manifest["scope"], manifest["startUrl"]) == (f"{there.home}/", f"{there.home}/")
    assert [one["name"] for one in manifest["shortcuts"]] == ["I dag", sv("Help now")]
    again = visit.who.page.evaluate("fetch(document.baseURI).then(answer => answer.text())")
    assert '<html lang="sv" dir="ltr">' in again
    # Nobody is asked by the browser itself; whoever asks for it, is (ui/participant/me/home_screen.py).
    page = visit.who.page
    page.wait_for_function("() => installing", timeout=10_000)
    page.evaluate("() => { installing.prompt = () => { window.isAsked = true; }; }")
    assert not page.evaluate("window.isAsked")
    page.evaluate("() => { window.open('mia:home-screen'); }")
    assert page.evaluate("window.isAsked && !installing")
    workers = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
    kept = [page.evaluate(what) for what in ("caches.keys()", workers)]
    assert kept == [[], 0]  # nothing stays in the browser that could be read there later
