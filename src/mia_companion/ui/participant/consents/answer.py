"""What one can say of a consent that counts: that it is right, that it goes on, that it is taken back."""

from functools import partial

import flet as ft

from mia_companion.domain.consent_ends import ending
from mia_companion.domain.consents import Consent
from mia_companion.ui import places
from mia_companion.ui.components.buttons import Tapped, quiet, secondary
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import Here, go


def coordinator(here: Here, consent: Consent) -> str:
    """Who wrote it down last."""
    by = consent.last_by
    name = here.view.coordinator_name(by.author) if by else ""
    return name or here.t("Your coordinator")


def renewing(consent: Consent) -> str:
    """Where one says yes to it anew."""
    return f"{places.NEW_CONSENT}/{consent.id}"


def answers(here: Here, consent: Consent, take_back: Tapped) -> list[ft.Control]:
    """The buttons of its card, and what they are about."""
    t = here.t
    back = quiet(t("Take it back"), take_back, ft.Icons.UNDO)
    ends = any(
        one.consent.id == consent.id
        for one in ending(here.view.plan().shared.consents, here.today())
    )
    again = quiet(t("Say yes anew"), partial(go, renewing(consent)), ft.Icons.EVENT_REPEAT)
    if not consent.is_asked_about:
        return [ft.Row([*([again] if ends else []), back], wrap=True)]

    def right() -> None:
        here.do.consents.confirm(consent)

    asked = t(
        "{who} has written down that you said yes. Is that right?", who=coordinator(here, consent)
    )
    return [
        body(asked),
        ft.Row([secondary(t("That is right"), right, ft.Icons.CHECK), back], wrap=True, spacing=8),
    ]
