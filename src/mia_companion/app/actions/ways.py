"""Reminders by mail and SMS: which ways there are, chosen by oneself or written down for somebody."""

from dataclasses import dataclass
from datetime import time

from mia_companion.app.actions.outcome import NO_EMAIL, NO_NUMBER, Outcome, Recorder, clean
from mia_companion.domain import rights
from mia_companion.domain.addresses import address_of, number_of
from mia_companion.domain.channels import CHANNELS, ChannelsChosen
from mia_companion.sync.errors import SyncError


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
        cannot be used; nothing is recorded then.
        """
        mail, number = clean(ways.mail), clean(ways.number)
        if mail and not address_of(mail):
            return Outcome(problem=NO_EMAIL)
        if number and not number_of(number):
            return Outcome(problem=NO_NUMBER)
        if not mail and not number:
            return Outcome(problem=NO_EMAIL)
        begins, ends = quiet or (None, None)
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

    def end(self, *, participant: str | None = None) -> Outcome:
        """By no way any more."""
        return self._say(ChannelsChosen(mail=""), participant)

    def _say(self, fact: ChannelsChosen, participant: str | None) -> Outcome:
        role = rights.OWN if participant is None else rights.SHARED
        journal = self._companion.view.journal(role, participant)
        return self._record(journal, CHANNELS, lambda: fact)
