"""Every kind of entry with a canary word in each of its texts, found by the fields' types.

Whatever is a text gets a word: free text, names, numbers, and codes, since codes are open. What gets none is
a reference, by the endings and names below, or has its reason here. A new field is filled by itself.
"""

import types
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, get_args, get_origin

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.facts import Fact
from tests.example_data import NOW, TODAY

REFERENCES = {
    "item", "entry", "revision", "about", "asking", "from_coordinator", "to_coordinator",
    "attended_by", "in_place_of", "covered_by", "choice",
}  # fmt: skip
"""Besides whatever ends in `_id`: ids that devices made, of things and of entries."""

OTHERWISE: dict[str, Any] = {
    # The server judges by these: with another value the entry would be refused, and nothing be tried.
    "ConsentGiven.collected": "in_app",
    "ConsentGiven.valid_from": TODAY - timedelta(days=9),
    "ConsentGiven.valid_until": TODAY + timedelta(days=90),
    # A time zone and a language are looked up; there is no word in them.
    "AppointmentBooked.zone": "Europe/Stockholm",
    # What is handed out is made by `passing.py`: text that is no sheet is refused.
    "PassedOn.sheet": "",
    "PassedOn.sha256": "",
    "PassedOn.attachments": (),
    # One of two ways, said by the server.
    "ReminderNotReached.channel": "mail",
    "AddressProved.channel": "mail",
    # The address of a choice, said again by the server: it has its word in the choice.
    "AddressProved.to": "",
}
"""Fields that get no word, and why."""

_LONGEST_ID = 64

Word = Callable[[str], str]
Blob = Callable[[str], BlobRef]


class Unknown(TypeError):
    """A field of a type that this file does not know how to write in."""


def kinds() -> Iterator[type[BaseModel]]:
    """Every kind there is."""
    yield from Fact.__args__


def filled(kind: type[BaseModel], word: Word, blob: Blob, given: dict[str, Any]) -> Fact:
    """A fact of the kind with all its fields set. `word` gives the word of a field; `given` are fields that
    are known, references above all. Raises Unknown."""
    said: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        where = f"{kind.__name__}.{name}"
        if name == "kind":
            continue
        if name in given:
            said[name] = given[name]
        elif where in OTHERWISE:
            said[name] = OTHERWISE[where]
        else:
            one = _Field(where, name, word, blob)
            said[name] = one.value(field.annotation, _bounds(field.metadata))
    return kind(**said)  # type: ignore[return-value]


def is_reference(name: str) -> bool:
    """Whether a field of that name, where it is no longer than an id, names something and says nothing."""
    return name.endswith("_id") or name in REFERENCES


def texts(kind: type[BaseModel]) -> set[str]:
    """The fields of the kind in which a word stands."""
    found: set[str] = set()

    def noted(where: str) -> str:
        found.add(where)
        return "x"

    def named(where: str) -> BlobRef:
        noted(f"{where}.name")
        return BlobRef(blob_id="b", sha256="0" * 64, size=0, media_type="image/jpeg")

    filled(kind, noted, named, {})
    return found


def _bounds(metadata: Any) -> dict[str, Any]:
    """The bounds of a field that matter here, by their names."""
    found: dict[str, Any] = {}
    for one in metadata:
        if isinstance(one, FieldInfo):
            found |= _bounds(one.metadata)
        elif isinstance(one, annotated_types.Ge):
            found["ge"] = one.ge
        elif isinstance(one, annotated_types.Le):
            found["le"] = one.le
        elif isinstance(one, annotated_types.MaxLen):
            found["longest"] = one.max_length
    return found


class _Field:
    """One field, or one of the values in it."""

    def __init__(self, where: str, name: str, word: Word, blob: Blob) -> None:
        self.where, self.name = where, name
        self._word, self._blob = word, blob

    def value(self, said: Any, bounds: dict[str, Any]) -> Any:
        """Something of that type, with a word in it if there is room for one."""
        origin, inner = get_origin(said), get_args(said)
        if origin is typing.Annotated:
            return self.value(inner[0], bounds | _bounds(inner[1:]))
        if origin in (typing.Union, types.UnionType):
            return self.value(next(one for one in inner if one is not type(None)), bounds)
        if origin is tuple:
            return (self.value(inner[0], {}),)
        if origin is dict:
            return {self.value(inner[0], {}): self.value(inner[1], {})}
        return self._single(said, bounds)

    def _single(self, said: Any, bounds: dict[str, Any]) -> Any:
        if said is str:
            refers = is_reference(self.name) and bounds.get("longest", 0) == _LONGEST_ID
            return f"{self.name.removesuffix('_id')}-000001" if refers else self._word(self.where)
        if said is BlobRef:
            return self._blob(self.where)
        return _plain(self.where, said, bounds)


def _plain(where: str, said: Any, bounds: dict[str, Any]) -> Any:
    if said is int:
        return min(max(3, bounds.get("ge", 0)), bounds.get("le", 9))
    if said is datetime or getattr(said, "__name__", "") == "AwareDatetime":
        return NOW + timedelta(days=1)
    known: dict[Any, Any] = {bool: True, date: TODAY + timedelta(days=1), time: time(9)}
    if said not in known:
        raise Unknown(f"{where}: {said}")
    return known[said]
