"""The small shapes that resources are made of. Nothing is here that FHIR R4 lacks."""

from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

Json = dict[str, Any]
"""One resource or part of one, as JSON."""

SYSTEM = "urn:mia-companion:{name}"
"""Our own codes: areas, parties, kinds of information, ways to meet, sorts of activities."""


class Ids:
    """Full URLs of a bundle's resources: the same sheet always has the same."""

    def __init__(self, disclosure: str) -> None:
        self._disclosure = disclosure

    def of(self, kind: str, part: str = "") -> str:
        """`urn:uuid:…` of that resource."""
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'mia:{self._disclosure}/{kind}/{part}')}"


def concept(name: str, code: str, text: str) -> Json:
    """A code of ours, with the words that a person reads."""
    return {"coding": [{"system": SYSTEM.format(name=name), "code": code}], "text": text}


def standard(system: str, code: str) -> Json:
    """A code of HL7's own."""
    return {"coding": [{"system": f"http://terminology.hl7.org/CodeSystem/{system}", "code": code}]}


def ref(url: str) -> Json:
    """To a resource of the same bundle."""
    return {"reference": url}


def told(display: str) -> Json:
    """Somebody of whom there is no resource."""
    return {"display": display}


def instant(moment: datetime) -> str:
    """Aware UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def without_nothing(resource: Json) -> Json:
    """FHIR has no empty strings, lists or objects: what nothing is said of is not there."""
    return {key: value for key, value in resource.items() if value not in ("", None, [], {})}
