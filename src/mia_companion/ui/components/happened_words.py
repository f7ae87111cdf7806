"""What has happened, in words: how much of each, never a score and never nothing."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.movement import (
    GOAL_REACHED,
    GOAL_SET,
    MILESTONE_REACHED,
    Happening,
    Stretch,
    Tally,
    tally,
)
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.names import state_name

_LITTLE = 2
"""So many things or fewer are met with a word about resting."""

_NAMES = {
    MILESTONE_REACHED: later("Milestone reached"),
    GOAL_REACHED: later("Goal reached"),
    GOAL_SET: later("A goal was set"),
}
_ICONS = {
    MILESTONE_REACHED: ft.Icons.FLAG,
    GOAL_REACHED: ft.Icons.EMOJI_FLAGS,
    GOAL_SET: ft.Icons.FLAG_OUTLINED,
}


def what_name(words: Words, what: str) -> str:
    """What kind of thing happened."""
    return words.t(_NAMES[what]) if what in _NAMES else state_name(words, what)


def what_icon(what: str) -> ft.IconData:
    """Its icon, always beside its name."""
    return _ICONS.get(what, state_icon(what))


def amounts(words: Words, count: Tally) -> tuple[str, ...]:
    """`6 small steps, 2 of them tried`, and then `1 milestone`; nothing of what there is none of."""
    n = words.n
    steps = n("{count} small step", "{count} small steps", count.steps)
    among = [
        (n("{count} of them in part", "{count} of them in part", count.partly), count.partly),
        (n("{count} of them tried", "{count} of them tried", count.tried), count.tried),
    ]
    rest = [
        (n("{count} milestone", "{count} milestones", count.milestones), count.milestones),
        (
            n("{count} goal reached", "{count} goals reached", count.goals_reached),
            count.goals_reached,
        ),
        (n("{count} new goal", "{count} new goals", count.goals_set), count.goals_set),
    ]
    parts = words.listing(part for part, there in among if there)
    if parts:
        steps = words.t("{steps}, {parts}", steps=steps, parts=parts)
    others = words.listing(part for part, there in rest if there)
    return tuple(said for said, there in ((steps, count.steps), (others, others)) if there)


def told(words: Words, found: Sequence[Happening]) -> tuple[tuple[str, ...], str]:
    """What happened, line by line, and a kind word to it."""
    if not found:
        quiet = words.t("No steps are written down from these days, and that is fine.")
        return (quiet,), words.t("Resting is also a part of the way.")
    said = amounts(words, tally(found))
    if len(found) <= _LITTLE:
        return said, words.t("Small things carry far. Resting is also a part of the way.")
    return said, words.t("Each of them you did yourself.")


def way_in_words(words: Words, stretches: Sequence[tuple[str, Stretch]], whose: str = "") -> str:
    """The picture of the way, for those who do not see it: each stretch and what is in it."""
    parts = [
        words.t(
            "{time}: {what}", time=name, what=_together(words, amounts(words, tally(one.happened)))
        )
        for name, one in stretches
    ]
    told = words.in_turn(parts)
    if whose:
        return words.t("The way of {name} as pebbles. {parts}", name=whose, parts=told)
    return words.t("Your way as pebbles. {parts}", parts=told)


def _together(words: Words, said: Sequence[str]) -> str:
    """Of lists that already have their "and"."""
    first, *others = said or ("",)
    return words.t("{steps}, {parts}", steps=first, parts=others[0]) if others else first
