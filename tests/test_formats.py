"""One letter and one page in eight forms: the same blocks in the same order, and the same findings.

``tests/formats/make.py`` made the files from one source.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import pytest

from duidelijk import readers
from duidelijk.engine import lint_bytes
from duidelijk.model import Document
from duidelijk.ruleset import all_rules
from duidelijk.settings import Choice, Settings
from tests.formats import make
from tests.formats.source import SOURCES, Heading, List, Part, Picture, Source, Table, Text

ENDS: Final = (".docx", ".odt", ".html", ".md", ".txt", ".eml", ".pdf", "-zonder-labels.pdf")
PLAIN: Final = (".txt", "-zonder-labels.pdf")
"""What cannot say which cell is a header, and cannot hold an alternative text."""

CASES: Final = [(source, end) for source in SOURCES for end in ENDS]
NAMES: Final = [source.name + end for source, end in CASES]
SETTINGS: Final = Settings(choice=Choice(select=("standaard",)), low_confidence=True, all_suggestions=True)
MOST: Final = 0.05

MANY = "een grens aan een aandeel: {} telt {} mee als zinnen"
DIFFERENCES: Final = {
    ("brief.html", "veel-lijdende-vormen"): MANY.format("een pagina", "het adres"),
    ("brief.eml", "veel-lijdende-vormen"): MANY.format("de html van een mail", "het adres"),
    ("brief.md", "veel-lijdende-vormen"): MANY.format("Markdown", "het adres"),
    ("pagina.txt", "onuitgelegde-vakterm"): "tekst heeft geen links, en een link telt als uitleg",
}
"""Which findings of which rule may be other ones than those in the Word file, and why."""


class Shape(NamedTuple):
    """A block as it must be read."""

    kind: str
    level: int
    words: str


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@cache
def document(name: str) -> Document:
    return readers.read((make.FOLDER / name).read_bytes(), name)


@cache
def found(name: str) -> Counter[tuple[str, str]]:
    """The findings of the rules on language in a file: the rule and its words."""
    rules = {
        one.id for one in all_rules(SETTINGS).values() if one.folder != "toegankelijkheid" and not one.formats
    }
    report = lint_bytes((make.FOLDER / name).read_bytes(), name, SETTINGS)
    assert not report.errors
    return Counter((one.rule, words(one.excerpt)) for one in report.findings if one.rule in rules)


@pytest.mark.parametrize(("source", "end"), CASES, ids=NAMES)
def test_the_findings_are_the_same_in_all_formats(source: Source, end: str) -> None:
    name = source.name + end
    here, there = found(name), found(source.name + ".docx")
    other = [*(here - there).elements(), *(there - here).elements()]
    assert sum(there.values()) > 15
    assert [one for one in other if (name, one[0]) not in DIFFERENCES] == []


def test_less_than_five_in_a_hundred_findings_differ() -> None:
    for source in SOURCES:
        there = found(source.name + ".docx")
        all_here = [found(source.name + end) for end in ENDS]
        other = sum(((here - there) + (there - here)).total() for here in all_here)
        assert other < MOST * there.total() * len(ENDS)


def test_differences_are_of_rules_and_files_that_are_there() -> None:
    assert {name for name, _ in DIFFERENCES} <= {*NAMES}
    assert {rule for _, rule in DIFFERENCES} <= {*all_rules(SETTINGS)}


@pytest.mark.parametrize(("source", "end"), CASES, ids=NAMES)
def test_blocks_are_of_the_right_kind_and_in_order(source: Source, end: str) -> None:
    read = [
        Shape(one.kind, one.level, words(one.text))
        for one in document(source.name + end).blocks
        if one.main and one.kind != "title" and one.text.strip()
    ]
    assert folded(read) == folded(expected(source, end))


def expected(source: Source, end: str) -> list[Shape]:
    """The blocks that the source has, as far as this format can say them. A mail begins with its subject."""
    shapes = [shape for part in source.parts for shape in _shapes(part, end)]
    if end != ".eml":
        return shapes
    subject = words(source.subject)
    return [
        Shape("subject", 0, subject),
        *(one for one in shapes if one.words != words(f"Onderwerp: {source.subject}")),
    ]


def folded(shapes: Sequence[Shape]) -> list[Shape]:
    """What stands above and below a letter as one block each: formats part their lines as they like."""
    starts = [at for at, one in enumerate(shapes) if one.words.startswith("geachte")]
    if not starts:
        return list(shapes)
    stop = next(at for at, one in enumerate(shapes) if one.words == "hoogachtend")
    head = " ".join(one.words for one in shapes[: starts[0] + 1]).replace("onderwerp ", "")
    tail = " ".join(one.words for one in shapes[stop:])
    return [Shape("head", 0, head), *shapes[starts[0] + 1 : stop], Shape("tail", 0, tail)]


def _shapes(part: Part, end: str) -> Iterator[Shape]:
    match part:
        case Heading(level, said):
            yield Shape("heading", 1 if end == ".txt" else level, words(said))
        case Text(parts):
            yield Shape(
                "paragraph", 0, words("".join(one if isinstance(one, str) else one.words for one in parts))
            )
        case List(items):
            for item in items:
                said = "".join(one if isinstance(one, str) else one.words for one in item)
                yield Shape("list_item", 1, words(said))
        case Table(rows):
            for row in rows:
                kind = "table_header" if row is rows[0] and end not in PLAIN else "table_cell"
                yield from (Shape(kind, 0, words(cell)) for cell in row)
        case Picture(_, alt):
            if end not in PLAIN:
                yield Shape("image_alt", 0, words(alt))


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith((".docx", ".odt"))])
def test_files_say_nothing_of_who_made_them(name: str) -> None:
    with zipfile.ZipFile(make.FOLDER / name) as packed:
        said = b"".join(packed.read(one) for one in packed.namelist() if one.endswith(".xml"))
        assert {one.date_time for one in packed.infolist()} == {(2026, 3, 4, 12, 0, 0)}
    for what in (
        rb"<dc:creator>[^<]",
        rb"<cp:lastModifiedBy>[^<]",
        rb"<meta:initial-creator>[^<]",
        rb"Printer",
    ):
        assert not re.search(what, said)


@pytest.mark.parametrize("source", SOURCES, ids=[source.name for source in SOURCES])
def test_the_text_files_are_what_the_source_makes(source: Source) -> None:
    for end, made in (
        (".txt", make.plain(source)),
        (".md", make.markdown(source)),
        (".html", make.page(source)),
    ):
        assert (make.FOLDER / (source.name + end)).read_text(encoding="utf-8") == made
    assert (make.FOLDER / f"{source.name}.eml").read_bytes() == make.mail(source)
