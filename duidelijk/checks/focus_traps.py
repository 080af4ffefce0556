"""Elements that the tab key reaches where assistive technology meets nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.around import nearest
from duidelijk.html.css import style
from duidelijk.html.exposure import is_aria_hidden, is_hidden, is_in_tab_order
from duidelijk.html.roles import is_part_of_one, is_whole
from duidelijk.html.tree_index import index, named
from duidelijk.model import Document, Hit, Outcome

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.focus_traps"
_USABLE: Final = frozenset({
    "a", "area", "audio", "button", "embed", "iframe", "input", "select", "summary", "textarea", "video",
})  # fmt: skip
_MOVERS: Final = ("onfocus", "onfocusin")
_WORD: Final = re.compile(r"[\w-]+")


def hidden_with_focus(document: Document) -> Iterator[Hit]:
    """Elements with ``aria-hidden`` that the tab key still enters (ACT rule 6cfa84).

    Not where a script of the page hands the focus on. Where a style sheet that is not at hand may hide the
    element from everybody, and for a frame, somebody has to look.
    """
    told: set[int] = set()
    for tag in _reached(document):
        if not is_aria_hidden(document, tag) or _hands_on(document, tag):
            continue
        around = nearest(document, tag, _has_aria_hidden)
        if around is None or id(around) in told:
            continue
        told.add(id(around))
        yield Hit(None, html.place(around), outcome=_outcome(document, tag))


def controls_in_controls(document: Document) -> Iterator[Hit]:
    """Buttons, images and the like with something in them that takes the focus (ACT rule 307n5z).

    Assistive technology knows them as one thing, without parts.
    """
    told: set[int] = set()
    for tag in _reached(document):
        if not is_part_of_one(document, tag) or tag.parent is None:
            continue
        around = nearest(document, tag.parent, is_whole)
        if around is None or id(around) in told or is_hidden(document, around):
            continue
        told.add(id(around))
        yield Hit(None, html.place(around), outcome=_outcome(document, tag))


def _reached(document: Document) -> list[Tag]:
    """What the tab key reaches, in order; worked out once."""
    found: list[Tag] | None = document.cache.get(_KEY)
    if found is None:
        found = document.cache[_KEY] = [
            tag
            for tag in index(document).tags
            if (tag.name in _USABLE or "tabindex" in tag.attrs or "contenteditable" in tag.attrs)
            and is_in_tab_order(document, tag)
        ]
    return found


def _outcome(document: Document, tag: Tag) -> Outcome:
    return "failed" if style(document, tag).certain and tag.name != "iframe" else "cantTell"


def _has_aria_hidden(_: Document, tag: Tag) -> bool:
    return str(tag.attrs.get("aria-hidden", "")).strip().lower() == "true"


def _hands_on(document: Document, tag: Tag) -> bool:
    """Whether the focus may move on at once: by an attribute, or a script that names the element."""
    if any(name in tag.attrs for name in _MOVERS):
        return True
    classes = tag.attrs.get("class", "")
    names = {str(tag.attrs.get("id", "")), *(classes.split() if isinstance(classes, str) else classes)}
    return not names.isdisjoint(_named_in_scripts(document))


def _named_in_scripts(document: Document) -> frozenset[str]:
    """The words in the scripts of the page that have to do with focus."""
    key = (_KEY, "scripts")
    found: frozenset[str] | None = document.cache.get(key)
    if found is None:
        texts = [script.get_text() for script in named(document, "script")]
        words = (word for text in texts if "focus" in text for word in _WORD.findall(text))
        found = document.cache[key] = frozenset(words)
    return found
