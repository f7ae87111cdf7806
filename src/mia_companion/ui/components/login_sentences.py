"""What stood in the way of signing in, or of going on without it."""

from mia_companion.i18n.words import later
from mia_companion.wire import problems

LOGIN = {
    problems.SIGN_IN_AGAIN: later(
        "This needs that you show once more that it is you. Nothing was changed."
    ),
    problems.IDLE_TOO_LONG: later(
        "Nobody has touched MIA here for a while. Sign in again; what you wrote is kept."
    ),
    problems.PASSWORD_EASY: later(
        "That is among the passwords that are guessed first. Choose words that nobody connects with"
        " you or with your work."
    ),
    problems.PASSWORDS_OFF: later("Passwords are not used here. Sign in another way."),
    problems.LOGIN_WAITS: later(
        "Nobody has signed in on the page yet. Sign in there first, then write the digits."
    ),
    problems.LOGIN_OVER: later("That sign-in is over. Begin anew."),
    problems.DIGITS_WRONG: later(
        "Those are not the digits that the page shows. Look once more; after five tries you begin anew."
    ),
}
