"""Asking that what is shared be erased, too; how it stands, and what was decided."""

import flet as ft

from mia_companion.domain.erasures import Erasure, newest
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import MOSS, SKY, card
from mia_companion.ui.components.data_words import decided
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import Told, use_undo
from mia_companion.ui.context import ZONE, Here, use_here


class EraseForm(Form):
    """Why, half written; it need not be said."""

    words: str = ""


@ft.component
def EraseRestScreen() -> ft.Control:
    """What becomes of it is decided by the authority, by law; one is told why, and how to appeal."""
    here = use_here()
    told = use_undo()
    t = here.t
    drafted = use_form("erase-rest", EraseForm())
    wrong, set_wrong = ft.use_state("")
    stands = newest(here.view.plan().shared.erasures.values())

    def change(words: str) -> None:
        drafted.change(words=words)
        set_wrong("")

    def send() -> None:
        form = drafted.form
        done = here.do.data.ask_erasure(form.words, item=form.id)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            drafted.put_away()
            told(done, t("It is sent to your coordinators."))

    about = [
        body(
            t(
                "You can ask that all that is kept about you is erased: your plan, your messages, what"
                " others have written, and your way into MIA."
            )
        ),
        body(
            t(
                "Those who are responsible look at it and answer you within a month. Some things must stay"
                " for a time by law. Then you are told which law, until when, and how to appeal."
            )
        ),
    ]
    if stands is not None and stands.waits:
        return page(here, t("Ask that the rest is erased"), [_waits(here, stands, told), *about])
    answered = [_answered(here, stands)] if stands is not None else []
    asking = [
        WordsField(
            t("Why, if you want to say it"),
            drafted.form.words,
            change,
            lines=2,
            longest=10_000,
            wrong=wrong,
        ),
        primary(t("Ask"), send, ft.Icons.SEND_OUTLINED),
    ]
    return page(here, t("Ask that the rest is erased"), [*answered, *about, *asking])


def _waits(here: Here, one: Erasure, told: Told) -> ft.Control:
    asked = one.asked
    when = here.words.day_and_clock(asked.by.at, ZONE.key, here.now()) if asked else ""
    tint = ft.Colors.ON_TERTIARY_CONTAINER

    def take_back() -> None:
        told(here.do.data.take_back(one).for_good(), here.t("It is taken back."))

    said = [here.t("Waits for an answer")]
    said += [as_written(here.words, asked.words)] if asked and asked.words else []
    said.append(here.t("{who}, {time}", who=here.t("You"), time=when))
    lines: list[ft.Control] = [ft.Text(each, color=tint) for each in said]
    lines.append(ft.Row([quiet(here.t("Take back"), take_back)], wrap=True))
    return card(lines, tone=SKY)


def _answered(here: Here, one: Erasure) -> ft.Control:
    answer = one.answer
    if answer is None:
        return ft.Container(height=0)
    t, fact, tint = here.t, answer.fact, ft.Colors.ON_PRIMARY_CONTAINER
    who = here.view.coordinator_name(answer.by.author) or t("Your coordinator")
    when = here.words.day_and_clock(answer.by.at, ZONE.key, here.now())
    title = ft.Text(
        decided(here.words, fact, here.today()),
        theme_style=ft.TextThemeStyle.TITLE_MEDIUM,
        color=tint,
    )
    own = here.words

    def line(name: str, said: str) -> str:
        return t("{who}: {words}", who=name, words=said)

    lines = [
        *([as_written(own, fact.reason)] if fact.reason else []),
        *([line(t("By which law"), fact.law)] if fact.law else []),
        *([line(t("How to appeal"), fact.appeal)] if fact.appeal else []),
        t("{who}, {time}", who=who, time=when),
    ]
    return card([title, *(ft.Text(line, color=tint) for line in lines)], tone=MOSS, gap=6)
