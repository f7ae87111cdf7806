"""What a person said of a consent elsewhere than in their app: how it is written down, and shows."""

import flet as ft

from mia_companion.domain.consents import IN_APP, Consent
from mia_companion.domain.entries import By
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.consent_record import record_of
from mia_companion.ui.components.texts import body, live, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import taking_down_path


def ways(here: Here, person: str) -> list[ft.Control]:
    """Who gives a consent, and what a coordinator may write down."""
    t = here.t
    words = t(
        "The participant says yes in their app, and takes it back. A yes on paper or through an"
        " interpreter you can write down; they see it at once and have the last word."
    )
    down = secondary(
        t("Write down a consent"), lambda: go(taking_down_path(person)), ft.Icons.EDIT_NOTE
    )
    return [muted(words), ft.Row([down], wrap=True)]


@ft.component
def TakeBack(person: str, consent_id: str) -> ft.Control:
    """Asked once more: what is taken back is not given again by anyone but the participant."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    asked, ask = ft.use_state(False)
    t = here.t

    def back() -> None:
        if calm():
            done = here.do.consents.withdraw(consent_id, person)
            told(done, t("Written down. From now on nothing more may be passed on under it."))

    def begin() -> None:
        if calm():
            ask(True)

    if not asked:
        words = t("They have said that they take it back")
        return ft.Row([quiet(words, begin, ft.Icons.UNDO)], wrap=True)
    question = t(
        "Has {name} told you that this consent is taken back? The taking back counts at once, and"
        " they see that you wrote it down.",
        name=name_of(here, person),
    )
    return ft.Column(
        [
            live(body(question)),
            ft.Row(
                [
                    secondary(t("Yes, it is taken back"), back),
                    quiet(t("Not now"), lambda: ask(False)),
                ],
                wrap=True,
            ),
        ],
        spacing=4,
        tight=True,
    )


def record_lines(here: Here, one: Consent) -> list[ft.Control]:
    """When and how it was given; where it was written down, whether the participant has answered."""
    by, t = one.last_by, here.t
    lines: list[ft.Control] = [muted(said) for said in record_of(here, one, writer(here, by))]
    if one.given is not None and one.given.collected != IN_APP:
        seen = t("The participant has said that it is right.")
        unseen = t("The participant has not answered yet.")
        lines.append(muted(seen if one.confirmed_by else unseen))
    return lines


def told_by(here: Here, by: By) -> str:
    """`You wrote it down.` where a coordinator did; nothing where the participant took it back."""
    account = here.view.account
    if account is not None and by.author == account.id:
        return here.t("You wrote it down.")
    name = here.view.coordinator_name(by.author)
    return here.t("{who} wrote it down.", who=name) if name else ""


def writer(here: Here, by: By | None) -> str:
    """You, or a colleague's name."""
    account = here.view.account
    if by is not None and account is not None and by.author == account.id:
        return here.t("You")
    name = here.view.coordinator_name(by.author) if by else ""
    return name or here.t("A coordinator")
