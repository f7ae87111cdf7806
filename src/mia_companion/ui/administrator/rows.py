"""A line for somebody who works for the association: what they do, and when they were last here."""

from datetime import timedelta

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui.administrator.paths import member_path
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import muted
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import ZONE, Here
from mia_companion.wire.administration import StaffMember

_JUST = timedelta(minutes=20)
"""A device that is there comes for new tokens each quarter of an hour."""


def member_row(here: Here, who: StaffMember) -> ft.Control:
    """The way to them. Who has ended is a quiet line that leads nowhere."""
    name = as_written(here.words, who.name)
    if who.ended is not None:
        day = here.words.day(who.ended.astimezone(ZONE).date(), here.today())
        return muted(here.t("{name}, until {day}", name=name, day=day))
    about = [last_here(here, who)]
    if who.role == rights.COORDINATOR:
        about.insert(0, follows(here, who.participants))
    else:
        about.insert(0, role_name(here, who.role))
    return way_on(ft.Icons.PERSON_OUTLINED, name, member_path(who), here.words.beside(*about))


def follows(here: Here, count: int) -> str:
    """How many, and nothing of whom."""
    if not count:
        return here.t("Follows nobody now")
    return here.words.n("Follows {count} participant", "Follows {count} participants", count)


def last_here(here: Here, who: StaffMember) -> str:
    """When any of their devices last came."""
    if not who.seen:
        return here.t("Signed in nowhere now")
    if here.now() - who.seen[0] < _JUST:
        return here.t("Here a moment ago")
    return here.t("Last here {time}", time=here.words.ago(who.seen[0], here.now()))


def role_name(here: Here, role: str) -> str:
    """What somebody is for the association."""
    names = {
        rights.COORDINATOR: here.t("Coordinator"),
        rights.ADMINISTRATOR: here.t("Administrator"),
        rights.FUNDER: here.t("Funder"),
    }
    return names.get(role, role)
