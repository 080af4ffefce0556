"""The declarative kind ``pattern``: regular expressions, each with a limit on its time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

import regex

from duidelijk.errors import RuleError
from duidelijk.model import Block, Document, Hit, Sentence, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.language import folded_blocks
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.rules.rule import Pattern, Rule
from duidelijk.rules.wording import like, swap, values

SECONDS: Final = 1.0  # for one expression on one block; ordinary ones take microseconds
_ONE_BLOCK: Final = 100_000  # characters; a longer block has time in proportion
_TARGET: Final = "doel"


def compiled(pattern: str, *, case: bool) -> regex.Pattern[str]:
    """The expression, compiled once.

    Raises:
        regex.error: when it is no regular expression.
    """
    return _compiled(pattern, case)


def pattern_hits(rule: Rule, document: Document) -> Iterator[Hit]:
    """Every match of the rule's expressions in the Dutch text of the document.

    Raises:
        RuleError: when an expression is not valid or takes too long.
    """
    for pattern in rule.patterns:
        try:
            for block, folded in folded_blocks(document):
                if pattern.contains and not _contains(folded, pattern.contains):
                    continue
                expression = compiled(pattern.pattern, case=pattern.case)
                for match in expression.finditer(block.text, timeout=_seconds(block)):
                    hit = _hit(rule, pattern, document, block, match)
                    if hit is not None:
                        yield hit
        except regex.error as problem:
            raise RuleError(
                f"‘{pattern.pattern}’ is geen geldige reguliere expressie.",
                file=str(rule.path),
                hint=str(problem),
            ) from problem
        except TimeoutError as problem:
            raise RuleError(
                f"De regel ‘{rule.id}’ deed er te lang over en is voor dit bestand gestopt.",
                file=str(rule.path),
                hint="Maak de reguliere expressie eenvoudiger.",
            ) from problem


def _hit(
    rule: Rule, pattern: Pattern, document: Document, block: Block, match: regex.Match[str]
) -> Hit | None:
    group = _TARGET if _TARGET in match.re.groupindex else 0
    start, end = match.span(group)
    if start == end or (rule.protect and in_protected(protected(block), start, end)):
        return None
    if pattern.unless is not None:
        around = _sentence(document, block, start)
        if (
            around is not None
            and start < around.end
            and compiled(pattern.unless, case=pattern.case).search(around.text, timeout=SECONDS)
        ):
            return None
    found = block.text[start:end]
    options = [like(found, match.expand(template)) for template in pattern.replace]
    suggestions = tuple(
        swap(Span(start, end), option, "safe" if (pattern.safe or rule.safe) and index == 0 else "manual")
        for index, option in enumerate(options)
    )
    return Hit(block, Span(start, end), values(found, options), suggestions, pattern.level)


def _seconds(block: Block) -> float:
    return SECONDS * max(1.0, len(block.text) / _ONE_BLOCK)


def _sentence(document: Document, block: Block, offset: int) -> Sentence | None:
    """The last sentence that starts at or before ``offset``."""
    found = sentences(document, block)
    at = bisect_right(found, offset, key=lambda sentence: sentence.start)
    return found[at - 1] if at else None


def _contains(text: str, pieces: tuple[str, ...]) -> bool:
    for piece in pieces:  # noqa: SIM110 - any() with a generator takes three times as long, and this is the hot path
        if piece in text:
            return True
    return False


@cache
def _compiled(pattern: str, case: bool) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERSION0 if case else regex.IGNORECASE)
