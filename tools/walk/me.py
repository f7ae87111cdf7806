"""The participant's fifth place, Me, and what stands above it; the lock, and what is there without a name."""

from mia_companion.domain.areas import MUNICIPALITY
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.names import party_name
from tools.walk.going import NOWHERE
from tools.walk.screens import Deed, Key, Own, Screen, Script, Write

_CONTACT = Own("Kim", "منى")
_PIN = "73051"
_THREE_TAPS = """() => {
  for (const _ of [1, 2, 3]) document.querySelector('flt-semantics[role=button]').click();
}"""
_ISOLATES = " \u2066\u2067\u2068"


def _change_contact(words: Words) -> str:
    return words.t("Change {name}", name=_CONTACT.of(words.tag))


def passed_to(words: Words) -> str:
    """How what was passed on to the municipality begins."""
    party = party_name(words, MUNICIPALITY)
    return (
        words.t("To {party}: {categories}", party=party, categories="|")
        .partition("|")[0]
        .rstrip(_ISOLATES)
    )


def _typed(pin: str) -> tuple[Deed, ...]:
    """On the keys that are drawn, each by its digit."""
    return (*(Own(digit, digit) for digit in pin), "Done")


_AROUND_ME = (
    Screen("me", places.ME),
    Screen("network", places.NETWORK),
    Screen("contact", places.NETWORK, (_change_contact,), at="/me/network/:contact"),
    Screen("new-contact", f"{places.NETWORK}/new"),
    Screen("new-contact-empty", f"{places.NETWORK}/new", ("Add",)),
    Screen("consents", places.CONSENTS),
    Screen("consent-anew", f"{places.NEW_CONSENT}/gone", at="/me/consents/new/:consent"),
    Screen("new-consent", places.NEW_CONSENT),
    Screen("new-consent-empty", places.NEW_CONSENT, ("Yes, I give this consent",)),
    Screen("passed-on", places.PASSED_ON),
    Screen("sheet", places.PASSED_ON, (passed_to,), at="/me/passed-on/:disclosure"),
    Screen("opened", places.OPENED),
    Screen("bad-days", places.BAD_DAYS),
    Screen("bad-days-write", places.BAD_DAYS, ("Write",)),
)

_HOW_IT_IS = (
    Screen("language", places.LANGUAGE),
    Screen("reminders", places.REMINDERS),
    Screen("reminders-form", places.REMINDERS, ("Change",)),
    Screen("reminders-wrong", places.REMINDERS, ("Change", Write("Quiet from", "sent"), "Save")),
    Screen(
        "reminders-digits",
        places.REMINDERS,
        (
            "Change",
            Write("Quiet from", "21"),
            Write("E-mail", "kim@example.org"),
            "Save",
            "Confirm",
        ),
    ),
    Screen("paper", places.PAPER),
    Screen("looks", places.LOOKS),
    Screen("data", places.DATA),
    Screen("data-file", places.DATA_FILE),
    Screen("written", places.WRITTEN),
    Screen("written-by-me", places.WRITTEN, ("By you",)),
    Screen("correction", places.WRITTEN, ("This is not right",), at="/me/data/written/:entry"),
    Screen(
        "correction-asked",
        places.WRITTEN,
        ("See all of it",),
        at="/me/data/written/:entry",
        lacks=("ar",),
    ),
    Screen(
        "checkin-words",
        places.WRITTEN,
        ("By you", "Change the words"),
        at="/me/data/written/day/:checkin",
    ),
    Screen("erase-own", places.ERASE_OWN),
    Screen("erase-own-sure", places.ERASE_OWN, ("Erase it",)),
    Screen("erase-rest", places.ERASE_REST),
)

_THIS_DEVICE = (
    Screen("waiting", places.WAITING),
    Screen("devices", places.DEVICES),
    Screen("lock", places.LOCK),
    Screen("lock-pin", places.LOCK_PIN),
    Screen(
        "lock-pin-short", places.LOCK_PIN, (Write("A new PIN, 4 to 8 digits", "12"), Key("Enter"))
    ),
    Screen("lock-set-aside", places.SET_ASIDE),
    Screen("help", places.HELP),
    Screen("others", places.OTHERS),
    Screen("about", places.ABOUT),
    Screen("statement", places.ACCESSIBILITY),
    Screen("statement-other", f"{places.ACCESSIBILITY}/en", at=f"{places.ACCESSIBILITY}/:language"),
    Screen("leave", places.LEAVE),
    Screen("lost", NOWHERE, at="*"),
)

WITH_A_PIN = (
    Screen("lock-pin-chosen", places.LOCK_PIN, _typed(_PIN) * 2),
    Screen("lock-chosen", places.LOCK),
    Screen("lock-when", places.LOCK_WHEN),
    Screen("lock-no-pin", places.LOCK_NO_PIN),
    Screen("locked", places.LOCK, ("Lock now",), at="*locked"),
    Screen("locked-wrong", places.TODAY, _typed("1290"), at="*locked"),
    Screen("forgotten", places.FORGOTTEN),
    Screen("open-again", places.TODAY, _typed(_PIN), at=places.TODAY),
    Screen("lock-pin-gone", places.LOCK_NO_PIN, _typed(_PIN), at="*"),
)
"""One after the other: the first chooses a PIN, the last takes it away."""

ME = (*_AROUND_ME, *_HOW_IT_IS, *_THIS_DEVICE)

HIDDEN = (
    Screen("hidden", places.TODAY, ("Hide the app",), (Script(_THREE_TAPS),), at="*hidden"),
    Screen("back-again", places.TODAY),
)
"""Behind the clock, and out of it again."""
