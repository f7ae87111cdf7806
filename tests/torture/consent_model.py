"""What a consent covers, said a second time and in another way: over plain JSON, in the journal's order."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from mia_companion.domain.entries import Confirmed
from tests.all_there_is import SECRETS

_HERE = ZoneInfo("Europe/Stockholm")


@dataclass
class ConsentModel:
    """The consents of one journal, told of each entry as it gets its place."""

    given: dict[str, dict[str, Any]] = field(default_factory=dict)
    withdrawals: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    ever: set[str] = field(default_factory=set)

    def placed(self, one: Confirmed) -> None:
        """An entry stands at its place."""
        said, entry = json.loads(one.entry.body), one.entry
        if said["kind"] == "ConsentWithdrawn":
            self.given.pop(said["consent_id"], None)
            self.withdrawals.setdefault(said["consent_id"], []).append((one.seq, entry.device))
        if said["kind"] == "ConsentGiven":
            read = entry.based_on if entry.epoch == one.epoch else 0
            before = self.withdrawals.get(said["consent_id"], [])
            taken_down = said["collected"] != "in_app"
            is_known = bool(before) or said["consent_id"] in self.ever
            seen = all(seq <= read or device == entry.device for seq, device in before)
            if seen and not (taken_down and is_known):
                self.given[said["consent_id"]] = said
                self.ever.add(said["consent_id"])

    def allows(self, body: str, at: datetime) -> bool:
        """Whether what the body says is passed on may be, at this place and at that time."""
        said = json.loads(body)
        given = self.given.get(said["consent_id"])
        if given is None or given["to_party"] != said["to_party"]:
            return False
        day = at.astimezone(_HERE).date().isoformat()
        if not given["valid_from"] <= day <= given["valid_until"]:
            return False
        sheet = json.loads(said.get("sheet") or "{}")
        if sheet.get("from_party", given["from_party"]) != given["from_party"]:
            return False  # given anew since then, for another party to tell
        named = set(given["categories"])
        told = {secret for secret in SECRETS if secret in said.get("sheet", "")}
        says = set(said["categories"])
        return says <= named and all(SECRETS[one] <= says for one in told)


def disclosed(journal: list[Confirmed]) -> tuple[int, list[str]]:
    """How much a journal says was passed on, and the ids of what no consent covered where it stands."""
    model, count, wrong = ConsentModel(), 0, list[str]()
    for one in journal:
        if json.loads(one.entry.body)["kind"] == "PassedOn":
            count += 1
            if not model.allows(one.entry.body, one.received_at):
                wrong.append(one.entry.id)
        model.placed(one)
    return count, wrong
