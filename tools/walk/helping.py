"""What is done for somebody, half done or done and undone: support, network, consents, a new way in."""

from collections.abc import Callable

from mia_companion.i18n.words import Words
from tools.walk.caseload import LARS, MAREK, ME, PATH, SUPPORT, UNDO, each_for, form, person
from tools.walk.screens import Whole, Write, beneath, same

_DAY = "Day, as year-month-day"
_NEW_CODE = ("New code", "Make a new code")
_LETTER = (*_NEW_CODE, "Make a paper with a code")


def _counted(said: str) -> Callable[[Words], str]:
    """How a line that says how many begins."""
    return lambda words: words.n(said, said, 2).partition("(")[0].strip()


def _kind(said: str) -> Callable[[Words], str]:
    """A kind of information, as it stands among those that can be left out."""
    return lambda words: words.t(said)[:1].upper() + words.t(said)[1:]


_PLAN, _WORK = _kind("goals and steps"), _kind("work, work training and studies")

_SUPPORTED = (
    person("began", SUPPORT, "Began today", of=LARS, back=UNDO),
    person(
        "beginning-wrong",
        SUPPORT,
        "Another day",
        Write(_DAY, "i dag"),
        Whole("Save"),
        of=LARS,
        form="begin",
        back=(Write(_DAY, "2026-11-18"),),
    ),
    person(
        "finish-chosen", SUPPORT, "Note the finish", "In work", of=MAREK, form="finish/:enrolment"
    ),
    person("finished", SUPPORT, "Note the finish", "In work", Whole("Save"), of=MAREK, back=UNDO),
    person(
        "followed-up",
        SUPPORT,
        "Note the follow-up",
        "Could not be reached",
        Whole("Save"),
        of=MAREK,
        back=UNDO,
    ),
    person(
        "intervention-added",
        SUPPORT,
        "Add an intervention",
        "Studies",
        Whole("Save"),
        of=MAREK,
        back=UNDO,
    ),
    person(
        "intervention-over",
        SUPPORT,
        each_for("It has ended"),
        Write(_DAY, "2026-11-17"),
        Whole("Save"),
        _counted("Before ({count})"),
        of=MAREK,
        back=UNDO,
    ),
    person(
        "believed", SUPPORT, Whole("Note it"), "Half and half", Whole("Save"), of=MAREK, back=UNDO
    ),
)

_SHOWN = (
    person("protecting", SUPPORT, "Protect the identity"),
    person(
        "taken-back-asked", "Consents", "They have said that they take it back", back=("Not now",)
    ),
    person("their-consents-ended", "Consents", _counted("What has ended ({count})")),
    form("passing-on-less", "pass-on", _WORK, back=(_WORK,)),
    form("passing-on-nothing", "pass-on", _PLAN, _WORK, back=(_PLAN, _WORK)),
    form("their-contact-empty", "contact", Whole("Add")),
    form("their-contact-chosen", "contact", same("Lena Åkesson"), of="marek"),
    form("rating-next", "rate", "Rather good", of="marek"),
    form(
        "suggested",
        "suggest",
        Write("The step", "Ring verkstaden"),
        "Suggest it",
        PATH,
        of="marek",
        back=UNDO,
        at=ME,
    ),
)

_AWAY = (
    form("hand-over-empty", "hand-over", Whole("Hand over")),
    person("hand-over-another", beneath("hand-over"), of=LARS, form="hand-over"),
    form(
        "hand-over-asked",
        "hand-over",
        same("Jonas Berg"),
        Whole("Hand over"),
        of="marek",
        back=("Not now",),
    ),
    person("code-arabic", *_NEW_CODE, same("العربية"), of=MAREK, form="invite"),
    person("code-letter", *_LETTER, of=MAREK, form="invite"),
    person(
        "code-stands",
        *_LETTER,
        lambda words: words.t("To {name}", name=MAREK.sv),
        "New code",
        of=MAREK,
        form="invite",
    ),
)

HELPING = (*_SUPPORTED, *_SHOWN, *_AWAY)
