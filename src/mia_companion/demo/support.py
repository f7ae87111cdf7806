"""Since when the demo's people take part, what is done to help them on, and what Anna believes."""

from datetime import date, timedelta

from mia_companion.app.actions.interventions import Planned
from mia_companion.app.actions.network import Reach
from mia_companion.demo.people import ELIN, MAREK, SAMIRA, DemoParticipant
from mia_companion.demo.tellers import StoryClock, Teller
from mia_companion.domain.enrolments import READY_FOR_WORK, under_way
from mia_companion.domain.openings import GLANCE, MESSAGES, TIMES
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.consent_words import PURPOSES, TEXT_VERSION

_BEGAN = {SAMIRA: -41, ELIN: -36, MAREK: -29}
_HALF_A_YEAR = 183


async def tell_support(person: DemoParticipant, clock: StoryClock, anna: Teller, who: str) -> None:
    """Marek has been here before: that time's follow-up is soon."""
    clock.go(-28, 11)
    await anna.sync()
    if person is MAREK:
        _before(clock, anna, who)
    _begin(clock, anna, who, _BEGAN[person])
    for said in _interventions(person, clock):
        anna.do.interventions.intervene(
            said, who, today=_day(clock, -28), item=anna.companion.ids.new()
        )
    if person is ELIN:
        anna.do.beliefs.note(3, who, words="Orken räcker inte än. Viljan finns.", item=_id(anna))
        clock.go(-2, 15)
        anna.do.beliefs.note(4, who, words="En halvtimme på kaféet, två gånger.", item=_id(anna))
    for days, part in ((-12, GLANCE), (-6, MESSAGES), (-6, TIMES), (-2, GLANCE)):
        clock.go(days, 9)
        anna.do.openings.note(who, part, _day(clock, days))
    await anna.sync()


def say_yes(clock: StoryClock, app: Teller) -> None:
    """Samira lets the region and the municipality plan together."""
    clock.go(-9, 13)
    words = words_for(SAMIRA.language)
    app.do.consents.give(
        "region",
        "municipality",
        ("plan", "work"),
        purpose=words.t(PURPOSES[2]),
        valid_from=_day(clock, -9),
        valid_until=_day(clock, 170),
        language=SAMIRA.language,
        text_version=TEXT_VERSION,
    )
    app.do.network.add("منى", "other", "جارتي", Reach(phone="070-000 00 31"))


def _before(clock: StoryClock, anna: Teller, who: str) -> None:
    _begin(clock, anna, who, -_HALF_A_YEAR - 300)
    first = under_way(anna.companion.view.plan(who).shared.enrolments)
    if first is not None:
        anna.do.support.finish(
            first,
            _day(clock, 8 - _HALF_A_YEAR),
            READY_FOR_WORK,
            who,
            words="Söker lager eller verkstad, helst halvtid.",
            today=_day(clock, -28),
        )


def _begin(clock: StoryClock, anna: Teller, who: str, days: int) -> None:
    anna.do.support.begin(_day(clock, days), who, today=_day(clock, -28), item=_id(anna))


def _interventions(person: DemoParticipant, clock: StoryClock) -> tuple[Planned, ...]:
    def made(sort: str, first: int, last: int | None, words: str, party: str) -> Planned:
        until = _day(clock, last) if last is not None else None
        return Planned(sort, _day(clock, first), until, words, party)

    if person is SAMIRA:
        return (
            made("studies", -35, 120, "Svenska för invandrare, två dagar i veckan", "municipality"),
            made("work_training", -6, 60, "Förskolan Eken, tisdagar och torsdagar", "municipality"),
        )
    if person is ELIN:
        return (
            made("rehabilitation", -30, None, "Samtal med rehabkoordinator", "region"),
            made(
                "work_training", 5, 90, "Mötesplatsens kafé, en förmiddag i veckan", "municipality"
            ),
        )
    return (made("placement", -20, -1, "Cykelverkstaden", "employment"),)


def _id(anna: Teller) -> str:
    return anna.companion.ids.new()


def _day(clock: StoryClock, days: int) -> date:
    return clock.today + timedelta(days=days)
