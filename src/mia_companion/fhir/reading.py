"""An Appointment that a care system gives out as FHIR JSON, alone or in a Bundle.

Only what a summons is made of is read; everything else is passed over. Nothing is fetched: who takes part is
told by the names that stand in it.
"""

from datetime import datetime
from hashlib import sha256

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from mia_companion.domain.summons import (
    MAX_BYTES,
    NO_APPOINTMENT,
    NO_TIME,
    TOO_LARGE,
    Summons,
    Unreadable,
)
from mia_companion.domain.zones import HOME

_MOST = 60
_OFF = {"cancelled", "entered-in-error", "noshow"}
_SHORT = 2_000


class _Read(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Identifier(_Read):
    system: str = ""
    value: str = ""


class _Reference(_Read):
    reference: str = ""
    display: str = ""


class _Participant(_Read):
    actor: _Reference = _Reference()


class _Concept(_Read):
    text: str = ""


class _Meta(_Read):
    versionId: str = ""


class _Appointment(_Read):
    resourceType: str
    id: str = ""
    meta: _Meta = _Meta()
    identifier: tuple[_Identifier, ...] = ()
    status: str = ""
    description: str = ""
    serviceType: tuple[_Concept, ...] = ()
    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    comment: str = ""
    patientInstruction: str = ""
    participant: tuple[_Participant, ...] = ()


class _Kind(_Read):
    resourceType: str = ""


class _Entry(_Read):
    resource: dict[str, object] = Field(default_factory=dict)


class _Bundle(_Read):
    entry: tuple[_Entry, ...] = Field(max_length=1_000)


def appointments_in(raw: bytes, now: datetime) -> tuple[Summons, ...]:
    """What it tells of that is not over, the nearest first. Raises Unreadable."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(TOO_LARGE)
    try:
        found = [_told(one, one.start) for one in _appointments(raw) if one.start is not None]
    except (ValidationError, RecursionError):
        raise Unreadable(NO_APPOINTMENT) from None
    coming = sorted(
        (one for one in found if (one.ends_at or one.starts_at) > now),
        key=lambda one: one.starts_at,
    )
    if not coming:
        raise Unreadable(NO_TIME if found else NO_APPOINTMENT)
    return tuple(coming[:_MOST])


def _appointments(raw: bytes) -> list[_Appointment]:
    kind = _Kind.model_validate_json(raw).resourceType
    if kind == "Appointment":
        return [_Appointment.model_validate_json(raw)]
    if kind != "Bundle":
        raise Unreadable(NO_APPOINTMENT)
    some = (one.resource for one in _Bundle.model_validate_json(raw).entry)
    return [
        _Appointment.model_validate(one) for one in some if one.get("resourceType") == "Appointment"
    ]


def _told(one: _Appointment, starts_at: datetime) -> Summons:
    service = next((said.text for said in one.serviceType if said.text), "")
    return Summons(
        key=_key(one),
        version=int(one.meta.versionId) if one.meta.versionId[:9].isdecimal() else 0,
        title=_plain(one.description or service),
        starts_at=starts_at,
        ends_at=one.end if one.end and one.end > starts_at else None,
        zone=HOME,
        whole_day=False,
        place=_plain(_display(one, "Location")),
        contact=_plain(_display(one, "Practitioner")),
        link="",
        said=_plain("\n".join(filter(None, (one.patientInstruction, one.comment)))),
        called_off=one.status in _OFF,
    )


def _key(one: _Appointment) -> str:
    named = next((f"{i.system}|{i.value}" for i in one.identifier if i.value), one.id)
    return sha256(f"fhir|{named}".encode()).hexdigest()[:32]


def _display(one: _Appointment, kind: str) -> str:
    """The first of that kind that has a name; a PractitionerRole is a practitioner, too."""
    actors = (said.actor for said in one.participant)
    return next((a.display for a in actors if a.display and a.reference.startswith(kind)), "")


def _plain(said: str) -> str:
    return "".join(o for o in said if o == "\n" or o.isprintable()).strip()[:_SHORT]
