"""The view: everything that screens may show, as one frozen value, replaced whole at each change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mia_companion.app.administration import Administration
from mia_companion.app.beforehand import Beforehand
from mia_companion.app.choices import Choices
from mia_companion.app.lock.state import LockState
from mia_companion.app.pairing import Pairing, still_asked
from mia_companion.app.sending import Sending
from mia_companion.domain import rights
from mia_companion.domain.bad_days import BadDays, as_it_stands
from mia_companion.domain.directory import ContactListed, CoordinatorListed, HelpNumberListed
from mia_companion.domain.messages import Message
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.plan import Plan
from mia_companion.store.journals import Held
from mia_companion.store.outbox import SENT, WAITING
from mia_companion.wire import problems
from mia_companion.wire.accounts import Account

RESTING, SYNCING, FAILED, SIGNED_OUT = "resting", "syncing", "failed", "signed_out"

ARRIVED, READ = "arrived", "read"
"""Beside the outbox's states, where a message can be."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """`problem` is one of `wire.problems` when `phase` is FAILED."""

    phase: str = RESTING
    problem: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class View(Sending):
    """What one account's device shows. Maps are by journal id. Compared by identity: it can be large."""

    account: Account | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    journals: Mapping[str, Held] = field(default_factory=dict)
    by_role: Mapping[tuple[str, str | None], str] = field(default_factory=dict)
    """Each of the journals, by its role and whom it is about."""
    sync: SyncState = SyncState()
    choices: Choices = field(default_factory=Choices)
    clock_is_off: bool = False
    was_mended: bool = False
    hidden: bool = False
    administration: Administration = field(default_factory=Administration)
    beforehand: Beforehand = field(default_factory=Beforehand)
    pairing: Pairing | None = None
    is_idle: bool = False
    """Staff have not touched this device for too long: they sign in again before anything is shown."""
    closes_soon: bool = False
    """It is nearly so; a touch is enough to stay."""
    is_asked: bool = False
    """Whoever is here is asked to show once more who they are."""
    is_damaged: bool = False
    """Something that is kept here is broken; the next opening mends it."""
    lock: LockState = field(default_factory=LockState)

    @property
    def role(self) -> str:
        """One of `rights`; empty while nobody is in."""
        return self.account.role if self.account else ""

    @property
    def is_coordinator(self) -> bool:
        """Whether the coordinator's workspace is what to show."""
        return self.role == rights.COORDINATOR

    @property
    def is_staff(self) -> bool:
        """Whether somebody is in who signed in with a password."""
        return self.role not in ("", rights.PARTICIPANT)

    @property
    def is_closed(self) -> bool:
        """Whether this phone was let in with a code and is out again: see `Pairing`."""
        return self.pairing is not None and self.pairing.is_out(self.sync.phase == SIGNED_OUT)

    @property
    def waits_for_words(self) -> bool:
        """Whether this phone came in by letter, and its two words are still to be compared."""
        return self.pairing is not None and self.pairing.waits and not self.is_closed

    @property
    def shows_notices(self) -> bool:
        """Whether whoever is signed in wants reminders outside the app on this device."""
        return self.account is not None and self.choices.notices == self.account.id

    @property
    def participants(self) -> tuple[str, ...]:
        """Ids of the participants whose shared journal this device reads, by name."""
        found = {
            h.info.participant
            for h in self.journals.values()
            if h.info.role == rights.SHARED and h.info.participant
        }
        return tuple(sorted(found, key=lambda p: (self.plan(p).name.casefold(), p)))

    def journal(self, role: str, participant: str | None = None) -> str | None:
        """The id of the journal of that role about that participant; a participant's own by default."""
        if participant is None and self.account and self.account.role == rights.PARTICIPANT:
            participant = self.account.id
        return self.by_role.get((role, None if role == rights.DIRECTORY else participant))

    def picture(self, role: str, participant: str | None = None) -> Picture:
        """The picture of that journal; empty while it is not here."""
        return self.pictures.get(self.journal(role, participant) or "", EMPTY)

    def plan(self, participant: str | None = None) -> Plan:
        """A person's plan; one's own by default. A coordinator's has nothing private in it."""
        own = EMPTY if self.is_coordinator else self.picture(rights.OWN, participant)
        return Plan(shared=self.picture(rights.SHARED, participant), own=own)

    def own_view(self, participant: str) -> Picture:
        """What the coordinator at this device keeps about that participant for themselves."""
        return self.picture(rights.OWN, participant) if self.is_coordinator else EMPTY

    def whereabouts(self, message: Message, participant: str | None = None) -> str:
        """Where a message is: waiting, held, sent, arrived or read."""
        seq = message.by.seq
        if seq is None:
            states = [w.state for w in self.outbox if w.entry.id == message.by.entry]
            return states[0] if states else WAITING
        if self.plan(participant).read_by_others(message):
            return READ
        journal = self.journals.get(self.journal(rights.SHARED, participant) or "")
        reached = journal.reached if journal else {}
        others = [upto for account, upto in reached.items() if account != message.by.author]
        return ARRIVED if any(upto >= seq for upto in others) else SENT

    @property
    def site(self) -> Picture:
        """The site's directory."""
        return self.picture(rights.DIRECTORY)

    def coordinators_of(self, participant: str | None = None) -> tuple[str, ...]:
        """Ids of the coordinators who follow that participant now; a participant's own by default."""
        held = self.journals.get(self.journal(rights.SHARED, participant) or "")
        return held.coordinators if held else ()

    def follows(self, participant: str) -> bool:
        """Whether whoever is signed in is among the participant's own coordinators, not in their place."""
        theirs = self.coordinators_of(participant)
        return not theirs or (self.account is not None and self.account.id in theirs)

    def coordinator_name(self, account: str) -> str:
        """A coordinator's name from the directory, or an empty string."""
        listing = self.site.listings.get(f"coordinator/{account}")
        return listing.fact.name if listing and isinstance(listing.fact, CoordinatorListed) else ""

    @property
    def coordinators(self) -> tuple[CoordinatorListed, ...]:
        """Everyone who coordinates at the site now."""
        facts = [one.fact for one in self.site.listings.values()]
        return tuple(f for f in facts if isinstance(f, CoordinatorListed) and not f.ended)

    @property
    def contacts(self) -> tuple[ContactListed, ...]:
        """The site's contacts at the parties."""
        facts = [one.fact for one in self.site.listings.values()]
        return tuple(f for f in facts if isinstance(f, ContactListed) and f.name)

    @property
    def help_numbers(self) -> tuple[HelpNumberListed, ...]:
        """What the site's directory says of help numbers; one with an empty number is taken away."""
        facts = [one.fact for one in self.site.listings.values()]
        listed = tuple(f for f in facts if isinstance(f, HelpNumberListed))
        return listed or self.beforehand.numbers

    @property
    def bad_days(self) -> BadDays:
        """One's own plan for bad days; before signing in what may be seen of it."""
        own = self.picture(rights.OWN)
        if self.account is None:
            return self.beforehand.plan or BadDays()
        return as_it_stands(own.bad_day_parts, own.bad_day_calls)


def by_role(journals: Mapping[str, Held]) -> Mapping[tuple[str, str | None], str]:
    """`View.by_role` of those journals."""
    infos = (held.info for held in journals.values())
    return {(info.role, info.participant): info.id for info in infos}


def ended_early(view: View, name: str, now: datetime) -> dict[str, object]:
    """What a run changes in the view that ended with that problem."""
    if name == problems.IDLE_TOO_LONG:
        return {"sync": SyncState(), "is_idle": True}
    if name != problems.SIGNED_OUT:
        return {"sync": SyncState(FAILED, name)}
    return {"sync": SyncState(SIGNED_OUT, name), "pairing": still_asked(view.pairing, now)}
