"""PDF to a document: by its tags where it has them, else by how its lines stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from duidelijk.model import Document, Problem
from duidelijk.pdf.boilerplate import PageLines, boilerplate
from duidelijk.pdf.characters import read_page
from duidelijk.pdf.file import Pdf, open_pdf
from duidelijk.pdf.layout import Area, areas, in_rows, number
from duidelijk.pdf.lines import Line, lines_of
from duidelijk.pdf.links import Link, links_of
from duidelijk.pdf.pictures import has_picture
from duidelijk.pdf.structure import Content, Element, marked_content, structure
from duidelijk.readers.declared_language import settle_languages
from duidelijk.readers.extracted import Paragraph, compose
from duidelijk.readers.pdf_pieces import paragraph, whole
from duidelijk.readers.pdf_tagged import fragments_of, tagged
from duidelijk.readers.pdf_untagged import untagged

_UNREADABLE: Final = 0.2  # of the characters of a line
_MANY: Final = 5  # pages that a message names
_REMAKE: Final = "Maak de pdf opnieuw in het programma waarin de tekst staat, en controleer dat bestand."


class _Read(NamedTuple):
    """The pages of a file: the lines of each, and what could not be read."""

    pages: list[PageLines]
    unreadable: list[int]
    damaged: list[int]
    pictures: list[int]


def read(data: bytes, name: str) -> Document:
    """Read a PDF.

    Raises:
        ReadError: when it is locked, too damaged to repair, or has too many pages.
    """
    pdf = open_pdf(data, name)
    found = _read(pdf)
    links = {index: links_of(pdf, index) for index in range(pdf.page_count)}
    paragraphs = _paragraphs(pdf, found.pages, {page: one for page, one in links.items() if one})
    pdf.release()
    letters = Counter({pdf.lang: 1}) if pdf.lang else Counter[str]()
    known = (("title", pdf.title), ("lang", settle_languages(paragraphs, letters)))
    meta = {key: value for key, value in known if value}
    return compose(
        data,
        name,
        "pdf",
        paragraphs,
        meta=meta,
        problems=tuple(_problems(found, name, was_repaired=pdf.was_repaired)),
        notices=tuple(_notices(pdf, found)),
        raw=pdf,
    )


def _read(pdf: Pdf) -> _Read:
    found = _Read([], [], [], [])
    for index in range(pdf.page_count):
        page = read_page(pdf, index)
        lines = lines_of(page)
        kept = [line for line in lines if not _is_unreadable(line)]
        found.pages.append(PageLines(page.box, kept))
        if len(kept) < len(lines):
            found.unreadable.append(index)
        if not page.loaded:
            found.damaged.append(index)
        elif not lines and has_picture(pdf, index):
            found.pictures.append(index)
    return found


def _is_unreadable(line: Line) -> bool:
    unclear = sum(char == "\ufffd" or "\ue000" <= char < "\uf000" for char in line.text)
    return unclear > _UNREADABLE * len(line.text)


def _paragraphs(pdf: Pdf, pages: Sequence[PageLines], links: Mapping[int, Sequence[Link]]) -> list[Paragraph]:
    at_edges = boilerplate(pages)
    laid_out: list[list[Area]] = []
    for page in pages:
        inner = areas([line for line in page.lines if line not in at_edges])
        laid_out.append(inner)
        outer = [line for line in page.lines if line in at_edges]
        middle = inner[0].lines[0].base if inner else 0.0
        above = [line for line in outer if line.base > middle]
        below = [line for line in outer if line.base <= middle]
        number([*above, *(line for area in inner for line in in_rows(area)), *below])
    lines = [line for page in laid_out for area in page for line in in_rows(area)]
    edges = [line for page in pages for line in page.lines if line in at_edges]
    root = structure(pdf)
    known = fragments_of([*lines, *edges]) if root is not None else {}
    content = marked_content(root) if known and root is not None else {}
    if root is None or not _is_covered(lines, content):
        return [*untagged(laid_out, links), *_boilerplate(edges, links)]
    found = tagged(root, known, links)
    rest = [line for line in lines if not _is_tagged(line, content)]
    left = [
        areas([line for line in rest if line.page == index and not line.artifact]) for index in _pages(rest)
    ]
    edges = [
        line
        for line in (*edges, *rest)
        if line.artifact or (line in at_edges and not _is_tagged(line, content))
    ]
    return [*_merged(found, untagged(left, links)), *_boilerplate(edges, links)]


def _is_covered(lines: Sequence[Line], content: Mapping[Content, Element]) -> bool:
    """Whether the tags name most of the text."""
    total = sum(len(line.text) for line in lines)
    return 2 * sum(len(line.text) for line in lines if _is_tagged(line, content)) >= max(1, total)


def _is_tagged(line: Line, content: Mapping[Content, Element]) -> bool:
    return any(Content(line.page, run.style.mcid) in content for run in line.runs)


def _pages(lines: Sequence[Line]) -> list[int]:
    return sorted({line.page for line in lines})


def _merged(found: Sequence[Paragraph], more: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Put what has no tags behind what has them, page by page."""
    waiting = sorted(more, key=_page)
    at = 0
    for one, following in zip(found, [*found[1:], None], strict=True):
        yield one
        limit = _page(following) if following is not None else None
        while at < len(waiting) and (limit is None or _page(waiting[at]) < limit):
            yield waiting[at]
            at += 1
    yield from waiting[at:]


