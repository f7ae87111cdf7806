"""What a browser shows while its line to us is cut: plain HTML, for our own drawing has stopped by then.

`assets/index.html` holds the place for it, and decides when it is seen.
"""

from html import escape

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, later, words_for
from mia_companion.ui.components.beside import beside
from mia_companion.ui.components.leads import call
from mia_companion.ui.help.numbers import national

_KEPT = later("In the browser MIA needs the network. What you have done is kept.")
_BACK = later("The screen comes back by itself when there is a connection.")


def offline_words() -> str:
    """One section a language, each in its own direction; the page shows that of its own language, and none
    while its title says that the app is hidden behind a clock."""
    return "\n".join(_section(words_for(one.tag)) for one in LANGUAGES)


def _swedish(said: str) -> str:
    return f'<small lang="sv" dir="ltr">{escape(said)}</small>' if said else ""


def _section(words: Words) -> str:
    t, language, other = words.t, words.language, beside(words)
    numbers = "".join(
        f'<li><a href="{escape(call(one.number))}"><strong><bdi>{escape(one.number)}</bdi></strong>'
        f" {escape(one.name)}<span>{escape(one.about)}</span>{_swedish(one.swedish)}</a></li>"
        for one in national(words, ())
    )
    said = (t(_KEPT), t(_BACK))
    again = _swedish(f"{other.t(_KEPT)} {other.t(_BACK)}") if other else ""
    help_now = _swedish(other.t("Help now")) if other else ""
    return (
        f'<section lang="{language.tag}" dir="{"rtl" if language.rtl else "ltr"}"'
        f' data-hidden="{escape(t("Clock"))}" data-wake="{escape(t("Let a screen reader read this"))}">'
        f"<h1>{escape(t('No connection right now'))}</h1>"
        + "".join(f"<p>{escape(line)}</p>" for line in said)
        + again
        + f"<h2>{escape(t('Help now'))}</h2>{help_now}<ul>{numbers}</ul></section>"
    )
