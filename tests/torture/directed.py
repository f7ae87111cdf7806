"""Lives that chance tells too seldom, told by hand. The engine lives them, too."""

from tests.torture.deeds import Deed, Story
from tests.torture.people import PLAIN, RESTORES
from tests.torture.taps import CONSENTS, MEETINGS, STEPS

_PHONE, _SECOND, _BROWSER, _KARIN, _JONAS = range(5)
_PLAN, _REWORD, _MARK, _UNDO = range(4)
_CONFIRM, _MOVE_MINE = 0, 2
_BOOK, _MOVE = 0, 1
_UNDO_THEIRS = 0
_GIVE, _WITHDRAW = 0, 2
_GIVE_IN_HER_PLACE = 0


def _story(theme: str, *deeds: Deed) -> Story:
    return Story(PLAIN, theme, (0, 3650, 0, -3650, 200), deeds)


def _sync(who: int, *faults: str) -> Deed:
    return Deed("sync", who, faults=faults)


def _tap(who: int, what: int) -> Deed:
    return Deed("tap", who, what)


_CLOCK_GOES_BACK = _story(
    STEPS,
    _sync(_PHONE),
    _tap(_PHONE, _PLAN),
    Deed("clock", _PHONE, 1),
    _tap(_PHONE, _REWORD),
    _sync(_PHONE),
)
_MOVED_MEANWHILE = _story(
    MEETINGS,
    _sync(_KARIN),
    _tap(_KARIN, _BOOK),
    _sync(_KARIN),
    _sync(_PHONE),
    _sync(_SECOND),
    _tap(_KARIN, _MOVE),
    _sync(_KARIN),
    _tap(_SECOND, _MOVE_MINE),
    _sync(_SECOND),
    _tap(_PHONE, _CONFIRM),
    _sync(_PHONE),
)
_FULL_BETWEEN_TWO_JOURNALS = _story(
    CONSENTS,
    _tap(_JONAS, 3),
    _tap(_JONAS, 7),
    Deed("full disk", _JONAS, 51),
)
_TAKEN_BACK_BY_ANOTHER = _story(
    STEPS,
    _sync(_PHONE),
    _tap(_PHONE, _PLAN),
    _tap(_PHONE, _REWORD),
    _tap(_PHONE, _MARK),
    _sync(_PHONE),
    _sync(_JONAS),
    _tap(_JONAS, _UNDO_THEIRS),
    _sync(_JONAS),
)
_COMES_TWICE = _story(
    STEPS,
    _sync(_KARIN),
    _sync(_PHONE),
    _tap(_PHONE, _PLAN),
    _tap(_PHONE, _REWORD),
    _sync(_PHONE),
    _sync(_KARIN, "fine", "lost request"),
    _sync(_KARIN, "old answer"),
)
_COMES_TO_AN_EMPTY_SESSION = _story(
    STEPS,
    _sync(_BROWSER),
    _tap(_PHONE, _PLAN),
    _sync(_PHONE),
    _sync(_BROWSER),
    _tap(_PHONE, _REWORD),
    _sync(_PHONE),
    _sync(_BROWSER, "fine", "lost request"),
    Deed("restart", _BROWSER),
    _sync(_BROWSER, "old answer", "old answer"),
)
_GIVEN_WITHOUT_HAVING_SEEN = _story(
    CONSENTS,
    _sync(_PHONE),
    _sync(_BROWSER),
    _tap(_BROWSER, _WITHDRAW),
    _sync(_BROWSER),
    _tap(_PHONE, _GIVE),
    _sync(_PHONE),
    _tap(_KARIN, _GIVE_IN_HER_PLACE),
    _sync(_KARIN),
)
_ANSWER_LOST = _story(
    STEPS,
    _sync(_PHONE),
    _tap(_PHONE, _PLAN),
    _sync(_PHONE, "lost answer"),
    _tap(_PHONE, _REWORD),
    Deed("dream", _PHONE),
    _sync(_PHONE, "repeated"),
)
_OLD_ANSWER_TO_WHAT_IS_NEW = _story(
    STEPS,
    _sync(_PHONE),
    _tap(_PHONE, _PLAN),
    _sync(_PHONE),
    _tap(_PHONE, _REWORD),
    _sync(_PHONE, "old answer"),
)
_SENT_AND_LOST = Story(
    RESTORES,
    STEPS,
    (0,) * 5,
    (
        _sync(_PHONE),
        _sync(_SECOND),
        _tap(_SECOND, _PLAN),
        _sync(_SECOND),
        _tap(_PHONE, _PLAN),
        _sync(_PHONE, "fine", "lost request"),
        Deed("restore", _PHONE),
    ),
)

DIRECTED = (
    _CLOCK_GOES_BACK,
    _MOVED_MEANWHILE,
    _FULL_BETWEEN_TWO_JOURNALS,
    _TAKEN_BACK_BY_ANOTHER,
    _COMES_TWICE,
    _COMES_TO_AN_EMPTY_SESSION,
    _GIVEN_WITHOUT_HAVING_SEEN,
    _ANSWER_LOST,
    _OLD_ANSWER_TO_WHAT_IS_NEW,
    _SENT_AND_LOST,
)
