"""Since when a person takes part, how it ended, and how it was six months later.

no start ──Started today──▶ under way ──Finish──▶ finished ──six months──▶ asks for its follow-up
                                                     └──Begin anew──▶ under way
"""

from datetime import date

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.enrolments import Enrolment, Said, follow_up_due, in_order, under_way
from mia_companion.ui.components.buttons import (
    Tapped,
    primary,
    primary_for,
    quiet,
    quiet_for,
    secondary,
)
from mia_companion.ui.components.cards import MOSS, PLAIN, SKY, card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.support_words import result_name
from mia_companion.ui.components.texts import body, heading, muted, strong
from mia_companion.ui.components.undo import Told, use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.names import name_of, who_did
from mia_companion.ui.coordinator.paths import (
    beginning_path,
    finishing_path,
    following_up_path,
    start_path,
)
from mia_companion.ui.coordinator.person.messages import when


@ft.component
def Enrolments(person: str, level: int) -> ft.Control:
    """The time that is under way first, then those before it."""
    here = use_here()
    told = use_undo()
    new = ft.use_ref(here.do.drafts.new_id())
    shared = here.view.plan(person).shared
    begun = in_order(shared.enrolments)

    def today() -> None:
        now = here.today()
        done = here.do.support.begin(now, person, today=now, item=new.current or "")
        if told(done, here.t("The start is noted. The participant sees it.")):
            new.current = here.do.drafts.new_id()

    def another() -> None:
        go(beginning_path(person))

    cards = [_card(here, person, one, level + 1, told) for one in begun]
    if not begun:
        cards = [
            card(
                [
                    strong(here.t("No start is noted yet")),
                    body(
                        here.t(
                            "Note when {name} began. The participant sees the day in their app.",
                            name=name_of(here, person),
                        )
                    ),
                    ft.Row(
                        [
                            primary(here.t("Began today"), today, ft.Icons.FLAG_OUTLINED),
                            quiet(here.t("Another day"), another),
                        ],
                        wrap=True,
                    ),
                ],
                tone=SKY,
            )
        ]
    elif under_way(shared.enrolments) is None:
        again = quiet(here.t("Begins anew"), another, ft.Icons.REPLAY)
        cards.append(ft.Row([again], wrap=True))
    return stack([heading(here.t("Start and finish"), level), *cards])


def _card(here: Here, person: str, one: Enrolment, level: int, told: Told) -> ft.Control:
    t, today = here.t, here.today()
    start, finish = one.start, one.finish
    if start is None:
        return ft.Container(visible=False)
    first = here.words.day(start.day, today)
    begins = start.day > today
    title = t("Begins on {day}", day=first) if begins else t("Began on {day}", day=first)
    lines: list[ft.Control] = [heading(title, level), _byline(here, person, start)]
    if finish is None:
        verbs: list[ft.Control] = [
            secondary(t("Note the finish"), lambda: go(finishing_path(person, one.id))),
            quiet_for(
                here.words, t("Change the day"), title, lambda: go(start_path(person, one.id))
            ),
        ]
        return card([*lines, ft.Row(verbs, wrap=True)], tone=PLAIN, gap=6)
    lines += [
        ft.Divider(height=8, color=ft.Colors.OUTLINE_VARIANT),
        *_result(
            here, person, finish, t("Finished on {day}", day=here.words.day(finish.day, today))
        ),
        *_follow_up(here, person, one, title, today),
    ]

    def of_this(deed: str, tapped: Tapped, icon: ft.IconData | None = None) -> ft.TextButton:
        return quiet_for(here.words, deed, title, tapped, icon)

    verbs = [of_this(t("Change the finish"), lambda: go(finishing_path(person, one.id)))]
    due = follow_up_due(one)
    if one.follow_up is None and due is not None and today < due:
        early = of_this(t("Note the follow-up"), lambda: go(following_up_path(person, one.id)))
        verbs.insert(0, early)
    if finish.by.author == _me(here):

        def take_back() -> None:
            item = Outcome(
                item=one.id,
                entry=finish.by.entry,
                journal=here.view.journal("shared", person) or "",
            )
            told(here.do.support.undo(item).for_good(), t("The finish is taken back."))

        verbs.append(of_this(t("Take back the finish"), take_back, ft.Icons.UNDO))
    return card([*lines, ft.Row(verbs, wrap=True)], gap=6)


def _me(here: Here) -> str:
    return here.view.account.id if here.view.account else ""


def _result(here: Here, person: str, said: Said, title: str) -> list[ft.Control]:
    lines: list[ft.Control] = [
        ft.Text(title),
        strong(result_name(here.words, said.result)),
    ]
    if said.words:
        lines.append(body(as_written(here.words, said.words)))
    return [*lines, _byline(here, person, said)]


def _byline(here: Here, person: str, said: Said) -> ft.Control:
    time = when(here.words, said.by.at, here.now())
    who = who_did(here, said.by, person)
    return muted(here.t("Noted · {who} · {time}", who=who, time=time))


def _follow_up(
    here: Here, person: str, one: Enrolment, matter: str, today: date
) -> list[ft.Control]:
    """When it is to be, that it is time, or what was said. `matter` says which time with us it is."""
    due, said = follow_up_due(one), one.follow_up
    if due is None:
        return []
    t = here.t
    line = ft.Divider(height=8, color=ft.Colors.OUTLINE_VARIANT)

    def follow() -> None:
        go(following_up_path(person, one.id))

    day = here.words.day(due, today)
    if said is not None:
        title = t("Follow-up on {day}", day=here.words.day(said.day, today))
        change = quiet_for(here.words, t("Change the follow-up"), matter, follow)
        return [line, *_result(here, person, said, title), ft.Row([change], wrap=True)]
    if today < due:
        return [line, body(t("Follow-up after six months: {day}", day=day))]
    name = name_of(here, person)
    asks: list[ft.Control] = [
        strong(t("Time for the follow-up")),
        body(t("Six months have passed. Ask {name} how it is now.", name=name)),
        ft.Row([primary_for(here.words, t("Note the follow-up"), matter, follow)], wrap=True),
    ]
    return [card(asks, tone=MOSS)]
