"""Setting a time away: who answers, the first day, the last."""

from functools import partial

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.hours import covers
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.day_typed import DayTyped
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.options import option
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, live, muted, said_aloud
from mia_companion.ui.components.told import question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.names import colleagues
from mia_companion.ui.theme import GAP


class CoverForm(Form):
    """Days as they were typed."""

    by: str = ""
    first: str = ""
    last: str = ""


@ft.component
def NewCover() -> ft.Control:
    """Needs the network: the server lets the colleague in, and out again."""
    here = use_here()
    t = here.t
    told = use_undo()
    drafted = use_form("cover:new", CoverForm())
    form = drafted.form
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    others = colleagues(here)

    def change(**fields: str) -> None:
        drafted.change(**fields)
        set_wrong("")

    async def save() -> None:
        form = drafted.form
        first, last = read_day(form.first, here.today()), read_day(form.last, here.today())
        if not form.by:
            set_wrong(t("Choose who answers meanwhile."))
            return
        if first is None or last is None:
            set_wrong(t("Choose the first and the last day."))
            return
        if busy:
            return
        set_busy(True)
        problem = await here.do.following.cover(form.by, first, last, form.id)
        set_busy(False)
        set_wrong(sentence(here.words, problem) if problem else "")
        if not problem:
            drafted.put_away()
            told(Outcome(), t("Saved. Participants see who answers."))

    if not others:
        return body(t("There is no other coordinator in your team's list yet."))
    lines = [
        option(
            as_written(here.words, one.name),
            chosen=one.coordinator_id == form.by,
            tapped=partial(change, by=one.coordinator_id),
            icon=ft.Icons.SUPPORT_AGENT_OUTLINED,
        )
        for one in others
    ]
    replaced = _replaced(here, form)
    return stack(
        [
            heading(t("I will be away")),
            question(t("Who answers meanwhile?"), lines),
            DayTyped(t("First day away"), form.first, lambda new: change(first=new)),
            DayTyped(
                t("Last day away"),
                form.last,
                lambda new: change(last=new),
                since=read_day(form.first, here.today()),
            ),
            live(muted(replaced)),
            ft.Text(wrong, color=ft.Colors.ON_SURFACE, visible=bool(wrong)),
            said_aloud(wrong),
            ft.Row([primary(t("Saving…") if busy else t("Save"), save, disabled=busy)], wrap=True),
            muted(t("This needs the network. If it does not get through, nothing is changed.")),
        ],
        gap=GAP + 4,
    )


def _replaced(here: Here, form: CoverForm) -> str:
    """What saving does to a time away that falls together with this one."""
    first, last = read_day(form.first, here.today()), read_day(form.last, here.today())
    me = here.view.account.id if here.view.account else ""
    if first is None or last is None:
        return ""
    meets = any(
        one.coordinator_id == me and one.first_day <= last and one.last_day >= first
        for one in covers(here.view.site.listings)
    )
    if not meets:
        return ""
    return here.t(
        "You have set some of these days already. From {day} this counts instead.",
        day=here.words.day(first, here.today()),
    )
