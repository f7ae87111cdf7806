"""Everyone around a person, as they write them down."""

from dataclasses import dataclass

from mia_companion.app.actions.outcome import Outcome, checked, clean, too_long
from mia_companion.app.actions.own import OwnRecorder
from mia_companion.domain import rights
from mia_companion.domain.network import ContactAdded, ContactRemoved
from mia_companion.domain.words import MAX_LONG, MAX_SHORT


@dataclass(frozen=True, slots=True)
class Reach:
    """How to reach somebody; any may be empty."""

    phone: str = ""
    email: str = ""
    address: str = ""


class NetworkActions(OwnRecorder):
    """A participant's verbs. `private` writes where only the person's own devices read."""

    def add(
        self,
        name: str,
        party: str,
        role: str = "",
        reach: Reach = Reach(),
        *,
        private: bool = False,
        participant: str | None = None,
        item: str = "",
    ) -> Outcome:
        """Write somebody down; with `participant`, a coordinator writes in that person's network."""
        made = _made(name, party, role, reach)
        if isinstance(made, str):
            return Outcome(problem=made)
        journal = self._journal(private)
        if participant is not None:
            journal = self._companion.view.journal(rights.SHARED, participant)
        return self._record_once(
            journal, item, lambda new: made.model_copy(update={"contact_id": new})
        )

    def change(self, contact_id: str, name: str, party: str, role: str, reach: Reach) -> Outcome:
        """Say anew who somebody is and how to reach them."""
        made = _made(name, party, role, reach)
        if isinstance(made, str):
            return Outcome(problem=made)
        said = made.model_copy(update={"contact_id": contact_id})
        return self._record(self._where(contact_id), contact_id, lambda: said)

    def remove(self, contact_id: str) -> Outcome:
        """Take somebody off the list. What was said stays in the history."""
        return self._record(
            self._where(contact_id), contact_id, lambda: ContactRemoved(contact_id=contact_id)
        )


def _made(name: str, party: str, role: str, reach: Reach) -> ContactAdded | str:
    """The fact, under an id to be replaced, or the problem's name."""
    name, role = clean(name), clean(role)
    ways = (clean(reach.phone), clean(reach.email), clean(reach.address))
    if problem := checked(name, MAX_SHORT) or too_long(role + "".join(ways), MAX_LONG):
        return problem
    phone, email, address = ways
    return ContactAdded(
        contact_id="new",
        name=name,
        party=party,
        role=role,
        phone=phone,
        email=email,
        address=address,
    )
