"""Problem details (RFC 9457): each error has a stable `type` that clients turn into a sentence."""

from pydantic import Field

from mia_companion.domain.entries import Frozen

PREFIX = "urn:mia-companion:problem:"

# What a whole request can be answered with.
CODE_WRONG = "code-wrong"
CODE_USED = "code-used"
CODE_EXPIRED = "code-expired"
CODE_CLOSED = "code-closed"
WORDS_FIRST = "words-first"
SIGN_IN_WRONG = "sign-in-wrong"
SIGNED_OUT = "signed-out"
FORBIDDEN = "forbidden"
NOT_FOUND = "not-found"
TOO_LARGE = "too-large"
TOO_MANY = "too-many-requests"
MALFORMED = "malformed"
UNAVAILABLE = "unavailable"
CONFLICT = "conflict"
ONESELF = "oneself"
NOT_A_COLLEAGUE = "not-a-colleague"
HAS_LEFT = "has-left"
NOT_YOUR_PARTICIPANT = "not-your-participant"
COVER_DAYS = "cover-days"
EMAIL_TAKEN = "email-taken"
NAME_TAKEN = "name-taken"
STILL_FOLLOWS = "still-follows"
PASSWORD_WRONG = "password-wrong"  # noqa: S105
PASSWORD_EASY = "password-easy"  # noqa: S105
PASSWORD_EXPIRED = "password-expired"  # noqa: S105
ALREADY_PUBLISHED = "already-published"
PERIOD_GOES_ON = "period-goes-on"
RESULTS_CHANGED = "results-changed"
SIGN_IN_AGAIN = "sign-in-again"
IDLE_TOO_LONG = "idle-too-long"
PASSWORDS_OFF = "passwords-off"
LOGIN_WAITS = "login-waits"
LOGIN_OVER = "login-over"
DIGITS_WRONG = "digits-wrong"
APP_TOO_OLD = "app-too-old"
PROOF_WRONG = "proof-wrong"
NOT_SENT = "not-sent"
TAKES_NOTHING = "takes-nothing"
SENT_ENOUGH = "sent-enough"

# What a single entry can be refused with.
NOT_ALLOWED = "not-allowed"
NOT_YOURS = "not-yours"
ACCESS_ENDED = "access-ended"
JOURNAL_ERASED = "journal-erased"
ID_TAKEN = "id-taken"
ENTRY_TOO_LARGE = "entry-too-large"
ENTRY_MALFORMED = "entry-malformed"
RECEIPT_WRONG = "receipt-wrong"
NO_CONSENT = "no-consent"

REASONS = (
    NOT_ALLOWED, NOT_YOURS, ACCESS_ENDED, JOURNAL_ERASED, ID_TAKEN,
    ENTRY_TOO_LARGE, ENTRY_MALFORMED, RECEIPT_WRONG, NO_CONSENT, SIGN_IN_AGAIN,
)  # fmt: skip

# What a client meets before any server has understood it; never sent, only shown.
OFFLINE = "offline"
NOT_OUR_SERVER = "not-our-server"
STORE_BROKEN = "store-broken"
CLOCK_OFF = "clock-off"
DISK_FULL = "disk-full"
BLOB_WRONG = "blob-wrong"
DEVICE_REMOVED = "device-removed"


class Problem(Frozen):
    """The body of every answer that is not a success, `application/problem+json`."""

    type: str
    title: str
    status: int = Field(ge=400, le=599)
    detail: str = ""

    @property
    def name(self) -> str:
        """The type without its prefix."""
        return self.type.removeprefix(PREFIX)
