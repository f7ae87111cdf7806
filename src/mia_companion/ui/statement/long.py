"""The whole statement inside the app, in Swedish or English, packaged with it."""

import flet as ft

from mia_companion.device.statement.page import WORDS
from mia_companion.device.statement.told import LANGUAGES, Block, statement
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.outside import Opens, opens_host
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here, use_here


@ft.component
def StatementScreen() -> ft.Control:
    """Left to right in every language of the app, as it is written."""
    here = use_here()
    asked = ft.use_route_params().get("language", "")
    tag = asked if asked in LANGUAGES else LANGUAGES[0]
    title, *rest = statement().long[tag]
    name = as_written(here.words, title.words)
    return page(here, name, [_shown(here, tag, one) for one in rest], closes=True)


def _shown(here: Here, tag: str, block: Block) -> ft.Control:
    said = block.words.replace("{authority}", WORDS[tag]["authority"])
    words = as_written(here.words, WORDS[tag]["elsewhere"] if block.kind == "contact" else said)
    if block.kind == "a":
        host = block.address.split("/")[2]
        return Opens(block.address, words, opens_host(here, host), ft.Icons.OPEN_IN_NEW)
    spoken = f"lang-{tag}"  # whatever the app's own language is
    if block.kind.startswith("h"):
        named = heading(words, int(block.kind[1:]))
        named.identifier = spoken
        if isinstance(named.content, ft.Text):
            named.content.text_align = ft.TextAlign.LEFT
        return named
    text = body(words)
    text.text_align = ft.TextAlign.LEFT
    return ft.Semantics(identifier=spoken, content=text)
