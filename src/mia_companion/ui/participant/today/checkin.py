"""How are you today? One tap on a face; a word if one wants; and plain who can see it."""

import flet as ft

from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.plan import Plan
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.faces import faces
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.former_words import former_of, former_words
from mia_companion.ui.components.icons import PRIVATE, SHARED
from mia_companion.ui.components.levels import feeling_icon, feeling_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, eyebrow, strong
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.keyed import keyed


@ft.component
def CheckInCard() -> ft.Control:
    """The question, until it is answered today; then the answer, which can be given again."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    again, set_again = ft.use_state("")
    last = _today(here, here.view.plan())
    shared = bool(here.view.choices.share_checkins)

    def check_in(feeling: int) -> None:
        if not calm():
            return
        done = here.do.wellbeing.check_in(feeling, private=not shared)
        told(done, here.t("Thank you. It is written down."))
        set_again("")

    if last is not None and again != last.id:
        return card(
            [
                eyebrow(here.t("How you are today")),
                _answered(here, last),
                keyed(last.id, CheckInWord, last.id, last.words),
                ft.Row([quiet(here.t("It has changed"), lambda: set_again(last.id))], wrap=True),
            ]
        )
    return card([eyebrow(here.t("How are you today?")), faces(here, check_in), WhoSees(shared)])


def _today(here: Here, plan: Plan) -> CheckIn | None:
    today = here.today()
    mine = [c for c in plan.recent_checkins if c.by.at.astimezone(ZONE).date() == today]
    return mine[-1] if mine else None


def _answered(here: Here, one: CheckIn) -> ft.Control:
    private = one.id in here.view.plan().own.checkins
    who = here.t("Only you") if private else here.t("You and your coordinator")
    said = [
        ft.Row(
            [
                ft.Icon(feeling_icon(one.feeling), size=32, color=ft.Colors.PRIMARY),
                ft.Container(strong(feeling_name(here.words, one.feeling)), expand=True),
            ],
            spacing=10,
        ),
        *([body(as_written(here.words, one.words))] if one.words else []),
        sign(PRIVATE if private else SHARED, who),
    ]
    return stack(said, gap=4)


@ft.component
def WhoSees(shared: bool) -> ft.Control:
    """One line that says it, and changes it from now on."""
    here = use_here()
    opened, set_opened = ft.use_state(False)

    def choose(private: bool) -> None:
        here.do.choices.share_checkins(not private)
        set_opened(False)

    if opened:
        return who_sees(here, not shared, choose)
    who = here.t("You and your coordinator see it") if shared else here.t("Only you see it")
    icon = SHARED if shared else PRIVATE
    return ft.Row([quiet(who, lambda: set_opened(True), icon)], wrap=True)


@ft.component
def CheckInWord(checkin: str, words: str) -> ft.Control:
    """A word to it, only if one wants."""
    here = use_here()
    told = use_undo()
    draft = use_draft(f"checkin:{checkin}")
    opened, set_opened = ft.use_state(bool(draft.words))
    wrong, set_wrong = ft.use_state("")
    if not opened:
        name = here.t("Change the words") if words else here.t("Put a word to it")

        def begin() -> None:
            draft.change(words)
            set_opened(True)

        def again(before: str) -> None:
            told(here.do.wellbeing.word_check_in(checkin, before), here.t("It is written down."))

        plan = here.view.plan()
        kept = plan.own.checkins.get(checkin) or plan.shared.checkins.get(checkin)
        former = former_of(kept.wordings, words, again) if kept else []
        change = ft.Row([quiet(name, begin, ft.Icons.EDIT_OUTLINED)], wrap=True)
        return stack([change, former_words(here, former)], gap=0) if former else change

    def leave() -> None:
        draft.change("")
        set_opened(False)

    def save() -> None:
        done = here.do.wellbeing.word_check_in(checkin, draft.words)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            told(done, here.t("It is written down."))
            leave()

    return stack(
        [
            WordsField(
                here.t("In your own words"), draft.words, draft.change, lines=2, wrong=wrong
            ),
            ft.Row([tonal(here.t("Save"), save), quiet(here.t("Leave it"), leave)], wrap=True),
        ]
    )
