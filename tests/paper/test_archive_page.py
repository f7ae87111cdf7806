"""The page of everything says nothing but text, whatever anybody wrote, and runs its language's way."""

from typing import Any

import pytest

from mia_companion.domain.facts import FACTS, Fact
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.paper.archive.gathering import Kept
from mia_companion.paper.archive.markup import element
from mia_companion.paper.archive.shape import PAGE_NAME
from tests.example_data import COORDINATOR, confirmed, entry
from tests.paper.archives import GOLDEN, Read, archived, golden, packed

HOSTILE = (
    "</p></article><script>alert(1)</script><img src=x onerror=alert(2)>"
    "\"' onmouseover='x' <!-- ]]> &lt; &#x3c;svg/onload=x> \u202egnp.exe\u0000\u0007\u2028 javascript:x"
)
_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "nav", "h1", "h2", "h3", "h4", "p", "br",
    "article", "dl", "dt", "dd", "a", "ul", "li",
}  # fmt: skip
_ATTRIBUTES = {"lang", "dir", "charset", "http-equiv", "content", "name", "class", "id", "href"}


def _poisoned(fact: Fact, poison: str) -> Fact:
    """The same with hostile text in every field that takes any text."""
    said = fact
    for name, value in dict(fact).items():
        if name != "kind" and isinstance(value, str):
            changed = said.model_copy(update={name: poison[:60]})
            try:
                said = FACTS.validate_python(changed.model_dump())
            except ValueError:
                continue
    return said


@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_hostile_text_anywhere_is_text_on_the_page(tag: str) -> None:
    facts = [FACTS.validate_json(line) for line in GOLDEN.read_text("utf-8").splitlines()]
    poison = ["<script>alert(1)</script>", '"><img src=x onerror=y>', HOSTILE]
    kept = [
        Kept.of(confirmed(entry(_poisoned(fact, one), f"hostile-{n}-{m}"), n * 3 + m + 1))
        for n, fact in enumerate(facts)
        for m, one in enumerate(poison)
    ]
    archive = archived(kept, tag)
    named = archive.model_copy(update={"name": HOSTILE})
    evil = tuple(
        one.model_copy(update={"by": HOSTILE, "author": "x"}) for one in named.journals[0].entries
    )
    journal = named.journals[0].model_copy(
        update={"owner": HOSTILE, "role": "own", "entries": evil}
    )
    raw = packed(named.model_copy(update={"journals": (journal,)})).read(PAGE_NAME).decode()
    page = Read(raw)
    assert {name for name, _ in page.tags} <= _TAGS
    for name, attributes in page.tags:
        assert attributes.keys() <= _ATTRIBUTES, (name, attributes)
        href = attributes.get("href") or "#"
        assert href.startswith(("#part-", "./files/")) or href == "#"
    assert "<script>alert(1)</script>" in page.text
    assert "src=x onerror=y>" in page.text
    assert "\0" not in raw
    assert "http" not in raw.replace("http-equiv", "")
    assert Read(element("p", "", id=HOSTILE)).tags[0][1].keys() == {"id"}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.tag)
def test_the_page_is_in_the_persons_language_and_runs_its_way(language: Any) -> None:
    page = Read(packed(archived(golden(), language.tag)).read(PAGE_NAME).decode())
    _, root = page.tags[0]
    assert root == {"lang": language.tag, "dir": "rtl" if language.rtl else "ltr"}
    assert all(a.get("dir") == "auto" for tag, a in page.tags if tag in ("dd", "li") and a)


def test_what_an_entry_is_about_is_told_in_the_words_that_made_it() -> None:
    said: list[Fact] = [
        FACTS.validate_python({"kind": "StepPlanned", "step_id": "s-1", "words": "Ringa Lisa"}),
        FACTS.validate_python({"kind": "StepDone", "step_id": "s-1"}),
    ]
    kept = [Kept.of(confirmed(entry(one, f"step-{n}0000"), n)) for n, one in enumerate(said, 1)]
    page = Read(packed(archived(kept, "en")).read(PAGE_NAME).decode())
    assert "About: Ringa Lisa" in page.text


def test_who_opened_which_pages_is_told_in_words() -> None:
    opened = {"kind": "PersonOpened", "part": "consents", "day": "2026-03-02"}
    one = entry(FACTS.validate_python(opened), "opened-0001", author=COORDINATOR)
    page = Read(packed(archived([Kept.of(confirmed(one, 1))], "en")).read(PAGE_NAME).decode())
    for words in ("Pages were opened", "Karin Berg", "Aboutconsents", "2 March 2026"):
        assert words in page.text
