"""Getting in, inviting others, and leaving. These need the network, and say so when it is not there."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from pydantic import ValidationError

from mia_companion.app.actions.choices import ChoiceActions
from mia_companion.app.actions.outcome import (
    EMPTY,
    SAME_PASSWORD,
    STILL_WAITING,
    TOO_SHORT,
    Recorder,
    checked,
    clean,
    too_long,
    why,
)
from mia_companion.app.companion import Companion
from mia_companion.app.forgetting import forget_person
from mia_companion.app.pairing import begin_pairing, keep_pairing
from mia_companion.domain.people import ParticipantNamed
from mia_companion.store.errors import StoreError
from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from mia_companion.wire.accounts import (
    MIN_PASSWORD,
    ChangePassword,
    Enrol,
    Invitation,
    Invite,
    SignIn,
    Tokens,
)

_LONGEST_NAME = 200
_LONGEST_PASSWORD = 1024


class Access(Recorder):
    """Each answers with a problem's name instead of raising."""

    def __init__(self, companion: Companion) -> None:
        super().__init__(companion)
        self._asked: dict[str, str] = {}

    async def enrol(self, code: str) -> str:
        """Open with an invitation code. Returns a problem's name, or an empty string."""
        code = clean(code)
        if not code:
            return EMPTY
        companion, language = self._companion, self._companion.view.choices.language

        async def ask() -> Tokens:
            asked = Enrol(code=code, device=companion.device.id, language=language)
            answer = await companion.client.enrol(asked)
            begin_pairing(companion.store.kept, answer, companion.clock())
            return answer

        return await self._enter(ask, problems.CODE_WRONG)

    async def sign_in(self, email: str, password: str) -> str:
        """Sign staff in. Returns a problem's name, or an empty string."""
        email = clean(email)
        if len(email) < 3 or not password:
            return EMPTY
        companion = self._companion
        return await self._enter(
            lambda: companion.client.sign_in(
                SignIn(email=email, password=password, device=companion.device.id)
            ),
            problems.SIGN_IN_WRONG,
        )

    async def change_password(self, old: str, new: str) -> str:
        """A password of one's own, for the present one. Returns a problem's name, or an empty string."""
        if problem := _unfit(old, new):
            return problem
        try:
            await self._companion.client.change_password(ChangePassword(old=old, new=new))
        except ValidationError:  # what the present one can never have been
            return problems.PASSWORD_WRONG
        except SyncError as wrong:
            return wrong.name
        except StoreError as wrong:
            return why(wrong)
        self._companion.reload()
        return ""

    async def come_in(self, ask: Callable[[], Awaitable[Tokens]]) -> str:
        """By what was shown outside the app. Returns a problem's name, or an empty string."""
        return await self._enter(ask, problems.LOGIN_OVER)

    async def _enter(self, ask: Callable[[], Awaitable[Tokens]], malformed: str) -> str:
        try:
            await ask()
            self._companion.idling.touch()
            self._companion.claim()
        except ValidationError:  # what no server could have given out
            return malformed
        except SyncError as wrong:
            return wrong.name
        except StoreError as wrong:
            return why(wrong)
        return await self._entered()

    async def _entered(self) -> str:
        companion = self._companion
        if companion.view.waits_for_words:
            return ""
        return await self.begin()

    async def begin(self) -> str:
        """What comes after coming in, once the plan may be read here."""
        companion = self._companion
        with suppress(SyncError):  # the engine goes on trying, and the screen says so
            await companion.engine.sync()
        companion.runner.start()
        ChoiceActions(companion).say_language()
        return ""

    async def invite(self, name: str) -> Invitation | str:
        """Make room for a participant of that name. The code, or a problem's name.

        The name is written in the new journal and nowhere else.
        """
        name = clean(name)
        if problem := checked(name, _LONGEST_NAME):
            return problem
        companion = self._companion
        # The same name asked again after a lost answer is the same person.
        participant = self._asked.setdefault(name, companion.ids.new())
        try:
            answer = await companion.client.invite(Invite(participant=participant))
        except SyncError as wrong:
            return wrong.name
        del self._asked[name]
        self._record(answer.shared_journal, answer.participant, lambda: ParticipantNamed(name=name))
        return answer

    async def sign_out(self) -> str:
        """Leave this device. Refused while something waits to be sent, so that nothing is lost."""
        companion = self._companion
        try:
            await companion.engine.sync()
            await companion.carrier.carry()
            if companion.view.outbox or companion.view.carried:
                return STILL_WAITING
            await companion.client.sign_out()
        except SyncError as wrong:
            return wrong.name
        forget_person(companion)
        return ""

    def start_over(self) -> None:
        """After this device's access has ended: back to the code or the sign-in, nothing lost."""
        self._companion.runner.stop()
        self._companion.client.session.drop()
        self._companion.device.renew()
        keep_pairing(self._companion.store.kept, None)
        self._companion.reload()


def _unfit(old: str, new: str) -> str:
    if not old or not new:
        return EMPTY
    if new == old:
        return SAME_PASSWORD
    return TOO_SHORT if len(new) < MIN_PASSWORD else too_long(new, _LONGEST_PASSWORD)
