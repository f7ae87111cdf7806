"""What people do on the screens in several taps, the same in every journey."""

from collections.abc import Sequence

from mia_companion.ui import places
from tests.offline.hand import Hand


async def set_goal(app: Hand, words: str, area: str, *, private: bool = False) -> None:
    """A goal of one's own."""
    await app.go(places.NEW_GOAL)
    await app.write("What do you want?", words)
    await app.tap(area)
    await app.tap("Only you" if private else "You and your coordinator")
    await app.tap("Set the goal")
    app.see("Your goal is on your path.")


async def plan_step(
    app: Hand,
    words: str,
    *,
    goal: str = "",
    tomorrow: bool = False,
    weekdays: Sequence[int] = (),
    private: bool = False,
) -> None:
    """A small step, towards a goal if its words are given."""
    await app.go(places.NEW_STEP)
    await app.write("What do you want to do?", words)
    if tomorrow:
        await app.tap("Tomorrow")
    if weekdays:
        await app.tap("It comes again every week")
    for one in weekdays:
        await app.tap_on(app.said.weekday(one))
    if goal:
        await app.tap_on(goal)
    if private:
        await app.tap("Only you")
    await app.tap("Plan it")
    app.see("Your step is planned.")


async def open_step(app: Hand, words: str) -> None:
    """From My path."""
    await app.go(places.PATH)
    await app.tap_on(words)


async def send(app: Hand, words: str) -> None:
    """Write in the thread that is on the screen."""
    await app.write("Write a message", words)
    await app.tap("Send")
    app.read(words)


async def give_consent(app: Hand, *kinds: str) -> None:
    """From health care to Försäkringskassan, about these kinds of information."""
    await app.go(places.NEW_CONSENT)
    for one in kinds:
        words = app.t(one)
        await app.tap_on(words[:1].upper() + words[1:])
    app.see("This is what you say yes to")
    await app.tap("Yes, I give this consent")
    app.see("You have given your consent. You can take it back at any time.")
