"""What one can say of a consent that counts: that it is right, that it goes on, that it is taken back."""

from collections.abc import Callable
from functools import partial

import flet as ft

from mia_companion.domain.consent_ends import ending
from mia_companion.domain.consents import Consent
from mia_companion.i18n.words import Words, later
from mia_companion.ui import places
from mia_companion.ui.components.beside import consent_swedish
from mia_companion.ui.components.buttons import Tapped, quiet, secondary
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import Here, go

STAYS = later("What had been passed on before stays with those who got it.")


def taken_back(words: Words, time: str, unsent: bool) -> str:
    """That it counts no more, and whether others know of it."""
    if unsent:
        return words.t(
            "Taken back {time}. It is not sent yet: your coordinator gets to know of it when there is a"
            " connection. If it cannot wait, call them.",
            time=time,
        )
    return words.t("Taken back {time}. Nothing is passed on under it.", time=time)


def coordinator(here: Here, consent: Consent, words: Words | None = None) -> str:
    """Who wrote it down last."""
    by = consent.last_by
    name = here.view.coordinator_name(by.author) if by else ""
    return name or (words or here.words).t("Your coordinator")


def renewing(consent: Consent) -> str:
    """Where one says yes to it anew."""
    return f"{places.NEW_CONSENT}/{consent.id}"


def answers(
    here: Here, consent: Consent, named: Callable[[str], str], take_back: Tapped
) -> list[ft.Control]:
    """The buttons of its card, and what they are about; `named` says of which consent, too, what it does."""
    t = here.t
    taking = t("Take it back")
    back = quiet(taking, take_back, ft.Icons.UNDO, named=named(taking))
    ends = any(
        one.consent.id == consent.id
        for one in ending(here.view.plan().shared.consents, here.today())
    )
    renew = partial(go, renewing(consent))
    anew = t("Say yes anew")
    again = quiet(anew, renew, ft.Icons.EVENT_REPEAT, named=named(anew))
    if not consent.is_asked_about:
        return [ft.Row([*([again] if ends else []), back], wrap=True)]

    def right() -> None:
        here.do.consents.confirm(consent)

    def asked(words: Words) -> str:
        who = coordinator(here, consent, words)
        return words.t("{who} has written down that you said yes. Is that right?", who=who)

    return [
        body(asked(here.words)),
        *consent_swedish(here, asked),
        ft.Row([secondary(t("That is right"), right, ft.Icons.CHECK), back], wrap=True, spacing=8),
    ]
