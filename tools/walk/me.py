"""The participant's fifth place, Me, and what stands above it; the lock, and what is there without a name."""

from mia_companion.ui import places
from tools.walk.around_me import AROUND_ME, CHANGED_AROUND_ME
from tools.walk.data import CHANGED_REMINDERS, HOW_IT_IS
from tools.walk.going import NOWHERE
from tools.walk.screens import Deed, Key, Own, Screen, Script, Write, to, turned, wait

PIN, _OTHER_PIN = "73051", "73052"
_PAUSE = wait(32_000)
"""Until one may try again, after five that were wrong."""
_DISCREET = turned("switch", 0)
_THREE_TAPS = """() => {
  for (const _ of [1, 2, 3]) document.querySelector('flt-semantics[role=button]').click();
}"""


def typed(pin: str) -> tuple[Deed, ...]:
    """On the keys that are drawn, each by its digit."""
    return (*(Own(digit, digit) for digit in pin), "Done")


_THIS_DEVICE = (
    Screen("waiting", places.WAITING),
    Screen("devices", places.DEVICES),
    Screen("devices-lost", places.DEVICES, ("I have lost this one",), ("No",)),
    Screen("lock", places.LOCK),
    Screen("lock-discreet", places.LOCK, (_DISCREET,), (_DISCREET,)),
    Screen("lock-pin", places.LOCK_PIN),
    Screen(
        "lock-pin-short", places.LOCK_PIN, (Write("A new PIN, 4 to 8 digits", "12"), Key("Enter"))
    ),
    Screen("lock-pin-easy", places.LOCK_PIN, typed("1234")),
    Screen("lock-pin-again", places.LOCK_PIN, typed(PIN)),
    Screen("lock-pin-other", places.LOCK_PIN, (*typed(PIN), *typed(_OTHER_PIN))),
    Screen("lock-set-aside", places.SET_ASIDE),
    Screen("help", places.HELP),
    Screen("others", places.OTHERS),
    Screen(
        "others-less", places.OTHERS, ("Show less on this phone",), (to(places.LOCK), _DISCREET)
    ),
    Screen("others-out", places.OTHERS, ("Sign out all other devices",), ("No",)),
    Screen("about", places.ABOUT),
    Screen("home-screen", places.HOME_SCREEN),
    Screen("statement", places.ACCESSIBILITY),
    Screen("statement-other", f"{places.ACCESSIBILITY}/en", at=f"{places.ACCESSIBILITY}/:language"),
    Screen("leave", places.LEAVE),
    Screen("lost", NOWHERE, at="*"),
)

WITH_A_PIN = (
    Screen("lock-pin-chosen", places.LOCK_PIN, typed(PIN) * 2),
    Screen("lock-chosen", places.LOCK),
    Screen("lock-when", places.LOCK_WHEN),
    Screen("lock-no-pin", places.LOCK_NO_PIN),
    Screen("locked", places.LOCK, ("Lock now",), at="*locked"),
    Screen("locked-wrong", places.TODAY, typed("1290"), at="*locked"),
    Screen("locked-waits", places.TODAY, typed("1290") * 4, (_PAUSE,), at="*locked"),
    Screen("forgotten", places.FORGOTTEN),
    Screen("open-again", places.TODAY, typed(PIN), at=places.TODAY),
    Screen("lock-pin-old", places.LOCK_PIN),
    Screen("lock-pin-old-wrong", places.LOCK_PIN, typed(_OTHER_PIN)),
    Screen("lock-no-pin-wrong", places.LOCK_NO_PIN, typed(_OTHER_PIN)),
    Screen("lock-pin-gone", places.LOCK_NO_PIN, typed(PIN), at="*"),
)
"""One after the other: the first chooses a PIN, the last takes it away."""

_CHANGED = (*CHANGED_AROUND_ME, *CHANGED_REMINDERS)
"""Last: of what is only one's own it is counted how much is written, also what was taken back."""

ME = (Screen("me", places.ME), *AROUND_ME, *HOW_IT_IS, *_THIS_DEVICE, *_CHANGED)

HIDDEN = (
    Screen("hidden", places.TODAY, ("Hide the app",), (Script(_THREE_TAPS),), at="*hidden"),
    Screen("back-again", places.TODAY),
)
"""Behind the clock, and out of it again."""
