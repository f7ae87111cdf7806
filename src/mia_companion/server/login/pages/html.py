"""The pages as HTML. Everything that is put into one is escaped, and nothing in one is written inline."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from mia_companion.server.login.pages.words import say
from mia_companion.server.login.tickets import AGAIN, LINK, PASSKEY, SIGN_IN
from mia_companion.wire.login import Ways

ROOT = "/v1/login"
_PURPOSES = (SIGN_IN, AGAIN, PASSKEY, LINK)

STYLE = files(__package__).joinpath("login.css").read_bytes()
SCRIPT = files(__package__).joinpath("passkey.js").read_bytes()


def door(language: str, purpose: str, at: str, ways: Ways, path: str = "") -> str:
    """Where a browser begins. `path` is what stands before all of ours (`wire.place`)."""
    address = f"{path}{ROOT}/at/{at}"
    assert purpose in _PURPOSES  # noqa: S101  only `Tickets` writes it
    inside = [
        _heading(say(language, purpose)),
        _text(say(language, f"{purpose}-lead")),
    ]
    if ways.provider and purpose != PASSKEY:
        words = escape(say(language, "with", who=ways.provider))
        inside.append(f'<p><a class="way" href="{escape(address)}/oidc">{words}</a></p>')
    if ways.passkeys and purpose != LINK:
        inside += _passkey(language, purpose, address)
    inside.append(f'<p class="aside">{escape(say(language, "lured"))}</p>')
    return _page(language, inside, path, script=ways.passkeys)


def _passkey(language: str, purpose: str, address: str) -> list[str]:
    def told(name: str) -> str:
        return escape(say(language, name))

    makes = purpose == PASSKEY
    field = (
        f'<p><label for="name">{told("passkey-name")}</label>'
        '<input id="name" maxlength="60" autocomplete="off"></p>'
    )
    button = told("make-passkey" if makes else "use-passkey")
    return [
        *([field] if makes else []),
        f'<p><button class="way" id="passkey" type="button" data-at="{escape(address)}"'
        f' data-waiting="{told("waiting")}" data-failed="{told("passkey-failed")}"'
        f' data-unable="{told("no-passkeys-here")}">{button}</button></p>',
        '<p id="said" role="status"></p>',
        f"<noscript><p>{told('needs-script')}</p></noscript>",
    ]


def done(language: str, purpose: str, digits: str, path: str = "") -> str:
    """Signed in; the digits to write in the app, or that a link was followed."""
    if purpose == LINK:
        told = [_heading(say(language, "linked")), _text(say(language, "linked-lead"))]
        return _page(language, told, path)
    spoken = " ".join(digits)
    inside = [
        _heading(say(language, "done")),
        _text(say(language, "done-lead")),
        f'<p class="digits" dir="ltr" aria-label="{spoken}">{digits[:3]} {digits[3:]}</p>',
        *([_text(say(language, "done-passkey"))] if purpose == PASSKEY else []),
        _text(say(language, "done-warning")),
    ]
    return _page(language, inside, path)


def failed(language: str, why: str, path: str = "") -> str:
    """Nobody was signed in, and why, as far as it helps."""
    return _page(language, [_heading(say(language, "failed")), _text(say(language, why))], path)


def _heading(words: str) -> str:
    return f"<h1>{escape(words)}</h1>"


def _text(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _page(language: str, inside: Sequence[str], path: str, *, script: bool = False) -> str:
    title, root = escape(say(language, "title")), escape(path + ROOT)
    loads = f'<script src="{root}/passkey.js" defer></script>' if script else ""
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<title>{title}</title><link rel="stylesheet" href="{root}/login.css">{loads}</head>'
        f"<body><main>{''.join(inside)}</main></body></html>\n"
    )
