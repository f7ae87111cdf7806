"""What the demo's calendar has beside each person's own times: meetings with several, and common meetings."""

from datetime import UTC, date, datetime, time, timedelta

from mia_companion.demo.tellers import ZONE, StoryClock, Teller
from mia_companion.domain.weeks import monday_of

_BREAKFAST, _TALK = "Frukost på Mötesplatsen", "Trepartssamtal"


def tell_meetings(clock: StoryClock, anna: Teller, people: tuple[str, ...]) -> None:
    """A breakfast for all, two talks that leave little time between them, and two templates."""
    account = anna.companion.view.account
    me = (account.id,) if account else ()
    first, second, third = people
    monday = monday_of(clock.today) + timedelta(days=7)
    for starts, minutes, title, who, place, party in (
        (_at(monday, 1, 9), 60, _BREAKFAST, people, "Mötesplatsen, Torget 3", "municipality"),
        (_at(monday, 1, 10, 15), 45, _TALK, (first,), "Torget 1", "employment"),
        (_at(monday, 3, 13), 60, "Studiebesök på växthuset", (second, third), "Åvägen 2", "other"),
    ):
        anna.do.meetings.book_for(
            who,
            title,
            party,
            starts,
            starts + timedelta(minutes=minutes),
            booking_id=anna.do.drafts.new_id(),
            attended_by=me,
            place=place,
        )
    for title, party, minutes, said in (
        (_BREAKFAST, "municipality", 60, {"place": "Mötesplatsen, Torget 3"}),
        (_TALK, "employment", 45, {"place": "Torget 1", "bring": "Din planering"}),
    ):
        anna.do.meeting_templates.save(
            title, party, "in_person", minutes, said, item=anna.do.drafts.new_id()
        )


def _at(monday: date, days: int, hour: int, minute: int = 0) -> datetime:
    day = monday + timedelta(days=days)
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)
