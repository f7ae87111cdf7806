"""Outside the app: plain pages in front of whatever is served, with what the operator has said of itself."""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import httpx
import pytest

from mia_companion.device.statement.operator import Operator
from mia_companion.device.statement.page import PATHS, POLICY, page
from mia_companion.device.statement.served import WithStatement
from mia_companion.device.statement.told import statement

NAMED = Operator("Ånge & <Sundsvall>", "mia@ange.example", "060-12 34 56")


async def behind(
    scope: MutableMapping[str, Any],
    receive: object,
    send: Callable[[MutableMapping[str, Any]], Awaitable[None]],
) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": scope["path"].encode()})


def client(operator: Operator = NAMED) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(WithStatement(behind, operator))
    return httpx.AsyncClient(transport=transport, base_url="https://mia.test")


@pytest.mark.parametrize("path", PATHS)
async def test_each_stands_without_the_app(path: str) -> None:
    async with client() as asked:
        answer = await asked.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert f'<html lang="{PATHS[path]}">' in answer.text
        assert answer.text.count("<h1>") == 1
        assert "<script" not in answer.text
        assert "https://www.digg.se/tdosanmalan" in answer.text
        assert (await asked.get(path + "/")).text == answer.text
        head = await asked.head(path)
        assert (head.content, head.headers["content-length"]) == (
            b"",
            str(len(answer.content)),
        )


async def test_everything_else_is_asked_behind() -> None:
    async with client() as asked:
        for path in ("/", "/tillganglighet/x", "/accessibility.json", "/v1/push"):
            assert (await asked.get(path)).status_code == 299
        assert (await asked.post("/tillganglighet")).status_code == 299


@pytest.mark.parametrize("tag", PATHS.values())
def test_who_answers_for_it_stands_there_and_is_escaped(tag: str) -> None:
    said = page(statement(), tag, NAMED)
    assert "Ånge &amp; &lt;Sundsvall&gt;" in said
    assert 'href="mailto:mia@ange.example"' in said
    assert 'href="tel:060123456"' in said


@pytest.mark.parametrize("tag", PATHS.values())
def test_nothing_is_made_up_where_nothing_is_said(tag: str) -> None:
    said = page(statement(), tag, Operator())
    assert not re.search(r"mailto:|tel:|\{authority\}", said)
    assert "MIA" in said


def test_the_operator_comes_from_the_settings() -> None:
    said = {"MIA_RESPONSIBLE": " Ånge ", "MIA_ACCESS_EMAIL": "a@b.example"}
    assert Operator.from_environment(said) == Operator("Ånge", "a@b.example", "")
    for wrong in ("nobody", "a b@c.example", 'a"@c.example', "a@c.example?bcc=d"):
        with pytest.raises(ValueError, match="MIA_ACCESS_EMAIL"):
            Operator.from_environment({"MIA_ACCESS_EMAIL": wrong})
