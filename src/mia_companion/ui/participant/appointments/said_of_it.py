"""What was said of an appointment beside its time, as history tells it, and the ways back to each."""

from collections.abc import Callable

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import BOOKED, WANTED, Details, Interpreter, Minutes
from mia_companion.domain.to_say import ToSay
from mia_companion.i18n.words import later
from mia_companion.ui.components.interpreters import language_name_for
from mia_companion.ui.components.names import party_name, way_name
from mia_companion.ui.components.undo import Told
from mia_companion.ui.context import Here
from mia_companion.ui.participant.appointments.lines import is_mine, wrote
from mia_companion.ui.participant.path.history import Happened

Back = tuple[str, Callable[[], object]]

MENDABLE = ("contact", "directions", "bring")
"""What a participant may add to, also where the coordinator has booked."""

_NAMED = {
    # Translators: in the history of an appointment; the words are what it is called.
    "title": later("Called: {words}"),
    "party": later("With whom: {words}"),
    "way": later("How you meet: {words}"),
    "contact": later("You meet: {words}"),
    "bring": later("To bring: {words}"),
    "directions": later("How to get there: {words}"),
    "phone": later("Number: {words}"),
    "link": later("Link: {words}"),
    "first_time": later("First time there: {words}"),
}
# Translators: in the history, after "To bring:" and the like, when that was emptied.
_NOTHING = later("nothing")


def may_mend(here: Here, one: Appointment, name: str) -> bool:
    """Whether the participant may say that detail anew."""
    return is_mine(here, one) or name in MENDABLE


def details_said(here: Here, one: Appointment, told: Told) -> list[Happened]:
    """Each detail that was said anew, and what it was before."""
    again = {name for said in one.details[1:] for name in said.said}
    return [
        _detail(here, one, said, name, told)
        for said in one.details
        for name in said.said
        if name in again and (said.said[name] or said is not one.details[0])
    ]


def _detail(here: Here, one: Appointment, said: Details, name: str, told: Told) -> Happened:
    words = said.said[name]
    back: Back | None = None
    if words != getattr(one, name) and may_mend(here, one, name):
        back = (here.t("Use these words"), _says(here, one, name, words, told))
    line = _NAMED.get(name, "{words}")
    shown = _shown(here, name, words) or here.t(_NOTHING)
    return Happened(said.by, here.t(line, words=shown), said.undone, back)


def _says(here: Here, one: Appointment, name: str, words: str, told: Told) -> Callable[[], object]:
    def tapped() -> None:
        told(here.do.arrangements.detail(one, {name: words}), here.t("It is changed."))

    return tapped


def _shown(here: Here, name: str, words: str) -> str:
    if name == "party":
        return party_name(here.words, words)
    return way_name(here.words, words) if name == "way" else words


def interpreter_said(here: Here, said: Interpreter) -> Happened:
    """Wanted, booked or not needed."""
    named = language_name_for(here.words, said.language)
    if said.state == WANTED:
        words = here.t("Interpreter asked for")
    elif said.state == BOOKED:
        words = here.t("Interpreter booked")
    else:
        return Happened(said.by, here.t("No interpreter is needed."), said.undone)
    if named:
        words = here.t("{what} ({language})", what=words, language=named)
    return Happened(said.by, words, said.undone)


def minutes_said(here: Here, one: Appointment, said: Minutes, told: Told) -> Happened:
    """What was agreed; who wrote it can take it back."""
    back: Back | None = None
    if wrote(here, said.by.author) and not said.undone:

        def tapped() -> None:
            done = here.do.arrangements.take_back_minutes(one, said)
            told(done, here.t("It is taken back."))

        back = (here.t("Take back"), tapped)
    return Happened(said.by, here.t("Agreed: {words}", words=said.words), said.undone, back)


def prepared_said(here: Here, one: Appointment, said: ToSay, told: Told) -> list[Happened]:
    """Every wording of one thing to say; what was taken away can be brought back."""
    lines = []
    for place, wording in enumerate(said.item.wordings):
        gone = said.item.gone or wording.undone
        back: Back | None = None
        if said.item.gone and place == len(said.item.wordings) - 1:
            back = (here.t("Bring it back"), _prepares(here, one, said, told))
        elif not gone and wording.words != said.item.words:
            back = (here.t("Use these words"), _rewords(here, one, said, wording.words, told))
        what = here.t("To say: {words}", words=wording.words)
        if said.private:
            what = here.t("To say, only you: {words}", words=wording.words)
        lines.append(Happened(wording.by, what, gone, back))
    return lines


def _prepares(here: Here, one: Appointment, said: ToSay, told: Told) -> Callable[[], object]:
    def tapped() -> None:
        done = here.do.arrangements.prepare(
            one.id, said.item.words, private=said.private, item=here.do.drafts.new_id()
        )
        told(done, here.t("It is on your list."))

    return tapped


def _rewords(
    here: Here, one: Appointment, said: ToSay, words: str, told: Told
) -> Callable[[], object]:
    def tapped() -> None:
        told(here.do.arrangements.reword(one.id, said, words), here.t("It has new words."))

    return tapped
