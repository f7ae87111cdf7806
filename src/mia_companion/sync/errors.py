"""How a conversation with the server can fail. Whatever was recorded stays in the outbox."""

from mia_companion.wire import problems


class SyncError(Exception):
    """The root. `name` is one of `wire.problems`, for the sentence that a person reads."""

    name = problems.UNAVAILABLE

    def __init__(self, name: str | None = None, retry_after: float | None = None) -> None:
        self.name = name or type(self).name
        self.retry_after = retry_after
        super().__init__(self.name)


class Offline(SyncError):
    """No answer, a broken one, or a server that is busy: try again later."""

    name = problems.OFFLINE


class NotOurServer(Offline):
    """Something answered, but not this server: a hotel's login page, a proxy's error page."""

    name = problems.NOT_OUR_SERVER


class Outdated(Offline):
    """The server takes nothing from this app before it is updated. Like a server that is away: whatever
    waits goes on waiting."""

    name = problems.APP_TOO_OLD


class Rejected(SyncError):
    """The server understood and said no."""


class SignedOut(Rejected):
    """The tokens are not taken any more: sign in again; the store stays as it is."""

    name = problems.SIGNED_OUT

    def __init__(self, proof: str = "") -> None:
        super().__init__()
        self.proof = proof
        """The server's word that somebody took this device's access; still to be checked."""


class Idle(SignedOut):
    """Nobody has touched this device for too long: whoever works here signs in again."""

    name = problems.IDLE_TOO_LONG


class Removed(SignedOut):
    """Somebody took this device's access, which is proven: it forgets the person."""

    name = problems.DEVICE_REMOVED
