"""Whether the words that a control shows are in its accessible name, so that saying them works."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from duidelijk import html
from duidelijk.checks.by_role import having
from duidelijk.checks.shown_text import shown_texts
from duidelijk.html import aria
from duidelijk.html.css import style
from duidelijk.html.exposed import is_exposed
from duidelijk.html.names import full_name
from duidelijk.model import Document, Hit, Outcome

_ROLES: Final = (
    "button", "checkbox", "gridcell", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio",
    "switch", "tab", "treeitem",
)  # fmt: skip
_GIVEN: Final = frozenset({"aria-label", "aria-labelledby"})
_ASIDE: Final = re.compile(r"\([^()]*\)")
_SILENT: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff'’`´]")
_HYPHEN: Final = re.compile(r"(?<=[^\W_])[-\u2010\u2011](?=[^\W_])")
_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d)[\W_]+(?=\d)")
_AND: Final = re.compile(r"[&+]")
_WORD: Final = re.compile(r"([^\W_]+)(\.?)")
_LONG: Final = 60
_FEW: Final = 12
_SHOWN: Final = 60
_MOST: Final = 4000


class _Word(NamedTuple):
    """``short``: with a full stop behind it, as abbreviations have."""

    text: str
    short: bool


def label_not_in_name(document: Document) -> Iterator[Hit]:
    """Controls whose visible text is not in the name that an attribute gives them (ACT rule 2ee8b8).

    Words count, not capitals, accents, punctuation, hyphens or what is between brackets. An abbreviation may
    stand for its word. A single letter is taken for a picture, such as the X that closes.
    """
    for tag in having(document, *_ROLES, *aria.kinds_of("link")):
        if _GIVEN.isdisjoint(tag.attrs) or not is_exposed(document, tag):
            continue
        name, source = full_name(document, tag)
        if source not in _GIVEN:
            continue
        outcomes = [judge(shown, name) for shown in shown_texts(document, tag)]
        if None in outcomes or not outcomes:
            continue
        close = "cantTell" in outcomes
        sure = not close and style(document, tag).certain
        values = {"zichtbaar": _cut(shown_texts(document, tag)[0]), "naam": _cut(name)}
        yield Hit(
            None,
            html.place(tag),
            values,
            level="warning" if close else None,
            outcome="failed" if sure else "cantTell",
        )


def judge(shown: str, name: str) -> Outcome | None:
    """What to say of a visible text and a name; None when the name holds the text or there is no text."""
    shown, name = shown[:_MOST], name[:_MOST]
    said = _fold(_ASIDE.sub(" ", shown))
    letters = [word.text for word in _words(said)]
    if not letters or (len(letters) == 1 and len(letters[0]) == 1 and letters[0].isalpha()):
        return None
    names = (_fold(name), _fold(_ASIDE.sub(" ", name)))
    for apart in ("", " "):
        label = _words(_HYPHEN.sub(apart, said))
        if any(_is_in(label, _words(_HYPHEN.sub(apart, one))) for one in names):
            return None
    return "cantTell" if len(shown) > _LONG or _is_close(said, names[0]) else "failed"


def _is_close(said: str, name: str) -> bool:
    """Whether only the grouping of digits, an ‘&’ or an abbreviation in the name sets the two apart."""
    if len(_words(said)) == 1 and _words(said)[0].text.isdigit() and len(said.strip()) == 1:
        return True
    if _is_in(_words(_BETWEEN_DIGITS.sub("", said)), _words(_BETWEEN_DIGITS.sub("", name))):
        return True
    if any(word.short for word in _words(name)) and _is_in(_words(name), _words(said)):
        return True
    return _AND.search(said + name) is not None and any(
        _is_in(_words(_AND.sub(f" {word} ", said)), _words(_AND.sub(f" {word} ", name)))
        for word in ("en", "and", "plus")
    )


def _is_in(label: Sequence[_Word], name: Sequence[_Word]) -> bool:
    """Whether the words of the label stand in the name, next to each other and in that order."""
    if f" {_joined(label)} " in f" {_joined(name)} ":
        return True
    if len(label) > _FEW or not any(word.short for word in label):
        return False
    return any(
        all(_is_same(word, name[at + step]) for step, word in enumerate(label))
        for at in range(len(name) - len(label) + 1)
    )


def _is_same(word: _Word, other: _Word) -> bool:
    if word.text == other.text:
        return True
    if not word.short or word.text[0] != other.text[0] or word.text.isdigit():
        return False
    rest = iter(other.text)
    return all(letter in rest for letter in word.text)


def _joined(words: Sequence[_Word]) -> str:
    return " ".join(word.text for word in words)


def _words(text: str) -> list[_Word]:
    return [_Word(word, bool(stop)) for word, stop in _WORD.findall(text)]


def _fold(text: str) -> str:
    """Without capitals, accents and what has no width or sound."""
    plain = unicodedata.normalize("NFKD", _SILENT.sub("", text)).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
