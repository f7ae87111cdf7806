"""What a file is called, cleaned of what is no name: folders, marks that turn letters round, commands."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 200
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_CAMERA = re.compile(
    r"\d{4}|^(img|dsc|dcim|pxl|mvimg|image|photo|foto|bild|picture|screenshot|skärmbild|scan|"
    r"whatsapp|signal|received|unnamed|original|download|tempimage)(?![^\W\d_])",
    re.IGNORECASE,
)


def clean_name(name: str) -> str:
    """At most 200 characters, no folder, nothing unseen, and nothing that a file system refuses."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(c if c in "\t " or unicodedata.category(c)[0] != "C" else "" for c in last)
    plain = _SPACES.sub(" ", _FORBIDDEN.sub("_", seen)).strip().strip(".").strip()
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    if len(plain) <= LONGEST:
        return plain
    suffix = suffix_of(plain)
    return plain[: LONGEST - len(suffix)].rstrip() + suffix


def suffix_of(name: str) -> str:
    """`.pdf` of `Beslut.PDF`; empty where there is none, or one that no kind of file has."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    return suffix if 1 < len(suffix) <= 6 and suffix[1:].isalnum() else ""


def named(name: str, suffixes: tuple[str, ...], otherwise: str) -> str:
    """The cleaned name with one of the suffixes, `otherwise` where there is no name at all."""
    plain = clean_name(name) or otherwise
    if suffix_of(plain) in suffixes:
        return plain
    return clean_name(plain[: LONGEST - len(suffixes[0])]) + suffixes[0]


def given_name(name: str) -> str:
    """What a person called a photo; empty for a name that a camera or a program made up."""
    plain = clean_name(name)
    stem = plain[: len(plain) - len(suffix_of(plain))].strip(" ._-")
    return "" if _CAMERA.search(stem) or not _WORD.search(stem) else stem
