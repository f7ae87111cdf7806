"""Where sites and those who work there stand."""

from mia_companion.ui import places
from mia_companion.wire.administration import StaffMember


def site_path(site: str) -> str:
    """One site."""
    return f"{places.SITES}/{site}"


def adding_path(role: str, site: str = "") -> str:
    """Somebody new, at that site or else for the association."""
    return f"{site_path(site)}/new" if site else f"{places.OFFICE}/new/{role}"


def member_path(who: StaffMember, deed: str = "") -> str:
    """Somebody who works there, and what may be done: `change`, `password`, `link`, `move`, `end`."""
    at = f"{site_path(who.site)}/staff/{who.id}" if who.site else f"{places.OFFICE}/{who.id}"
    return f"{at}/{deed}" if deed else at
