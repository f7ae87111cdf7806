"""What the platform's key store is told: nothing is erased for an error, nothing leaves the device."""

from typing import Any

import flet as ft
import flet_secure_storage as fss
import pytest
from flet.messaging.protocol import MessageAction

from mia_companion.device import flet_secrets
from mia_companion.device.flet_local_auth import FletLocalAuth
from mia_companion.device.flet_secrets import FletSecrets
from mia_companion.device.secrets import SecretsFailed
from tests.ui.recording import Screen


@ft.component
def _nothing() -> ft.Control:
    return ft.View(controls=[])


class Phone(Screen):
    """A page on a platform; `said` is what its services were asked."""

    def __init__(self, platform: ft.PagePlatform, *, web: bool = False) -> None:
        super().__init__(_nothing, prepare=lambda page: setattr(page, "platform", platform))
        self.first["web"] = web

    @property
    def said(self) -> list[tuple[str, Any]]:
        return [
            (m.body.name, m.body.args)
            for m in self.sent.messages
            if m.action == MessageAction.INVOKE_METHOD
        ]


async def test_the_traps_of_the_platforms_are_avoided() -> None:
    async with Phone(ft.PagePlatform.ANDROID):
        storage = FletSecrets()._storage
        assert storage.android_options.reset_on_error is False
        for apple in (storage.ios_options, storage.macos_options):
            assert apple.accessibility is fss.KeychainAccessibility.FIRST_UNLOCK_THIS_DEVICE
            assert apple.synchronizable is False


async def test_a_key_store_that_fails_is_one_kind_of_failure_and_is_asked_for_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise RuntimeError("KeyStoreException")

    async with Phone(ft.PagePlatform.ANDROID) as phone:
        secrets = FletSecrets()
        phone.sent.answers["get"] = "a" * 64
        assert await secrets.get("store-key") == "a" * 64
        await secrets.set("store-key", "b")
        await secrets.remove("store-key")
        assert [name for name, _ in phone.said] == ["get", "set", "remove"]
        monkeypatch.setattr(fss.SecureStorage, "_invoke_method", fails)
        for asked in (secrets.get("a"), secrets.set("a", "b"), secrets.remove("a")):
            with pytest.raises(SecretsFailed):
                await asked
        assert "clear" not in [name for name, _ in phone.said]


async def test_a_client_that_does_not_answer_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(flet_secrets, "_PATIENCE_SECONDS", 0.01)
    async with Phone(ft.PagePlatform.ANDROID) as phone:
        phone.sent.session = None  # hears, and says nothing
        with pytest.raises(SecretsFailed):
            await FletSecrets().get("store-key")


@pytest.mark.parametrize(
    ("platform", "web"),
    [(ft.PagePlatform.WINDOWS, False), (ft.PagePlatform.LINUX, False), (ft.PagePlatform.IOS, True)],
)
async def test_where_there_is_no_finger_reader_nothing_is_asked(
    platform: ft.PagePlatform, web: bool
) -> None:
    async with Phone(platform, web=web) as screen:
        auth = FletLocalAuth(screen.page)
        assert not await auth.can()
        assert not await auth.yes("To open")
        assert not screen.said


async def test_on_a_phone_a_finger_counts_and_its_own_pin_does_not() -> None:
    async with Phone(ft.PagePlatform.ANDROID) as screen:
        auth = FletLocalAuth(screen.page)
        screen.sent.answers.update(get_available_biometrics=["strong"], authenticate=True)
        assert await auth.can()
        assert await auth.yes("To open")
        name, asked = screen.said[-1]
        assert (name, asked["biometric_only"]) == ("authenticate", True)
        screen.sent.answers["authenticate"] = {"error_code": "userCanceled"}
        assert not await auth.yes("To open")
        screen.sent.answers["get_available_biometrics"] = []
        assert not await auth.can()
