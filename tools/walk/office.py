"""The screens of the association's administrator, and of its funder."""

from mia_companion.demo.people import ANNA, SITE
from mia_companion.domain import rights
from mia_companion.ui import places
from tools.walk.screens import Own, Screen

_SITE, _ANNA = Own(SITE, SITE), Own(ANNA.name, ANNA.name)

ADMINISTRATOR = (
    Screen("association", "/"),
    Screen("new-site", f"{places.SITES}/new"),
    Screen("site", "/", (_SITE,)),
    Screen("new-coordinator", "/", (_SITE, "Add a coordinator")),
    Screen("staff", "/", (_SITE, _ANNA)),
    Screen("staff-password", "/", (_SITE, _ANNA, "Give a new password")),
    Screen("staff-hand-over", "/", (_SITE, _ANNA, "Hand over all participants")),
    Screen("staff-end", "/", (_SITE, _ANNA, "End the account")),
    Screen("new-funder", f"{places.OFFICE}/new/{rights.FUNDER}"),
)

FUNDER = (
    Screen("funder", "/"),
    Screen("funder-publication", "/", (_SITE,)),
)
