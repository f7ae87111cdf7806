"""What is said in a reminder: that something is booked, and when. Not what, where or with whom.

A message by SMS has room in two of the parts that it is sent in, in every language.
"""

from datetime import datetime

from mia_companion.domain.channels import MAIL
from mia_companion.domain.sendings import Sending
from mia_companion.domain.zones import HOME, there
from mia_companion.i18n.bidi import ISOLATES
from mia_companion.i18n.words import Words, words_for

_BARE = dict.fromkeys(map(ord, ISOLATES))


def words_of(
    sending: Sending, language: str, now: datetime, *, by_oneself: bool
) -> tuple[str, str]:
    """The subject and the text, in the person's language. `by_oneself` is whether they chose it themselves,
    in the app; who has no app is not sent there."""
    words = words_for(language)
    what = _what(words, sending, now)
    if sending.channel != MAIL:
        more = f" {words.t('Open MIA to see what.')}" if by_oneself else ""
        return "", _bare(f"{what}{more}")
    if by_oneself:
        parts = (
            f"{what} {words.t('Open MIA to see what.')}",
            words.t("You can end these reminders in MIA, under Reminders."),
        )
    else:
        parts = (
            what,
            words.t("If you do not want these reminders any more, tell us when we next talk."),
        )
    return words.t("A reminder"), "\n\n".join(parts) + "\n"


def words_of_proof(digits: str, language: str, channel: str) -> tuple[str, str]:
    """The subject and the text of a message with digits, which may come to somebody who did not ask."""
    words = words_for(language)
    text = " ".join(
        (
            words.t("{digits} is your code for reminders.", digits=digits),
            words.t("If you did not ask for it, you need do nothing."),
        )
    )
    return (words.t("Your code"), f"{text}\n") if channel == MAIL else ("", _bare(text))


def _bare(text: str) -> str:
    """Without the isolates: an old phone shows a box for each, and they take the room of letters."""
    return text.translate(_BARE)


def _what(words: Words, sending: Sending, now: datetime) -> str:
    if sending.starts_at is None:
        return words.t("You wanted to be reminded of something.")
    at = there(sending.starts_at, HOME)
    # The day by its name: "tomorrow" would be another one for whoever reads it later.
    day = words.day(at.date(), there(now, HOME).date())
    # Translators: a day and the time of it, such as "today 14:30".
    when = words.c("day and time", "{day} {time}", day=day, time=words.clock(sending.starts_at))
    return words.t("You have something booked {when}.", when=when)
