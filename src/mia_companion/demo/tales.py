"""The three tales of the demo: what each invented person planned, did, and wrote."""

from datetime import UTC, date, datetime, time, timedelta

from mia_companion.demo.path_tales import elins_path, mareks_path, samiras_path
from mia_companion.demo.people import ELIN, MAREK, SAMIRA
from mia_companion.demo.tellers import ZONE, StoryClock, Teller
from mia_companion.demo.times import elins_times, mareks_times, samiras_times
from mia_companion.domain.steps import DONE, PARTLY, TRIED


async def _samira(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    clock.go(-40, 10, 15)
    goal = app.do.path.set_goal("أريد أن أعمل مع الأطفال مرة أخرى", "work_training")
    clock.go(-38, 14)
    study = app.do.path.set_goal("تعلم السويدية بما يكفي للحديث مع الطبيب وحدي", "studies")
    clock.go(-20, 9, 30)
    for days, words, state in (
        (-18, "قراءة صفحة واحدة بالسويدية", DONE),
        (-12, "زيارة المكتبة يوم الثلاثاء", PARTLY),
        (-6, "السؤال عن موعد زيارة الروضة", DONE),
    ):
        under = study.item if state == PARTLY else goal.item
        step = app.do.path.plan_step(words, goal_id=under)
        clock.go(days, 11)
        app.do.path.mark_step(step.item, state)
    clock.go(-2, 18)
    app.do.path.plan_step("كتابة ثلاثة أسئلة للطبيب", goal_id=study.item)
    app.do.path.plan_step("المشي إلى الروضة والنظر فقط", goal_id=goal.item, day=_day(clock, 1))
    await app.sync()
    await samiras_path(clock, anna, app, who)
    clock.go(-3, 10)
    _book(
        anna,
        clock,
        who,
        2,
        10,
        party="region",
        title="Läkarbesök",
        place="Vårdcentralen, Exempelgatan 4",
        contact="Lena Åkesson",
    )
    _book(
        anna,
        clock,
        who,
        9,
        13,
        party="municipality",
        title="Besök på förskolan",
        place="Förskolan Eken",
        contact="Ida Strand",
    )
    await anna.sync()
    await samiras_times(clock, anna, app, who)
    clock.go(-1, 16, 40)
    app.do.messages.write("مرحبا آنا، هل يمكن أن يكون هناك مترجم عند الطبيب؟")


async def _elin(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    clock.go(-35, 13)
    goal = app.do.path.set_goal("Orka vara bland folk igen", "confidence")
    morning = app.do.path.set_goal("Komma upp på morgonen", "everyday")
    for days, words, state in (
        (-30, "Ta på mig ytterkläder och gå ut på gården", DONE),
        (-24, "Gå till affären när det är lugnt", TRIED),
        (-15, "Gå till affären när det är lugnt, med Kim", DONE),
        (-8, "Fika på Mötesplatsen en kvart", PARTLY),
        (-4, "Fika på Mötesplatsen en halvtimme", DONE),
    ):
        step = app.do.path.plan_step(words, goal_id=goal.item)
        clock.go(days, 15)
        app.do.path.mark_step(step.item, state)
    app.do.path.plan_step("Frukost före nio tre dagar", goal_id=morning.item)
    clock.go(-2, 12)
    app.do.path.record_good("Ringde tillbaka till vården själv")
    app.do.path.plan_step("Ringa Per och fråga om blanketten", day=_day(clock, 0))
    app.do.path.plan_step("Skriva det jag inte vågar säga än", private=True)
    await app.sync()
    await elins_path(clock, anna, app, who)
    clock.go(-7, 9)
    _book(
        anna,
        clock,
        who,
        1,
        14,
        party="insurance",
        title="Avstämning om ersättning",
        place="",
        contact="Per Sjö",
        way="phone",
    )
    _book(
        anna,
        clock,
        who,
        6,
        10,
        party="municipality",
        title="Vi ses på Mötesplatsen",
        place="Torget 3",
        contact="Anna Lind",
    )
    anna.do.messages.write(
        "Hej Elin! Så fint att du fikade en hel halvtimme. Ska vi ta nästa steg tillsammans på onsdag?",
        participant=who,
    )
    anna.do.messages.note("Ringer hellre än skriver när det är tungt. Inte före tio.", who)
    await anna.sync()
    await elins_times(clock, anna, app, who)
    await app.sync()
    clock.go(-1, 11, 5)
    app.do.messages.mark_read()
    app.do.messages.write("Ja gärna. Kan vi sitta vid fönstret?")
    await app.sync()
    clock.go(-1, 13)
    await anna.sync()
    anna.do.messages.mark_read(participant=who)
    anna.do.messages.write("Självklart. Jag tingar bordet.", participant=who)
    await anna.sync()


async def _marek(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    clock.go(-28, 10)
    goal = app.do.path.set_goal("Find work where my back holds", "work_training")
    step = app.do.path.plan_step("Look at two placements on the list", goal_id=goal.item)
    clock.go(-22, 17)
    app.do.path.mark_step(step.item, DONE)
    clock.go(-21, 9)
    app.do.path.plan_step("Call the workshop and ask to look around", goal_id=goal.item)
    await app.sync()
    await mareks_path(clock, app)
    await mareks_times(clock, anna, app, who)


TALES = {SAMIRA: _samira, ELIN: _elin, MAREK: _marek}


def _day(clock: StoryClock, days: int) -> date:
    return clock.today + timedelta(days=days)


def _book(
    anna: Teller,
    clock: StoryClock,
    who: str,
    days: int,
    hour: int,
    *,
    party: str,
    title: str,
    place: str,
    contact: str,
    way: str = "in_person",
) -> None:
    starts = datetime.combine(_day(clock, days), time(hour), ZONE).astimezone(UTC)
    anna.do.appointments.book(
        title,
        party,
        starts,
        starts + timedelta(hours=1),
        place=place,
        contact=contact,
        way=way,
        participant=who,
    )
