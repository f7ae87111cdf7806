"""What a person asks about what is kept of them: it waits, is answered, and stays in the history."""

from datetime import date, timedelta

from mia_companion.domain import needs as n
from mia_companion.domain.corrections import (
    CORRECTED,
    DISPUTED,
    CorrectionAnswered,
    CorrectionAsked,
)
from mia_companion.domain.enrolments import EnrolmentBegun
from mia_companion.domain.erasures import STAYS, ErasureAnswered, ErasureAsked, newest
from mia_companion.domain.history import history
from mia_companion.domain.needs import needs
from mia_companion.domain.words import Undone
from tests.domain.telling import Told
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, TODAY, booking

DAY = timedelta(days=1)
WRONG = CorrectionAsked(correction_id="c-1", about="entry-0001", words="Det var i april")


def _told() -> Told:
    """A start that somebody else wrote, and something ahead."""
    begun = EnrolmentBegun(enrolment_id="e-1", day=date(2026, 3, 2))
    return Told().tell(begun, by=COORDINATOR).tell(booking(), by=COORDINATOR)


def _since(told: Told) -> object:
    found = needs(told.plan, PARTICIPANT, COORDINATOR, NOW, TODAY).reasons
    return next((one.at for one in found if one.what == n.DATA_ASKED), None)


def _answer(asking: str, answer: str = CORRECTED) -> CorrectionAnswered:
    return CorrectionAnswered(correction_id="c-1", asking=asking, answer=answer, words="Så är det")


def test_a_correction_waits_until_that_very_asking_is_answered() -> None:
    told = _told()
    assert _since(told) is None
    told.tell(WRONG, at=NOW - DAY)
    assert _since(told) == NOW - DAY
    told.tell(WRONG.model_copy(update={"words": "Det var i maj"}), at=NOW)
    told.tell(_answer("entry-0003"), by=COORDINATOR)
    assert _since(told) == NOW, "an answer to the former words is none to these"
    told.tell(_answer("entry-0004", DISPUTED), by=COORDINATOR)
    assert _since(told) is None
    one = told.picture.corrections["c-1"]
    assert one.answer
    assert (one.answer.answer, one.about) == (DISPUTED, "entry-0001")


def _waits(told: Told) -> bool:
    return told.picture.corrections["c-1"].waits


def test_what_was_taken_back_on_either_side_counts_no_more() -> None:
    told = _told().tell(WRONG).tell(_answer("entry-0003"), by=COORDINATOR)
    told.tell(Undone(item="c-1", entry="entry-0004"), by=PARTICIPANT)
    assert not _waits(told), "nobody undoes another's"
    told.tell(Undone(item="c-1", entry="entry-0004"), by=COORDINATOR)
    assert _waits(told)
    told.tell(Undone(item="c-1", entry="entry-0003"))
    assert not _waits(told)
    assert _since(told) is None


def test_an_erasure_waits_and_its_answer_says_why_until_when_and_how_to_appeal() -> None:
    told = _told().tell(ErasureAsked(erasure_id="r-1", words="Allt"), at=NOW - DAY)
    assert _since(told) == NOW - DAY
    answer = ErasureAnswered(
        erasure_id="r-1",
        asking="entry-0003",
        answer=STAYS,
        day=date(2031, 3, 2),
        reason="Den måste finnas kvar",
        law="socialtjänstlagen",
        appeal="Till förvaltningsrätten",
    )
    told.tell(answer, by=COORDINATOR)
    assert _since(told) is None
    stands = newest(told.picture.erasures.values())
    assert stands is not None
    assert stands.answer
    assert stands.answer.fact == answer
    told.tell(ErasureAsked(erasure_id="r-1", words="Igen"))
    assert told.picture.erasures["r-1"].waits, "asked again, it waits again"


def test_the_history_tells_all_of_it_with_the_words_before() -> None:
    told = _told().tell(WRONG).tell(WRONG.model_copy(update={"words": "Det var i maj"}))
    told.tell(_answer("entry-0004", DISPUTED), by=COORDINATOR)
    told.tell(ErasureAsked(erasure_id="r-1", words="Allt"))
    mine = {"CorrectionAsked", "CorrectionAnswered", "ErasureAsked"}
    found = [(o.what, o.words, o.before, o.about) for o in history(told.picture) if o.what in mine]
    assert found == [
        ("ErasureAsked", "Allt", "", ""),
        ("CorrectionAnswered", "Så är det", "", DISPUTED),
        ("CorrectionAsked", "Det var i maj", "Det var i april", ""),
        ("CorrectionAsked", "Det var i april", "", ""),
    ]
