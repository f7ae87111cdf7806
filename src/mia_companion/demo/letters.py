"""What the demo's people write about one matter each, and when the team answers."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta

from mia_companion.demo.people import ELIN, MAREK, SAMIRA, DemoParticipant
from mia_companion.demo.tellers import StoryClock, Teller
from mia_companion.domain import rights
from mia_companion.domain.directory import ClosedListed, HoursListed
from mia_companion.domain.messages import GENERAL, thread_about
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.phrases import SWEDISH, in_swedish

_OPENS, _CLOSES = time(9), time(16)


def list_hours(anna: Teller, clock: StoryClock) -> None:
    """The team's week, and a day on which it is closed."""
    directory = anna.companion.view.journal(rights.DIRECTORY) or ""
    for weekday in range(1, 6):
        hours = HoursListed(weekday=weekday, opens=_OPENS, closes=_CLOSES)
        anna.companion.record(directory, hours)
    anna.companion.record(directory, ClosedListed(day=_weekday_after(clock.today, 9)))


async def _samira(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """A ready phrase about the doctor's appointment, and an answer that is not read yet."""
    thread = thread_about("appointment", _appointment(app, "Läkarbesök"))
    clock.go(-1, 16, 45)
    phrase = words_for(SAMIRA.language).t("I need an interpreter.")
    app.do.messages.write(
        phrase,
        thread=thread,
        translation=in_swedish(phrase),
        translation_language=SWEDISH,
    )
    await app.sync()
    clock.go(-1, 16, 55)
    await anna.sync()
    anna.do.messages.write("Tolken är beställd till läkarbesöket.", thread=thread, participant=who)
    await anna.sync()


async def _elin(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """A question about a step, answered and read."""
    step = next(s.id for s in app.companion.view.plan().open_steps if s.words.startswith("Ringa"))
    thread = thread_about("step", step)
    clock.go(-1, 14)
    app.do.messages.write("Vad ska jag säga när jag ringer?", thread=thread)
    await app.sync()
    clock.go(-1, 14, 20)
    await anna.sync()
    anna.do.messages.mark_read(thread=thread, participant=who)
    anna.do.messages.write(
        "Säg ditt namn och att du undrar över blanketten. Mer behövs inte. Vi kan ringa tillsammans"
        " om du hellre vill.",
        thread=thread,
        participant=who,
    )
    await anna.sync()
    await app.sync()
    app.do.messages.mark_read(thread=thread)
    clock.go(-1, 15, 5)
    app.do.messages.write("Ja, gärna tillsammans. Kan vi ta det på torsdag?", thread=thread)


async def _marek(clock: StoryClock, anna: Teller, app: Teller, who: str) -> None:
    """A thank-you that needs no answer."""
    clock.go(-2, 9, 30)
    app.do.messages.write("Thank you, that was all I wondered about.")
    await app.sync()
    clock.go(-2, 10)
    await anna.sync()
    anna.do.messages.mark_read(participant=who)
    anna.do.messages.settle(GENERAL, who)
    await anna.sync()


Told = Callable[[StoryClock, Teller, Teller, str], Awaitable[None]]

LETTERS: dict[DemoParticipant, Told] = {SAMIRA: _samira, ELIN: _elin, MAREK: _marek}


def _appointment(app: Teller, title: str) -> str:
    return next(a.id for a in app.companion.view.plan().appointments if a.title == title)


def _weekday_after(today: date, days: int) -> date:
    day = today + timedelta(days=days)
    return day - timedelta(days=max(0, day.isoweekday() - 5))
