"""Which language someone gets."""

import pytest

from mia_companion.i18n.languages import LANGUAGES, best_match, language, offered


def test_the_offered_languages_stand_in_their_own_names() -> None:
    assert [(offered.tag, offered.own_name) for offered in LANGUAGES] == [
        ("sv", "Svenska"), ("sv-x-lattlast", "Lättläst svenska"), ("en", "English"),
        ("fi", "Suomi"), ("ar", "العربية"), ("fa", "فارسی"), ("fa-AF", "دری"), ("so", "Soomaali"),
        ("ti", "ትግርኛ"), ("uk", "Українська"), ("pl", "Polski"), ("ckb", "کوردی (سۆرانی)"),
    ]  # fmt: skip
    tags = [each.tag for each in LANGUAGES]
    assert len(set(tags)) == len(tags) == 12


@pytest.mark.parametrize(
    ("tag", "found"),
    [("sv", "sv"), ("ar-SY", "ar"), ("ar_EG.UTF-8", "ar"), ("apc", "ar"), ("EN-gb", "en"),
     ("sv-x-lattlast", "sv-x-lattlast"), ("en-Latn-GB-oxendict", "en"), ("C", "sv"), ("", "sv"),
     ("tlh", "sv"), ("-", "sv"), ("prs", "fa-AF"), ("POSIX", "sv"), ("sv_SE@euro", "sv")],
)  # fmt: skip
def test_a_tag_finds_its_language(tag: str, found: str) -> None:
    assert language(tag).tag == found


@pytest.mark.parametrize(
    ("accept", "found"),
    [(["so", "ar-SO", "sv"], "so"), (["tr", "ar-SO", "sv"], "ar"),
     (["tlh"], "sv"), ([], "sv"), (["en"], "en"),
     (["sv;q=0.3", "en;q=0.8", "ar; q=0.5"], "en"), (["en;q=0", "ar;q=0.1"], "ar"),
     (["en;q=x", "ar"], "ar"), (["*"], "sv"), (["en;q=nan", "ar;Q=0.5"], "ar")],
)  # fmt: skip
def test_the_first_language_that_a_person_reads(accept: list[str], found: str) -> None:
    assert best_match(accept).tag == found


@pytest.mark.parametrize(
    ("device", "first"),
    [([], ["sv", "sv-x-lattlast", "en"]), (["tr-TR"], ["sv", "sv-x-lattlast", "en"]),
     (["ti-ER", "sv-SE"], ["ti", "sv", "sv-x-lattlast", "en"]), (["prs"], ["fa-AF", "fa", "sv"]),
     (["fa-IR", "en"], ["fa", "fa-AF", "en", "sv"]), (["ku-Arab-IQ", "ar"], ["ckb", "ar", "sv"])],
)  # fmt: skip
def test_what_the_device_is_set_to_is_offered_first_and_nothing_is_left_out(
    device: list[str], first: list[str]
) -> None:
    tags = [one.tag for one in offered(device)]
    assert tags[: len(first)] == first
    assert sorted(tags) == sorted(one.tag for one in LANGUAGES)
