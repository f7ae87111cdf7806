"""One person's picture, part by part, and every form about them, as a coordinator sees them."""

from mia_companion.ui import places
from tools.walk.around_me import passed_to
from tools.walk.screens import Deed, Last, Narrow, Own, Screen, Tap, Whole
from tools.walk.summons import SUMMONS


def same(words: str) -> Own:
    """Somebody's words, whoever looks at them."""
    return Own(words, words)


ELIN = same("Elin Ek")
_MAREK, _LARS = same("Marek Wójcik"), same("Lars Holm")
_SUPPORT = "Start and support"
_ME = f"{places.PERSON}/:person"
_ELINS = f"{places.PERSON}/{{elin}}"


def _person(name: str, *taps: Tap, of: Own = ELIN, form: str = "") -> Screen:
    """From the caseload, through what is tapped there."""
    return Screen(name, places.TODAY, (of, *taps), at=f"{_ME}/{form}" if form else _ME)


def _for(deed: str) -> Tap:
    """A button that is there for each of several things: for the first of them."""
    return lambda words: words.t("{deed}: {what}", deed=words.t(deed), what="").rstrip(
        "\u2066\u2067\u2068\u2069 "
    )


def _form(name: str, form: str, *taps: Deed) -> Screen:
    """Elin's, at its own address."""
    return Screen(name, f"{_ELINS}/{form}", taps)


_PICTURE = (
    _person("person"),
    _person("covered", of=_LARS),
    _person("their-times", Narrow("Booked times", "At a glance")),
    _person("their-reminders", Narrow("Booked times", "At a glance"), of=_MAREK),
    _person(
        "reminders-for",
        Narrow("Booked times", "At a glance"),
        "Reminders by mail or SMS",
        Whole("Choose"),
    ),
    _person("their-path", Narrow("Goals and steps", "At a glance")),
    _person("their-notes", Narrow("Team notes", "At a glance")),
    _person("support", _SUPPORT),
    _person("support-anew", _SUPPORT, of=_MAREK),
    _person("support-none", _SUPPORT, of=_LARS),
    _person("their-movement", "Movement"),
    _person("their-consents", "Consents"),
    _person("their-network", "Network"),
    _person("history", "History"),
    _person("kept", Whole("What is kept")),
)

_TIMES = (
    _person("booking", Narrow("Booked times", "At a glance"), "Book a time", form="book"),
    _form("booking-empty", "book", "Book the time"),
    _form("booking-file", "book-from-file"),
    _form("booking-file-read", "book-from-file", SUMMONS),
    _person(
        "moving", Narrow("Booked times", "At a glance"), _for("Move"), form="move/:appointment"
    ),
    _person(
        "changing",
        Narrow("Booked times", "At a glance"),
        _for("Change"),
        form="change/:appointment",
    ),
)

_SUPPORTED = (
    _person("beginning", _SUPPORT, "Another day", of=_LARS, form="begin"),
    _person("start-changed", _SUPPORT, "Change the day", form="start/:enrolment"),
    _person("intervention", _SUPPORT, "Add an intervention", form="intervention"),
    _form("intervention-empty", "intervention", "Save"),
    _person("intervention-changed", _SUPPORT, _for("Change"), form="intervention/:intervention"),
    _person(
        "intervention-ended", _SUPPORT, "It has ended", form="intervention-ended/:intervention"
    ),
    _person("finish", _SUPPORT, "Note the finish", form="finish/:enrolment"),
    _person("finish-empty", _SUPPORT, "Note the finish", "Save", form="finish/:enrolment"),
    _person("follow-up", _SUPPORT, "Note the follow-up", of=_MAREK, form="follow-up/:enrolment"),
    _person("belief", _SUPPORT, "Note it anew", form="belief"),
)

_SAID = (
    _person(
        "suggesting", Narrow("Goals and steps", "At a glance"), "Suggest a step", form="suggest"
    ),
    _form("suggesting-empty", "suggest", "Suggest it"),
    _person("rating", "Movement", "Say how you see it", form="rate"),
    _person("their-contact", "Network", "Add someone", form="contact"),
    _form("taking-down", "consent"),
    _form("taking-down-empty", "consent", "Write it down"),
    _person("answering", Whole("What is kept"), "Answer it", form="correct/:correction"),
    _person("deciding", Whole("What is kept"), Last("Answer it"), form="erase/:erasure"),
)

_PASSED_ON = (
    _form("passing-on", "pass-on"),
    _person("handed-out", "Consents", passed_to, form="passed-on/:disclosure"),
)

_AWAY = (
    _person("hand-over", "Hand over to a colleague", form="hand-over"),
    _form("left-behind", "left-behind"),
    _form("lost-phone", "devices"),
    _form("code-anew", "invite"),
    _person("code", "New code", "Make a new code", form="invite"),
)

PERSON = (*_PICTURE, *_TIMES, *_SUPPORTED, *_SAID, *_PASSED_ON, *_AWAY)
