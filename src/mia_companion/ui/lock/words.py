"""What is said of a PIN that was typed or chosen."""

import math

from mia_companion.app.lock import tried
from mia_companion.app.lock.tried import WAITS, WRONG, Tried
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.sentences import sentence

_MINUTE = 60

_SENTENCES = {
    tried.UNFIT: later("A PIN has 4 to 8 digits."),
    tried.EASY: later("That is among the first that others would try. Choose another."),
    tried.NO_KEY: later(
        "Your phone's key store does not answer just now. Nothing was changed. Try again in a while."
    ),
}


def tried_words(words: Words, done: Tried) -> str:
    """Nothing when it was right. Never a threat: nothing is ever deleted for a wrong PIN."""
    if done.problem == WAITS or (done.problem == WRONG and done.pause):
        return pause_words(words, done.pause)
    if done.problem == WRONG:
        left = words.n(
            "You can try {count} more time at once.",
            "You can try {count} more times at once.",
            done.left,
        )
        return f"{words.t('That is not the PIN.')} {left if done.left else ''}".strip()
    return problem_words(words, done.problem) if done.problem else ""


def problem_words(words: Words, problem: str) -> str:
    """Why nothing was done."""
    own = _SENTENCES.get(problem)
    return words.t(own) if own else sentence(words, problem)


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
