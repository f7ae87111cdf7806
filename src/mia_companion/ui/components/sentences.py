"""What happened, what is safe, what to do: a sentence for every problem, in the person's language."""

from mia_companion.app import reminding
from mia_companion.app.actions import consents, data, outcome, support, ways
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components import leads
from mia_companion.ui.components.login_sentences import LOGIN
from mia_companion.ui.components.unfit_sentences import UNFIT
from mia_companion.wire import problems

_SENTENCES = {
    outcome.EMPTY: later("Write something first."),
    outcome.TOO_LONG: later("That is longer than fits here. Your words are still in the box."),
    outcome.NO_JOURNAL: later("Your plan is not here yet. Connect once, then try again."),
    outcome.ENDS_EARLY: later("The end is before the start. Choose a later end."),
    outcome.NO_NUMBER: later("There are no digits in the number. Write it as you would dial it."),
    outcome.NO_CATEGORY: later("Choose at least one kind of information."),
    outcome.NO_EMAIL: later(
        "That is not an e-mail address. Write all of it, as in name@example.org."
    ),
    outcome.TOO_SHORT: later(
        "That is too short. Use at least 12 characters: three or four words are easy to remember."
    ),
    outcome.SAME_PASSWORD: later("That is the password you have now. Choose another."),
    consents.NO_WAY: later("Choose how the yes was said."),
    consents.NOT_YET_SAID: later("Choose the day of the yes: today or an earlier day."),
    outcome.SAME_PARTY: later("Choose two different ones: who tells, and who is told."),
    support.NO_DAY: later("Choose a day, or write it like 2026-11-24."),
    support.DAY_FAR: later("That day is years away. Look at the year once more."),
    support.NOT_YET: later("That day has not come yet. Choose today or an earlier day."),
    support.FINISH_EARLY: later("The finish is before the start. Look at both days."),
    support.END_EARLY: later("The last day is before the first. Choose a later last day."),
    support.FOLLOW_UP_EARLY: later("The follow-up is before the finish. Choose a later day."),
    support.BEGUN_ALREADY: later(
        "A start is noted already, perhaps by a colleague just now. Look at it before you begin anew."
    ),
    support.NO_RESULT: later("Choose what came of it."),
    support.NO_SORT: later("Choose what it is."),
    support.NO_LEVEL: later("Choose one of the five."),
    data.NO_ANSWER: later("Choose an answer."),
    data.NO_REASON: later("Write why first. The participant has the right to know."),
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
    leads.NOTHING_OPENS: later("Nothing on this device could open it."),
    outcome.GONE: later(
        "That photo or file is not on this device any more. Take it away, and choose it again."
    ),
    **UNFIT,
    problems.BLOB_WRONG: later("What came is not what was sent, so it is not shown."),
    problems.CODE_WRONG: later("That code is not right. Look at it again, letter by letter."),
    problems.CODE_USED: later("That code has been used. Ask your coordinator for a new one."),
    problems.CODE_EXPIRED: later("That code is too old. Ask your coordinator for a new one."),
    problems.CODE_CLOSED: later(
        "That code was written wrong too often, and is closed so that nobody can guess it. Ask your"
        " coordinator for a new one."
    ),
    problems.WORDS_FIRST: later("First your coordinator and you compare two words."),
    problems.DEVICE_REMOVED: later("This device was signed out from elsewhere."),
    problems.SIGN_IN_WRONG: later("The e-mail and the password do not belong together. Try again."),
    problems.SIGNED_OUT: later("You are signed out here. What you wrote is kept. Sign in again."),
    problems.FORBIDDEN: later("You may not do that here."),
    problems.NOT_FOUND: later("That is not here any more."),
    problems.TOO_LARGE: later("That is too large to send. It is kept on this device."),
    problems.TOO_MANY: later("Too many tries. Wait a minute, then try again."),
    problems.MALFORMED: later("The server did not understand. It is kept on this device."),
    problems.UNAVAILABLE: later("The server is resting. It is kept here and sent later."),
    problems.EMAIL_TAKEN: later(
        "Another account signs in with that address. Look at it again, or use another."
    ),
    problems.NAME_TAKEN: later("There is a site with that name already."),
    problems.STILL_FOLLOWS: later("There are participants to hand over. Do that first."),
    ways.NO_CLOCK: later("Write both times as on a clock, like 21:00."),
    ways.TOO_QUIET: later("Leave at least eight hours of the day in which something can be sent."),
    problems.PROOF_WRONG: later("Those are not the digits. Look at the last message once more."),
    problems.NOT_SENT: later("The message could not be sent just now. Try again in a while."),
    problems.TAKES_NOTHING: later("Nothing can be sent there. Look whether it is written right."),
    problems.SENT_ENOUGH: later("That is enough for now. Try again in a few hours."),
    problems.PASSWORD_WRONG: later("That is not your present password. Try again."),
    problems.PASSWORD_EXPIRED: later(
        "That password was for one time only, and its time is over. Ask your administrator for a"
        " new one."
    ),
    **LOGIN,
    problems.CONFLICT: later("Someone else changed this at the same time. Look at it again."),
    problems.ONESELF: later("That is you. Choose someone else in your team."),
    problems.NOT_A_COLLEAGUE: later(
        "That person is not a coordinator in your team, so nothing was changed. Choose someone in"
        " your team."
    ),
    problems.HAS_LEFT: later(
        "That colleague does not work here any more, so nothing was changed. Choose someone else."
    ),
    problems.NOT_YOUR_PARTICIPANT: later(
        "Only the person's own coordinator can do that, and that is not you now. Nothing was changed."
    ),
    problems.COVER_DAYS: later(
        "Choose a last day that is not before the first, has not passed, and lies within a year."
    ),
    problems.NOT_ALLOWED: later("This could not be saved there. Your words are kept here."),
    problems.NOT_YOURS: later("This belongs to someone else's plan and was not sent."),
    problems.ACCESS_ENDED: later("You do not work with this person now. Whoever does can read it."),
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
    problems.ALREADY_PUBLISHED: later(
        "This half-year, or a later one, has been published already. Nothing was published now."
    ),
    problems.PERIOD_GOES_ON: later("This half-year is not over yet. Publish it when it is."),
    problems.RESULTS_CHANGED: later(
        "The numbers have changed since you looked. Nothing was published. Look at them again."
    ),
    problems.APP_TOO_OLD: later(
        "MIA needs to be updated before it can send and fetch. Everything you have written is kept."
    ),
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


NOT_YET = (problems.NOT_FOUND, problems.OFFLINE, problems.UNAVAILABLE, problems.NOT_OUR_SERVER)
"""Why a photo or file may come by itself in a while."""

_ATTACHED = {
    problems.NOT_FOUND: later("It has not come yet."),
    problems.OFFLINE: later("No connection. It comes when there is one."),
    problems.NOT_OUR_SERVER: later("No connection. It comes when there is one."),
    problems.UNAVAILABLE: later("The server is resting. It comes later."),
    problems.STORE_BROKEN: later("It could not be read on this device."),
}

_CARRIED = {
    problems.TOO_LARGE: later("There is no room left for more photos and files here."),
    problems.STORE_BROKEN: later("It could not be read on this device."),
}
_NOT_SENT = later("It could not be sent.")


_ASKED = {
    problems.OFFLINE: later(
        "No connection. This needs the network, and nothing is kept here to be sent later."
    ),
    problems.NOT_OUR_SERVER: later(
        "Something else answered in the server's place, perhaps a sign-in page of the network."
    ),
    problems.UNAVAILABLE: later("The server is resting. Try again in a while."),
    problems.MALFORMED: later("The server did not understand. Nothing was changed."),
}


def asked_sentence(words: Words, problem: str) -> str:
    """Why something was not done that only the server can do, and that does not wait here."""
    return words.t(_ASKED[problem]) if problem in _ASKED else sentence(words, problem)


def attached_sentence(words: Words, problem: str) -> str:
    """Why a photo or file that an entry names is not shown or saved now."""
    return words.t(_ATTACHED[problem]) if problem in _ATTACHED else sentence(words, problem)


def carried_sentence(words: Words, problem: str) -> str:
    """Why one's own photo or file is not sent."""
    return words.t(_CARRIED.get(problem, _NOT_SENT))
