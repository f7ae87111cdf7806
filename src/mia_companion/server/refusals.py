"""Why a whole request is refused. The names are `wire.problems`; the statuses are HTTP's."""

from mia_companion.wire import problems

STATUS_BY_NAME = {
    problems.MALFORMED: 422,
    problems.SIGNED_OUT: 401,
    problems.SIGN_IN_WRONG: 403,
    problems.FORBIDDEN: 403,
    problems.CODE_WRONG: 403,
    problems.NOT_FOUND: 404,
    problems.CODE_USED: 409,
    problems.CONFLICT: 409,
    problems.ONESELF: 409,
    problems.NOT_A_COLLEAGUE: 409,
    problems.HAS_LEFT: 409,
    problems.NOT_YOUR_PARTICIPANT: 403,
    problems.COVER_DAYS: 422,
    problems.EMAIL_TAKEN: 409,
    problems.NAME_TAKEN: 409,
    problems.STILL_FOLLOWS: 409,
    problems.PASSWORD_WRONG: 403,
    problems.PASSWORD_EASY: 422,
    problems.PASSWORD_EXPIRED: 410,
    problems.ALREADY_PUBLISHED: 409,
    problems.PERIOD_GOES_ON: 409,
    problems.RESULTS_CHANGED: 409,
    problems.SIGN_IN_AGAIN: 403,
    problems.IDLE_TOO_LONG: 401,
    problems.PASSWORDS_OFF: 403,
    problems.LOGIN_WAITS: 409,
    problems.DIGITS_WRONG: 403,
    problems.APP_TOO_OLD: 403,
    problems.PROOF_WRONG: 403,
    problems.NOT_SENT: 503,
    problems.TAKES_NOTHING: 422,
    problems.SENT_ENOUGH: 429,
    problems.LOGIN_OVER: 410,
    problems.CODE_EXPIRED: 410,
    problems.CODE_CLOSED: 410,
    problems.WORDS_FIRST: 403,
    problems.TOO_LARGE: 413,
    problems.TOO_MANY: 429,
    problems.UNAVAILABLE: 503,
}


class Refusal(Exception):
    """The request is answered with the problem `name`; `headers` go with it. Never carries content."""

    def __init__(
        self, name: str, detail: str = "", *, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(name)
        self.name = name
        self.detail = detail
        self.headers = headers or {}

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return STATUS_BY_NAME[self.name]
