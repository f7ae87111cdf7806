"""Facts and journals as Hypothesis draws them: few ids, so that facts meet."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from mia_companion.domain import appointments as a
from mia_companion.domain import arrangements as ar
from mia_companion.domain import bad_days as b
from mia_companion.domain import channels as ch
from mia_companion.domain import checkins as ci
from mia_companion.domain import consents as c
from mia_companion.domain import corrections as co
from mia_companion.domain import directory as d
from mia_companion.domain import erasures as er
from mia_companion.domain import goals as g
from mia_companion.domain import messages as m
from mia_companion.domain import milestones as ms
from mia_companion.domain import network as n
from mia_companion.domain import people as p
from mia_companion.domain import ratings as r
from mia_companion.domain import reminders as re
from mia_companion.domain import step_marks as sm
from mia_companion.domain import steps as s
from mia_companion.domain import suggestions as su
from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact
from mia_companion.domain.openings import PersonOpened
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.words import Undone
from tests.example_data import COORDINATOR, DESKTOP, NOW, PARTICIPANT, PHONE, TABLET, entry
from tests.example_data import confirmed as confirm

DEVICES = {PHONE: PARTICIPANT, TABLET: PARTICIPANT, DESKTOP: COORDINATOR}
"""Three devices of one audience, and whose they are."""

ids = st.sampled_from(["one", "two"])
many_ids = st.sampled_from([f"message-{n}" for n in range(8)])
threads = st.sampled_from([m.GENERAL, m.thread_about("step", "one")])
entry_ids = st.integers(0, 12).map(lambda n: f"entry-{n:04}")
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1, max_size=12
)
times = st.integers(-5000, 5000).map(lambda hours: NOW + timedelta(hours=hours))
days = st.integers(-9, 9).map(lambda n: date(2026, 3, 2) + timedelta(days=n))
weekdays = st.lists(st.integers(1, 7), max_size=3).map(tuple)
levels = st.dictionaries(ids, st.integers(1, 5), min_size=1, max_size=2)
moments = st.times(min_value=time(0), max_value=time(23, 59)).map(
    lambda t: t.replace(microsecond=0)
)

facts: st.SearchStrategy[Fact] = st.one_of(
    st.builds(g.GoalSet, goal_id=ids, words=words, area=ids),
    st.builds(g.GoalReworded, goal_id=ids, words=words),
    st.builds(g.GoalReached, goal_id=ids),
    st.builds(g.GoalRested, goal_id=ids),
    st.builds(g.GoalTakenUp, goal_id=ids),
    st.builds(ms.MilestoneSet, milestone_id=ids, goal_id=ids, words=words),
    st.builds(ms.MilestoneReworded, milestone_id=ids, words=words),
    st.builds(ms.MilestoneReached, milestone_id=ids),
    st.builds(
        s.StepPlanned,
        step_id=ids,
        words=words,
        goal_id=st.none() | ids,
        day=st.none() | days,
        repeats=weekdays,
    ),
    st.builds(s.StepRescheduled, step_id=ids, day=st.none() | days, repeats=weekdays),
    st.builds(sm.StepRemembered, step_id=ids, words=words),
    st.builds(su.StepSuggested, suggestion_id=ids, words=words, day=st.none() | days),
    st.builds(su.SuggestionDeclined, suggestion_id=ids, words=words),
    st.builds(ci.CheckedIn, checkin_id=ids, feeling=st.integers(1, 5)),
    st.builds(ci.CheckInWorded, checkin_id=ids, words=words),
    st.builds(r.AreasRated, rating_id=ids, levels=levels),
    st.builds(a.MoveAsked, appointment_id=ids, revision=entry_ids, words=words),
    st.builds(ar.AppointmentDetailed, appointment_id=ids, title=st.none() | words, bring=words),
    st.builds(ar.AppointmentDetailed, appointment_id=ids, attended_by=st.lists(ids).map(tuple)),
    st.builds(ar.InterpreterNoted, appointment_id=ids, state=ids, language=ids),
    st.builds(ar.MinutesWritten, minutes_id=ids, appointment_id=ids, words=words),
    st.builds(PreparationWritten, preparation_id=ids, appointment_id=ids, words=words),
    st.builds(re.ReminderSet, item=ids, before=weekdays, at=st.none() | moments),
    st.builds(re.ReminderSet, item=ids, eve=st.none() | moments),
    st.builds(re.ReminderSeen, item=ids, due_at=times),
    st.builds(ch.ChannelsChosen, mail=st.just("") | words, quiet_from=moments, quiet_until=moments),
    st.builds(ch.ReminderNotReached, channel=ids, choice=ids),
    st.builds(ch.AddressProved, channel=ids, to=words),
    st.builds(n.ContactAdded, contact_id=ids, name=words, party=ids),
    st.builds(n.ContactRemoved, contact_id=ids),
    st.builds(PassedOn, disclosure_id=ids, consent_id=ids, to_party=ids, categories=st.tuples(ids)),
    st.builds(b.BadDayPlanWritten, part=ids, words=words),
    st.builds(b.BadDayCallAdded, call_id=ids, name=words, number=words),
    st.builds(s.StepRecorded, step_id=ids, words=words, goal_id=st.none() | ids, note=words),
    st.builds(s.StepReworded, step_id=ids, words=words),
    st.builds(sm.StepDone, step_id=ids, note=words, day=st.none() | days),
    st.builds(sm.StepPartlyDone, step_id=ids, note=words, day=st.none() | days),
    st.builds(sm.StepTried, step_id=ids, note=words, day=st.none() | days),
    st.builds(sm.StepSetAside, step_id=ids, note=words, day=st.none() | days),
    st.builds(
        a.AppointmentBooked,
        appointment_id=ids,
        party=ids,
        title=words,
        starts_at=times,
        booking_id=st.none() | ids,
    ),
    st.builds(a.AppointmentMoved, appointment_id=ids, revision=entry_ids, starts_at=times),
    st.builds(a.AppointmentCancelled, appointment_id=ids, revision=entry_ids),
    st.builds(a.AppointmentConfirmed, appointment_id=ids, revision=entry_ids),
    st.builds(m.MessageWritten, message_id=ids, words=words),
    st.builds(m.ThreadReadUpTo, seq=st.integers(0, 20)),
    st.builds(
        c.ConsentGiven,
        consent_id=ids,
        from_party=ids,
        to_party=ids,
        categories=st.tuples(ids),
        purpose=words,
        valid_from=days,
        valid_until=days,
        language=ids,
        text_version=ids,
        collected=st.sampled_from((c.IN_APP, *c.TAKEN_DOWN)),
        said_on=st.none() | days,
    ),
    st.builds(c.ConsentWithdrawn, consent_id=ids),
    st.builds(c.ConsentConfirmed, consent_id=ids, entry=entry_ids),
    st.builds(PersonOpened, part=ids, day=days, in_place_of=st.just("") | ids),
    st.builds(co.CorrectionAsked, correction_id=ids, about=entry_ids, words=words),
    st.builds(co.CorrectionAnswered, correction_id=ids, asking=entry_ids, answer=ids),
    st.builds(er.ErasureAsked, erasure_id=ids, words=words),
    st.builds(
        er.ErasureAnswered, erasure_id=ids, asking=entry_ids, answer=ids, day=st.none() | days
    ),
    st.builds(p.ParticipantNamed, name=words),
    st.builds(p.LanguageChosen, language=ids),
    st.builds(p.NoteWritten, note_id=ids, words=words),
    st.builds(d.SiteNamed, name=words),
    st.builds(d.CoordinatorListed, coordinator_id=ids, name=words),
    st.builds(d.ContactListed, contact_id=ids, name=words, party=ids),
    st.builds(d.HelpNumberListed, help_id=ids, name=words, number=words),
    st.builds(d.HoursListed, weekday=st.integers(1, 7), opens=moments, closes=moments),
    st.builds(d.ClosedListed, day=days),
    st.builds(d.CoverListed, coordinator_id=ids, covered_by=ids, first_day=days, last_day=days),
    st.builds(Undone, item=ids, entry=entry_ids),
)
settling: st.SearchStrategy[Fact] = st.one_of(
    st.builds(s.StepPlanned, step_id=ids, words=words, goal_id=st.none() | ids, repeats=weekdays),
    st.builds(su.StepSuggested, suggestion_id=ids, words=words),
    st.builds(su.SuggestionDeclined, suggestion_id=ids),
    st.builds(sm.StepDone, step_id=ids),
    st.builds(sm.StepSetAside, step_id=ids),
    st.builds(ci.CheckedIn, checkin_id=ids, feeling=st.integers(1, 5)),
    st.builds(m.MessageWritten, message_id=many_ids, thread_id=threads, words=words),
    st.builds(m.ThreadReadUpTo, thread_id=threads, seq=st.integers(0, 20)),
    st.builds(PersonOpened, part=ids, day=days),
    st.builds(a.AppointmentBooked, appointment_id=ids, party=ids, title=words, starts_at=times),
    st.builds(a.AppointmentMoved, appointment_id=ids, revision=entry_ids, starts_at=times),
    st.builds(Undone, item=ids, entry=entry_ids),
)
"""What settles, and what brings it back."""

bodies: st.SearchStrategy[Fact | str] = facts | st.sampled_from(
    ['{"kind":"FromLater","x":1}', '{"kind":"GoalSet"}', "not json", "[]", '{"kind":7}']
)


@st.composite
def journals(
    draw: st.DrawFn,
    longest: int = 12,
    bodies: st.SearchStrategy[Fact | str] = bodies,
    *,
    fewest: int = 0,
) -> tuple[Confirmed, ...]:
    """A journal by three devices, in the server's order."""
    said = draw(
        st.lists(
            st.tuples(bodies, st.sampled_from(sorted(DEVICES)), times),
            min_size=fewest,
            max_size=longest,
        )
    )
    return tuple(
        confirm(_by(body, device, n, draw(st.integers(0, n)), at), n + 1)
        for n, (body, device, at) in enumerate(said)
    )


def _by(body: Fact | str, device: str, number: int, based_on: int, at: object) -> Entry:
    made = entry(
        body,
        f"entry-{number:04}",
        author=DEVICES[device],
        device=device,
        based_on=based_on,
    )
    return made.model_copy(update={"happened_at": at})
