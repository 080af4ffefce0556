"""How hard a text is to read: formulas, the LiNT level, one number for all, and where it hurts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from duidelijk.model import Block, Costs, Document, Score, Section, Span

__all__ = ["Measured", "measured"]


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of a text and of its sections, and what costs most."""

    scores: tuple[Score, ...] = ()
    sections: tuple[Section, ...] = ()
    costs: Costs | None = None


def measured(
    document: Document, hard: Mapping[Block, Sequence[Span]], *, parse: bool, compare: bool = False
) -> Measured:
    """All that can be measured. ``hard`` are the words of our lists that stand in the text.

    Without ``parse`` only what needs no language model; ``compare`` adds the figures of textstat.

    Raises:
        NlpError: when ``parse`` is asked for and the language model cannot be used.
        ConfigError: when ``compare`` is asked for and textstat is not installed.
    """
    from duidelijk.scores.counts import counted, prose_blocks
    from duidelijk.scores.formulas import count_scores

    blocks = prose_blocks(document)
    counts = counted(document, blocks)
    if not counts.words:
        return Measured()
    if not parse:
        return Measured(count_scores(counts))
    from duidelijk.scores.costs import costs

    scores = _scores(document, hard, blocks)
    if compare:
        from duidelijk.scores.comparison import compared

        scores = (*scores, *compared(document, scores))
    sections = tuple(_sections(document, hard, blocks))
    return Measured(scores, sections, costs(document, hard))


def _scores(
    document: Document, hard: Mapping[Block, Sequence[Span]], blocks: Sequence[Block]
) -> tuple[Score, ...]:
    from duidelijk.scores.difficulty import difficulty_score
    from duidelijk.scores.formulas import classic_scores
    from duidelijk.scores.lint import lint_score

    found = (
        difficulty_score(document, hard, blocks),
        lint_score(document, blocks),
        *classic_scores(document, hard, blocks),
    )
    return tuple(score for score in found if score is not None)


def _sections(
    document: Document, hard: Mapping[Block, Sequence[Span]], blocks: Sequence[Block]
) -> Iterator[Section]:
    """A section for each heading with running text under it; none in a text without a second one."""
    from duidelijk.scores.counts import counted

    prose = set(blocks)
    headed = [(title, under) for title, under in _headed(document) if prose.intersection(under)]
    if len(headed) < 2:
        return
    for title, under in headed:
        chosen = [block for block in under if block in prose]
        span = Span(title.place.start, max(block.place.end for block in (title, *under)))
        words = counted(document, chosen).words
        if words:
            yield Section(title.text, span, words, _scores(document, hard, chosen))


def _headed(document: Document) -> Iterator[tuple[Block, list[Block]]]:
    """Each heading of the main content with the blocks up to the next."""
    title: Block | None = None
    under: list[Block] = []
    for block in document.blocks:
        if not block.main:
            continue
        if block.kind == "heading":
            if title is not None:
                yield title, under
            title, under = block, []
        else:
            under.append(block)
    if title is not None:
        yield title, under
