"""The reading level as a picture: where a text stands on the four levels, and how many adults struggle.

All lengths are percentages of the width, so that the picture fits any screen.
"""

from __future__ import annotations

from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.report.score_text import LEVEL, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duidelijk.model import Score

_BORDERS: Final = (0, 34, 46, 58, 100)
_SHARES: Final = (14, 29, 53, 78)


class Band(NamedTuple):
    """One of the four levels: where it lies and the share of adults that has difficulty with it."""

    level: int
    x: int
    width: int
    share: int
    current: bool

    @property
    def middle(self) -> float:
        """The x of its centre."""
        return self.x + self.width / 2


class Gauge(NamedTuple):
    """``low`` to ``high`` is where the text may stand, given how sure the score is."""

    level: int
    share: int
    value: str
    x: float
    low: float
    high: float
    bands: tuple[Band, ...]
    border: tuple[int, int] | None
    reliable: bool


def gauge(scores: Iterable[Score]) -> Gauge | None:
    """The picture for the score ``lint-niveau``; None when there is no such score."""
    score = next((one for one in scores if one.name == LEVEL), None)
    if score is None or not isfinite(score.value):
        return None
    value = min(max(score.value, 0.0), 100.0)
    level = int(_input(score, "level", _level(value)))
    level = min(max(level, 1), len(_SHARES))
    share = round(_input(score, "share", _SHARES[level - 1]))
    margin = max(_input(score, "margin", 0.0), 0.0)
    low, high = max(value - margin, 0.0), min(value + margin, 100.0)
    spread = (_level(low), _level(high))
    return Gauge(
        level=level,
        share=share,
        value=number(value),
        x=round(value, 1),
        low=round(low, 1),
        high=round(high, 1),
        bands=tuple(
            Band(at, left, right - left, _SHARES[at - 1], at == level)
            for at, (left, right) in enumerate(pairwise(_BORDERS), start=1)
        ),
        border=spread if spread[0] != spread[1] else None,
        reliable=score.reliable,
    )


def _level(value: float) -> int:
    return sum(value >= border for border in _BORDERS[1:-1]) + 1


def _input(score: Score, name: str, other: float) -> float:
    value = score.inputs.get(name, other)
    return value if isfinite(value) else other
