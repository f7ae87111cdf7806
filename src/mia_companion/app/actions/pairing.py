"""Two words on two screens: what a coordinator sees and says of them, and what a participant does."""

from mia_companion.app.actions.access import Access
from mia_companion.app.actions.outcome import Recorder, why
from mia_companion.app.companion import Companion
from mia_companion.app.pairing import AGREED, LEFT, Pairing, keep_pairing
from mia_companion.store.errors import StoreError
from mia_companion.sync.errors import SignedOut, SyncError
from mia_companion.wire import problems
from mia_companion.wire.accounts import ROOM, Invitation, Invite, Way
from mia_companion.wire.pairing import CONFIRMED, REFUSED, Compared, Inviting, Pair


class PairingActions(Recorder):
    """Each needs the network, and answers with a problem's name instead of raising."""

    def __init__(self, companion: Companion, access: Access) -> None:
        super().__init__(companion)
        self._access = access

    # --- at the coordinator's desk

    async def new_code(
        self, participant: str, *, way: Way = ROOM, renews: bool = False
    ) -> Invitation | str:
        """A fresh code for somebody who is followed already. An earlier one that nobody used ends, and with
        `renews` only at its own time; `conflict` is then that a phone has come in."""
        asked = Invite(participant=participant, way=way, renews=renews)
        try:
            return await self._companion.client.invite(asked)
        except SyncError as wrong:
            return wrong.name

    async def look(self, participant: str) -> Inviting | str:
        """How the participant's newest code stands."""
        try:
            return await self._companion.client.inviting(participant)
        except SyncError as wrong:
            return wrong.name

    async def compared(self, participant: str, pair: Pair, *, same: bool) -> Inviting | str:
        """The coordinator's yes or no. A no takes that phone's access at once."""
        try:
            said = Compared(pair=pair, same=same)
            return await self._companion.client.compared(participant, said)
        except SyncError as wrong:
            return wrong.name

    # --- on the participant's phone

    async def look_here(self) -> str:
        """Whether there is still something to ask on this phone; if not, it is forgotten. The server says
        whether a day has passed: the clock here may be years off.

        By letter the coordinator's yes opens the plan; where nobody said it in time, `code-expired`."""
        pairing = self._companion.view.pairing
        if pairing is None or pairing.said == LEFT:
            return ""
        try:
            return await self._looked(pairing)
        except SyncError as wrong:
            if pairing.waits and isinstance(wrong, SignedOut):
                self._companion.failed(wrong.name)  # nothing else asks the server meanwhile
            return wrong.name
        except StoreError as wrong:
            return why(wrong)

    async def _looked(self, pairing: Pairing) -> str:
        found = await self._companion.client.pairing()
        if found.pair is not None or found.state == REFUSED:
            return ""
        if pairing.waits and found.state != CONFIRMED:
            return problems.CODE_EXPIRED
        if pairing.waits:
            # All of it before the screen that asked is gone: with it the asking ends.
            keep_pairing(self._companion.store.kept, None)
            await self._access.begin()
        self._keep(None)
        return ""

    async def the_same(self) -> str:
        """The participant's yes. Nothing more is asked here."""
        pairing = self._companion.view.pairing
        if pairing is None:
            return ""
        try:
            await self._companion.client.compared_here(Compared(pair=pairing.pair, same=True))
            self._keep(pairing.model_copy(update={"said": AGREED}))
        except SyncError as wrong:
            if wrong.name != problems.CONFLICT:
                return wrong.name
            self._keep(None)  # a day has passed: there is nothing left to say
        except StoreError as wrong:
            return why(wrong)
        return ""

    async def not_the_same(self) -> str:
        """The participant's no: this phone leaves at once. What the server holds is taken off it; what was
        not sent yet stays sealed, unseen, for the same person with a new code."""
        companion, pairing = self._companion, self._companion.view.pairing
        if pairing is None:
            return ""
        try:
            await companion.client.compared_here(Compared(pair=pairing.pair, same=False))
        except SyncError as wrong:
            if wrong.name != problems.SIGNED_OUT:  # then it is out already
                return wrong.name
        companion.runner.stop()
        try:
            companion.client.session.drop()
            companion.store.journals.forget(*companion.store.journals.known())
            companion.device.renew()
            self._keep(pairing.model_copy(update={"said": LEFT}))
            companion.reload()
        except StoreError as wrong:
            return why(wrong)
        return ""

    def _keep(self, pairing: Pairing | None) -> None:
        keep_pairing(self._companion.store.kept, pairing)
        self._companion.show(pairing=pairing)
