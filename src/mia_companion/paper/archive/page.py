"""`everything.html`: all of the archive to read, in the person's language. Nothing but text."""

from collections.abc import Iterator, Mapping, Sequence

from mia_companion.i18n.words import Words
from mia_companion.paper.archive import kinds
from mia_companion.paper.archive.codes import moment
from mia_companion.paper.archive.entry import Reading, told
from mia_companion.paper.archive.markup import element, own, text
from mia_companion.paper.archive.preface import around, preface
from mia_companion.paper.archive.shape import Archive, SaidEntry, SaidJournal

_STYLE = """
:root{color-scheme:light dark}
body{font:1.05rem/1.55 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.7rem}h2{font-size:1.35rem;margin-top:2.5rem}h3{font-size:1.12rem;margin-top:2rem}
article{border-block-start:1px solid #8885;padding:.6rem 0;break-inside:avoid}
article h4{margin:0;font-size:1rem}article p{margin:.2rem 0}
.by{opacity:.75;font-size:.92rem}dl{margin:.2rem 0}dt{opacity:.75;font-size:.92rem}dd{margin:0 0 .3rem}
[dir=auto]{text-align:left}
[dir=rtl] [dir=auto]{text-align:right}
nav a{display:inline-block;padding:.35rem 0;margin-inline-end:1.2rem}
""".replace("\n", "")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(archive: Archive, words: Words) -> str:
    """The whole document."""
    names = {one.author: one.by for j in archive.journals for one in j.entries if one.by}
    reading = Reading(archive, words, names)
    title = words.t("Everything about you in MIA")
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{text(_POLICY)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>{text(title)}</title><style>{_STYLE}</style>"
    )
    parts = [(f"part-{n}", one) for n, one in enumerate(archive.journals, 1) if one.entries]
    links = "".join(
        element("a", text(audience(words, one)), href=f"#{place}") for place, one in parts
    )
    inside = [
        element("h1", text(title)),
        *([own("p", archive.name)] if archive.name else []),
        element("p", text(words.t("Made {time}.", time=moment(words, archive.made_at)))),
        *preface(archive, words),
        element("nav", links, aria_label="") if links else "",
        *(line for place, one in parts for line in _journal(reading, place, one)),
        *around(archive, words),
    ]
    body = element("body", element("main", "\n".join(one for one in inside if one)))
    language, direction = text(words.tag), "rtl" if words.rtl else "ltr"
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}"><head>{head}</head>\n'
        f"{body}\n</html>\n"
    )


def audience(words: Words, journal: SaidJournal) -> str:
    """Who reads what is in it."""
    if journal.role == "shared":
        return words.t("What you and your coordinators read")
    if journal.role == "team":
        return words.t("What coordinators write among themselves")
    if journal.owner:
        return words.t("What {name} writes for themselves", name=journal.owner)
    return words.t("What only you read")


def _journal(reading: Reading, place: str, journal: SaidJournal) -> Iterator[str]:
    words = reading.words
    count = len(journal.entries)
    yield element("h2", text(audience(words, journal)), id=place)
    yield element("p", text(words.n("{count} thing written", "{count} things written", count)))
    for group, entries in _grouped(journal.entries).items():
        yield element("h3", text(words.t(kinds.GROUPS[group])))
        yield from (told(reading, one) for one in entries)


def _grouped(entries: Sequence[SaidEntry]) -> Mapping[str, list[SaidEntry]]:
    found: dict[str, list[SaidEntry]] = {group: [] for group in kinds.GROUPS}
    for one in entries:
        group, _ = kinds.KINDS.get(one.kind, (kinds.OTHER, ""))
        found[group].append(one)
    return {group: some for group, some in found.items() if some}
