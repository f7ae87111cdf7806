"""The statement as a page of plain HTML: no script, nothing fetched, read by whatever reads pages."""

import base64
import hashlib
from html import escape
from itertools import groupby

from mia_companion.device.statement.operator import Operator
from mia_companion.device.statement.told import Block, Statement

_STYLE = """
:root { color-scheme: light dark; }
body { background: #FBF8F2; color: #211F1A; font: 1.125rem/1.6 system-ui, sans-serif; margin: 0; }
header, main { margin: 0 auto; max-width: 40rem; padding: 1rem 1.25rem; }
main { padding-bottom: 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.375rem; line-height: 1.3; margin-top: 2.5rem; }
h3 { font-size: 1.1875rem; margin-top: 2rem; }
h4 { font-size: 1.125rem; margin-bottom: 0.5rem; }
li { margin-bottom: 0.75rem; }
a { color: #24594A; display: inline-block; min-height: 1.5rem; padding: 0.625rem 0; }
a:focus-visible { outline: 3px solid #211F1A; outline-offset: 2px; }
p, li, h1, h2, h3, h4, a { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #171613; color: #EAE6DC; }
  a { color: #9AD3BE; }
  a:focus-visible { outline-color: #EAE6DC; }
}
"""
POLICY = (
    "default-src 'none'; style-src 'sha256-"
    + base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)

SWEDISH, ENGLISH = "/tillganglighet", "/accessibility"
PATHS = {SWEDISH: "sv", ENGLISH: "en"}

WORDS = {
    "sv": {
        "authority": "Den kommun eller det samordningsförbund som du får stöd av",
        "email": "E-post:",
        "phone": "Telefon:",
        "nobody": "Den som driver MIA har inte skrivit sin adress här än. Säg till din samordnare.",
        "elsewhere": "Hur du når oss står på sidan tillganglighet, på adressen där du öppnar MIA i en"
        " webbläsare. Eller fråga din samordnare.",
        "home": "Till MIA",
        "other": "This page in English",
    },
    "en": {
        "authority": "The municipality or association that gives you support",
        "email": "E-mail:",
        "phone": "Telephone:",
        "nobody": "Those who run MIA have not written their address here yet. Tell your coordinator.",
        "elsewhere": "How to reach us stands on the page accessibility, at the address where you open MIA"
        " in a browser. Or ask your coordinator.",
        "home": "To MIA",
        "other": "Sidan på svenska",
    },
}
"""What is said where nothing is set, and what stands around."""


def page(statement: Statement, tag: str, operator: Operator, path: str = "") -> str:
    """All of it, in one language; `path` is what stands before all of our addresses (`wire.place`)."""
    words = WORDS[tag]
    other, there = ("en", ENGLISH) if tag == "sv" else ("sv", SWEDISH)
    blocks = statement.long[tag]
    inside = "\n".join(
        f"<ul>\n{lines}\n</ul>" if points else lines
        for points, some in groupby(blocks, lambda one: one.kind == "li")
        for lines in ["\n".join(_html(one, words, operator) for one in some)]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(blocks[0].words)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<header><nav aria-label="MIA"><a href="{path}/">{words["home"]}</a> ·'
        f' <a href="{path}{there}" lang="{other}" hreflang="{other}">{words["other"]}</a></nav></header>\n'
        f"<main>\n{inside}\n</main>\n</body>\n</html>\n"
    )


def _html(block: Block, words: dict[str, str], operator: Operator) -> str:
    said = escape(block.words.replace("{authority}", operator.name or words["authority"]))
    if block.kind == "a":
        return f'<p><a href="{escape(block.address)}">{said}</a></p>'
    if block.kind == "contact":
        return _contact(words, operator)
    lines = said.replace("\n", "<br>")
    return f"<{block.kind}>{lines}</{block.kind}>"


def _contact(words: dict[str, str], operator: Operator) -> str:
    email, phone = escape(operator.email), escape(operator.phone)
    number = "".join(c for c in operator.phone if c.isdigit() or c == "+")
    lines = [
        *([f'{words["email"]} <a href="mailto:{email}">{email}</a>'] if email else []),
        *([f'{words["phone"]} <a href="tel:{number}">{phone}</a>'] if number else []),
    ]
    return f"<p>{'<br>'.join(lines) or escape(words['nobody'])}</p>"
