"""The screens of the association's administrator, and of its funder."""

from mia_companion.demo.people import ANNA, JONAS, OLOF, SITE
from mia_companion.domain import rights
from mia_companion.ui import places
from tools.walk.screens import Deed, Own, Screen, beneath, same

_SITE, _ANNA, _JONAS, _OLOF = map(same, (SITE, ANNA.name, JONAS.name, OLOF.name))
_AT_SITE = f"{places.SITES}/:site"
_PUBLISHED = f"{places.PUBLISHED}/:period/:site"


def _staff(
    name: str, *taps: Deed, of: Own = _ANNA, deed: str = "", back: tuple[Deed, ...] = ()
) -> Screen:
    at = f"{_AT_SITE}/staff/:account"
    return Screen(name, "/", (_SITE, of, *taps), back, at=f"{at}/{deed}" if deed else at)


def _office(name: str, *taps: Deed, deed: str = "") -> Screen:
    at = f"{places.OFFICE}/:account"
    return Screen(name, "/", (_OLOF, *taps), at=f"{at}/{deed}" if deed else at)


ADMINISTRATOR = (
    Screen("association", "/"),
    Screen("new-site", f"{places.SITES}/new"),
    Screen("new-site-empty", f"{places.SITES}/new", ("Add the site",)),
    Screen("site", "/", (_SITE,), at=_AT_SITE),
    Screen("site-name", "/", (_SITE, "Change the site's name"), at=f"{_AT_SITE}/name"),
    Screen("new-coordinator", "/", (_SITE, "Add a coordinator"), at=f"{_AT_SITE}/new"),
    Screen(
        "new-coordinator-empty",
        "/",
        (_SITE, "Add a coordinator", "Make the account"),
        at=f"{_AT_SITE}/new",
    ),
    _staff("staff"),
    _staff("staff-changed", "Change name or phone", deed="change"),
    _staff("staff-password", "Give a new password", deed="password"),
    _staff("staff-hand-over", "Hand over all participants", deed="move"),
    _staff("staff-taking-over", "Hand over all participants", _JONAS, deed="move"),
    _staff("staff-end", "End the account", deed="end"),
    _staff("staff-link", beneath("link"), deed="link"),
    _staff("staff-link-made", beneath("link"), "Make a link", deed="link"),
    _staff(
        "staff-password-given",
        "Give a new password",
        "Make a new password",
        of=_JONAS,
        deed="password",
        back=("I have handed it over",),
    ),
    Screen(
        "staff-deeds",
        "/",
        (_SITE, _ANNA, "What they have done"),
        at=f"{places.DEEDS}/:whose/:who",
    ),
    _office("office"),
    _office("office-changed", "Change the name", deed="change"),
    _office("office-password", "Give a new password", deed="password"),
    _office("office-end", "End the account", deed="end"),
    _office("office-link", beneath("link"), deed="link"),
    _office("office-hand-over", beneath("move"), deed="move"),
    Screen("new-funder", f"{places.OFFICE}/new/{rights.FUNDER}", at=f"{places.OFFICE}/new/:role"),
    Screen(
        "new-funder-empty",
        f"{places.OFFICE}/new/{rights.FUNDER}",
        ("Make the account",),
        at=f"{places.OFFICE}/new/:role",
    ),
    Screen("deeds", places.DEEDS),
    Screen("all-published", places.PUBLISHED),
    Screen("one-published", places.PUBLISHED, (_SITE,), at=_PUBLISHED),
    Screen("one-published-saved", places.PUBLISHED, (_SITE, "Save as PDF"), at=_PUBLISHED),
)

FUNDER = (
    Screen("funder", "/"),
    Screen("funder-publication", "/", (_SITE,), at=_PUBLISHED),
)
