"""What is newest about a person, in words."""

from datetime import datetime

from mia_companion.domain import needs, steps
from mia_companion.domain.needs import Newest
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.own_words import shortened

_SENTENCES = {
    needs.WROTE: later("Wrote {ago}: {words}"),
    needs.ANSWERED: later("You wrote {ago}: {words}"),
    needs.SET_GOAL: later("Set a goal {ago}: {words}"),
    needs.PLANNED_STEP: later("Planned a step {ago}: {words}"),
    needs.BOOKED: later("New booked time {ago}: {words}"),
    needs.MOVED: later("Booked time moved {ago}: {words}"),
    needs.CANCELLED: later("Booked time cancelled {ago}: {words}"),
    needs.ASKED: later("Asks for another time {ago}: {words}"),
    needs.CONFIRMED: later("Said yes to a booked time {ago}: {words}"),
    steps.DONE: later("Did a step {ago}: {words}"),
    steps.PARTLY: later("Did a part of a step {ago}: {words}"),
    steps.TRIED: later("Tried a step {ago}: {words}"),
    needs.PASSED_OVER: later("Let a day of a step pass {ago}: {words}"),
    steps.NOT_NOW: later("Put a step aside for now {ago}: {words}"),
}


def newest_in_words(words: Words, newest: Newest | None, now: datetime) -> str:
    """`Did a step 2 hours ago: …`. Says nothing of who it is about: the name stands above it."""
    if newest is None:
        return words.t("Nothing here yet")
    sentence = _SENTENCES.get(newest.state or newest.what, "{words}")
    ago = words.ago(newest.by.at, now)
    said = shortened(newest.words) or words.n("A photo or a file", "{count} photos or files", 1)
    return words.t(sentence, ago=ago, words=said)
