"""The form for reminders by mail or SMS as it stands half filled in, and whose it is."""

from dataclasses import dataclass
from datetime import time

from mia_companion.domain.addresses import as_dialled
from mia_companion.domain.channels import ChannelsChosen
from mia_companion.ui.components.forms import Form
from mia_companion.ui.components.ways_words import A_DAY, AN_HOUR

NIGHT = (time(21), time(8))


class WaysForm(Form):
    """Half filled in."""

    mail: str = ""
    number: str = ""
    day: bool = True
    hour: bool = True
    night: bool = True
    quiet_from: str = f"{NIGHT[0]:%H:%M}"
    quiet_until: str = f"{NIGHT[1]:%H:%M}"
    tell: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose it is (None is one's own), what stands, what of it does not work or is not proved yet, and what
    can be offered."""

    person: str | None
    said: ChannelsChosen | None
    broken: tuple[str, ...]
    unproved: tuple[str, ...]
    offered: tuple[str, ...]


def form_of(said: ChannelsChosen | None) -> WaysForm:
    """As what stands is filled in, or as it begins."""
    if said is None:
        return WaysForm()
    begins, ends = said.quiet_from or NIGHT[0], said.quiet_until or NIGHT[1]
    return WaysForm(
        mail=said.mail,
        number=as_dialled(said.number),
        day=A_DAY in said.appointments,
        hour=AN_HOUR in said.appointments,
        night=said.quiet_from is not None,
        quiet_from=f"{begins:%H:%M}",
        quiet_until=f"{ends:%H:%M}",
        tell=said.tell,
    )
