"""The LiNT level of a text: 1 to 4, with the share of adults that will have difficulty.

Formula, borders and shares are those that LiNT-II published. Its coefficients belong to its own way of
measuring, so our features are first brought to its scale; how, and what uncertainty remains, stands in
lexicons/lint-niveau.md with the numbers beside it. The level is one of a text. It says nothing of B1, which
is a level of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import sqrt
from typing import Final, NamedTuple

from duidelijk.model import Block, Document, Guideline, Score
from duidelijk.resources import table
from duidelijk.scores.counts import counted, prose_blocks
from duidelijk.scores.formulas import is_reliable
from duidelijk.scores.lint_features import SentenceFeatures, block_features, together

NAME: Final = "lint-niveau"
COLUMNS: Final = 2

_SOURCE: Final = Guideline(
    "LiNT-II, leesbaarheid van Nederlandse teksten", "https://pypi.org/project/lint-ii/"
)
_LOWEST: Final = 0.0
_HIGHEST: Final = 100.0


class Features(NamedTuple):
    """The four features on the scale of LiNT.

    Mean Zipf value of content words, longest dependency of a sentence in words, content words for each finite
    verb, share of concrete nouns.
    """

    frequency: float
    dependency: float
    words_per_verb: float
    concrete: float


class Level(NamedTuple):
    """A level of a text: ``share`` of a hundred adults have difficulty with it."""

    number: int
    share: int


def lint_score(document: Document, blocks: Iterable[Block] | None = None) -> Score | None:
    """The level of ``blocks``, or of the running text; None where there is nothing to read.

    Raises:
        NlpError: when the language model cannot be used.
        RuleError: when a list that comes with the program is missing.
    """
    chosen = prose_blocks(document) if blocks is None else tuple(blocks)
    sentences = [one for block in chosen for one in block_features(document, block)]
    found = features(sentences, numbers())
    if found is None:
        return None
    value = points(found)
    level = level_of(value)
    spread = margin(len(sentences))
    ours = together(sentences)
    return Score(
        name=NAME,
        value=round(value, 1),
        scale="0 tot 100, hoger is moeilijker",
        label=_label(value, spread),
        inputs={
            "F": round(found.frequency, 2),
            "SDL": round(found.dependency, 2),
            "CW": round(found.words_per_verb, 2),
            "P": round(found.concrete, 3),
            "level": level.number,
            "share": level.share,
            "margin": round(spread, 1),
        },
        reliable=is_reliable(counted(document, chosen)) and None not in ours,
        source=_SOURCE,
    )


def points(found: Features) -> float:
    """The score by the published formula, from 0 (easy) to 100."""
    return min(max(unbounded_points(found, numbers()), _LOWEST), _HIGHEST)


def unbounded_points(found: Features, given: Mapping[str, float]) -> float:
    """The outcome of the formula itself, with its weights by name."""
    weighed = (given[name] * value for name, value in zip(Features._fields, found, strict=True))
    return 100 - given["constant"] - sum(weighed)


def level_of(value: float) -> Level:
    """The level of a score."""
    number = 1 + sum(value >= border for border in borders())
    return Level(number, int(numbers()[f"share_{number}"]))


def borders() -> tuple[float, ...]:
    """Where level 2, 3 and 4 begin."""
    given = numbers()
    return tuple(given[f"border_{number}"] for number in (2, 3, 4))


def margin(sentences: int) -> float:
    """How far the score may lie from that of LiNT itself, in points, for a text of so many sentences.

    One part is there for every text, the other wears off as sentences add up.
    """
    spread = numbers()
    return sqrt(spread["margin_text"] ** 2 + spread["margin_sentence"] ** 2 / max(1, sentences))


def features(sentences: Iterable[SentenceFeatures], given: Mapping[str, float]) -> Features | None:
    """The features of these sentences on the scale of LiNT; None without a single content word.

    ``given`` are the corrections by name. A text of single words has no dependencies. Without finite verbs
    each sentence counts as one clause, without nouns that we know concreteness counts as in a middling text.
    """
    every = tuple(sentences)
    ours = together(every)
    if ours.frequency is None or ours.derived_share is None:
        return None
    rate = ours.words_per_verb
    if rate is None:
        filled = [one.content_words for one in every if one.content_words]
        rate = sum(filled) / len(filled)
    dependency = given["dependency_times"] * (ours.longest_dependency or 0) + given["dependency_plus"]
    return Features(
        frequency=ours.frequency + given["derived_times"] * ours.derived_share + given["frequency_plus"],
        dependency=max(0.0, dependency),
        words_per_verb=given["words_per_verb_times"] * rate,
        concrete=given["concrete_middle"] if ours.concrete_share is None else ours.concrete_share,
    )


@cache
def numbers() -> dict[str, float]:
    """The numbers of the formula, the corrections and the margin, by name."""
    return {name: float(value) for name, value in table(NAME, COLUMNS)}


def _label(value: float, spread: float) -> str:
    level = level_of(value)
    near = min(borders(), key=lambda border: abs(value - border))
    label = f"niveau {level.number} van 4: {level.share} van de 100 volwassenen hebben hier moeite mee"
    if abs(value - near) > spread:
        return label
    other = level_of(near).number if value < near else level.number - 1
    return f"{label}; dicht bij niveau {other}"
