"""What the demo's people have on their paths beside plain steps: milestones, a step that comes again,
suggestions, memories, and how they and their coordinator see different parts of life."""

from datetime import date, timedelta

from mia_companion.demo.tellers import StoryClock, Teller
from mia_companion.domain import rights
from mia_companion.domain.checkins import CheckedIn
from mia_companion.domain.steps import DONE, NOT_NOW, TRIED


async def elins_path(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """Elin: after the goals are set and sent. `who` is the participant's id."""
    folk = next(g for g in app.companion.view.plan().goals if g.area == "confidence").id
    clock.go(-34, 10)
    app.do.movement.rate(
        {"everyday": 2, "confidence": 1, "health": 2, "finances": 3}, words="Det mesta är tungt."
    )
    clock.go(-33, 9)
    milestone = app.do.path.set_milestone(folk, "Sitta kvar en hel fika")
    app.do.path.set_milestone(folk, "Följa med på en gruppträff")
    walk = app.do.path.plan_step(
        "Gå ett varv runt kvarteret", goal_id=folk, repeats=_weekdays(clock, 1, 3)
    )
    for days, state, note in (
        (-20, DONE, ""),
        (-18, TRIED, "Vände vid porten, men jag var ute."),
        (-13, NOT_NOW, ""),
        (-11, DONE, ""),
        (-6, DONE, "Regn, och ändå skönt."),
    ):
        clock.go(days, 16)
        app.do.path.mark_step(walk.item, state, note=note, day=_day(clock, days))
    await app.sync()
    clock.go(-31, 11)
    await anna.sync()
    anna.do.movement.rate({"everyday": 3, "confidence": 2, "finances": 3}, participant=who)
    taken = anna.do.path.suggest("Ta bussen en hållplats", who, goal_id=folk)
    no = anna.do.path.suggest("Prova lunch på Mötesplatsen", who, note="Det är soppa på tisdagar.")
    await anna.sync()
    await app.sync()
    clock.go(-30, 18)
    app.do.path.change_suggestion(taken.item, "Åka med Kim en hållplats", goal_id=folk)
    app.do.path.decline_suggestion(no.item)
    clock.go(-9, 17)
    app.do.path.mark_step(taken.item, DONE)
    app.do.path.remember(taken.item, "Kim höll koll på hållplatsen. Jag tittade ut hela vägen.")
    clock.go(-4, 16)
    app.do.path.reach_milestone(milestone.item)
    _checked_in(clock, app, ((-9, 2), (-6, 3), (-4, 4), (-2, 3)))
    clock.go(-3, 19)
    app.do.movement.rate({"everyday": 3, "confidence": 2, "health": 3}, words="Lite lättare.")
    app.do.movement.rate({"finances": 2}, private=True)
    await app.sync()
    clock.go(-1, 10)
    await anna.sync()
    anna.do.movement.rate({"confidence": 4, "health": 3}, participant=who)
    anna.do.path.suggest(
        "Titta in på Mötesplatsens öppna förmiddag",
        who,
        note="Vi kan gå in tillsammans. Du går hem när du vill.",
        goal_id=folk,
        day=_day(clock, 3),
    )
    await anna.sync()


async def samiras_path(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """Samira: after the goals are set and sent. `who` is the participant's id."""
    study = next(g for g in app.companion.view.plan().goals if g.area == "studies").id
    clock.go(-30, 10)
    app.do.movement.rate({"studies": 2, "health": 3, "everyday": 3})
    reached = app.do.path.set_milestone(study, "قراءة رسالة كاملة دون مساعدة")
    app.do.path.set_milestone(study, "التحدث مع الطبيب خمس دقائق")
    read = app.do.path.plan_step(
        "قراءة بصوت عالٍ عشر دقائق", goal_id=study, repeats=_weekdays(clock, 1, 4)
    )
    for days, state in ((-20, DONE), (-17, DONE), (-10, TRIED), (-6, DONE)):
        clock.go(days, 17)
        app.do.path.mark_step(read.item, state, day=_day(clock, days))
    clock.go(-6, 18)
    app.do.path.reach_milestone(reached.item)
    _checked_in(clock, app, ((-10, 3), (-6, 4)))
    clock.go(-5, 12)
    app.do.movement.rate({"studies": 4, "health": 2})
    await app.sync()
    clock.go(-4, 9)
    await anna.sync()
    anna.do.movement.rate({"studies": 4, "health": 3}, participant=who)
    anna.do.path.suggest(
        "Språkcafé på biblioteket", who, note="Onsdagar klockan 14.", goal_id=study
    )
    await anna.sync()


async def mareks_path(clock: StoryClock, app: Teller) -> None:
    """Marek has said how it is once, and nobody beside him."""
    clock.go(-26, 12)
    app.do.movement.rate({"work_training": 2, "finances": 2})
    await app.sync()


def _weekdays(clock: StoryClock, *ahead: int) -> tuple[int, ...]:
    """The weekdays so many days ahead, so that today has room for something else."""
    return tuple(sorted(_day(clock, days).isoweekday() for days in ahead))


def _day(clock: StoryClock, days: int) -> date:
    return clock.today + timedelta(days=days)


def _checked_in(clock: StoryClock, app: Teller, said: tuple[tuple[int, int], ...]) -> None:
    journal = app.companion.view.journal(rights.SHARED) or ""
    for days, feeling in said:
        clock.go(days, 20)
        app.companion.record(
            journal, CheckedIn(checkin_id=app.companion.ids.new(), feeling=feeling)
        )
