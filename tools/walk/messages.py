"""The participant's fourth place, Messages: what was said, what is being written, and what goes along."""

from collections.abc import Callable

from mia_companion.app.actions.attachments import MOST
from mia_companion.demo.paintings import balcony
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tools.walk.screens import Choose, Own, Screen, Write, beneath, emptied, same

_STEP = Own("Frukost före nio tre dagar", "كتابة ثلاثة أسئلة للطبيب")
_THREAD = Own("Ringa Per och fråga", "Läkarbesök")
_PHOTO = same("Dörren till Mötesplatsen")

_BOX, _BACK = "Write a message", "Back to the messages"
_ASKED = Own("Kan jag ta med Kim?", "هل يمكن أن تأتي منى معي؟")
_PHRASES = ("Ready phrases", "I am on my way.")
_AT_THREAD = "/messages/thread/:thread"

_FILES = tuple(
    Choose("Add a file", f"Brev {number}.txt", "Hej Elin! Vi ses på torsdag.")
    for number in range(1, MOST + 1)
)
_FILE = _FILES[0]
_PICTURE = Choose("Add a photo", "Balkong.jpg", balcony())
_FROM_A_CAMERA = Choose("Add a photo", "IMG_0042.jpg", balcony())
_UNFIT = Choose("Add a file", "Brev.exe", "MZ")


def _one_along(words: Words) -> str:
    return words.n("{count} goes along", "{count} go along", 1)


def _without(name: str) -> Callable[[Words], str]:
    return lambda words: words.t("Take away: {name}", name=name)


def _no_photo(words: Words) -> str:
    return words.t("Take away: {name}", name=words.t("A photo"))


_NO_FILE = _without(_FILE.name)


MESSAGES = (
    Screen("messages", places.MESSAGES),
    Screen("messages-written", places.MESSAGES, (Write(_BOX, _ASKED),), emptied(_BOX)),
    Screen("messages-photo", places.MESSAGES, ("Photo or file",), (_BACK,)),
    Screen("messages-picked", places.MESSAGES, ("Photo or file", _FILE), (_NO_FILE, _BACK)),
    Screen(
        "messages-picked-photo",
        places.MESSAGES,
        ("Photo or file", _PICTURE),
        (_without("Balkong"), _BACK),
    ),
    Screen(
        "messages-picked-nameless",
        places.MESSAGES,
        ("Photo or file", _FROM_A_CAMERA),
        (_no_photo, _BACK),
    ),
    Screen(
        "messages-full",
        places.MESSAGES,
        ("Photo or file", *_FILES),
        (*(_without(one.name) for one in _FILES), _BACK),
    ),
    Screen("messages-unfit", places.MESSAGES, ("Photo or file", _UNFIT), (_BACK,)),
    Screen(
        "messages-along",
        places.MESSAGES,
        ("Photo or file", _FILE, _BACK),
        (_one_along, _NO_FILE, _BACK),
    ),
    Screen("messages-phrases", places.MESSAGES, ("Ready phrases",), (_BACK,)),
    Screen("messages-phrase", places.MESSAGES, _PHRASES, _PHRASES),
    Screen(
        "messages-phrase-chosen",
        places.MESSAGES,
        (*_PHRASES, "Ready phrases"),
        ("I am on my way.",),
    ),
    Screen("messages-empty", places.MESSAGES, ("Send",)),
    Screen("photo", places.MESSAGES, (_PHOTO,), at="/photo/:journal/:blob", lacks=("ar",)),
    Screen("photo-gone", f"{places.PHOTO}/gone/gone", at="/photo/:journal/:blob"),
    Screen("threads", places.THREADS),
    Screen("thread", places.THREADS, (_THREAD,), at=_AT_THREAD),
    Screen("thread-new", places.PATH, (_STEP, "Write about this"), at=_AT_THREAD),
    Screen("thread-gone", f"{places.THREAD}/gone", at=_AT_THREAD),
    Screen(
        "thread-hours",
        places.THREADS,
        (_THREAD, beneath("hours")),  # the way there is called otherwise where there is little room
        at="/messages/thread/:thread/hours",
    ),
    Screen("hours", places.HOURS),
)
"""The thread that everybody has, and those about something special."""
