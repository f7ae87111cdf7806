"""Documents of office programs, which are ZIP archives: told apart by what lies in them."""

import io
from zipfile import ZipFile, ZipInfo

_OOXML = "application/vnd.openxmlformats-officedocument"
_BY_PART = {
    "word/document.xml": f"{_OOXML}.wordprocessingml.document",
    "xl/workbook.xml": f"{_OOXML}.spreadsheetml.sheet",
    "ppt/presentation.xml": f"{_OOXML}.presentationml.presentation",
}
_OPEN = {
    b"application/vnd.oasis.opendocument.text": "application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.spreadsheet": "application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.presentation": (
        "application/vnd.oasis.opendocument.presentation"
    ),
}
_MOST_PARTS = 5_000
_LONGEST_TYPES = 512 * 1024


def office_type(raw: bytes) -> str:
    """The media type of a document, or an empty string: for other archives, and for one with macros.

    Nothing is unpacked but the part that says what the archive is, and no more of it than is needed.
    """
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            parts = {part.filename: part for part in archive.infolist()[: _MOST_PARTS + 1]}
            if len(parts) > _MOST_PARTS or any(_is_macro(name) for name in parts):
                return ""
            if "mimetype" in parts:
                return _OPEN.get(_start(archive, parts["mimetype"], 100), "")
            if "[Content_Types].xml" not in parts:
                return ""
            types = _start(archive, parts["[Content_Types].xml"], _LONGEST_TYPES)
    except Exception:  # a broken archive, raising whatever it was found to be broken by
        return ""
    if b"macroenabled" in types.lower():
        return ""
    return next((kind for part, kind in _BY_PART.items() if part in parts), "")


def _is_macro(name: str) -> bool:
    """Word's and Excel's macros, and the scripts of the open formats."""
    low = name.lower()
    return low.endswith("vbaproject.bin") or low.startswith(("basic/", "scripts/"))


def _start(archive: ZipFile, part: ZipInfo, longest: int) -> bytes:
    with archive.open(part) as opened:
        return opened.read(longest)
