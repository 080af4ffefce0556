"""What the language layer passed over, said once a document: no error, yet something to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.model import Block, Document, LineIndex, Problem
from duidelijk.nlp.foreign import DUTCH, MIN_WORDS, NAMES, has_dutch, recognise
from duidelijk.nlp.language import PassedOver, is_dutch, language_blocks, passed_over

_MOST: Final = 4  # places named; the rest is counted
_OTHER: Final = "een andere taal"


def notices(document: Document) -> tuple[Problem, ...]:
    """At most one notice: the places in another language, where language rules were asked for and skipped.

    Left out are places outside the main content, and short ones that the document itself marks, such as the
    name of a language in a menu.
    """
    skipped = [item for item in passed_over(document) if item.block.main]
    whole = bool(skipped) and not any(block.main for block in language_blocks(document))
    if not whole:
        skipped = [item for item in skipped if not item.declared or len(item.block.text.split()) >= MIN_WORDS]
    if not skipped:
        return ()
    lines = LineIndex(document.source.text)
    name, line = document.source.name, _line(lines, skipped[0].block, 0)
    if whole and _is_dutch_after_all(document, skipped):
        message = f"Dit bestand zegt dat het in {_language(skipped)} is, maar de tekst lijkt Nederlands."
        hint = "Zet in dat geval de taal van het bestand op ‘nl’."
        return (Problem(f"{message} De taalregels zijn overgeslagen.", name, line, hint),)
    if whole:
        message = f"Deze tekst is in {_language(skipped)}. De taalregels zijn overgeslagen."
    else:
        message = f"{_where(document, skipped, lines)}. De taalregels zijn daar overgeslagen."
    return (Problem(message, name, line),)


def _is_dutch_after_all(document: Document, skipped: Sequence[PassedOver]) -> bool:
    """Whether only the declared language of the whole document stands in the way of Dutch text."""
    if is_dutch(document.meta.get("lang")):
        return False
    return recognise(" ".join(item.block.text for item in skipped if not item.block.lang)) == DUTCH


def _language(skipped: Sequence[PassedOver]) -> str:
    """All languages, the most used first: ‘het Engels en het Frans’."""
    names = [f"het {NAMES[item.language]}" if item.language in NAMES else _OTHER for item in skipped]
    ordered = sorted(dict.fromkeys(names), key=lambda name: (name == _OTHER, -names.count(name)))
    return _joined(ordered)


def _where(document: Document, skipped: Sequence[PassedOver], lines: LineIndex) -> str:
    """‘In het Engels: regel 12 tot en met 20’, or ‘Niet in het Nederlands: regel 12 (Engels) en …’."""
    language = _language(skipped)
    runs = list(_runs(document, skipped))
    if len({item.language for item in skipped}) == 1:
        return f"In {language}: {_listed([_place(document, run, lines) for run, _ in runs])}"
    named = [f"{_place(document, run, lines)} ({NAMES.get(code, _OTHER)})" for run, code in runs]
    return f"Niet in het Nederlands: {_listed(named)}"


def _runs(document: Document, skipped: Sequence[PassedOver]) -> Iterator[tuple[list[Block], str]]:
    """Blocks in one language with no Dutch between them, and the language."""
    kept = set(language_blocks(document))
    languages = {item.block: item.language for item in skipped}
    run: list[Block] = []
    last = ""
    for block in document.blocks:
        code = languages.get(block)
        if run and ((code and code != last) or (block in kept and has_dutch(block.text, last))):
            yield run, last
            run = []
        if code:
            run.append(block)
            last = code
    if run:
        yield run, last


def _place(document: Document, run: Sequence[Block], lines: LineIndex) -> str:
    """‘regel 12 tot en met 20’; in a format without lines the anchors of the blocks."""
    first, last = run[0].anchor, run[-1].anchor
    if document.source.origin == "verbatim" or not first or not last:
        begin, end = _line(lines, run[0], 0), _line(lines, run[-1], len(run[-1].text))
        first, last = f"regel {begin}", f"{'' if end > begin else 'regel '}{end}"
    return first if first == last else f"{first} tot en met {last}"


def _line(lines: LineIndex, block: Block, offset: int) -> int:
    span = block.map.to_source(max(0, offset - 1), max(1, offset))
    at = span if span.end > span.start else block.place
    return lines.position(max(at.start, at.end - 1) if offset else at.start)[0]


def _listed(places: Sequence[str]) -> str:
    """The first places, and how many there are more."""
    more = len(places) - _MOST
    return _joined(places if more <= 1 else [*places[:_MOST], f"nog {more} plaatsen"])


def _joined(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} en {last}" if first else last
