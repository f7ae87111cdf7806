"""What belongs to the demo's appointments: how to get there, an interpreter, what to say, what was agreed."""

from datetime import UTC, datetime, time, timedelta

from mia_companion.demo.tellers import ZONE, StoryClock, Teller
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import BOOKED, WANTED

_FRIDAY = 4


async def samiras_times(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """An interpreter, a first visit, a question that is prepared, and one that was."""
    clock.go(-3, 10, 30)
    doctor, nursery = _named(anna, "Läkarbesök", who), _named(anna, "Besök på förskolan", who)
    anna.do.arrangements.detail(
        doctor,
        {
            "bring": "Legitimation och listan över mediciner",
            "directions": "Buss 4 till Exempelgatan. Ingången är på baksidan, bredvid apoteket.",
            "phone": "010-000 00 20",
            "first_time": "Du tar en nummerlapp i receptionen och säger ditt namn. Sedan sitter du i"
            " väntrummet till vänster. Någon kommer och hämtar dig. Besöket tar en halvtimme.",
        },
        participant=who,
    )
    _book(
        anna,
        clock,
        who,
        -9,
        10,
        party="employment",
        title="Planeringsmöte",
        place="Torget 1",
        contact="Mona Ali",
    )
    await anna.sync()
    await app.sync()
    clock.go(-2, 18, 20)
    app.do.appointments.confirm(_named(app, "Läkarbesök"))
    app.do.arrangements.interpreter(doctor.id, WANTED, "ar")
    app.do.arrangements.prepare(
        doctor.id, "هل يمكن أن أغيّر وقت الدواء؟ أنا متعبة جدًا في الصباح.", item=_id(app)
    )
    app.do.arrangements.prepare(doctor.id, "لا أنام جيدًا منذ الصيف", private=True, item=_id(app))
    await app.sync()
    await anna.sync()
    clock.go(-1, 9)
    anna.do.arrangements.interpreter(nursery.id, BOOKED, "ar", participant=who)
    anna.do.arrangements.write_minutes(
        _named(anna, "Planeringsmöte", who),
        "Samira börjar med språkcafé på tisdagar. Mona frågar förskolan Eken om en praktikplats.",
        participant=who,
        item=_id(anna),
    )
    await anna.sync()


async def elins_times(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """A number to call, a video call, another time asked for, a time of her own, and what was agreed."""
    clock.go(-6, 9)
    call = _named(anna, "Avstämning om ersättning", who)
    said = {"phone": "010-000 00 11", "bring": "Brevet från i fredags"}
    anna.do.arrangements.detail(call, said, participant=who)
    _book(
        anna,
        clock,
        who,
        8,
        13,
        party="region",
        title="Samtal med kuratorn",
        contact="Lena Åkesson",
        way="video",
        link="https://video.region.example/rum/elin",
        first_time="Du får ett sms med en kod. Öppna länken fem minuter före, och skriv in koden. Det"
        " gör inget om bilden inte fungerar, då ringer Lena i stället.",
    )
    _book(
        anna,
        clock,
        who,
        -14,
        10,
        party="municipality",
        title="Första besöket på Mötesplatsen",
        place="Torget 3",
        contact="Ida Strand",
    )
    await anna.sync()
    await app.sync()
    clock.go(-5, 17)
    app.do.arrangements.prepare(
        call.id, "Vad händer med ersättningen om jag börjar praktik?", item=_id(app)
    )
    app.do.arrangements.prepare(
        call.id, "Säga att jag blir rädd när det kommer brev", private=True, item=_id(app)
    )
    app.do.appointments.ask_move(
        _named(app, "Vi ses på Mötesplatsen"), "Efter lunch, om det går. Morgnarna är svåra."
    )
    app.do.appointments.book(
        "Tandläkaren",
        "other",
        _at(clock, 3, 8, 30),
        place="Storgatan 12, 2 trappor",
        private=True,
    )
    await app.sync()
    clock.go(-13, 11)
    past = _named(anna, "Första besöket på Mötesplatsen", who)
    anna.do.arrangements.write_minutes(
        past,
        "Elin kommer en halvtimme på onsdagar, och väljer själv om hon stannar längre. Ida möter i"
        " dörren de första gångerna.",
        participant=who,
        item=_id(anna),
    )
    await anna.sync()


async def mareks_times(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """One that was moved, and one that was cancelled."""
    clock.go(-4, 9)
    for days, title in ((4, "A look around the workshop"), (1, "Meeting about the placement")):
        _book(
            anna,
            clock,
            who,
            days,
            10,
            party="employment",
            title=title,
            place="Torget 1",
            contact="Mona Ali",
        )
    clock.go(-1, 15)
    visit = _named(anna, "A look around the workshop", who)
    moved = _at(clock, 5, 13)
    anna.do.appointments.move(visit, moved, moved + timedelta(hours=1), participant=who)
    anna.do.appointments.cancel(_named(anna, "Meeting about the placement", who), participant=who)
    await anna.sync()


def _named(teller: Teller, title: str, who: str | None = None) -> Appointment:
    found = teller.companion.view.plan(who).appointments
    return next(one for one in found if one.title == title)


def _at(clock: StoryClock, days: int, hour: int, minute: int = 0) -> datetime:
    """So many days from today, or on the Monday after when that is a weekend."""
    day = clock.today + timedelta(days=days)
    if day.weekday() > _FRIDAY:
        day += timedelta(days=7 - day.weekday())
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def _id(teller: Teller) -> str:
    return teller.do.drafts.new_id()


def _book(anna: Teller, clock: StoryClock, who: str, days: int, hour: int, **details: str) -> None:
    starts = _at(clock, days, hour)
    title, party = details.pop("title"), details.pop("party")
    ends = starts + timedelta(hours=1)
    anna.do.appointments.book(title, party, starts, ends, participant=who, **details)  # type: ignore[arg-type]
