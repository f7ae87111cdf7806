"""What is written to people and answered: messages and their threads, and what is asked of what is kept."""

from mia_companion.ui import places
from tools.walk.caseload import ELIN, MAREK, ME, MESSAGES, NOTES, UNDO, person
from tools.walk.screens import (
    BREATH,
    UNTIL_SAID,
    Choose,
    Last,
    Named,
    Screen,
    Whole,
    Write,
    same,
    to,
)

_THREAD = f"{places.INBOX}/:person/:thread"
_TITLE = same("Vi ses i morgon")
_LISTED = (
    Write("What they are called", _TITLE.sv),
    Write("The words", "Hej {name}! Vi ses i morgon."),
    Whole("Save"),
)
"""Ready words of the team's own, until they are undone or taken away."""
_TAKEN_AWAY = (
    to(places.MESSAGE_TEMPLATES),
    lambda words: words.t("Take away {title}", title=_TITLE.sv),
)
_NEW, _MESSAGE = f"{places.MESSAGE_TEMPLATES}/new", "/site/message-templates/:template"
_STAYS = "It stays, with a note that the participant does not agree"
_KEPT = Whole("What is kept")

_WRITING = (
    person("composer-empty", MESSAGES, Whole("Send")),
    person("composer-words", MESSAGES, "Ready words"),
    person("composer-file", MESSAGES, "Add a photo or a file"),
    person(
        "composer-file-added",
        MESSAGES,
        "Add a photo or a file",
        Choose("Add a file", "brev.txt", "Hej"),
        back=(lambda words: words.t("Take away: {name}", name="brev.txt"),),
    ),
    Screen(
        "ready-words-changed",
        _NEW,
        (*_LISTED, lambda words: words.t("Change {title}", title=_TITLE.sv)),
        _TAKEN_AWAY,
        at=_MESSAGE,
    ),
    Screen(
        "composer-words-listed",
        _NEW,
        (*_LISTED, UNTIL_SAID, to(places.TODAY), ELIN, MESSAGES, "Ready words"),
        _TAKEN_AWAY,
        at=ME,
    ),
    Screen(
        "composer-words-put",
        _NEW,
        (*_LISTED, UNTIL_SAID, to(places.TODAY), ELIN, MESSAGES, "Ready words", _TITLE),
        (Write("Write a message", ""), *_TAKEN_AWAY),
        at=ME,
    ),
    Screen("ready-words-listed", _NEW, _LISTED, UNDO, at=places.MESSAGE_TEMPLATES),
    person("note-empty", NOTES, "Save the note"),
)

_INBOX = (
    Screen("inbox-gone", f"{places.INBOX}/{{elin}}/nothing", at=_THREAD),
    Screen("inbox-done", places.INBOX, (Named("inbox", "Done"),)),
    Screen("inbox-all", places.INBOX, (Named("inbox", "All"),)),
    Screen("inbox-found-nothing", places.INBOX, (Write("Search by name or words", "Zzz"),)),
    Screen("inbox-settled", places.INBOX, (ELIN, BREATH, "Needs no answer"), UNDO, at=_THREAD),
    Screen("inbox-answered", places.INBOX, (Named("inbox", "Done"), MAREK), at=_THREAD),
    Screen("caseload-found-nobody", places.TODAY, (Write("Search by name", "Zzz"),)),
    Screen("caseload-some", places.TODAY, ("Asks for another time",)),
)

_ASKED = (
    person("answering-stays", _KEPT, "Answer it", _STAYS, form="correct/:correction"),
    person(
        "answering-empty", _KEPT, "Answer it", _STAYS, Whole("Send"), form="correct/:correction"
    ),
    person("answered", _KEPT, "Answer it", "It has been written anew", Whole("Send"), back=UNDO),
    person("deciding-stays", _KEPT, Last("Answer it"), "It must stay", form="erase/:erasure"),
    person(
        "deciding-empty",
        _KEPT,
        Last("Answer it"),
        "It must stay",
        Whole("Send"),
        form="erase/:erasure",
    ),
    person("deciding-erased", _KEPT, Last("Answer it"), "It will be erased", form="erase/:erasure"),
    person(
        "decided",
        _KEPT,
        Last("Answer it"),
        "It will be erased",
        Write("Day, as year-month-day", "2026-12-01"),
        Whole("Send"),
        back=UNDO,
    ),
)

ANSWERS = (*_WRITING, *_INBOX, *_ASKED)
