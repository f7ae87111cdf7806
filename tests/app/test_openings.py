"""What was opened is written down once a day, counts as nothing that waits, and is told day by day."""

from datetime import date, timedelta
from pathlib import Path

from mia_companion.app.looked_at import Day, Looker, looked_at
from mia_companion.domain.facts import read_fact
from mia_companion.domain.openings import FORM, MESSAGES, PATH, OpenedPart, Opening, PersonOpened
from mia_companion.domain.rights import DIRECTORY, SERVER, SHARED
from mia_companion.store.outbox import HELD, REFUSED
from mia_companion.wire.opened import EVERYTHING, FETCHED, TAKEN_OUT, LateOpening, Look, Opened
from tests.domain.telling import Told
from tests.domain.test_openings import opened
from tests.example_data import COORDINATOR, NOW, TODAY
from tests.ui.office import Office, an_office
from tests.ui.team import JONAS, JONAS_LISTED, KARIN_AWAY

ADA, BO = "person-ada", "person-bo"
DAY = timedelta(days=1)


def written(office: Office) -> list[tuple[str, PersonOpened]]:
    found = [(w.entry.journal, read_fact(w.entry.body)) for w in office.companion.view.outbox]
    return [(journal, fact) for journal, fact in found if isinstance(fact, PersonOpened)]


def test_once_a_coordinator_person_part_and_day_also_after_it_was_sent(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.person(BO, "Bo")
        for _ in range(3):
            office.do.openings.note(ADA, PATH, TODAY)
            office.do.openings.note(ADA, MESSAGES, TODAY)
            office.do.openings.note(BO, PATH, TODAY)
        office.do.openings.note("nobody", PATH, TODAY)
        assert [(journal, fact.part) for journal, fact in written(office)] == [
            (f"{SHARED}-{ADA}", PATH),
            (f"{SHARED}-{ADA}", MESSAGES),
            (f"{SHARED}-{BO}", PATH),
        ]
        office.tell(SHARED, ADA, opened(FORM), COORDINATOR)  # on another device of hers
        office.do.openings.note(ADA, FORM, TODAY)
        assert len(written(office)) == 3
        office.do.openings.note(ADA, PATH, TODAY + DAY)
        assert len(written(office)) == 4


def test_in_whose_place_is_written_down_with_it(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.followed_by[ADA] = (JONAS,)
        office.person(ADA, "Ada")
        office.tell(DIRECTORY, None, JONAS_LISTED, COORDINATOR)
        away = KARIN_AWAY.model_copy(
            update={"coordinator_id": JONAS, "covered_by": COORDINATOR, "first_day": TODAY}
        )
        office.do.openings.note(ADA, PATH, TODAY)
        office.tell(DIRECTORY, None, away, COORDINATOR)
        office.do.openings.note(ADA, MESSAGES, TODAY)
        assert [fact.in_place_of for _, fact in written(office)] == ["", JONAS]


def test_it_is_sent_like_all_else_but_nobody_is_told_that_it_waits(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        before = office.companion.view
        assert (before.waiting_count, before.a_deed_waits) == (0, False)
        office.do.openings.note(ADA, PATH, TODAY)
        view = office.companion.view
        assert (view.waiting_count, view.a_deed_waits, len(view.to_send)) == (0, False, 1)
        assert view.something_waits, "nobody leaves this device before it is sent"
        office.do.messages.write("Hej", participant=ADA)
        assert (office.companion.view.waiting_count, office.companion.view.a_deed_waits) == (
            1,
            True,
        )


def test_one_that_is_refused_stays_in_nobodys_way(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.do.openings.note(ADA, PATH, TODAY)
        office.do.messages.write("Hej", participant=ADA)
        trace, word = (w.entry.id for w in office.companion.view.outbox)
        outbox = office.companion.store.outbox
        outbox.mark([(HELD, "", trace)])
        office.companion.outbox_changed()
        assert [w.entry.id for w in office.companion.view.outbox] == [trace, word]
        outbox.mark([(REFUSED, "access-ended", trace), (REFUSED, "access-ended", word)])
        office.companion.outbox_changed()
        assert [w.entry.id for w in office.companion.view.refused] == [word]
        assert [w.entry.id for w in outbox.all()] == [word]
        assert office.companion.view.plan(ADA).shared.openings == {}


def _openings(*days: date) -> list[Opening]:
    told = Told()
    for day in days:
        told.tell(opened(PATH, day), by=COORDINATOR, at=NOW + (day - TODAY))
    return list(told.picture.openings.values())


def test_what_apps_wrote_and_what_the_server_knows_is_told_day_by_day_newest_first() -> None:
    at = NOW + timedelta(hours=1)
    late = OpenedPart(part=MESSAGES, at=NOW - DAY)
    told = Opened(
        looks=(
            Look(day=TODAY, account="account-eva", what=FETCHED, at=at),
            Look(day=TODAY, account=COORDINATOR, what=FETCHED, at=at),
            Look(day=TODAY - DAY, account=SERVER, what=EVERYTHING, at=at - DAY),
            Look(day=TODAY - DAY, account=COORDINATOR, what=f"{TAKEN_OUT}csv", at=at - DAY),
            Look(day=TODAY - 9 * DAY, account=COORDINATOR, what="of a later version", at=at),
        ),
        late=(
            LateOpening(day=TODAY - DAY, account=JONAS, part=late),
            LateOpening(day=TODAY, account=COORDINATOR, part=OpenedPart(part=PATH, at=at)),
        ),
        since=TODAY - 30 * DAY,
    )
    today = OpenedPart(part=PATH, at=NOW)
    alone = Looker(COORDINATOR, (today,))
    assert looked_at(_openings(TODAY)) == (Day(TODAY, (alone,)),)
    assert looked_at(_openings(TODAY, TODAY + DAY), told)[1:] == (
        Day(
            TODAY,
            (
                Looker(COORDINATOR, (today,), fetched_at=at),
                Looker("account-eva", fetched_at=at),
            ),
        ),
        Day(
            TODAY - DAY,
            (
                Looker(COORDINATOR, taken_out=True),
                Looker(SERVER, got_everything=True),
                Looker(JONAS, (late,)),
            ),
        ),
    )
    assert looked_at(()) == ()
