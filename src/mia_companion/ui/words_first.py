"""A phone that came in by letter: two words to say to one's coordinator, and nothing else before their yes.

shown ──the coordinator's yes──▶ the plan
  ├──a no, from either side──▶ closed
  └──nobody answered in seven days──▶ a new code is needed
"""

import asyncio

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.pair_words import pair_in
from mia_companion.ui.components.texts import body, lead, muted, told
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.way_in import use_picture
from mia_companion.wire import problems

EVERY_SECONDS = 5.0
pause = asyncio.sleep


@ft.component
def WordsFirstScreen() -> ft.Control:
    """Instead of everything else."""
    here = use_here()
    use_picture()
    calm = use_calm()
    problem, set_problem = ft.use_state("")
    wrong, set_wrong = ft.use_state("")
    session, t, pairing = ft.context.page.session, here.t, here.view.pairing

    async def watch() -> None:
        """The coordinator's yes opens the plan by itself."""
        while True:
            if session.connection is not None:
                set_problem(await here.do.pairing.look_here())
            await pause(EVERY_SECONDS)

    async def not_the_same() -> None:
        if calm() and await here.do.pairing.not_the_same():
            set_wrong(
                t("That did not get through. Tell your coordinator, who can close this phone.")
            )

    def begin() -> None:
        here.do.access.start_over()
        go(places.TODAY)

    ft.use_effect(watch, [pairing and pairing.pair], cleanup=_ended)
    over = problem == problems.CODE_EXPIRED
    inside = (
        _over(here) if over or pairing is None else _asking(here, pair_in(here.words, pairing.pair))
    )
    if problem and not over:
        inside.append(muted(t("No connection just now. MIA keeps looking.")))
    ways: list[ft.Control] = [
        primary(t("I have a new code"), begin) if over else quiet(t("I have a new code"), begin)
    ]
    if not over:
        ways.insert(0, quiet(t("Not the same"), not_the_same))
    return page(
        here,
        t("Almost there"),
        [*inside, told(wrong), ft.Row(ways, wrap=True)],
        language=True,
        first=True,
    )


def _ended() -> None:
    """Given as a clean-up, so that Flet ends the watching with the screen."""


def _asking(here: Here, words: str) -> list[ft.Control]:
    t = here.t
    large = ft.Text(words, theme_style=ft.TextThemeStyle.HEADLINE_MEDIUM)
    return [
        lead(t("Call your coordinator, and say these two words:")),
        card([large], tone=SKY),
        body(
            t(
                "When your coordinator has the same words and says yes, your plan opens here by itself."
                " The number is in your letter."
            )
        ),
        stack(
            [
                muted(
                    t(
                        "This is so that nobody else can read your plan if the letter comes to the wrong"
                        " hands. There is no hurry: the words are here for seven days."
                    )
                )
            ]
        ),
    ]


def _over(here: Here) -> list[ft.Control]:
    said = here.t(
        "Nobody compared the words in time, so this letter opens nothing any more. Nothing is lost. Ask"
        " your coordinator for a new code."
    )
    return [body(said)]
