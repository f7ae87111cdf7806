"""A coordinator makes room for a participant, and gets a code to hand over."""

import sqlalchemy as sa

from mia_companion.domain.rights import COORDINATOR, PARTICIPANT
from mia_companion.server import audit, codes, people
from mia_companion.server.access import Caller
from mia_companion.server.changes import Changes
from mia_companion.server.covering import answers_for
from mia_companion.server.invitation_table import invitations
from mia_companion.server.keys import KeyStore
from mia_companion.server.ledger import Ledger
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.accounts import Invitation, Invite


class Invitations:
    """What `POST /v1/invitations` does."""

    def __init__(
        self, changes: Changes, ledger: Ledger, keys: KeyStore, surroundings: Surroundings
    ) -> None:
        self._changes = changes
        self._ledger = ledger
        self._keys = keys
        self._surroundings = surroundings

    async def invite(self, caller: Caller, asked: Invite) -> Invitation:
        """A fresh code; any earlier unused one of the same participant ends.

        Raises `forbidden` for anyone but a coordinator, `conflict` for an id that is somebody else's.
        """
        if caller.role != COORDINATOR:
            raise Refusal(problems.FORBIDDEN)
        now, ids = self._surroundings.clock(), self._surroundings.ids
        async with self._changes.open() as change:
            connection = change.connection
            known = await connection.execute(
                sa.select(accounts.c.role, accounts.c.erased_at).where(
                    accounts.c.id == asked.participant
                )
            )
            row = known.first()
            if row is None:
                shared = await people.make_participant(
                    connection,
                    self._ledger,
                    [ids(), ids(), ids()],
                    participant=asked.participant,
                    site=caller.site,
                    at=now,
                )
                await people.assign(
                    connection,
                    self._ledger,
                    [ids(), ids()],
                    participant=asked.participant,
                    coordinator=caller.account,
                    at=now,
                )
                change.access = True
            else:
                mine = await answers_for(connection, asked.participant, caller.account, now)
                found = await people.shared_journal(connection, asked.participant)
                if row.role != PARTICIPANT or row.erased_at or not mine or found is None:
                    raise Refusal(problems.CONFLICT)
                shared = found
            code = codes.make(self._surroundings.randomness)
            await connection.execute(
                sa.delete(invitations).where(
                    invitations.c.participant == asked.participant, invitations.c.used_at.is_(None)
                )
            )
            expires = now + codes.LIFE
            await connection.execute(
                sa.insert(invitations).values(
                    code_mac=codes.mac_of(self._keys.server_key("codes"), code),
                    participant=asked.participant,
                    made_by=caller.account,
                    expires_at=expires,
                )
            )
            await audit.note(connection, now, caller.account, "invited", asked.participant)
        return Invitation(
            participant=asked.participant, code=code, expires_at=expires, shared_journal=shared
        )
