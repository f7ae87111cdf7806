"""What languages are called in a language: CLDR's names, and ours where nobody here says those."""

from mia_companion.i18n.sentences import Sentences

_OURS = {
    "sv": {"ckb": "sorani (kurdiska)"},
    "en": {"ckb": "Sorani (Kurdish)"},
    "fi": {"ckb": "sorani (kurdi)"},
    "ar": {"ckb": "الكردية (السورانية)"},
    "fa": {"ckb": "کردی (سورانی)", "tr": "ترکی"},
    "fa-AF": {"ckb": "کردی (سورانی)", "tr": "ترکی"},
    "so": {
        "ckb": "Kurdi (Sorani)",
        "fa-AF": "Daari",
        "fa": "Faarisi",
        "pl": "Boolish",
        "tr": "Turki",
    },
    "ti": {"ckb": "ኩርዲ (ሶራኒ)", "pl": "ፖላንድኛ"},
    "uk": {"ckb": "курдська (сорані)"},
    "pl": {"ckb": "kurdyjski (sorani)"},
    "ckb": {"ckb": "کوردی (سۆرانی)", "fa-AF": "دەری", "uk": "ئۆکراینی"},
}


def language_name(words: Sentences, tag: str) -> str:
    """The language of a BCP 47 tag in the reader's language, or the tag that nobody has a name for."""
    bare = tag.partition("-")[0]
    ours = _OURS.get(words.tag) or _OURS.get(words.locale.language, {})
    known = words.locale.languages
    return str(
        ours.get(tag)
        or known.get(tag.replace("-", "_"))
        or ours.get(bare)
        or known.get(bare)
        or tag
    )
