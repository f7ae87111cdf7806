"""What the team keeps for everyone at the site: ordinary entries in its directory, also without a network."""

from datetime import date, time

from mia_companion.app.actions.network import Reach
from mia_companion.app.actions.outcome import (
    EMPTY,
    ENDS_EARLY,
    NO_NUMBER,
    Outcome,
    Recorder,
    checked,
    clean,
    too_long,
)
from mia_companion.domain import rights
from mia_companion.domain.directory import (
    ClosedListed,
    ContactListed,
    HelpNumberListed,
    HoursListed,
    Listed,
)
from mia_companion.domain.words import MAX_LONG, MAX_SHORT


class DirectoryActions(Recorder):
    """A coordinator's verbs. A line that is said again replaces what stood; the same is not written twice."""

    def hours(self, weekday: int, opens: time | None, closes: time | None) -> Outcome:
        """When the team answers on that weekday (1 is Monday); without both times it does not."""
        if opens is None or closes is None:
            opens = closes = None
        elif closes <= opens:
            return Outcome(problem=ENDS_EARLY)
        return self._list(HoursListed(weekday=weekday, opens=opens, closes=closes))

    def closed(self, day: date, *, open_again: bool = False) -> Outcome:
        """The team does not answer on that day, or does after all."""
        return self._list(ClosedListed(day=day, open=open_again))

    def contact(self, name: str, party: str, role: str, reach: Reach, *, item: str) -> Outcome:
        """Somebody at a party, new under the form's id or said anew under their own."""
        name, role = clean(name), clean(role)
        phone, email, address = clean(reach.phone), clean(reach.email), clean(reach.address)
        all_of_it = role + phone + email + address
        if problem := checked(name, MAX_SHORT) or too_long(all_of_it, MAX_LONG):
            return Outcome(problem=problem)
        return self._list(
            ContactListed(
                contact_id=item,
                name=name,
                party=party,
                role=role,
                phone=phone,
                email=email,
                address=address,
            )
        )

    def remove_contact(self, one: ContactListed) -> Outcome:
        """Take somebody off the list. What was said stays in the history."""
        return self._list(ContactListed(contact_id=one.contact_id, name="", party=one.party))

    def help_number(self, name: str, number: str, about: str = "", *, item: str) -> Outcome:
        """A number to call in a crisis, new under the form's id or said anew under its own."""
        name, number, about = clean(name), clean(number), clean(about)
        if not name or not number:
            return Outcome(problem=EMPTY)
        if problem := checked(name, MAX_SHORT) or too_long(about + number, MAX_LONG):
            return Outcome(problem=problem)
        if not any(letter.isdigit() for letter in number):
            return Outcome(problem=NO_NUMBER)
        return self._list(HelpNumberListed(help_id=item, name=name, number=number, about=about))

    def remove_help_number(self, one: HelpNumberListed) -> Outcome:
        """Take it off the list."""
        return self._list(HelpNumberListed(help_id=one.help_id, name=one.name, number=""))

    def _list(self, fact: Listed) -> Outcome:
        stands = self._companion.view.site.listings.get(fact.line)
        if stands is not None and stands.fact == fact:
            return Outcome(item=fact.line)
        return self._record(self._companion.view.journal(rights.DIRECTORY), fact.line, lambda: fact)
