"""What a report says about a text as a whole: how hard it is, and what a letter says to its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeVar

from duidelijk.errors import DuidelijkError, NlpError
from duidelijk.letter import is_letter, letter
from duidelijk.letter.choice import with_choice
from duidelijk.letter.questions import LetterAnswer, answers
from duidelijk.model import Answer, Block, Document, LetterView, PartPlace, Passage, Problem, Span
from duidelijk.ruleset import word_lists
from duidelijk.scores import Measured, measured
from duidelijk.settings import Settings

_T = TypeVar("_T")


class Overview(NamedTuple):
    """The parts of a report that are not about one place."""

    figures: Measured
    letter: LetterView | None
    passages: tuple[Passage, ...]
    personal: tuple[Span, ...]


def overview(document: Document, problems: list[Problem], *, settings: Settings) -> Overview:
    """All that can be said; what breaks is left out and added to ``problems``."""

    def or_else(what: str, compute: Callable[[], _T], otherwise: _T) -> _T:
        try:
            return compute()
        except DuidelijkError:
            raise
        except Exception as problem:  # what a report adds must not cost the findings
            if settings.debug:
                raise
            message = f"{what} ontbreekt door een storing ({type(problem).__name__})."
            hint = "De regels zijn wel uitgevoerd. Meld dit aan de makers; --debug toont de details."
            problems.append(Problem(message, document.source.name, None, hint))
            return otherwise

    return Overview(
        figures=or_else("Het leesniveau", lambda: _measured(document, settings), Measured()),
        letter=or_else("Het overzicht van de brief", lambda: _letter_view(document), None),
        passages=tuple(map(_passage, _shown(document))) if settings.show_text else (),
        personal=_personal(document) if settings.mask else (),
    )


def with_kind(document: Document, settings: Settings) -> Document:
    """The document as a letter if it is one in any format; what the user says goes before how it looks."""
    document = with_choice(document, settings.letter)
    is_one = is_letter(document)
    if is_one == (document.meta.get("kind") == "letter"):
        return document
    meta = {key: value for key, value in document.meta.items() if key != "kind"}
    return replace(document, meta={**meta, "kind": "letter"} if is_one else meta)


def hard_words(document: Document) -> dict[Block, tuple[Span, ...]]:
    """Where the words stand that the lists of plain words advise against, whatever rules the user chose.

    Spans are in the text of the block, sorted, and do not overlap.
    """
    found: dict[Block, list[Span]] = {}
    for _, hit in word_lists().hits(document):
        if hit.block is not None:
            found.setdefault(hit.block, []).append(hit.span)
    return {block: tuple(_apart(spans)) for block, spans in found.items()}


def _apart(spans: list[Span]) -> Iterator[Span]:
    end = -1
    for span in sorted(spans):
        if span.start >= end:
            yield span
            end = span.end


def wants_scores(settings: Settings) -> bool:
    """Whether there will be scores: in a full check or when they are asked for.

    A few chosen rules need no reading level.
    """
    return settings.scores or not {"standaard", "alles"}.isdisjoint(settings.choice.select)


def _measured(document: Document, settings: Settings) -> Measured:
    if not wants_scores(settings):
        return Measured()
    try:
        return measured(document, hard_words(document), parse=True, compare=settings.compare)
    except NlpError:
        return measured(document, {}, parse=False)


def _letter_view(document: Document) -> LetterView | None:
    """What a letter says and does, with places in the source; None when the document is no letter."""
    found = letter(document)
    if found is None:
        return None
    parts = (PartPlace(part.name, part.block.map.to_source(*part.span)) for part in found.parts)
    return LetterView(
        found.kind, found.confidence, tuple(parts), tuple(map(_answer, answers(document, found)))
    )


def _answer(found: LetterAnswer) -> Answer:
    if found.block is None or found.span is None:
        return Answer(found.question)
    text = found.block.text[found.span.start : found.span.end]
    return Answer(found.question, found.block.map.to_source(*found.span), text)


def _shown(document: Document) -> Iterator[Block]:
    """The blocks that a report shows: what others wrote in an older mail is nobody's business."""
    return (block for block in document.blocks if block.attrs.get("part") != "quote")


def _passage(block: Block) -> Passage:
    return Passage(block.kind, block.level, block.text, block.map, block.main)


def _personal(document: Document) -> tuple[Span, ...]:
    from duidelijk.letter.personal import personal

    return personal(document)
