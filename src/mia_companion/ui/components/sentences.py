"""What happened, what is safe, what to do: a sentence for every problem, in the person's language."""

from mia_companion.app import reminding
from mia_companion.app.actions import outcome
from mia_companion.i18n.words import Words, later
from mia_companion.wire import problems

_SENTENCES = {
    outcome.EMPTY: later("Write something first."),
    outcome.TOO_LONG: later("That is longer than fits here. Your words are still in the box."),
    outcome.NO_JOURNAL: later("Your plan is not here yet. Connect once, then try again."),
    outcome.ENDS_EARLY: later("The end is before the start. Choose a later end."),
    outcome.NO_NUMBER: later("There are no digits in the number. Write it as you would dial it."),
    outcome.NO_CATEGORY: later("Choose at least one kind of information."),
    outcome.SAME_PARTY: later("Choose two different ones: who tells, and who is told."),
    outcome.STILL_WAITING: later(
        "Something here has not been sent yet. Look at it under what waits, then sign out."
    ),
    reminding.NOT_ALLOWED: later(
        "Your phone does not let MIA show reminders. You can allow it in the phone's own settings,"
        " under notifications. In the app they are shown all the same."
    ),
    reminding.CANNOT: later(
        "That did not work on this device. Your reminders are still shown in the app."
    ),
    problems.CODE_WRONG: later("That code is not right. Look at it again, letter by letter."),
    problems.CODE_USED: later("That code has been used. Ask your coordinator for a new one."),
    problems.CODE_EXPIRED: later("That code is too old. Ask your coordinator for a new one."),
    problems.SIGN_IN_WRONG: later("The e-mail and the password do not belong together. Try again."),
    problems.SIGNED_OUT: later("You are signed out here. What you wrote is kept. Sign in again."),
    problems.FORBIDDEN: later("You may not do that here."),
    problems.NOT_FOUND: later("That is not here any more."),
    problems.TOO_LARGE: later("That is too large to send. It is kept on this device."),
    problems.TOO_MANY: later("Too many tries. Wait a minute, then try again."),
    problems.MALFORMED: later("The server did not understand. It is kept on this device."),
    problems.UNAVAILABLE: later("The server is resting. It is kept here and sent later."),
    problems.CONFLICT: later("Someone else changed this at the same time. Look at it again."),
    problems.NOT_ALLOWED: later("This could not be saved there. Your words are kept here."),
    problems.NOT_YOURS: later("This belongs to someone else's plan and was not sent."),
    problems.ACCESS_ENDED: later(
        "You no longer work with this person. It went to the new coordinator."
    ),
    problems.JOURNAL_ERASED: later("This plan has been erased at the owner's wish."),
    problems.ID_TAKEN: later("This could not be sent. Your words are kept here."),
    problems.ENTRY_TOO_LARGE: later("That is too long to send. Your words are kept here."),
    problems.ENTRY_MALFORMED: later(
        "This could not be read by the server. Your words are kept here."
    ),
    problems.NO_CONSENT: later(
        "There is no consent for this now, so it was not noted as passed on. Ask the participant."
    ),
    problems.RECEIPT_WRONG: later("This could not be given back to the server. It is kept here."),
    problems.OFFLINE: later("No connection. Everything is kept here and sent later."),
    problems.NOT_OUR_SERVER: later(
        "Something else answered in the server's place, perhaps a sign-in page of the network."
        " Everything is kept here and sent later."
    ),
    problems.STORE_BROKEN: later(
        "This could not be saved on the device. Your words are in the box."
    ),
    problems.CLOCK_OFF: later("The clock of this device is wrong. Times here may look odd."),
    problems.DISK_FULL: later(
        "The device is full. Free some space, then try again. Your words are in the box."
    ),
}

UNEXPECTED = later("Something went wrong here. What you have recorded is safe.")


def sentence(words: Words, problem: str) -> str:
    """The sentence for a problem's name; an honest general one for a name from a later version."""
    return words.t(_SENTENCES.get(problem, UNEXPECTED))
