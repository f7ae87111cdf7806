"""One invitation as a server would answer for it, and the screen on which it is seen."""

import json
from datetime import timedelta
from typing import Any

import httpx

from tests.example_data import NOW
from tests.ui.office import Drawn, Office

NORA = "person-nora"
PAIR = (0, 10)
"""Sun and door."""


class Server:
    """Answers for one invitation, and keeps what was said of its words."""

    def __init__(self, office: Office) -> None:
        self.now: dict[str, Any] = self.state("waiting")
        self.said: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []
        self.made = 0
        office.answers |= {
            "/invitations": self._made,
            f"/invitations/{NORA}": lambda _: httpx.Response(200, json=self.now),
            "/pairing": self._compared,
        }

    def state(self, state: str, **more: Any) -> dict[str, Any]:
        return {"state": state, "expires_at": (NOW + timedelta(days=7)).isoformat(), **more}

    def opened(self, **more: Any) -> None:
        self.now = self.state("opened", opened_at=NOW.isoformat(), pair=PAIR, **more)

    def _made(self, request: httpx.Request) -> httpx.Response:
        self.made += 1
        asked = json.loads(request.content)
        self.asked.append({**asked, "participant": NORA})
        self.now = self.state("waiting", way=asked["way"])
        answer = {
            "participant": NORA,
            "secret": f"SECRET{self.made}".ljust(26, "A"),
            "way": asked["way"],
            "code": f"7KQM-2XP{self.made}",
            "expires_at": (NOW + timedelta(minutes=10)).isoformat(),
            "shared_journal": f"shared-{NORA}",
        }
        return httpx.Response(200, json=answer)

    def _compared(self, request: httpx.Request) -> httpx.Response:
        said = json.loads(request.content)
        self.said.append(said)
        end = "confirmed" if said["same"] else "refused"
        self.now = self.state(end, opened_at=NOW.isoformat(), refused_here=not said["same"])
        return httpx.Response(200, json=self.now)


def screen_of(
    office: Office, *, route: str = "/invite", width: int = 1280, where: str = ""
) -> Drawn:
    """The app, opened at that address by others."""
    screen = office.screen(route=route, width=width)
    screen.state.address = where
    return screen


async def until(screen: Drawn, words: str) -> None:
    """Wait until the screen shows the words."""
    for _ in range(40):
        await screen.settle()
        if screen.shows(words):
            return
    raise AssertionError(f"{words!r} is not among {screen.texts()}")


async def invite(screen: Drawn) -> None:
    """Nora, whose code is then on the screen."""
    await screen.type("Name", "Nora")
    await screen.click("Make a code")
    await until(screen, "Waiting for the phone.")
