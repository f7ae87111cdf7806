"""What is said to the platform, as far as it can be seen without one: never too early, never telling."""

from typing import Any

import flet as ft
import pytest
from flet.messaging.protocol import MessageAction

from mia_companion.device.flet_notifications import FletNotifications
from mia_companion.device.notifications import Notice, NoticeWords, NotificationsFailed
from tests.example_data import NOW
from tests.ui.recording import Screen

NOTICE = Notice(7, NOW, NoticeWords("Du har en påminnelse", "Öppna MIA", "Påminnelser"))


@ft.component
def _nothing() -> ft.Control:
    return ft.View(controls=[])


class Phone(Screen):
    """A page on a platform; `said` is what the service was asked."""

    def __init__(self, platform: ft.PagePlatform) -> None:
        super().__init__(_nothing, prepare=lambda page: setattr(page, "platform", platform))

    def answer(self, **answers: Any) -> None:
        self.sent.answers.update(answers)

    @property
    def said(self) -> list[tuple[str, Any]]:
        return [
            (m.body.name, m.body.args)
            for m in self.sent.messages
            if m.action == MessageAction.INVOKE_METHOD
        ]


@pytest.mark.parametrize(
    "platform", [ft.PagePlatform.WINDOWS, ft.PagePlatform.LINUX, ft.PagePlatform.MACOS]
)
async def test_a_client_without_the_plug_in_never_hears_of_it(platform: ft.PagePlatform) -> None:
    async with Phone(platform) as screen:
        found = FletNotifications(screen.page)
        assert not found.can
        with pytest.raises(NotificationsFailed):
            await found.ask()
        assert not screen.said


async def test_on_a_phone_nothing_is_asked_before_it_is_turned_on() -> None:
    async with Phone(ft.PagePlatform.ANDROID) as screen:
        found = FletNotifications(screen.page)
        assert found.can
        assert not screen.said
        screen.answer(request_permissions="true")
        assert await found.ask()
        assert found._service is not None
        begun = found._service
        assert not begun.request_alert_permission
        assert not begun.request_sound_permission
        assert not begun.request_badge_permission
        assert [name for name, _ in screen.said] == ["request_permissions"]


async def test_a_notice_is_scheduled_inexactly_publicly_and_without_a_payload() -> None:
    async with Phone(ft.PagePlatform.ANDROID) as screen:
        found = FletNotifications(screen.page)
        await found.schedule(NOTICE)
        await found.schedule(NOTICE)
        names = [name for name, _ in screen.said]
        assert names == ["create_notification_channel", "schedule", "schedule"]
        said = screen.said[-1][1]
        assert (said["id"], said["title"], said["body"]) == (7, "Du har en påminnelse", "Öppna MIA")
        assert said["when"]["iso"] == NOW.isoformat()
        assert said["schedule_mode"] == "inexactAllowWhileIdle"
        assert said["options"]["android"]["visibility"] == "public"
        assert not said["payload"]


async def test_what_waits_and_what_is_on_show_is_known_and_can_be_taken_away() -> None:
    async with Phone(ft.PagePlatform.IOS) as screen:
        screen.answer(get_pending=[{"id": 7}], get_active=[{"id": 8}])
        found = FletNotifications(screen.page)
        assert await found.held() == {7, 8}
        await found.cancel(8)
        assert screen.said[-1] == ("cancel", {"id": 8})


async def test_an_error_of_the_platform_is_one_kind_of_failure() -> None:
    async with Phone(ft.PagePlatform.ANDROID) as screen:
        screen.answer(cancel="error:unsupported_platform:no", are_notifications_enabled="false")
        found = FletNotifications(screen.page)
        assert not await found.allowed()
        with pytest.raises(NotificationsFailed):
            await found.cancel(7)
