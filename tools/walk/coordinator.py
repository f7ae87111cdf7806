"""Everything that a coordinator sees, in the order in which it is walked."""

from mia_companion.ui import places
from tools.walk.answers import ANSWERS
from tools.walk.calendar import CALENDAR
from tools.walk.caseload import ELIN
from tools.walk.helping import HELPING
from tools.walk.person import PERSON
from tools.walk.screens import Screen
from tools.walk.team import TEAM
from tools.walk.team_on_the_way import TEAM_ON_THE_WAY
from tools.walk.times import TIMES_ON_THE_WAY

_ONE = (
    Screen("staff-help", places.HELP),
    Screen("own-password", places.PASSWORD),
    Screen("own-password-empty", places.PASSWORD, ("Choose it",)),
    Screen("staff-language", places.LANGUAGE),
)

COORDINATOR = (
    Screen("caseload", places.TODAY),
    *PERSON,
    Screen("invite", places.INVITE),
    Screen("invite-empty", places.INVITE, ("Make a code",)),
    Screen("inbox", places.INBOX),
    Screen("inbox-thread", places.INBOX, (ELIN,), at=f"{places.INBOX}/:person/:thread"),
    *CALENDAR,
    *TEAM,
    *_ONE,
    *TIMES_ON_THE_WAY,
    *ANSWERS,
    *HELPING,
    *TEAM_ON_THE_WAY,
)
