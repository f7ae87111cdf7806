"""What a log must mean, said anew and simply: by what its authors saw on their screens.

It shares nothing with the fold but the words of the facts. Where a rule says "had seen", the test knows:
it kept what was on the author's screen at the tap.
"""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.picture import Picture
from tests.torture.replica import Replica


@dataclass(frozen=True)
class Wrote:
    """An entry, where it was tapped, and which entries could be seen there then."""

    at: Replica
    entry: Entry
    seen: frozenset[str]

    @property
    def forbidden(self) -> bool:
        """A coordinator gives no consent in the app; what was said elsewhere they write down otherwise."""
        return self.entry.kind == "ConsentGiven" and self.at.account.role == "coordinator"


def check_meaning(
    log: Sequence[Confirmed],
    picture: Picture,
    wrote: Mapping[str, Wrote],
    apart: Mapping[str, Set[str]] | None,
) -> None:
    """Raise AssertionError where the picture of this log is not what its authors meant.

    `apart` is what a restored server lost and a device did not have any more, by device: that comes
    from others, whenever they come. None when no server was restored.
    """
    place = {one.entry.id: one.seq for one in log}
    said = _Said(wrote)
    for one in log:
        if mine := wrote.get(one.entry.id):
            for seen in mine.seen - (apart or {}).get(mine.at.name, set()):
                assert place.get(seen, 0) < one.seq, (
                    "an edit stands before what its author had read"
                )
        said.take(one)
    _check_steps(said, picture)
    _check_appointments(said, picture)
    for id_, held in picture.consents.items():
        given = held.given_by.entry if held.given_by else None
        may = said.consents.get(id_, [])
        # Of what was read before a restore nothing is claimed: then a consent may count for less.
        right = given == (may[-1] if may else None) if apart is None else given in (None, *may)
        assert right, "a consent counts, or does not"
    assert list(picture.messages) == said.messages, "messages in another order"
    assert picture.profile.name == said.name, "another name"
    for part in picture.bad_day_parts.values():
        assert part.words == said.signs, "other words"


def _check_steps(said: "_Said", picture: Picture) -> None:
    assert list(picture.steps) == list(said.steps)
    for id_, mine in said.steps.items():
        step = picture.steps[id_]
        assert step.gone == mine.gone, "a step is gone, or is not"
        words = [one for one in mine.words if not one.undone] or mine.words[:1]
        assert step.words == words[-1].said, "words that do not stand"
        marks = [one for one in mine.marks if not one.undone]
        stands = step.mark.by.entry if step.mark else None
        assert stands == (marks[-1].entry if marks else None), "a mark that does not stand"


def _check_appointments(said: "_Said", picture: Picture) -> None:
    assert list(picture.appointments) == list(said.appointments)
    for id_, mine in said.appointments.items():
        one = picture.appointments[id_]
        assert one.now.id == mine.now, "a move of an outdated revision moved it"
        assert [p.id for p in one.proposals] == mine.proposals, "a move that nobody sees"
        yes = one.confirmed_by.entry if one.confirmed_by else None
        assert yes == mine.yes, "a confirmation of another revision"
        assert (one.cancelled_by is not None) == mine.cancelled, "cancelled, or not"


@dataclass
class _Line:
    entry: str
    author: str
    said: str = ""
    undone: bool = False


@dataclass
class _Step:
    planned: _Line
    words: list[_Line]
    marks: list[_Line]
    gone: bool = False


@dataclass
class _Meeting:
    now: str
    proposals: list[str]
    yes: str | None = None
    cancelled: bool = False


class _Said:
    """Told entry by entry."""

    def __init__(self, wrote: Mapping[str, Wrote]) -> None:
        self._wrote = wrote
        self.steps: dict[str, _Step] = {}
        self.appointments: dict[str, _Meeting] = {}
        self.consents: dict[str, list[str]] = {}
        """The grants that count, since the last withdrawal."""
        self._withdrawn: dict[str, set[str]] = {}
        self.messages: list[str] = []
        self.name = ""
        self.signs = ""

    def take(self, one: Confirmed) -> None:
        """The next."""
        body: dict[str, Any] = json.loads(one.entry.body)
        line = _Line(one.entry.id, one.entry.author, body.get("words", ""))
        match body["kind"]:
            case "StepPlanned":
                self.steps[body["step_id"]] = _Step(line, [line], [])
            case "StepReworded" if step := self.steps.get(body["step_id"]):
                step.words.append(line)
            case "StepDone" | "StepTried" | "StepSetAside" if step := self.steps.get(
                body["step_id"]
            ):
                step.marks.append(line)
            case "Undone" if step := self.steps.get(body["item"]):
                self._undo(step, body["entry"], one.entry.author)
            case "MessageWritten":
                self.messages.append(body["message_id"])
            case "ParticipantNamed":
                self.name = body["name"]
            case "BadDayPlanWritten":
                self.signs = body["words"]
            case "ConsentWithdrawn":
                self._withdrawn.setdefault(body["consent_id"], set()).add(one.entry.id)
                self.consents[body["consent_id"]] = []
            case "ConsentGiven":
                unseen = self._withdrawn.get(body["consent_id"], set())
                if unseen <= self._wrote[one.entry.id].seen:
                    self.consents.setdefault(body["consent_id"], []).append(one.entry.id)
            case "AppointmentBooked":
                self.appointments[body["appointment_id"]] = _Meeting(one.entry.id, [])
            case kind if meeting := self.appointments.get(body.get("appointment_id", "")):
                self._answer(meeting, kind, body, one.entry.id)

    def _undo(self, step: _Step, entry: str, author: str) -> None:
        mine = (entry, author)
        if (step.planned.entry, step.planned.author) == mine:
            step.gone = True
            return
        for line in (*step.words, *step.marks):
            line.undone = line.undone or (line.entry, line.author) == mine

    def _answer(self, one: _Meeting, kind: str, body: dict[str, Any], entry: str) -> None:
        stands = body["revision"] == one.now and not one.cancelled
        if kind == "AppointmentMoved" and stands:
            one.now, one.yes = entry, None
        elif kind == "AppointmentMoved":
            one.proposals.append(entry)
        elif kind == "AppointmentCancelled":
            one.cancelled = True
        elif kind == "AppointmentConfirmed" and stands:
            one.yes = entry
        elif kind == "MoveAsked" and stands:
            one.yes = None
