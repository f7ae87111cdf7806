"""Who a sheet is about, who sends it, and the parties around the person."""

from dataclasses import dataclass

from mia_companion.domain.sheets import Sheet
from mia_companion.fhir.names import Names
from mia_companion.fhir.parts import Ids, Json, ref, told


@dataclass(frozen=True, slots=True)
class People:
    """Patient, Practitioner and CareTeam. A protected person is a code here as everywhere outside."""

    sheet: Sheet
    names: Names
    ids: Ids

    def resources(self) -> list[tuple[str, Json]]:
        """By their full URLs."""
        found: list[tuple[str, Json]] = [
            (
                self.ids.of("Patient"),
                {"resourceType": "Patient", "active": True, "name": [{"text": self.sheet.name}]},
            )
        ]
        if self.sheet.sender:
            named = {"resourceType": "Practitioner", "name": [{"text": self.sheet.sender}]}
            found.append((self.ids.of("Practitioner"), named))
        if members := self._members():
            found.append((self.ids.of("CareTeam"), self._team(members)))
        return found

    def _team(self, members: list[Json]) -> Json:
        return {
            "resourceType": "CareTeam",
            "status": "active",
            "subject": ref(self.ids.of("Patient")),
            "participant": members,
        }

    def _members(self) -> list[Json]:
        members = [{"member": ref(self.ids.of("Practitioner"))}] if self.sheet.sender else []
        said = [self.sheet.from_party, self.sheet.to_party]
        said += [one.party for one in self.sheet.times]
        said += [one.party for one in self.sheet.activities]
        parties = sorted({one for one in said if one})
        return [*members, *({"member": told(self.names.party(one))} for one in parties)]
