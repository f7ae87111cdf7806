"""One person's picture, part by part, and every form about them, as a coordinator sees them."""

from tools.walk.around_me import passed_to
from tools.walk.caseload import LARS, MAREK, NOTES, PATH, SUPPORT, TIMES, each_for, form, person
from tools.walk.screens import Last, Whole
from tools.walk.summons import SUMMONS

_PICTURE = (
    person("person"),
    person("covered", of=LARS),
    person("their-times", TIMES),
    person("their-reminders", TIMES, of=MAREK),
    person(
        "reminders-for",
        TIMES,
        "Reminders by mail or SMS",
        Whole("Choose"),
    ),
    person("their-path", PATH),
    person("their-notes", NOTES),
    person("support", SUPPORT),
    person("support-anew", SUPPORT, of=MAREK),
    person("support-none", SUPPORT, of=LARS),
    person("their-movement", "Movement"),
    person("their-consents", "Consents"),
    person("their-network", "Network"),
    person("history", "History"),
    person("kept", Whole("What is kept")),
)

_TIMES = (
    person("booking", TIMES, "Book a time", form="book"),
    form("booking-empty", "book", "Book the time"),
    form("booking-file", "book-from-file"),
    form("booking-file-read", "book-from-file", SUMMONS),
    person("moving", TIMES, each_for("Move"), form="move/:appointment"),
    person(
        "changing",
        TIMES,
        each_for("Change"),
        form="change/:appointment",
    ),
)

_SUPPORTED = (
    person("beginning", SUPPORT, "Another day", of=LARS, form="begin"),
    person("start-changed", SUPPORT, "Change the day", form="start/:enrolment"),
    person("intervention", SUPPORT, "Add an intervention", form="intervention"),
    form("intervention-empty", "intervention", "Save"),
    person("intervention-changed", SUPPORT, each_for("Change"), form="intervention/:intervention"),
    person("intervention-ended", SUPPORT, "It has ended", form="intervention-ended/:intervention"),
    person("finish", SUPPORT, "Note the finish", form="finish/:enrolment"),
    person("finish-empty", SUPPORT, "Note the finish", "Save", form="finish/:enrolment"),
    person("follow-up", SUPPORT, "Note the follow-up", of=MAREK, form="follow-up/:enrolment"),
    person("belief", SUPPORT, "Note it anew", form="belief"),
)

_SAID = (
    person("suggesting", PATH, "Suggest a step", form="suggest"),
    form("suggesting-empty", "suggest", "Suggest it"),
    person("rating", "Movement", "Say how you see it", form="rate"),
    person("their-contact", "Network", "Add someone", form="contact"),
    form("taking-down", "consent"),
    form("taking-down-empty", "consent", "Write it down"),
    person("answering", Whole("What is kept"), "Answer it", form="correct/:correction"),
    person("deciding", Whole("What is kept"), Last("Answer it"), form="erase/:erasure"),
)

_PASSED_ON = (
    form("passing-on", "pass-on"),
    person("handed-out", "Consents", passed_to, form="passed-on/:disclosure"),
)

_AWAY = (
    person("hand-over", "Hand over to a colleague", form="hand-over"),
    form("left-behind", "left-behind"),
    form("lost-phone", "devices"),
    form("code-anew", "invite"),
    person("code", "New code", "Make a new code", form="invite"),
)

PERSON = (*_PICTURE, *_TIMES, *_SUPPORTED, *_SAID, *_PASSED_ON, *_AWAY)
