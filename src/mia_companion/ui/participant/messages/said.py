"""A message as a participant sees it: one's own words, and of another's those in one's own language first."""

from mia_companion.domain.messages import Message
from mia_companion.ui.components.bubble import BubbleWords, attached_to, whereabouts
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.phrases import is_swedish
from mia_companion.ui.context import ZONE, Here


def said(here: Here, message: Message) -> BubbleWords:
    """What its bubble shows."""
    account = here.view.account
    mine = account is not None and message.by.author == account.id
    who = here.view.coordinator_name(message.by.author) or here.t("Your coordinator")
    words, language, beside, beside_language, remark = message.words, "", "", "", ""
    if message.translation and mine:
        remark = _read_in(here, message.translation_language)
    elif message.translation:
        words, language = message.translation, language_name(message.translation_language)
        beside, beside_language = message.words, here.t("As it was written")
    return BubbleWords(
        words=as_written(here.words, words),
        who=here.t("You") if mine else who,
        when=here.words.day_and_clock(message.by.at, ZONE.key, here.now()),
        mine=mine,
        where=whereabouts(here, message) if mine else None,
        language=language,
        beside=as_written(here.words, beside),
        beside_language=beside_language,
        remark=remark,
        attachments=attached_to(here, message),
    )


def _read_in(here: Here, language: str) -> str:
    if is_swedish(language):
        return here.t("Your coordinator reads this in Swedish.")
    return here.t("Your coordinator reads this in {language}.", language=language_name(language))
