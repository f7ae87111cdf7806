"""How a consent was said, by whom it was written down, and what the participant has said of that."""

from mia_companion.domain.consents import IN_APP, ON_PAPER, THROUGH_INTERPRETER, Consent
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.interpreters import language_name_for
from mia_companion.ui.components.names import language_name
from mia_companion.ui.context import ZONE, Here

_HOW = {
    ON_PAPER: later("on paper"),
    THROUGH_INTERPRETER: later("through an interpreter"),
}


def how_said(words: Words, collected: str) -> str:
    """`on paper`; a later version's way stays as it is."""
    return words.t(_HOW[collected]) if collected in _HOW else collected


def record_of(
    here: Here, consent: Consent, writer: str, words: Words | None = None
) -> tuple[str, ...]:
    """When it was given, in which language and by which text; and how, where `writer` took it down."""
    given, by, words = consent.last, consent.last_by, words or here.words
    t = words.t
    if given is None:
        return ()
    language, version = language_name(given.language), given.text_version
    if by is None:
        return (t("Read in {language}, text {version}.", language=language, version=version),)
    time = words.day_and_clock(by.at, ZONE.key, here.now())
    if given.collected == IN_APP:
        return (
            t(
                "Given {time}, read in {language}, text {version}.",
                time=time,
                language=language,
                version=version,
            ),
        )
    how = how_said(words, given.collected)
    day = words.day(given.said_on, here.today()) if given.said_on else ""
    said = t("Said {how} on {day}.", how=how, day=day) if day else t("Said {how}.", how=how)
    read = t("Read in {language}, text {version}.", language=language, version=version)
    if given.spoken:
        spoken = language_name_for(words, given.spoken)
        read = t(
            "Read in {language}, text {version}, and said in {spoken}.",
            language=language,
            version=version,
            spoken=spoken,
        )
    written = t("{who} wrote it down {time}.", who=writer, time=time)
    return (f"{said} {written}", read)
