"""The reminders that people in the demo have chosen; one of them is due by the time anyone opens it."""

from datetime import time

from mia_companion.app.actions.ways import Ways
from mia_companion.demo.people import ELIN, SAMIRA, DemoParticipant
from mia_companion.demo.tellers import StoryClock, Teller
from mia_companion.ui.participant.reminders.choices import AN_HOUR, EVENING, MORNING

A_DAY, NIGHT = 24 * 60, (time(21), time(8))


async def choose(clock: StoryClock, app: Teller, who: DemoParticipant) -> None:
    """After the tale: of the steps that have a day, and of the appointments that come."""
    if who not in (ELIN, SAMIRA):
        return
    clock.go(-1, 19)
    plan, do = app.companion.view.plan(), app.do.reminders
    for step in plan.open_steps:
        if step.day is not None:
            do.choose(step.id, at=time(0, 30) if step.day == clock.today else MORNING)
    for booked in plan.coming(clock()):
        do.choose(booked.id, before=(AN_HOUR,), eve=EVENING)
    if who is SAMIRA:
        app.do.ways.choose(
            Ways(mail="samira.haddad@example.org"), appointments=(A_DAY,), quiet=NIGHT
        )
    if who is ELIN:
        app.do.ways.choose(
            Ways(number="070-174 06 05"), appointments=(A_DAY,), quiet=NIGHT, tell=True
        )
    await app.sync()


def write_down(clock: StoryClock, anna: Teller, participant: str) -> None:
    """Somebody who has not always the app at hand: by mail, as he wished."""
    clock.go(-5, 11)
    anna.do.ways.choose(
        Ways(mail="marek.wojcik@example.org"),
        appointments=(A_DAY,),
        quiet=NIGHT,
        participant=participant,
    )
