"""Who is away and who answers meanwhile: one's own to set, the team's to see."""

import flet as ft

from mia_companion.domain.directory import CoverListed
from mia_companion.domain.hours import covers
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, live, muted, said_aloud, strong
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.site.above import above_site
from mia_companion.ui.coordinator.site.cover_form import NewCover
from mia_companion.ui.keyed import keyed


@ft.component
def CoverScreen() -> ft.Control:
    """What stands, then the form."""
    here = use_here()
    t = here.t
    me = here.view.account.id if here.view.account else ""
    ahead = [one for one in covers(here.view.site.listings) if one.last_day >= here.today()]
    mine = [one for one in ahead if one.coordinator_id == me]
    others = [one for one in ahead if one.coordinator_id != me]
    return above_site(
        here,
        t("Away and covered"),
        [
            body(
                t(
                    "Whoever covers for you reads and answers for everyone you follow, on those days and"
                    " no others. Participants see who answers."
                )
            ),
            *(keyed(one.line, Mine, one) for one in mine),
            *([_other(here, one, me) for one in others] or [muted(t("Nobody else is away."))]),
            NewCover(),
        ],
    )


@ft.component
def Mine(one: CoverListed) -> ft.Control:
    """A time away of one's own, and the way to end it."""
    here = use_here()
    t = here.t
    asked, ask = ft.use_state(False)
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    begun = one.first_day <= here.today()

    async def end() -> None:
        if busy:
            return
        set_busy(True)
        problem = await here.do.following.end_cover(one.cover_id)
        set_busy(False)
        ask(False)
        set_wrong(sentence(here.words, problem) if problem else "")

    tint = ft.Colors.ON_PRIMARY_CONTAINER
    title = strong(t("You are away {days}", days=_days(here, one)))
    title.color = tint
    lines: list[ft.Control] = [
        title,
        ft.Text(t("{name} answers meanwhile.", name=_name(here, one.covered_by)), color=tint),
    ]
    if one.cover_id and not asked:
        words = t("I am back: end it now") if begun else t("Call it off")
        lines.append(ft.Row([quiet(words, lambda: ask(True))], wrap=True))
    elif one.cover_id:
        name = _name(here, one.covered_by)
        question = t("End it now? {name} can read and answer no longer.", name=name)
        if not begun:
            question = t("Call it off? {name} will not answer in your place.", name=name)
        lines += [
            live(ft.Text(question, color=tint)),
            ft.Row(
                [
                    secondary(t("Ending…") if busy else t("Yes, end it"), end),
                    quiet(t("No"), lambda: ask(False)),
                ],
                wrap=True,
            ),
        ]
    if wrong:
        lines.append(ft.Text(wrong, color=tint))
    return stack([card(lines, tone=MOSS, gap=4), said_aloud(wrong)], gap=0)


def _other(here: Here, one: CoverListed, me: str) -> ft.Control:
    name, days = _name(here, one.coordinator_id), _days(here, one)
    if one.covered_by == me:
        answers = here.t("You answer meanwhile.")
    else:
        answers = here.t("{name} answers meanwhile.", name=_name(here, one.covered_by))
    return card(
        [strong(here.t("{name} is away {days}", name=name, days=days)), muted(answers)], gap=2
    )


def _days(here: Here, one: CoverListed) -> str:
    if one.first_day == one.last_day:
        return here.words.day(one.first_day, here.today())
    return here.words.days(one.first_day, one.last_day, here.today())


def _name(here: Here, coordinator: str) -> str:
    name = here.view.coordinator_name(coordinator)
    return as_written(here.words, name) if name else here.t("A colleague")
