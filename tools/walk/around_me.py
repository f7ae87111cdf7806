"""Beneath Me: the people around one, what they may tell each other, what was opened, and the bad days."""

from mia_companion.domain.areas import MUNICIPALITY, TIMES
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.consent_words import category_name
from mia_companion.ui.components.names import party_name
from tools.walk.screens import Own, Screen, Whole, Write, emptied, same

_CONTACT = Own("Kim", "منى")
_LISTED = same("Lena Åkesson")
_SHEET = "/me/passed-on/:disclosure"
_ISOLATES = " \u2066\u2067\u2068"

_SIGNS = "How I notice that it is getting hard"
_OWN_SIGNS = Own("Jag lägger undan telefonen.", "أضع الهاتف جانبا.")
_OWN_PURPOSE = Own("Så att jag slipper berätta allt två gånger", "حتى لا أروي كل شيء مرتين")


def _change_contact(words: Words) -> str:
    return words.t("Change {name}", name=_CONTACT.of(words.tag))


def _before(words: Words) -> str:
    return words.n("What it said before ({count})", "What it said before ({count})", 1)


def _ended(words: Words) -> str:
    name = words.n("What has ended ({count})", "What has ended ({count})", 2)
    return name.partition("(")[0].strip()


def _times(words: Words) -> str:
    name = category_name(words, TIMES)
    return name[:1].upper() + name[1:]


def passed_to(words: Words) -> str:
    """How what was passed on to the municipality begins."""
    party = party_name(words, MUNICIPALITY)
    return (
        words.t("To {party}: {categories}", party=party, categories="|")
        .partition("|")[0]
        .rstrip(_ISOLATES)
    )


_CHANGED = (_change_contact, Write("Phone number", "070-000 00 33"), "Save")

_PEOPLE = (
    Screen("network", places.NETWORK),
    Screen("contact", places.NETWORK, (_change_contact,), at="/me/network/:contact"),
    Screen("new-contact", f"{places.NETWORK}/new"),
    Screen("new-contact-empty", f"{places.NETWORK}/new", ("Add",)),
    Screen(
        "new-contact-long",
        f"{places.NETWORK}/new",
        (Write("Name", "Kim " * 52),),
        emptied("Name"),
    ),
    Screen("contact-gone", f"{places.NETWORK}/gone", at="/me/network/:contact"),
)

_CONSENTS = (
    Screen("consents", places.CONSENTS),
    Screen("consents-whole", places.CONSENTS, ("The whole text",)),
    Screen("consents-ended", places.CONSENTS, (_ended,), lacks=("ar",)),
    Screen("consent-anew", f"{places.NEW_CONSENT}/gone", at="/me/consents/new/:consent"),
    Screen("new-consent", places.NEW_CONSENT),
    Screen("new-consent-empty", places.NEW_CONSENT, ("Yes, I give this consent",)),
    Screen("new-consent-filled", places.NEW_CONSENT, (_times,), (_times,)),
    Screen(
        "new-consent-own",
        places.NEW_CONSENT,
        (_times, Write("Or in your own words", _OWN_PURPOSE)),
        (_times, *emptied("Or in your own words")),
    ),
    Screen("passed-on", places.PASSED_ON),
    Screen("sheet", places.PASSED_ON, (passed_to,), at=_SHEET),
    Screen("sheet-gone", f"{places.PASSED_ON}/gone", at=_SHEET),
    Screen("sheet-paper", places.PASSED_ON, (passed_to, "Save the paper (PDF)"), at=_SHEET),
    Screen("sheet-file", places.PASSED_ON, (passed_to, "Save as a file (JSON)"), at=_SHEET),
    Screen(
        "sheet-same", places.PASSED_ON, (passed_to, "How to see that it is the same"), at=_SHEET
    ),
    Screen("opened", places.OPENED),
    Screen("opened-not-told", places.OPENED, ("What this cannot tell",)),
)

_BAD_DAYS = (
    Screen("bad-days", places.BAD_DAYS),
    Screen("bad-days-write", places.BAD_DAYS, ("Write",), ("Leave it as it is",)),
    Screen("bad-days-call", places.BAD_DAYS, ("Add someone",), ("Leave it",)),
    Screen(
        "bad-days-call-empty", places.BAD_DAYS, ("Add someone", Whole("Add")), (Whole("Leave it"),)
    ),
)

AROUND_ME = (*_PEOPLE, *_CONSENTS, *_BAD_DAYS)
"""The first part of Me."""

CHANGED_AROUND_ME = (
    Screen("contact-changed", places.NETWORK, _CHANGED, ("Undo",)),
    Screen(
        "contact-former",
        places.NETWORK,
        (*_CHANGED, _change_contact, _before),
        ("Undo",),
        at="/me/network/:contact",
    ),
    Screen("contact-off", places.NETWORK, (_change_contact, "Take off the list"), ("Undo",)),
    Screen("new-contact-listed", f"{places.NETWORK}/new", (_LISTED,), ("Add", "Undo")),
    Screen(
        "bad-days-called",
        places.BAD_DAYS,
        (
            "Add someone",
            Write("Name", _CONTACT),
            Write("Phone number", "070-000 00 32"),
            Whole("Add"),
        ),
        ("Undo",),
    ),
    Screen(
        "bad-days-written",
        places.BAD_DAYS,
        ("Write", Write(_SIGNS, _OWN_SIGNS), "Save"),
        ("Undo",),
    ),
)
"""What was changed there, and taken back."""
