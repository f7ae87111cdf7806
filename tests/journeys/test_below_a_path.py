"""Below a path of a host that is others' too: what leads somewhere leads to us."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mia_companion.ui import places
from mia_companion.wire.accounts import Invitation
from tests.journeys.behind import Behind, behind
from tests.journeys.held import held
from tests.journeys.person import PHONE
from tests.journeys.stage import EMAIL, PASSWORD
from tests.journeys.test_login import authenticator, back, out
from tests.journeys.ways import SWEDISH, choose_language, paint

pytestmark = [pytest.mark.journey, pytest.mark.long, pytest.mark.timeout(240)]

sv = SWEDISH.t
HOME = "https://example.se/mia"


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Behind]:
    """A server there."""
    with behind(tmp_path, HOME) as opened:
        yield opened


def test_a_link_a_photo_a_reload_and_leaving(
    browser: Browser, there: Behind, tmp_path: Path
) -> None:
    with there.trusted(), held(there.server, tmp_path / "desk.sqlite") as desk:
        assert desk.within(lambda: desk.do.access.sign_in(EMAIL, PASSWORD)) == ""
        invited = desk.within(lambda: desk.do.access.invite("Samira Haddad"))
        assert isinstance(invited, Invitation)
        with there.visited(browser, tmp_path / "profile", PHONE, locale="sv-SE") as visit:
            samira = visit.who
            samira.open(f"{places.START}#{invited.code}")
            choose_language(samira, SWEDISH)
            samira.tap(sv("Go on"))
            samira.sees(sv("I did something good"))
            samira.page.wait_for_url(f"{HOME}/")
            samira.stand(SWEDISH.c("place", "Messages"))
            samira.page.wait_for_url(f"{HOME}{places.MESSAGES}")
            samira.tap(sv("Photo or file"))
            samira.choose_file(sv("Add a photo"), paint(tmp_path / "brev.png"))
            samira.sees(sv("It has been added."))
            samira.tap(sv("Send"))
            samira.sees("brev")
            assert desk.waits_for(
                lambda app: bool(app.view.plan(invited.participant).newest_messages(1)), 15
            )
            samira.reload()
            samira.sees("brev")
            before = samira.page.context.cookies()
            samira.go(places.LEAVE)
            samira.tap(sv("Leave"))
            samira.page.wait_for_url(f"{HOME}/")
            samira.awake()
            samira.sees(SWEDISH.language.own_name)
            after = samira.page.context.cookies()
            assert {one["name"] for one in after} == {"__Secure-mia"}
            assert after[0]["value"] not in {one["value"] for one in before}
            assert [one for one in visit.asked if not one.startswith(_OURS)] == []
            assert visit.refused == []


_OURS = (f"{HOME}/", "wss://example.se/mia/ws", "blob:", "data:")


def test_a_passkey_there(browser: Browser, there: Behind, tmp_path: Path) -> None:
    with there.visited(browser, tmp_path / "profile", locale="sv-SE") as visit:
        anna = visit.who
        anna.open("/sign-in")
        choose_language(anna, SWEDISH)
        anna.tap(sv("With a password instead"))
        anna.write(sv("E-mail"), EMAIL)
        anna.write(sv("Password"), PASSWORD)
        anna.tap(sv("Sign in"))
        anna.sees(sv("Invite someone"))
        anna.go("/password")
        anna.tap(sv("Add a passkey"))
        page = out(anna)
        line, place = authenticator(page)
        page.get_by_label("Vad ska den heta").fill("Jobbdatorn")
        page.get_by_role("button", name="Skapa passnyckeln").click()
        expect(page.locator(".digits")).to_be_visible()
        assert page.url == f"{HOME}/v1/login/done"
        kept = line.send("WebAuthn.getCredentials", {"authenticatorId": place})["credentials"]
        assert kept[0]["rpId"] == "example.se"
        back(anna, page)
        anna.sees("Jobbdatorn")
        anna.go("/")
        anna.tap(sv("Sign out"))
        anna.page.wait_for_timeout(500)
        anna.go("/sign-in")
        anna.tap(sv("Sign in with a passkey"))
        page = out(anna)
        line, place = authenticator(page)
        line.send("WebAuthn.addCredential", {"authenticatorId": place, "credential": kept[0]})
        page.get_by_role("button", name="Använd en passnyckel").click()
        back(anna, page)
        anna.sees(sv("Invite someone"))
        assert [one for one in visit.asked if not one.startswith(_OURS)] == []
        assert visit.refused == []
