"""Frames: pages inside the page that the tab key cannot enter, or that have the same name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.markup import attr, named
from duidelijk.html.css import style
from duidelijk.html.exposed import is_exposed
from duidelijk.html.exposure import is_in_tab_order, is_inert, is_visible, tab_index
from duidelijk.html.names import name
from duidelijk.html.tree import parse
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit, Source

if TYPE_CHECKING:
    from bs4.element import Tag

_LEAST: Final = 10.0  # a smaller frame shows nothing of what is in it


def frames_out_of_reach(document: Document) -> Iterator[Hit]:
    """Frames that the tab key skips, with something in them to use (ACT rule akn7bn)."""
    for frame in named(document, "iframe"):
        number = tab_index(frame)
        if number is None or number >= 0 or "srcdoc" not in frame.attrs:
            continue
        if is_visible(document, frame) and not is_inert(document, frame) and not _is_tiny(document, frame):
            inside = _inside(str(frame["srcdoc"]))
            if any(is_in_tab_order(inside, tag) and is_visible(inside, tag) for tag in index(inside).tags):
                yield Hit(None, html.place(frame))


def frames_alike(document: Document) -> Iterator[Hit]:
    """Frames with the name of another one that shows a different page.

    Whether both pages serve the reader in the same way, somebody must see.
    """
    first: dict[str, str] = {}
    for frame in named(document, "iframe"):
        page = attr(frame, "src").partition("#")[0].rstrip("/")
        if not page or "srcdoc" in frame.attrs or not is_exposed(document, frame):
            continue
        called = " ".join(name(document, frame).split())
        if called and first.setdefault(called.casefold(), page) != page:
            yield Hit(None, html.place(frame), {"naam": called[:80]}, outcome="cantTell")


def _inside(text: str) -> Document:
    """The page that is written in the ``srcdoc`` of a frame."""
    return Document(Source("", text, ""), "html", (), raw=parse(text))


def _is_tiny(document: Document, frame: Tag) -> bool:
    look = style(document, frame)
    for side in ("width", "height"):
        said = look.px(side)
        written = attr(frame, side).removesuffix("px")
        if said is None and written.isdecimal():
            said = float(written[:9])
        if said is not None and said < _LEAST:
            return True
    return False
