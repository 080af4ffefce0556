"""One number for how hard a text is, ``moeilijkheid``: 0 to 100, higher is harder.

Every feature adds its value times its points, and none takes any away. The points come from texts that a
city's editor made plainer (lexicons/moeilijkheid.md). The sum is bent so that it stays under 100: the harder
a text already is, the less one more point matters. Texts from that editor lie around 40, and around 53 before
editing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import expm1, log1p
from typing import Final, NamedTuple

from duidelijk.model import Block, Document, Guideline, Score
from duidelijk.resources import table
from duidelijk.scores.counts import counted, prose_blocks
from duidelijk.scores.features import FEATURES, Amounts, Features, features
from duidelijk.scores.formulas import HardWords, is_reliable

NAME: Final = "moeilijkheid"
TOP: Final = 100.0
"""What no score reaches."""

BANDS: Final = (
    (35.0, "makkelijk"),
    (46.0, "tamelijk makkelijk"),
    (56.0, "tamelijk moeilijk"),
    (70.0, "moeilijk"),
)
"""Under this value, this label. Halfway the plain texts of a city and their originals lies 46."""

_HARDEST: Final = "zeer moeilijk"
_COLUMNS: Final = 5
_SOURCE: Final = Guideline("duidelijk, gemeten aan teksten die een gemeente eenvoudiger maakte")


class Weight(NamedTuple):
    """The points of a feature for one a sentence or one in a hundred words.

    ``edited`` and ``original`` are its mean value in plain texts and in what they were made from.
    """

    feature: str
    name: str
    points: float
    edited: float
    original: float


class Contribution(NamedTuple):
    """What a feature adds to a score, with its name in Dutch."""

    feature: str
    points: float
    name: str


@cache
def weights() -> Mapping[str, Weight]:
    """The weights by feature, in the order of ``FEATURES``.

    Raises:
        RuleError: when the table is missing or damaged.
    """
    rows = {row[0]: Weight(row[0], row[1], *map(float, row[2:])) for row in table(NAME, _COLUMNS)}
    return {feature: rows[feature] for feature in FEATURES}


def difficulty(found: Features) -> float:
    """How hard a text with these features is, 0 to 100."""
    return score_of(found.values)


def score_of(values: Amounts) -> float:
    """As :func:`difficulty`, from the values of the features."""
    return -TOP * expm1(-_points(values) / TOP)


def sum_of(score: float) -> float:
    """The sum of points that a text with this score has."""
    return -TOP * log1p(-score / TOP)


def _points(values: Amounts) -> float:
    return sum(weight.points * value for weight, value in zip(weights().values(), values, strict=True))


def contributions(found: Features) -> tuple[Contribution, ...]:
    """What each feature adds to the score, the most first: together they are the score."""
    total = _points(found.values)
    share = difficulty(found) / total if total else 0.0
    parts = (
        Contribution(weight.feature, share * weight.points * value, weight.name)
        for weight, value in zip(weights().values(), found.values, strict=True)
    )
    return tuple(sorted(parts, key=lambda part: -part.points))


def label(score: float) -> str:
    """What a score means, in a word."""
    return next((name for under, name in BANDS if score < under), _HARDEST)


def difficulty_score(
    document: Document, hard: HardWords, blocks: Iterable[Block] | None = None
) -> Score | None:
    """The score of ``blocks``, or of the running text of the whole document; None without a sentence.

    ``inputs`` says what each feature adds.

    Raises:
        NlpError: when the language model cannot be used.
    """
    chosen = prose_blocks(document) if blocks is None else tuple(blocks)
    found = features(document, hard, chosen)
    if found is None:
        return None
    value = round(difficulty(found), 1)
    return Score(
        name=NAME,
        value=value,
        scale="0 tot 100, hoger is moeilijker",
        label=label(value),
        inputs={part.name: round(part.points, 2) for part in contributions(found)},
        reliable=is_reliable(counted(document, chosen)),
        source=_SOURCE,
    )
