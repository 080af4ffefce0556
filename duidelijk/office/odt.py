"""An OpenDocument text: its content, styles, lists, and the pages that it is printed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NoReturn

from duidelijk.errors import ReadError
from duidelijk.office.odf import DC, OFFICE, STYLE, TEXT
from duidelijk.office.odt_numbering import ListStyle, list_style
from duidelijk.office.odt_styles import Styles
from duidelijk.office.package import Package, locked
from duidelijk.office.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT: Final = "content.xml"
STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_LOCKED: Final = re.compile(rb"<(?:[\w.-]+:)?encryption-data\b")
_MACROS: Final = ("Basic/", "Scripts/")
_KINDS: Final = {"header": ("header-first", "header", "header-left"),
                 "footer": ("footer-first", "footer", "footer-left")}  # fmt: skip


class Odt:
    """An OpenDocument text or template that was opened.

    ``styles`` are those of the text, ``paper_styles`` those of headers and footers: each part has names of
    its own.
    """

    __slots__ = (
        "_list_elements", "_list_styles", "_paper_lists", "body", "content", "lang", "name", "outline",
        "package", "paper_styles", "styles", "styles_root", "title",
    )  # fmt: skip

    def __init__(self, data: bytes, name: str) -> None:
        """Open an odt or ott.

        Raises:
            ReadError: when it is damaged, locked or unsafe, or has no text.
        """
        self.name = name
        self.package = Package(data, name)
        if _LOCKED.search(self.package.read(_MANIFEST)):
            raise locked(name)
        content = self._part(CONTENT)
        body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
        if content is None or body is None:
            self._refuse()
        self.content: _Element = content
        self.body: _Element = body
        self.styles_root = self._part(STYLES)
        meta = self._part("meta.xml")
        self.title = _said(meta, "title")
        self.lang = _said(meta, "language")
        common = self._group(self.styles_root, "styles")
        own = self._group(content, "automatic-styles")
        paper = self._group(self.styles_root, "automatic-styles")
        self.styles = Styles(common, own, lang=self.lang or None)
        self.paper_styles = Styles(common, paper, lang=self.lang or None)
        self._list_elements = dict(_lists(common, own))
        self._paper_lists = dict(_lists(common, paper))
        self._list_styles: dict[tuple[bool, str], ListStyle | None] = {}
        outline = None if common is None else common.find(TEXT + "outline-style")
        self.outline: ListStyle = {} if outline is None else list_style(outline)

    @property
    def has_macros(self) -> bool:
        """Whether there are programs inside. Nothing ever runs them."""
        return any(part.startswith(_MACROS) and not part.endswith("/") for part in self.package.members)

    def list_style(self, name: str, *, on_paper: bool = False) -> ListStyle | None:
        """How a list is numbered; None when there is no such style."""
        key = (on_paper, name)
        if key not in self._list_styles:
            element = (self._paper_lists if on_paper else self._list_elements).get(name)
            self._list_styles[key] = None if element is None else list_style(element)
        return self._list_styles[key]

    def paper(self, kind: str) -> Iterator[_Element]:
        """Each ``header`` or ``footer`` that some page shows, in order."""
        pages = self._group(self.styles_root, "master-styles")
        masters = () if pages is None else pages.iterchildren(STYLE + "master-page")
        known = {one.get(STYLE + "name") or "": one for one in masters}
        for name in self._pages(known):
            for tag in _KINDS[kind]:
                found = known[name].find(STYLE + tag)
                if found is not None and found.get(STYLE + "display") != "false":
                    yield found

    def _pages(self, known: dict[str, _Element]) -> Iterator[str]:
        """The names of the kinds of page that the text uses, in the order in which it does."""
        own = self._group(self.content, "automatic-styles")
        asked = () if own is None else (one.get(STYLE + "master-page-name") for one in own.iterchildren("*"))
        first = self._first_page()
        if first not in known:
            first = "Standard" if "Standard" in known else next(iter(known), "")
        seen: set[str] = set()
        for name in dict.fromkeys([first, *(name for name in asked if name)]):
            while name in known and name not in seen:
                seen.add(name)
                yield name
                name = known[name].get(STYLE + "next-style-name") or ""  # noqa: PLW2901

    def _first_page(self) -> str:
        """What the first paragraph of the text says about its page."""
        for part in self.body.iterchildren("*"):
            if part.tag != TEXT + "tracked-changes":
                for one in part.iter(TEXT + "p", TEXT + "h"):
                    style = one.get(TEXT + "style-name")
                    return self.styles.said("paragraph", style, STYLE + "master-page-name") or ""
        return ""

    def _part(self, part: str) -> _Element | None:
        return parse(self.package.read(part), self.name, part) if part in self.package else None

    def _group(self, root: _Element | None, name: str) -> _Element | None:
        return None if root is None else root.find(OFFICE + name)

    def _refuse(self) -> NoReturn:
        raise ReadError(
            "In dit bestand staat geen tekst die LibreOffice kan lezen.",
            file=self.name,
            hint="Open het bestand in Word of LibreOffice, sla het opnieuw op en controleer dat bestand.",
        )


def open_odt(data: bytes, name: str) -> Odt:
    """Open an OpenDocument text or template.

    Raises:
        ReadError: when the file is damaged, locked or unsafe, or has no text.
    """
    return Odt(data, name)


def _said(meta: _Element | None, name: str) -> str:
    found = None if meta is None else meta.findtext(f"{OFFICE}meta/{DC}{name}")
    return " ".join((found or "").split())


def _lists(*groups: _Element | None) -> Iterator[tuple[str, _Element]]:
    for group in groups:
        for one in () if group is None else group.iterchildren(TEXT + "list-style"):
            yield one.get(STYLE + "name") or "", one
