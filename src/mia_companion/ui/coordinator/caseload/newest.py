"""What is newest about a person, in words."""

from datetime import datetime

from mia_companion.domain import newest as n
from mia_companion.domain import steps
from mia_companion.domain.newest import Newest
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.levels import feeling_name
from mia_companion.ui.components.own_words import shortened

_SENTENCES = {
    n.WROTE: later("Wrote {ago}: {words}"),
    n.ANSWERED: later("You wrote {ago}: {words}"),
    n.SET_GOAL: later("Set a goal {ago}: {words}"),
    n.REACHED_GOAL: later("Reached a goal {ago}: {words}"),
    n.RESTED_GOAL: later("Let a goal rest {ago}: {words}"),
    n.TOOK_UP_GOAL: later("Took up a goal again {ago}: {words}"),
    n.REACHED_MILESTONE: later("Reached a milestone {ago}: {words}"),
    n.PLANNED_STEP: later("Planned a step {ago}: {words}"),
    n.BOOKED: later("New booked time {ago}: {words}"),
    n.MOVED: later("Booked time moved {ago}: {words}"),
    n.CANCELLED: later("Booked time cancelled {ago}: {words}"),
    n.ASKED: later("Asked for another time {ago}: {words}"),
    n.CONFIRMED: later("Said yes to a booked time {ago}: {words}"),
    n.AGREED: later("Written up {ago}, what was agreed: {words}"),
    n.CONSENTED: later("Gave a consent {ago}: {words}"),
    n.WITHDREW: later("Took back a consent {ago}: {words}"),
    n.TOOK_DOWN: later("A consent was written down {ago}: {words}"),
    n.CONFIRMED_CONSENT: later("Said that a consent is right {ago}: {words}"),
    n.WROTE_WITHDRAWN: later("You wrote down {ago} that a consent was taken back: {words}"),
    n.RATED: later("Said how parts of life are {ago}"),
    n.SAW: later("You said how you see parts of life {ago}"),
    n.CHECKED_IN: later("Said how it is {ago}: {words}"),
    steps.DONE: later("Did a step {ago}: {words}"),
    steps.PARTLY: later("Did a part of a step {ago}: {words}"),
    steps.TRIED: later("Tried a step {ago}: {words}"),
    n.PASSED_OVER: later("Let a day of a step pass {ago}: {words}"),
    steps.NOT_NOW: later("Put a step aside for now {ago}: {words}"),
}


def newest_in_words(words: Words, newest: Newest | None, now: datetime) -> str:
    """`Did a step 2 hours ago: …`. Says nothing of who it is about: the name stands above it."""
    if newest is None:
        return words.t("Nothing here yet")
    sentence = _SENTENCES[newest.state if newest.what == n.MARKED else newest.what]
    ago = words.ago(newest.by.at, now)
    said = shortened(newest.words)
    if newest.what == n.CHECKED_IN:
        feeling = feeling_name(words, int(newest.state))
        said = words.t("{feeling}. {words}", feeling=feeling, words=said) if said else feeling
    said = said or words.n("A photo or a file", "{count} photos or files", 1)
    return words.t(sentence, ago=ago, words=said)
