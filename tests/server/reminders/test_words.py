"""What comes by SMS has room in two parts, in every language, and names nothing that it is about."""

import math
from datetime import UTC, datetime, timedelta

import pytest

from mia_companion.domain.channels import MAIL, SMS
from mia_companion.domain.sendings import Sending
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.server.reminders.words import words_of, words_of_proof

GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""GSM 03.38 without its extension; whatever else there is makes the whole message UCS-2."""

LANGUAGE_TAGS = [one.tag for one in LANGUAGES]
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
LONGEST = [NOW + timedelta(days=n, minutes=49) for n in range(1, 60, 4)]
"""So many days have names of every length."""


def parts(text: str) -> int:
    """As a provider sends it, and asks to be paid for it."""
    if set(text) <= GSM:
        return 1 if len(text) <= 160 else math.ceil(len(text) / 153)
    units = len(text.encode("utf-16-be")) // 2
    return 1 if units <= 70 else math.ceil(units / 67)


def sms(starts_at: datetime | None, language: str, *, by_oneself: bool) -> str:
    """Of one reminder."""
    sending = Sending("item", SMS, "+46701740605", NOW, NOW, starts_at)
    return words_of(sending, language, NOW, by_oneself=by_oneself)[1]


@pytest.mark.parametrize("language", LANGUAGE_TAGS)
def test_an_sms_has_room_in_two_parts(language: str) -> None:
    said = [words_of_proof("123456", language, SMS)[1], sms(None, language, by_oneself=True)]
    said += [sms(at, language, by_oneself=True) for at in LONGEST]
    said += [sms(at, language, by_oneself=False) for at in LONGEST]
    assert max(parts(one) for one in said) <= 2
    assert not [one for text in said for one in text if "\u2066" <= one <= "\u2069"]


@pytest.mark.parametrize("language", ["sv", "sv-x-lattlast", "en", "fi", "so"])
def test_and_in_one_where_its_letters_are_those_of_sms(language: str) -> None:
    said = [words_of_proof("123456", language, SMS)[1]]
    said += [sms(at, language, by_oneself=True) for at in LONGEST]
    assert {parts(one) for one in said} == {1}


@pytest.mark.parametrize("language", LANGUAGE_TAGS)
def test_the_digits_stand_in_it_as_they_are_to_be_written(language: str) -> None:
    for channel in (MAIL, SMS):
        assert "123456" in words_of_proof("123456", language, channel)[1]
        assert "MIA" not in "".join(words_of_proof("123456", language, channel))
