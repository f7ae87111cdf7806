"""Welcome: opening the app with the code from one's coordinator."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import MOSS, SKY, card, stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, lead, live, told
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.theme import RADIUS
from mia_companion.ui.way_in import use_picture
from mia_companion.wire import problems

LENGTH = 8
_GROUP = 4
_SPENT = (problems.CODE_WRONG, problems.CODE_USED, problems.CODE_EXPIRED, problems.CODE_CLOSED)
"""What a picture opens nothing after: then there are letters to write again."""


def letters_of(typed: str) -> str:
    """The code in what was typed: no spaces or dashes, in capitals."""
    return "".join(c for c in typed.upper() if c.isalnum())


@ft.component
def WelcomeScreen() -> ft.Control:
    """One field, one button."""
    here = use_here()
    return page(
        here,
        here.t("Welcome"),
        [
            *_removed(here),
            *_erased(here),
            lead(here.t("Here are your small steps, your appointments and someone beside you.")),
            CodeForm(),
            ft.Container(height=24),
            body(here.t("No code? Your coordinator can give you one.")),
            ft.Row(
                [
                    quiet(here.t("I work here"), lambda: go(places.SIGN_IN)),
                    quiet(here.t("Accessibility"), lambda: go(places.ACCESSIBILITY)),
                ],
                wrap=True,
            ),
        ],
        language=True,
        first=True,
    )


@ft.component
def CodeForm() -> ft.Control:
    """The code as typed is kept; what is wrong with it is said beneath it."""
    here = use_here()
    given = ft.use_route_params().get("code", "")
    draft, picture = use_draft("code"), use_picture()
    touched, set_touched = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    busy, set_busy = ft.use_state(False)

    def code() -> str:
        return draft.words if draft.words or touched else given

    def change(typed: str) -> None:
        draft.change(typed)
        set_touched(True)
        set_wrong("")

    async def enter() -> None:
        if busy:
            return
        if not picture.words and len(letters_of(code())) < LENGTH:
            set_wrong(here.t("The code has 8 letters and digits. Some are missing."))
            return
        set_busy(True)
        problem = await here.do.access.enrol(picture.words or letters_of(code()))
        set_busy(False)
        if problem:
            set_wrong(sentence(here.words, problem))
        if not problem or problem in _SPENT:
            picture.change("")
        if not problem:
            draft.change("")

    field = WordsField(
        here.t("The code from your coordinator"),
        code(),
        change,
        submit=enter,
        longest=20,
        wrong=wrong,
    )
    opening = live(
        ft.Row(
            [waits(20), body(here.t("Opening …"))] if busy else [],
            spacing=12,
        )
    )
    go_on = primary(here.t("Go on"), enter, disabled=busy)
    if picture.words:
        seen = body(here.t("The picture has been read. You do not have to write anything."))
        return stack([card([seen], tone=MOSS), opening, go_on, told(wrong)])
    return stack([field, _boxes(letters_of(code()), rtl=here.words.rtl), opening, go_on])


def _removed(here: Here) -> list[ft.Control]:
    """Why the plan is not on this device any more, where somebody took it off from elsewhere."""
    count, t = here.view.choices.removed, here.t
    if not count:
        return []
    said: list[ft.Control] = [
        body(
            t(
                "This device was signed out from another one, or by your coordinator. Nothing of the"
                " plan is on it now."
            )
        )
    ]
    if int(count):
        kept = here.words.n(
            "{count} thing had not been sent. It is kept here, locked, and is sent when the same person"
            " opens MIA here again.",
            "{count} things had not been sent. They are kept here, locked, and are sent when the same"
            " person opens MIA here again.",
            int(count),
        )
        said.append(body(kept))
    return [card(said, tone=SKY)]


def _erased(here: Here) -> list[ft.Control]:
    """That nothing is left, where a person's plan was erased at their own wish."""
    if not here.view.choices.erased:
        return []
    said = [
        body(here.t("All that was kept about you has been erased, here and on the server.")),
        body(here.t("If you want to come back, you are welcome. Ask for a new code.")),
    ]
    return [card(said, tone=SKY)]


def _boxes(letters: str, *, rtl: bool) -> ft.Control:
    """The code in two groups of four, to compare with the paper: left to right in every language."""
    shown = letters[:LENGTH].ljust(LENGTH)
    boxes: list[ft.Control] = []
    for place, letter in enumerate(shown):
        if place == _GROUP:
            boxes.append(ft.Text("–"))
        boxes.append(
            ft.Container(
                ft.Text(
                    letter.strip(),
                    theme_style=ft.TextThemeStyle.TITLE_MEDIUM,
                    text_align=ft.TextAlign.CENTER,
                ),
                expand=True,
                alignment=ft.Alignment.CENTER,
                bgcolor=ft.Colors.SURFACE_CONTAINER,
                border_radius=RADIUS // 2,
                padding=ft.Padding.symmetric(vertical=10),
            )
        )
    row = ft.Row(boxes[::-1] if rtl else boxes, spacing=4)
    # A screen reader has them from the field already.
    return ft.Semantics(exclude_semantics=True, content=row)
