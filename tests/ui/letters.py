"""Writing an appointment down from a letter."""

from datetime import datetime

from tests.ui.home import Home
from tests.ui.recording import Screen


async def fill(screen: Screen, day: str = "2026-03-09", clock: str = "13.15") -> None:
    """What is needed, in the form for a new appointment."""
    await screen.type("What is it?", "Tandläkaren")
    await screen.type("Day, as", day)
    await screen.type("Time, as", clock)


def times(home: Home) -> list[tuple[datetime, datetime | None]]:
    """When everything begins and ends."""
    return [(a.now.starts_at, a.now.ends_at) for a in home.companion.view.plan().appointments]
