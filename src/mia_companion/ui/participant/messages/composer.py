"""Where one writes. What is half written stays until it is sent, also when one leaves."""

from collections.abc import Awaitable, Callable

import flet as ft

from mia_companion.domain.messages import MessageWritten
from mia_companion.ui.components.attachments import Attaching
from mia_companion.ui.components.buttons import (
    SEND,
    Tapped,
    answers,
    for_the_eye,
    icon_button,
    quiet,
    quietly,
)
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted, use_form
from mia_companion.ui.components.message_form import MessageForm
from mia_companion.ui.components.narrow import is_narrow
from mia_companion.ui.components.phrases import SWEDISH, in_swedish
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.text_scale import is_tight
from mia_companion.ui.components.texts import live, muted, said_aloud
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.participant.messages.panel import BESIDE, NOTHING, PHRASES, panel
from mia_companion.ui.participant.messages.phrases import ReadyPhrases, with_or_without
from mia_companion.ui.participant.messages.refused import Box
from mia_companion.ui.theme import TARGET


@ft.component
def Composer(
    thread: str,
    opened: str,
    set_opened: Callable[[str], None],
    box: Box,
    to_foot: Callable[[], Awaitable[None]],
) -> ft.Control:
    """Apart, so that a key pressed redraws nothing else. What is `opened` stands above: see `panel`."""
    here = use_here()
    place = f"message:{thread}"
    drafted = use_form(place, MessageForm())
    form = drafted.form
    calm = use_calm()
    wrong, set_wrong = ft.use_state("")

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def put(fact: MessageWritten) -> bool:
        form = drafted.form
        before = f"{form.words.rstrip()}\n" if form.words.strip() else ""
        drafted.change(
            words=before + fact.words, attachments=(*form.attachments, *fact.attachments)
        )
        set_wrong("")
        box.current = None  # until what is in the box by then is drawn: a second one comes after it
        kept = here.do.drafts.read(place)
        return bool(kept) and MessageForm.model_validate_json(kept).words.endswith(fact.words)

    box.current = put

    def take(phrase: str) -> None:
        form = drafted.form
        change(with_or_without(form.words, phrase))
        set_opened(NOTHING)

    async def send() -> None:
        form = drafted.form
        if not calm():
            return
        swedish = in_swedish(form.words)
        sent = here.do.messages.write(
            form.words,
            thread=thread,
            translation=swedish,
            translation_language=SWEDISH,
            attachments=form.attachments,
            item=form.id,
        )
        if sent:
            drafted.put_away()
            set_wrong("")
            set_opened(NOTHING)
            await to_foot()
        else:
            set_wrong(sentence(here.words, sent.problem))

    field = WordsField(
        here.t("Write a message"),
        form.words,
        change,
        lines=2,
        begins=1 if is_tight(here) else 2,
        longest=10_000,
        wrong=wrong,
    )
    above: ft.Control = ft.Container(height=0)
    box_and_ways: list[ft.Control] = []
    if not opened or not is_tight(here):  # else it stands here again, as it was, with the messages
        box_and_ways = [_field_and_send(here, field, send), *_beneath(here, drafted)]

    def close() -> None:
        set_opened(NOTHING)

    if opened == PHRASES:
        above = ft.Container(ReadyPhrases(form.words, take, close), expand=True)
    elif opened == BESIDE:
        beside = Attaching(form.attachments, drafted.field("attachments"))
        above = ft.Container(panel(here, here.t("Send along"), [beside], close), expand=True)
    else:
        box_and_ways.append(_ways(here, len(form.attachments), set_opened))
    return ft.Column(
        [above, *box_and_ways],
        spacing=4,
        expand=bool(opened),
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _field_and_send(here: Here, field: ft.Control, send: Tapped) -> ft.Control:
    button = ft.FilledIconButton(
        icon=ft.Icon(ft.Icons.SEND, semantics_label=here.t("Send")),
        tooltip=for_the_eye(here.t("Send")),
        width=TARGET,
        height=TARGET,
        on_click=quietly(send),
    )
    return ft.Row(
        [ft.Container(field, expand=True), answers(SEND, button)],
        spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.END,
    )


def _ways(here: Here, beside: int, open_panel: Callable[[str], None]) -> ft.Control:
    """What lies beside the message already is counted, so that nothing is sent along unseen."""
    words = here.t("Photo or file")
    if beside:
        words = here.words.n("{count} goes along", "{count} go along", beside)
    phrases = here.t("Ready phrases")
    attach: ft.Control = quiet(words, lambda: open_panel(BESIDE), ft.Icons.ATTACH_FILE)
    ready: ft.Control = quiet(phrases, lambda: open_panel(PHRASES), ft.Icons.SHORT_TEXT)
    if is_narrow():  # words as large as these would leave no room for what was said
        ready = icon_button(ft.Icons.SHORT_TEXT, phrases, lambda: open_panel(PHRASES))
        if not beside:
            attach = icon_button(ft.Icons.ATTACH_FILE, words, lambda: open_panel(BESIDE))
    return ft.Row([attach, ready], wrap=True, spacing=4, run_spacing=0)


def _beneath(here: Here, drafted: Drafted[MessageForm]) -> list[ft.Control]:
    """That the phrase in the box is read in Swedish, for as long as it is one. Where there is little room
    it is only heard: it stands above the phrases and in the message, too."""
    if not in_swedish(drafted.form.words):
        return []
    words = here.t("Your coordinator reads this in Swedish.")
    return [said_aloud(words) if is_tight(here) else live(muted(words))]
