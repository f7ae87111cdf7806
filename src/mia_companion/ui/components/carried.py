"""Photos and files that are still to follow what has been sent, and those that could not."""

import flet as ft

from mia_companion.app.sending import Carried
from mia_companion.store.blob_rows import REFUSED
from mia_companion.ui.components.attached import attached
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import PLAIN, WARM, card
from mia_companion.ui.context import Here


def on_their_way(here: Here) -> list[ft.Control]:
    """A card for each that goes by itself."""
    return [_card(here, one) for one in here.view.carried_alone if one.blob.state != REFUSED]


def not_sent(here: Here) -> list[ft.Control]:
    """A card for each that does not go by itself, with why, and what can be done."""
    return [_card(here, one) for one in here.view.carried_alone if one.blob.state == REFUSED]


def _card(here: Here, one: Carried) -> ft.Control:
    refused = one.blob.state == REFUSED
    blob, attachments = one.blob.ref.blob_id, here.do.attachments
    ways: list[ft.Control] = [
        quiet(here.t("Try again"), lambda: attachments.send_again(blob)),
        quiet(here.t("Take it away"), lambda: attachments.take_away(blob)),
    ]
    return card(
        [
            *attached(here, [one.blob.ref], one.blob.journal),
            *([ft.Row(ways, wrap=True)] if refused else []),
        ],
        tone=WARM if refused else PLAIN,
        gap=4,
    )
