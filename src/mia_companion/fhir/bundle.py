"""A sheet that a consent covers, as a FHIR Bundle for a care system.

    Sheet ──▶ Bundle (collection)
      name, sender       Patient · Practitioner · CareTeam
      consent            Consent, and Communication: that this was passed on, under it
      the plan           CarePlan ─▶ Goal, Task, its activities
      times · ratings    Appointment · Observation

It is made of the sheet alone, so that nothing is in it that the consent does not cover and the server has not
judged. The same sheet gives the same bytes.
"""

import json
from dataclasses import dataclass

from mia_companion.domain.sheets import Sheet
from mia_companion.fhir import parts
from mia_companion.fhir.names import Names
from mia_companion.fhir.parts import Ids, Json, concept, instant, ref, told, without_nothing
from mia_companion.fhir.people import People
from mia_companion.fhir.plan import PlanParts


def bundle_of(sheet: Sheet, names: Names, made_at: str) -> Json:
    """The bundle. `made_at` is a FHIR instant, of when the sheet was passed on."""
    told_of = _Telling(sheet, names, Ids(sheet.disclosure_id), made_at)
    return {
        "resourceType": "Bundle",
        "identifier": {"system": parts.SYSTEM.format(name="sheet"), "value": sheet.disclosure_id},
        "type": "collection",
        "timestamp": made_at,
        "entry": [
            {"fullUrl": url, "resource": without_nothing(one)} for url, one in told_of.resources()
        ],
    }


def write_bundle(bundle: Json) -> bytes:
    """The file's bytes."""
    return json.dumps(bundle, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class _Telling:
    sheet: Sheet
    names: Names
    ids: Ids
    made_at: str

    def resources(self) -> list[tuple[str, Json]]:
        people = People(self.sheet, self.names, self.ids)
        plan = PlanParts(self.sheet, self.names, self.ids)
        return [
            *people.resources(),
            (self.ids.of("Consent"), self._consent()),
            (self.ids.of("Communication"), self._communication()),
            *plan.resources(),
            *self._appointments(),
            *self._observations(),
        ]

    def _consent(self) -> Json:
        sheet = self.sheet
        actors = [
            {"role": parts.standard("v3-ParticipationType", role), "reference": told(name)}
            for role, name in (
                ("INF", self.names.party(sheet.from_party)),
                ("IRCP", self.names.party(sheet.to_party)),
            )
            if name
        ]
        permits: Json = {
            "type": "permit",
            "period": {
                "start": sheet.valid_from.isoformat(),
                "end": sheet.valid_until.isoformat(),
            },
            "actor": actors,
            "code": [concept("kind", one, self.names.category(one)) for one in sheet.categories],
        }
        return {
            "resourceType": "Consent",
            "identifier": [
                {"system": parts.SYSTEM.format(name="consent"), "value": sheet.consent_id}
            ],
            "status": "active",
            "scope": parts.standard("consentscope", "patient-privacy"),
            "category": [parts.standard("v3-ActCode", "INFA")],
            "patient": ref(self.ids.of("Patient")),
            "policyRule": {"text": "Offentlighets- och sekretesslagen (2009:400) 10 kap. 1 §"},
            "provision": without_nothing(permits),
        }

    def _communication(self) -> Json:
        sheet = self.sheet
        return {
            "resourceType": "Communication",
            "status": "completed",
            "subject": ref(self.ids.of("Patient")),
            "sent": self.made_at,
            "sender": ref(self.ids.of("Practitioner")) if sheet.sender else None,
            "recipient": [told(self.names.party(sheet.to_party))] if sheet.to_party else [],
            "reasonCode": [{"text": sheet.purpose}] if sheet.purpose else [],
            "about": [ref(self.ids.of("Consent")), ref(self.ids.of("CarePlan"))],
        }

    def _appointments(self) -> list[tuple[str, Json]]:
        return [
            (self.ids.of("Appointment", str(number)), self._appointment(number))
            for number in range(len(self.sheet.times))
        ]

    def _appointment(self, number: int) -> Json:
        time = self.sheet.times[number]
        who = ", ".join(one for one in (time.contact, self.names.party(time.party)) if one)
        people = [{"actor": ref(self.ids.of("Patient")), "status": "needs-action"}]
        if who:
            people.append({"actor": told(who), "status": "accepted"})
        if time.place:
            people.append({"actor": told(time.place), "status": "accepted"})
        return {
            "resourceType": "Appointment",
            "status": "booked",
            "appointmentType": concept("way", time.way, self.names.way(time.way)),
            "description": time.title,
            "start": instant(time.starts_at),
            # An appointment that is booked says when it ends; a time without an end is of no length.
            "end": instant(time.ends_at or time.starts_at),
            "participant": people,
        }

    def _observations(self) -> list[tuple[str, Json]]:
        return [
            (
                self.ids.of("Observation", one.area),
                {
                    "resourceType": "Observation",
                    "status": "final",
                    "category": [parts.standard("observation-category", "survey")],
                    "code": concept("area", one.area, self.names.area(one.area)),
                    "subject": ref(self.ids.of("Patient")),
                    "performer": [ref(self.ids.of("Patient"))],
                    "effectiveDateTime": one.rated_on.isoformat(),
                    "valueInteger": one.level,
                    "referenceRange": [{"text": self.names.levels}],
                },
            )
            for one in self.sheet.ratings
        ]
