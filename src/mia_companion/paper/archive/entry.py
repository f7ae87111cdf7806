"""One entry to read: what it was, when and by whom, people's own words, and every part of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mia_companion.i18n.words import Words, later
from mia_companion.paper.archive import kinds
from mia_companion.paper.archive.codes import in_words, moment
from mia_companion.paper.archive.markup import element, link, own, text
from mia_companion.paper.archive.shape import (
    REFUSED,
    TOO_LATE,
    WAITING,
    Archive,
    SaidEntry,
    SaidFile,
)

_STATES = {
    WAITING: later("Waiting to be sent"),
    REFUSED: later("Could not be sent"),
    TOO_LATE: later("It came after the access of whoever wrote it had ended"),
}
_MAKES = {
    "GoalSet": "goal_id",
    "MilestoneSet": "milestone_id",
    "StepPlanned": "step_id",
    "StepRecorded": "step_id",
    "StepSuggested": "suggestion_id",
    "AppointmentBooked": "appointment_id",
    "ContactAdded": "contact_id",
    "ConsentGiven": "consent_id",
    "MessageWritten": "message_id",
}
"""What makes something that later entries are about, and the part with its id."""


@dataclass(frozen=True)
class Reading:
    """What it takes to tell an entry: all the others, the language, and what people are called."""

    archive: Archive
    words: Words
    names: Mapping[str, str]

    @cached_property
    def files(self) -> Mapping[str, SaidFile]:
        """By blob."""
        return {one.blob_id: one for one in self.archive.files}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What an id stands for, in the words that made it: of things and of entries."""
        found: dict[str, str] = {}
        for journal in self.archive.journals:
            for one in journal.entries:
                if not isinstance(one.said, dict) or not (words := _own(one.said)):
                    continue
                found.setdefault(one.id, words)
                if id_ := one.said.get(_MAKES.get(one.kind, "")):
                    found.setdefault(str(id_), words)
        return found

    def about(self, said: Mapping[str, Any]) -> str:
        """What an entry is about that does not say it itself."""
        for part, value in said.items():
            if _points(part) or part == "about":
                id_ = str(value).rpartition(":")[2]
                if words := self.called.get(id_):
                    return words
        return ""


def told(reading: Reading, one: SaidEntry) -> str:
    """The entry as an article."""
    words = reading.words
    _, name = kinds.KINDS.get(one.kind, ("", later("Something that this version cannot read")))
    when = moment(words, one.at)
    mine = one.author == reading.archive.participant
    who = words.t("You") if mine else one.by or words.t("A coordinator")
    byline = words.t("{who}, {time}", who=who, time=when)
    if one.state in _STATES:
        byline = words.beside(byline, words.t(_STATES[one.state]))
    inside = [element("h4", text(words.t(name))), element("p", text(byline), class_="by")]
    if isinstance(one.said, dict):
        inside += _said(reading, one.kind, one.said)
    else:
        inside.append(own("p", one.said))
    return element("article", "".join(inside))


def _said(reading: Reading, kind: str, said: Mapping[str, Any]) -> Iterator[str]:
    known = kind in kinds.KINDS
    if known:
        yield from (own("p", said[part]) for part in kinds.PLAIN if said.get(part))
        if not _own(said) and (about := reading.about(said)):
            yield own("p", reading.words.t("About: {words}", words=about))
    lines = "".join(_lines(reading, kind, said, known=known))
    if lines:
        yield element("dl", lines)


def _lines(reading: Reading, kind: str, said: Mapping[str, Any], *, known: bool) -> Iterator[str]:
    for part, value in said.items():
        if part == "kind" or (known and (part in kinds.PLAIN or _points(part))):
            continue
        name = f"{kind}.{part}" if f"{kind}.{part}" in kinds.LABELS else part
        label = (kinds.LABELS if known else {}).get(name)
        if part == "attachments" and known:
            shown = _files(reading, value)
        elif label is None:
            shown = own("dd", json.dumps(value, ensure_ascii=False))
        elif part == "about":
            shown = own("dd", reading.called.get(str(value), value))
        else:
            in_words_ = in_words(reading.words, name, value, reading.names)
            shown = own("dd", in_words_) if in_words_ else ""
        if shown:
            yield element("dt", text(reading.words.t(label) if label else part)) + shown


def _files(reading: Reading, value: Any) -> str:
    shown = ""
    for ref in value if isinstance(value, list) else ():
        one = reading.files.get(str(ref.get("blob_id"))) if isinstance(ref, dict) else None
        if one is None:
            shown += own("dd", json.dumps(ref, ensure_ascii=False))
        elif one.path is None:
            missing = reading.words.t("It is not in this file.")
            shown += own("dd", reading.words.in_turn([one.name or one.media_type, missing]))
        else:
            shown += element("dd", link(one.path, one.path.partition("/")[2]))
    return shown


def _points(part: str) -> bool:
    return part in kinds.POINTERS or part.endswith("_id")


def _own(said: Mapping[str, Any]) -> str:
    found = (said.get(part) for part in (*kinds.PLAIN, "purpose"))
    return next((one for one in found if isinstance(one, str) and one), "")
