"""HTML that cannot say anything but text: one place where people's words become a part of a page."""

import html
from urllib.parse import quote

_KEPT = "\n\t"
_FIRST_PRINTABLE = 0x20
_DELETE, _LAST_CONTROL = 0x7F, 0x9F


def text(said: object) -> str:
    """Anybody's words as text, whatever is in them; what HTML cannot carry is a replacement character."""
    whole = str(said).encode("utf-8", "replace").decode()
    kept = "".join("\ufffd" if _is_unfit(char) else char for char in whole)
    return html.escape(kept, quote=True)


def _is_unfit(char: str) -> bool:
    point = ord(char)
    control = point < _FIRST_PRINTABLE or _DELETE <= point <= _LAST_CONTROL
    return control and char not in _KEPT


def element(tag: str, inside: str, **attributes: str) -> str:
    """`inside` is HTML already; attributes are text. A name is written without its last underscore."""
    said = "".join(
        f' {name.rstrip("_")}="{text(value)}"' for name, value in attributes.items() if value
    )
    return f"<{tag}{said}>{inside}</{tag}>"


def own(tag: str, said: object, **attributes: str) -> str:
    """People's own words, in whichever direction they run; lines stay lines."""
    return element(tag, text(said).replace("\n", "<br>"), dir="auto", **attributes)


def link(path: str, said: str) -> str:
    """A way to a file beside the page, and to nothing else."""
    return element("a", text(said), href=quote(f"./{path}"))
