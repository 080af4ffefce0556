"""The tags of a PDF: whether it has them, and what assistive technology finds in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk.model import Document, Hit, Outcome, Span

if TYPE_CHECKING:
    import pikepdf

    from duidelijk.pdf.file import Pdf
    from duidelijk.pdf.structure import Element

_KEY: Final = "checks.pdf_structure"
_PAGES: Final = "checks.pdf_structure.pages"
_TOP: Final = Span(0, 0)
_HIDDEN: Final = 0b10  # of the flags of an annotation
_READABLE: Final = 0b1000000000  # bit 10 of the permissions: text for assistive technology


def untagged(document: Document) -> Iterator[Hit]:
    """A PDF without tags."""
    pdf = _pdf(document)
    if pdf is not None and not pdf.is_tagged:
        yield Hit(None, _TOP)


def scanned(document: Document) -> Iterator[Hit]:
    """Pages that are a picture: without any text, and with an image."""
    pdf = _pdf(document)
    if pdf is None:
        return
    with_text = {block.attrs.get("page") for block in document.blocks if block.text}
    for number in range(pdf.page_count):
        if str(number + 1) not in with_text and _has_image(pdf.page_object(number)):
            yield Hit(None, _page(document, number), {"pagina": number + 1})


def title_not_shown(document: Document) -> Iterator[Hit]:
    """A PDF with a title, that shows the name of the file in the title bar."""
    from duidelijk.pdf.objects import dictionary, first

    pdf = _pdf(document)
    if pdf is None or not pdf.title:
        return
    if first(dictionary(pdf.root.get("/ViewerPreferences")), "/DisplayDocTitle") is not True:
        yield Hit(None, _TOP)


def locked(document: Document) -> Iterator[Hit]:
    """A PDF whose security keeps its text from assistive technology."""
    from duidelijk.pdf.objects import dictionary, first

    pdf = _pdf(document)
    rights = None if pdf is None else first(dictionary(pdf.tree.trailer.get("/Encrypt")), "/P")
    if isinstance(rights, int) and not rights & _READABLE:
        yield Hit(None, _TOP)


def figures_without_alt(document: Document) -> Iterator[Hit]:
    """Pages with figures that have neither an alternative nor a text of their own."""
    pages = _tags(document).pages
    missing = Counter(
        pages.get(one, 0)
        for one in _tags(document).elements
        if one.role in {"Figure", "Formula"} and not _said(one) and not any(map(_has_text, one.children))
    )
    for page, number in sorted(missing.items()):
        values = {"hoeveel": f"{number} afbeeldingen hebben" if number > 1 else "Een afbeelding heeft"}
        yield Hit(None, _page(document, page), values)


def tables_without_headers(document: Document) -> Iterator[Hit]:
    """Tables of two rows and two columns or more without a single header cell.

    Two columns may be a list of a name with a value: somebody has to look.
    """
    tags = _tags(document)
    for table, cells in tags.tables.items():
        counts = Counter(one.role for one in cells)
        if counts["TR"] > 1 and counts["TD"] >= 2 * counts["TR"] and not counts["TH"]:
            outcome: Outcome = "cantTell" if counts["TD"] == 2 * counts["TR"] else "failed"
            yield Hit(None, _page(document, tags.pages.get(table, 0), cells=True), outcome=outcome)


def headers_without_scope(document: Document) -> Iterator[Hit]:
    """Tables with header cells that do not say to which cells they belong."""
    tags = _tags(document)
    for table, cells in tags.tables.items():
        if any(one.role == "TD" and one.attribute("Headers") is not None for one in cells):
            continue
        alone = sum(one.role == "TH" and one.attribute("Scope") is None for one in cells)
        if alone:
            values = {"hoeveel": f"{alone} kopcellen zeggen" if alone > 1 else "Een kopcel zegt"}
            yield Hit(None, _page(document, tags.pages.get(table, 0), cells=True), values)


def links_without_description(document: Document) -> Iterator[Hit]:
    """Pages with links that are not in the tags, or have no description (``/Contents``)."""
    from duidelijk.pdf.objects import as_name, as_text, dictionary, first, items

    pdf = _pdf(document)
    if pdf is None or not pdf.is_tagged:
        return
    tagged = _tags(document).references
    for number in range(pdf.page_count):
        links = [
            link
            for one in items(pdf.page_object(number).get("/Annots"))
            if (link := dictionary(one)) is not None and as_name(first(link, "/Subtype")) == "Link"
        ]
        shown = [link for link in links if not (int(first(link, "/F") or 0) & _HIDDEN)]
        loose = sum(link.objgen not in tagged for link in shown if link.objgen != (0, 0))
        silent = sum(not as_text(first(link, "/Contents")).strip() for link in shown)
        if loose or silent:
            count = loose or silent
            which = f"{count} links op deze pagina" if count > 1 else "Een link op deze pagina"
            what = ("staan" if count > 1 else "staat") + " niet in de labels"
            if not loose:
                what = ("hebben" if count > 1 else "heeft") + " geen beschrijving"
            outcome: Outcome = "failed" if loose else "cantTell"
            yield Hit(None, _page(document, number), {"wat": f"{which} {what}"}, outcome=outcome)


def _pdf(document: Document) -> Pdf | None:
    pdf: Pdf | None = document.raw if document.format == "pdf" else None
    return pdf


def _tags(document: Document) -> _Tags:
    """The tags of a tagged PDF; none for another. Worked out once."""
    found: _Tags | None = document.cache.get(_KEY)
    if found is None:
        from duidelijk.pdf.structure import structure

        pdf = _pdf(document)
        root = structure(pdf) if pdf is not None and pdf.is_tagged else None
        found = document.cache[_KEY] = _Tags(() if root is None else tuple(root.walk()))
    return found


class _Tags:
    """All elements in order, on which page (from 0) each begins, and the rows and cells of each table."""

    __slots__ = ("elements", "pages", "references", "tables")

    def __init__(self, elements: tuple[Element, ...]) -> None:
        from duidelijk.pdf.structure import Content, Reference

        self.elements = elements
        self.pages: dict[Element, int] = {}
        self.tables: dict[Element, list[Element]] = {}
        self.references: set[tuple[int, int]] = set()
        for one in reversed(elements):  # what is in an element comes after it
            for child in one.children:
                if isinstance(child, Reference):
                    self.references.add(child.target.objgen)
                page = child.page if isinstance(child, Content | Reference) else self.pages.get(child)
                if page is not None:
                    self.pages.setdefault(one, page)
        around: dict[Element, Element] = {}
        for one in elements:
            if one.role == "Table":
                self.tables[one] = []
                around[one] = one
            elif one.parent in around:
                table = around[one] = around[one.parent]
                if one.role in {"TR", "TH", "TD"}:
                    self.tables[table].append(one)


def _said(element: Element) -> str:
    return (element.alt or "").strip() or (element.actual or "").strip()


def _has_text(child: object) -> bool:
    """Whether this is an element that holds text of its own, so that a figure is heard without more."""
    from duidelijk.pdf.structure import Element

    return isinstance(child, Element) and child.role not in {"Figure", "Artifact", "Caption"}


def _has_image(page: pikepdf.Dictionary) -> bool:
    from duidelijk.pdf.objects import as_name, dictionary, first

    drawn = dictionary(first(dictionary(page.get("/Resources")), "/XObject"))
    names = () if drawn is None else tuple(drawn.keys())
    return any(as_name(first(dictionary(first(drawn, name)), "/Subtype")) == "Image" for name in names)


def _page(document: Document, number: int, *, cells: bool = False) -> Span:
    """Where to point for a page (from 0): its first text (or cell), else the text before it."""
    places: dict[tuple[int, bool], Span] | None = document.cache.get(_PAGES)
    if places is None:
        places = document.cache[_PAGES] = {}
        for block in document.blocks:
            page = block.attrs.get("page", "")
            if block.text and page.isdecimal():
                places.setdefault((int(page) - 1, False), block.place)
                if block.kind in {"table_cell", "table_header"}:
                    places.setdefault((int(page) - 1, True), block.place)
        last = _TOP
        for at in range(_pages(document)):
            last = places.setdefault((at, False), last)
    return places.get((number, cells)) or places.get((number, False), _TOP)


def _pages(document: Document) -> int:
    pdf = _pdf(document)
    return 0 if pdf is None else pdf.page_count
