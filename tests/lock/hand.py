"""The phone's screen in somebody's hand."""

import flet as ft
from flet.messaging.protocol import MessageAction

from tests.ui.recording import Screen


@ft.component
def _nothing() -> ft.Control:
    return ft.View(controls=[])


class Hand(Screen):
    """The phone's screen in somebody's hand."""

    def __init__(self, route: str) -> None:
        super().__init__(
            _nothing,
            route=route,
            prepare=lambda page: setattr(page, "platform", ft.PagePlatform.ANDROID),
        )

    async def state(self, said: ft.AppLifecycleState) -> None:
        """The platform says how the app stands."""
        await self.session.dispatch_event(
            self.page._i, "app_lifecycle_state_change", {"state": said.value}
        )
        await self.settle()

    def let_go(self) -> None:
        """Of what was drawn, as a client does once it has it; of a crash never."""
        crashed = MessageAction.SESSION_CRASHED
        self.sent.messages = [one for one in self.sent.messages if one.action == crashed]

    async def key(self, digits: str) -> None:
        """Tap on the pad."""
        for digit in digits:
            found = [
                one
                for one in self.controls(ft.FilledTonalButton)
                if isinstance(one.content, ft.Text) and one.content.value == digit
            ]
            await self.fire(found[0], "click")

    async def enter(self, digits: str) -> None:
        """Tap digits, and the tick; argon2id has a thread of its own."""
        await self.key(digits)
        await self.click("Done")
        await self.settle(200)

    def sheets(self) -> list[ft.AlertDialog]:
        """What covers the page."""
        there = self.page._dialogs.controls
        return [one for one in there if isinstance(one, ft.AlertDialog) and one.open]
