"""Everyone in the caseload, in the order of need. What has not changed is not asked again."""

from dataclasses import dataclass
from datetime import datetime

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.needs import Needs, most_needed_first, needs
from mia_companion.domain.picture import Picture
from mia_companion.ui.components.called import called
from mia_companion.ui.context import Here


@dataclass(frozen=True, slots=True)
class Person:
    """A participant, what they are called, and how they stand to the coordinator."""

    id: str
    name: str
    needs: Needs


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was answered of which pictures, at which minute."""

    shared: Picture
    team: Picture
    minute: datetime
    person: Person


def use_order(here: Here) -> list[Person]:
    """Whoever needs the coordinator first stands first."""
    nobody: dict[str, _Asked] = {}
    known = ft.use_ref(nobody)
    answered = known.current or {}
    asked = {one: _ask(here, one, answered.get(one)) for one in here.view.participants}
    known.current = asked
    people = [one.person for one in asked.values()]
    return sorted(people, key=lambda one: most_needed_first(one.name, one.needs))


def _ask(here: Here, id_: str, before: _Asked | None) -> _Asked:
    plan, team = here.view.plan(id_), here.view.picture(rights.TEAM, id_)
    now, account = here.now(), here.view.account
    minute = now.replace(second=0, microsecond=0)
    if before and before.shared is plan.shared and before.team is team and before.minute == minute:
        return before
    reader = account.id if account else ""
    need = needs(plan, id_, reader, now, here.today(), settled=team.settled)
    return _Asked(plan.shared, team, minute, Person(id_, called(here, id_), need))
