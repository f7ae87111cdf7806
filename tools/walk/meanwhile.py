"""What comes of others' doing while one stands there, and of a server that does not answer, or does not take
what was written. Little of it is undone: whom it befalls is somebody new, and is erased in the end."""

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tools.walk import apart
from tools.walk.calendar import MEETING
from tools.walk.caseload import MESSAGES, TIMES, each_for, person
from tools.walk.me import PIN, typed
from tools.walk.screens import UNTIL_SAID, Deed, Meanwhile, Screen, Script, Whole, Write, same, wait

_BOX, _MORE = "Write a message", "Är det någon där?"
_VERA = same(apart.VERA)
_CHANGE = f"{places.APPOINTMENT}/{{own}}/change"
_AT_CHANGE = f"{places.APPOINTMENT}/:appointment/change"
_REFUSED, _SILENT, _WILLING = map(Meanwhile, (apart.refuses, apart.is_silent, apart.is_willing))
_TRAVELS = wait(2_500)
"""Until what was written has been sent, and answered."""

_UP = Script(
    """[...document.querySelectorAll('flt-semantics-host [style*="-y: scroll"]')]
  .filter((list) => list.textContent.includes('Svar '))
  .forEach((list) => list.scrollTop = list.scrollHeight)"""
)
_TO_ITS_BEGINNING = (_UP, _UP)
"""How far it goes is guessed at first, from what is drawn of it."""


def _one_ended(words: Words) -> str:
    return words.n("What has ended ({count})", "What has ended ({count})", 1)


def _written(server: Deed) -> tuple[Deed, ...]:
    return (server, Write(_BOX, _MORE), "Send", _TRAVELS)


def _moving(name: str, meanwhile: Meanwhile) -> Screen:
    form = "move/:appointment"
    return person(name, TIMES, each_for("Move", apart.SPRING), meanwhile, of=_VERA, form=form)


_TALK = (
    Screen("talk", places.MESSAGES),
    Screen("talk-first", places.MESSAGES, _TO_ITS_BEGINNING),
    Screen("talk-earlier", places.MESSAGES, (*_TO_ITS_BEGINNING, "Show earlier")),
)

_CHANGED = (
    Screen("consent-written-down", places.TODAY, (Meanwhile(apart.takes_down_a_consent),)),
    Screen("consent-asked", places.CONSENTS),
    Screen("consent-right", places.TODAY, ("That is right",), (UNTIL_SAID,)),
    Screen("consents-end", places.CONSENTS),
    Screen("consent-taken-back", places.CONSENTS, (Meanwhile(apart.takes_it_back), _one_ended)),
    Screen("time-moved", _CHANGE, (Meanwhile(apart.moves_the_coffee),), at=_AT_CHANGE),
)

_UNSENT = (
    Screen("talk-waits", places.MESSAGES, _written(_SILENT)),
    Screen("waits", places.WAITING),
    Screen("waits-to-leave", places.LEAVE, (), (_WILLING, _TRAVELS)),
    Screen("talk-refused", places.MESSAGES, (*_written(_REFUSED), _WILLING)),
    Screen("refused", places.WAITING),
    Screen("talk-again", places.MESSAGES, ("Write again",), ("Send", _TRAVELS)),
)

_AWAY = (
    Screen("talk-away", places.MESSAGES, (Meanwhile(apart.goes_away),)),
    Screen("hours-away", places.HOURS),
)

_FORGOTTEN = (
    Screen("aside-pin", places.LOCK_PIN, typed(PIN) * 2),
    Screen("aside-unsent", places.MESSAGES, _written(_SILENT)),
    Screen("aside-locked", places.LOCK, ("Lock now",), at="*locked"),
    Screen(
        "aside",
        places.FORGOTTEN,
        ("I have a new code",),
        (_WILLING, Meanwhile(apart.next_code)),
        at=places.TODAY,
    ),
    Screen("aside-back", "/start/{code}", ("Go on",), at=places.TODAY),
    Screen("aside-sent", places.MESSAGES),
)

_ERASED = (
    Screen("own-erased", places.ERASE_OWN, (Whole("Erase it"), "Yes, erase it")),
    Screen("erased", places.TODAY, (Meanwhile(apart.erased), "Done", _TRAVELS), at="*"),
)

MEANWHILE = (*_TALK, *_CHANGED, *_UNSENT, *_AWAY, *_FORGOTTEN, *_ERASED)
"""One after the other."""

_THEIRS = f"{places.CALENDAR}/meeting/{{vera}}/{{spring}}"

COLLEAGUE = (
    Screen("unsent-nobody", places.TODAY, (Meanwhile(apart.arrives),)),
    person("their-talk", MESSAGES, of=_VERA),
    person("their-talk-earlier", MESSAGES, *_TO_ITS_BEGINNING, "Show earlier", of=_VERA),
    person(
        "unsent-message", MESSAGES, *_written(_REFUSED), _WILLING, of=_VERA, back=("Take it away",)
    ),
    Screen(
        "meeting-refused",
        _THEIRS,
        (_REFUSED, "Cancel the time", _TRAVELS, _WILLING),
        ("Put it away",),
        at=MEETING,
    ),
    _moving("moving-moved", Meanwhile(apart.moves_the_meeting)),
    _moving("moving-cancelled", Meanwhile(apart.cancels_the_meeting)),
    Screen("colleague-erased", places.TODAY, (Meanwhile(apart.erased), _TRAVELS)),
)
