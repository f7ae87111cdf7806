"""Reminders by mail and SMS: which ways there are, chosen by oneself or written down for somebody."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mia_companion.app.actions.outcome import NO_EMAIL, NO_NUMBER, Outcome, Recorder, clean
from mia_companion.domain import rights
from mia_companion.domain.addresses import address_of, number_of
from mia_companion.domain.channels import CHANNELS, ChannelsChosen
from mia_companion.sync.errors import SyncError
from mia_companion.wire.proofs import DigitsRead, ProofAsked

NO_CLOCK, TOO_QUIET = "no-clock", "too-quiet"
LONGEST_QUIET = timedelta(hours=16)
"""Of a day; in the rest of it something can be sent."""


@dataclass(frozen=True, slots=True)
class Ways:
    """As people write them; each may be empty."""

    mail: str = ""
    number: str = ""


class WayActions(Recorder):
    """`participant` is who is reminded, by a coordinator's hand; left out, oneself."""

    async def offered(self) -> tuple[str, ...] | str:
        """The ways that the server has, or a problem's name."""
        try:
            return (await self._companion.client.health()).reminds_by
        except SyncError as wrong:
            return wrong.name

    def choose(
        self,
        ways: Ways,
        *,
        appointments: tuple[int, ...],
        quiet: tuple[time, time] | None = None,
        tell: bool = False,
        participant: str | None = None,
    ) -> Outcome:
        """Remind by these from now on, `appointments` minutes before each booked time.

        `quiet` is from when until when nothing is sent. The problem is `no-email` or `no-number` for what
        cannot be used, and `too-quiet` where hardly a moment is left; nothing is recorded then.
        """
        mail, number = clean(ways.mail), clean(ways.number)
        if mail and not address_of(mail):
            return Outcome(problem=NO_EMAIL)
        if number and not number_of(number):
            return Outcome(problem=NO_NUMBER)
        if not mail and not number:
            return Outcome(problem=NO_EMAIL)
        begins, ends = quiet or (None, None)
        if begins is not None and ends is not None and quiet_for(begins, ends) > LONGEST_QUIET:
            return Outcome(problem=TOO_QUIET)
        return self._say(
            ChannelsChosen(
                mail=address_of(mail),
                number=number_of(number),
                quiet_from=begins,
                quiet_until=ends,
                appointments=tuple(sorted(set(appointments), reverse=True)),
                tell=tell,
            ),
            participant,
        )

    async def ask_for_proof(self, channel: str, to: str, participant: str | None = None) -> str:
        """Have six digits sent there. Returns a problem's name, or an empty string."""
        asked = ProofAsked(channel=channel, to=to, participant=participant)
        try:
            await self._companion.client.ask_for_proof(asked)
        except SyncError as wrong:
            return wrong.name
        return ""

    async def digits_read(
        self, channel: str, to: str, digits: str, participant: str | None = None
    ) -> str:
        """These were read there. Returns a problem's name, or an empty string: then it is used."""
        said = DigitsRead(channel=channel, to=to, digits=digits[:40], participant=participant)
        try:
            await self._companion.client.digits_read(said)
        except SyncError as wrong:
            return wrong.name
        self._companion.runner.kick()
        return ""

    def end(self, *, participant: str | None = None) -> Outcome:
        """By no way any more."""
        return self._say(ChannelsChosen(mail=""), participant)

    def _say(self, fact: ChannelsChosen, participant: str | None) -> Outcome:
        role = rights.OWN if participant is None else rights.SHARED
        journal = self._companion.view.journal(role, participant)
        return self._record(journal, CHANNELS, lambda: fact)


def quiet_for(begins: time, ends: time) -> timedelta:
    """How long it is quiet from one time of the day to the other; a whole day where they are the same."""
    day = date(2000, 1, 1)
    lasts = datetime.combine(day, ends) - datetime.combine(day, begins)
    return lasts if lasts > timedelta() else lasts + timedelta(days=1)