def _page(paragraph: Paragraph) -> int:
    return int(paragraph.attrs.get("page", "0"))


def _boilerplate(lines: Sequence[Line], links: Mapping[int, Sequence[Link]]) -> Iterator[Paragraph]:
    for line in lines:
        one = paragraph("boilerplate", [whole(line)], links)
        one.main = False
        yield one


def _problems(found: _Read, name: str, *, was_repaired: bool) -> Iterator[Problem]:
    has_text = any(page.lines for page in found.pages)
    if found.unreadable:
        yield Problem(
            f"Van deze tekst is niet te zien welke letters het zijn: {_named(found.unreadable)}.",
            name,
            hint="Een lettertype mist zijn letterlijst. Een schermlezer kan de tekst ook niet voorlezen. "
            + _REMAKE,
        )
    elif not has_text and found.pictures:
        yield Problem(
            "Deze pdf is een foto of scan: er staat geen tekst in.",
            name,
            hint="Wie blind is, kan hem niet lezen. Gebruik de pdf uit het programma waarin de tekst staat, "
            "of maak er tekst van met tekstherkenning (OCR).",
        )
    elif not has_text and not found.damaged:
        lost = "Deze pdf was beschadigd; er is geen tekst in terug te vinden."
        yield Problem(lost if was_repaired else "In deze pdf staat geen tekst.", name, hint=_REMAKE)
    if found.damaged:
        yield Problem(
            f"Niet te lezen, want beschadigd of te vol: {_named(found.damaged)}.", name, hint=_REMAKE
        )


def _notices(pdf: Pdf, found: _Read) -> Iterator[Problem]:
    has_text = any(page.lines for page in found.pages)
    if found.pictures and has_text:
        yield Problem(
            f"Dit is een afbeelding zonder tekst: {_named(found.pictures)}.",
            pdf.name,
            hint="duidelijk kan die niet controleren. Staat er tekst op, maak die dan ook als tekst.",
        )
    if pdf.was_repaired and has_text:
        yield Problem(
            "Deze pdf was beschadigd en is hersteld; misschien ontbreekt er tekst.", pdf.name, hint=_REMAKE
        )


def _named(pages: Sequence[int]) -> str:
    """“pagina 1, 2 en 4”."""
    numbers = [str(page + 1) for page in pages[:_MANY]]
    more = len(pages) - _MANY
    if more > 0:
        return f"pagina {', '.join(numbers)} en nog {more}"
    return "pagina " + " en ".join([*([", ".join(numbers[:-1])] if numbers[1:] else []), numbers[-1]])
