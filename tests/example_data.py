"""Every maker the tests use: a fixed clock, seeded ids, and invented people."""

import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.consents import ConsentGiven
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.ids import Ids
from mia_companion.domain.messages import MessageWritten, ThreadReadUpTo
from mia_companion.domain.rights import OWN, SHARED, JournalInfo
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned
from mia_companion.store.journals import Held

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))

PARTICIPANT, COORDINATOR = "account-amina", "account-karin"
PHONE, TABLET, DESKTOP = "device-phone", "device-tablet", "device-desktop"
EPOCH = "epoch-1"
JOURNAL, OWN_JOURNAL, SITE = "journal-shared", "journal-own", "site-west"
LONG_JOURNAL = "journal-long"


class FixedClock:
    """A clock that stands still until it is told to move."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **by: float) -> None:
        """Let time pass; `by` is what timedelta takes."""
        self.now += timedelta(**by)


def seeded(seed: int) -> Callable[[int], bytes]:
    """Randomness that is the same in every run."""
    return random.Random(seed).randbytes


def make_ids(seed: int = 1, clock: Callable[[], datetime] | None = None) -> Ids:
    """Ids that are the same in every run."""
    return Ids(clock or FixedClock(), seeded(seed))


def entry(
    fact: Fact | str,
    id: str = "entry-0001",
    *,
    journal: str = JOURNAL,
    author: str = PARTICIPANT,
    device: str = PHONE,
    at: datetime = NOW,
    based_on: int = 0,
    epoch: str = EPOCH,
) -> Entry:
    """An entry as a device writes it; a string is a body as it stands."""
    body = fact if isinstance(fact, str) else write_fact(fact)
    return Entry(
        id=id,
        journal=journal,
        author=author,
        device=device,
        happened_at=at,
        based_on=based_on,
        epoch=epoch,
        body=body,
    )


def confirmed(said: Entry, seq: int, *, at: datetime | None = None) -> Confirmed:
    """That entry, as the server confirmed it at its place."""
    return Confirmed(
        entry=said,
        seq=seq,
        received_at=at or said.happened_at,
        receipt=f"receipt-{seq}",
        epoch=EPOCH,
    )


def in_order(said: Iterable[Entry]) -> tuple[Confirmed, ...]:
    """Entries as a journal from seq 1."""
    return tuple(confirmed(one, seq) for seq, one in enumerate(said, 1))


def told(*facts: Fact | str) -> tuple[Confirmed, ...]:
    """Facts by the participant as a journal: the n-th is entry `entry-000n`, who had seen all before."""
    return in_order(
        entry(fact, f"entry-{n:04}", based_on=n - 1) for n, fact in enumerate(facts, start=1)
    )


def goal(id: str = "goal-1", words: str = "Orka mer") -> GoalSet:
    """A goal."""
    return GoalSet(goal_id=id, words=words, area="health")


def step(id: str = "step-1", words: str = "Gå ut en stund", day: date | None = None) -> StepPlanned:
    """A planned step."""
    return StepPlanned(step_id=id, words=words, day=day)


def message(id: str = "message-1", words: str = "Hej!") -> MessageWritten:
    """A message in the general thread."""
    return MessageWritten(message_id=id, words=words)


def blob(
    content: bytes, id: str = "blob-0001", name: str = "", kind: str = "image/jpeg"
) -> BlobRef:
    """What an entry says of those bytes."""
    sha256 = hashlib.sha256(content).hexdigest()
    return BlobRef(blob_id=id, sha256=sha256, size=len(content), media_type=kind, name=name)


def booking(id: str = "appointment-1", starts_at: datetime | None = None) -> AppointmentBooked:
    """An appointment, tomorrow unless told otherwise."""
    return AppointmentBooked(
        appointment_id=id,
        party="region",
        title="Läkarbesök",
        starts_at=starts_at or NOW + timedelta(days=1),
        place="Storgatan 1",
    )


def consent(id: str = "consent-1") -> ConsentGiven:
    """A consent for this year."""
    return ConsentGiven(
        consent_id=id,
        from_party="region",
        to_party="insurance",
        categories=("plan",),
        purpose="En gemensam planering",
        valid_from=date(2026, 1, 1),
        valid_until=date(2026, 12, 31),
        language="sv",
        text_version="1",
    )


def info(id: str = JOURNAL, role: str = SHARED) -> JournalInfo:
    """A journal about the participant."""
    owner = PARTICIPANT if role == OWN else None
    return JournalInfo(id=id, role=role, site=SITE, participant=PARTICIPANT, owner=owner)


def held(id: str = JOURNAL, role: str = SHARED, reached: dict[str, int] | None = None) -> Held:
    """What a store keeps of a journal."""
    return Held(info=info(id, role), reached=reached or {})


def steps_told(count: int, journal: str = JOURNAL, start: int = 1) -> Sequence[Confirmed]:
    """So many planned steps, confirmed from seq `start`."""
    return [
        confirmed(entry(step(f"step-{n}"), f"{journal}-{n:06}", journal=journal), n)
        for n in range(start, start + count)
    ]


def life_told(count: int, journal: str = JOURNAL) -> Sequence[Confirmed]:
    """Twenty steps planned and taken, one after the other, and then nothing but reading, as a journal."""
    taken: list[Fact] = []
    for n in range(20):
        taken += [step(f"step-{n:02}"), StepDone(step_id=f"step-{n:02}")]
    facts = [*taken, *(ThreadReadUpTo(seq=n) for n in range(count))][:count]
    return [
        confirmed(entry(fact, f"{journal}-{n:06}", journal=journal, based_on=n - 1), n)
        for n, fact in enumerate(facts, 1)
    ]


def steps_done(count: int, journal: str = JOURNAL, start: int = 1) -> Sequence[Confirmed]:
    """So many steps `<journal>-step-<n>`, each planned and taken, confirmed from seq `start`."""
    facts: list[Fact] = []
    for n in range(count):
        facts += [step(f"{journal}-step-{n}"), StepDone(step_id=f"{journal}-step-{n}")]
    return [
        confirmed(entry(fact, f"{journal}-{n:06}", journal=journal, based_on=n - 1), n)
        for n, fact in enumerate(facts, start)
    ]
