"""What an administrator of an association sees and asks for: sites and staff, and nobody's journal."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, StringConstraints

from mia_companion.domain.entries import Frozen

_LINE = "^[^\x00-\x1f\x7f]*$"

Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_LINE),
]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60, pattern=_LINE)]
Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        max_length=254,
        pattern="^[^@\\s\x00-\x1f\x7f]+@[^@\\s\x00-\x1f\x7f]+$",
    ),
]

StaffRole = Literal["coordinator", "administrator", "funder"]


class StaffMember(Frozen):
    """Somebody who signs in with a password. `site` is empty for who belongs to the association.

    `participants` is how many they follow now, and nothing says whom. `seen` is when each of their
    devices last came, the latest first. Who has `ended` has no e-mail any more, and comes in no more.
    """

    id: str
    role: str
    site: str
    name: str
    email: str
    phone: str
    since: AwareDatetime
    ended: AwareDatetime | None = None
    seen: tuple[AwareDatetime, ...] = ()
    participants: int = 0
    password_given: bool = False


class SiteSeen(Frozen):
    """A site and who works there, those who have ended last.

    `participants` is how many are followed there; who has two coordinators is one of them.
    """

    id: str
    name: str
    participants: int = 0
    coordinators: tuple[StaffMember, ...]


class Administered(Frozen):
    """The caller's association: its sites by name, and its administrators and funders."""

    association: str
    sites: tuple[SiteSeen, ...]
    office: tuple[StaffMember, ...]


class NameSite(Frozen):
    """What a site is to be called; no other of the association is called so."""

    name: Name


class SiteMade(Frozen):
    """The new site."""

    id: str


class AddStaff(Frozen):
    """Somebody new. Coordinators have a `site` and may have a `phone`, which the site can read."""

    role: StaffRole
    site: str = ""
    name: Name
    email: Email
    phone: Phone = ""


class ChangeStaff(Frozen):
    """What they are called, and where a coordinator is reached."""

    name: Name
    phone: Phone = ""


class GivenPassword(Frozen):
    """Shown once: it signs in once, before `until`, and is then replaced by one of their own."""

    account: str
    password: str
    until: AwareDatetime


class MoveParticipants(Frozen):
    """To which coordinator of the same site."""

    to: str


class Moved(Frozen):
    """How many participants have another coordinator now."""

    count: int
