"""The figures about a text and its sections, as rows of tables."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from duidelijk.report.html_report.notes import Link, link
from duidelijk.report.score_text import DIFFICULTY, LEVEL, NAMES, shown
from duidelijk.report.width import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from duidelijk.model import Score, Section, Span


class Figure(NamedTuple):
    """A score with what it means and where its formula comes from."""

    name: str
    value: str
    label: str
    source: Link
    reliable: bool


class SectionRow(NamedTuple):
    """A section of the text; a figure that is not reliable is a dash."""

    title: str
    target: str | None
    words: int
    difficulty: str
    level: str


def figures(scores: Iterable[Score]) -> tuple[Figure, ...]:
    """All scores of a text."""
    return tuple(
        Figure(_name(score), _value(score), visible(score.label), link(score.source), score.reliable)
        for score in scores
    )


def difficulty(scores: Iterable[Score]) -> Figure | None:
    """The score ``moeilijkheid``, when it is reliable."""
    found = (score for score in scores if score.name == DIFFICULTY and score.reliable)
    return next(iter(figures(found)), None)


def section_rows(sections: Iterable[Section], where: Callable[[Span], str | None]) -> tuple[SectionRow, ...]:
    """The sections, in the order of the text."""
    return tuple(
        SectionRow(
            visible(section.title),
            where(section.span),
            section.words,
            _reliable(section, DIFFICULTY),
            _reliable(section, LEVEL),
        )
        for section in sections
    )


def _reliable(section: Section, name: str) -> str:
    score = next((one for one in section.scores if one.name == name and one.reliable), None)
    if score is None:
        return "–"
    level = score.inputs.get("level")
    return _value(score) if name != LEVEL or level is None else f"{level:.0f}"


def _name(score: Score) -> str:
    return NAMES.get(score.name, visible(score.name).replace("-", " ").capitalize())


def _value(score: Score) -> str:
    return shown(score) if isfinite(score.value) else "–"
