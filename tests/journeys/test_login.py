"""A coordinator comes in by a real provider, adds a passkey, and comes in with that."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.journeys.axe import findings
from tests.journeys.person import DESKTOP, Person, person
from tests.journeys.stage import Process, found, free_port
from tests.journeys.ways import SWEDISH, choose_language, tap_away
from tests.server.login.real_provider import SECRET, a_provider

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

sv = SWEDISH.t


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The whole app in one process, which knows a provider. A number is no domain for a passkey."""
    port = free_port()
    home = f"http://localhost:{port}"
    with a_provider(f"{home}/v1/login/callback") as provider:
        for name, value in (
            ("PUBLIC_URL", home),
            ("OIDC_ISSUER", provider.issuer),
            ("OIDC_CLIENT_ID", "mia"),
            ("OIDC_CLIENT_SECRET", SECRET),
            ("OIDC_ACR", "loa3 loa4"),
            ("OIDC_NAME", "Prov-id"),
        ):
            monkeypatch.setenv(f"MIA_{name}", value)
        found(tmp_path)
        server = Process(["serve", "--port", str(port)], port, "/v1/health", tmp_path)
        try:
            server.start()
            yield home
        finally:
            server.kill()


def out(anna: Person) -> Page:
    """The page that the app opens in a tab of its own."""
    with anna.page.context.expect_page() as opened:
        anna.press(sv("Open the page"))
    opened.value.wait_for_load_state()
    assert not findings(opened.value)
    return opened.value


def back(anna: Person, there: Page) -> None:
    """The digits that the page shows are written in the app."""
    digits = there.locator(".digits").inner_text(timeout=20_000)
    assert re.fullmatch(r"\d{3} \d{3}", digits)
    assert not findings(there)
    there.close()
    anna.write(sv("The six digits"), digits)
    tap_away(anna, sv("Go on"))


def authenticator(there: Page) -> tuple[CDPSession, str]:
    """A passkey's place, which says yes to everything."""
    line = there.context.new_cdp_session(there)
    line.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    made = line.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return line, str(made["authenticatorId"])


def test_in_by_a_provider_and_then_by_a_passkey(browser: Browser, home: str) -> None:
    with person(browser, home, DESKTOP) as anna:
        anna.open("/sign-in")
        choose_language(anna, SWEDISH)
        way = sv("Sign in with {name} or a passkey", name="Prov-id")
        anna.sees(way)
        anna.clean()
        anna.tap(way)
        there = out(anna)
        there.get_by_role("link", name="Prov-id").click()
        there.get_by_label("Who are you?").fill("anna")
        there.get_by_role("button", name="Sign in").click()
        back(anna, there)
        anna.sees(sv("Invite someone"))

        anna.tap(sv("Your password"))
        anna.tap(sv("Add a passkey"))
        there = out(anna)
        line, place = authenticator(there)
        there.get_by_label("Vad ska den heta").fill("Jobbdatorn")
        there.get_by_role("button", name="Skapa passnyckeln").click()
        expect(there.locator(".digits")).to_be_visible()
        kept = line.send("WebAuthn.getCredentials", {"authenticatorId": place})["credentials"]
        assert [one["isResidentCredential"] for one in kept] == [True]
        back(anna, there)
        anna.sees("Jobbdatorn")
        anna.clean()

        anna.go("/")
        anna.tap(sv("Sign out"))
        anna.page.wait_for_timeout(500)
        anna.go("/sign-in")
        anna.tap(way)
        there = out(anna)
        line, place = authenticator(there)
        line.send("WebAuthn.addCredential", {"authenticatorId": place, "credential": kept[0]})
        there.get_by_role("button", name="Använd en passnyckel").click()
        back(anna, there)
        anna.sees(sv("Invite someone"))
        assert not anna.left
