"""What a letter is and does: the five questions of its reader, and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.letter.names import KINDS, PARTS
from duidelijk.report.html_report.names import QUESTIONS
from duidelijk.report.width import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from duidelijk.model import LetterPart, LetterView, Span

_DOUBT: Final = {"high": "", "medium": "waarschijnlijk ", "low": "misschien "}


class Reply(NamedTuple):
    """A question with the sentence that answers it; ``text`` is None when it is open."""

    question: str
    meaning: str
    text: str | None
    target: str | None


class Part(NamedTuple):
    """A part of the letter, and where it starts in the text."""

    name: str
    target: str | None


class LetterPage(NamedTuple):
    """``kind`` is what the letter is, ``missing`` the parts that were not found."""

    kind: str
    replies: tuple[Reply, ...]
    parts: tuple[Part, ...]
    missing: tuple[str, ...]


def letter_page(view: LetterView, where: Callable[[Span], str | None]) -> LetterPage:
    """The letter for the page; ``where`` gives the anchor of a place in the source."""
    first: dict[LetterPart, Span] = {}
    for part in view.parts:
        first.setdefault(part.name, part.span)
    return LetterPage(
        kind=f"{_DOUBT[view.confidence]}{KINDS[view.kind]}",
        replies=tuple(
            Reply(
                *QUESTIONS[answer.question],
                visible(answer.text) if answer.text else None,
                where(answer.span) if answer.span else None,
            )
            for answer in view.answers
        ),
        parts=tuple(Part(PARTS[name], where(span)) for name, span in first.items()),
        missing=tuple(shown for name, shown in PARTS.items() if name not in {*first, "body"}),
    )
