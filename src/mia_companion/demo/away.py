"""Jonas is away this week: Anna answers for the one whom he follows."""

from datetime import timedelta

from mia_companion.demo.people import ANNA, LARS
from mia_companion.demo.tellers import Random, StoryClock, Teller, app_of
from mia_companion.wire.accounts import Invitation


async def tell_away(server: str, clock: StoryClock, random: Random, jonas: Teller) -> None:
    """Lars has been with Jonas for some weeks, and asks something while he is away."""
    clock.go(-20, 10)
    invited = await jonas.do.access.invite(LARS.name)
    assert isinstance(invited, Invitation), invited  # noqa: S101
    async with app_of(server, clock, random) as app:
        app.do.choices.language(LARS.language)
        await app.do.access.enrol(invited.code)
        clock.go(-18, 11)
        goal = app.do.path.set_goal("Hitta en praktikplats där det är lugnt", "work_training")
        app.do.path.plan_step("Fråga på biblioteket om de tar emot", goal_id=goal.item)
        await app.sync()
        clock.go(-17, 9)
        await jonas.sync()
        jonas.do.messages.write(
            "Bra idé! Säg till om jag ska ringa.", participant=invited.participant
        )
        await jonas.sync()
        await _leave(clock, jonas)
        clock.go(-1, 13)
        app.do.messages.write("De svarade ja. Vad gör jag nu?")
        await app.sync()


async def _leave(clock: StoryClock, jonas: Teller) -> None:
    listed = jonas.companion.view.coordinators
    anna = next(one.coordinator_id for one in listed if one.name == ANNA.name)
    first, last = clock.today - timedelta(days=2), clock.today + timedelta(days=5)
    problem = await jonas.do.following.cover(anna, first, last, jonas.do.drafts.new_id())
    assert not problem, problem  # noqa: S101
