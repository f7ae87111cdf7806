"""What is said of a PIN that was typed or chosen."""

import math

from mia_companion.app.lock.tried import NO_KEY, WAITS, WRONG, Tried
from mia_companion.i18n.words import Words
from mia_companion.ui.components.sentences import sentence

_MINUTE = 60


def tried_words(words: Words, tried: Tried) -> str:
    """Nothing when it was right. Never a threat: nothing is ever deleted for a wrong PIN."""
    if tried.problem == WAITS or (tried.problem == WRONG and tried.pause):
        return pause_words(words, tried.pause)
    if tried.problem == WRONG:
        left = words.n(
            "You can try {count} more time at once.",
            "You can try {count} more times at once.",
            tried.left,
        )
        return f"{words.t('That is not the PIN.')} {left if tried.left else ''}".strip()
    return sentence(words, tried.problem) if tried.problem else ""


def pause_words(words: Words, seconds: float) -> str:
    """How long until the next try, as exactly as anybody needs."""
    if seconds > _MINUTE:
        wait = words.n(
            "Wait {count} minute, then try again.",
            "Wait {count} minutes, then try again.",
            math.ceil(seconds / _MINUTE),
        )
    else:
        wait = words.n(
            "Wait {count} second, then try again.",
            "Wait {count} seconds, then try again.",
            10 * math.ceil(seconds / 10),
        )
    return f"{wait} {words.t('Nothing is deleted.')}"


__all__ = ["NO_KEY", "pause_words", "tried_words"]
