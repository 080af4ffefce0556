"""Splits Dutch compounds into their parts: *vergunningsaanvraag* is *vergunning* + s + *aanvraag*.

A word is cut where the sum of weights is highest: each part has a weight as last part and one for elsewhere,
each joint has one for its linking letters, and against all cuts stands the weight of the word as a whole,
which grows with how common it is. The weights (lexicons/samenstellingen.tsv.gz, with its card) are learned
from a treebank. Words that it treats otherwise than the weights would are listed by name.
"""

from __future__ import annotations

import functools
import gzip
import zlib
from collections.abc import Collection, Iterator, Mapping
from math import inf
from typing import Final, NamedTuple

from duidelijk.errors import RuleError
from duidelijk.nlp.frequency import zipf
from duidelijk.resources import data_folder

FILE: Final = "samenstellingen.tsv.gz"
HEADER: Final = "kind\tvalue\tkeys"
SCALE: Final = 10
LINKS: Final = ("", "s", "en", "e", "-", "s-", "en-")
UNKNOWN: Final = "-"
"""The key of a part that the weights do not know, beside a hyphen."""

_LINKING: Final = ("s", "en", "e")
SHORTEST: Final = 5
_LONGEST: Final = 60
_MOST_LETTERS: Final = 16
_ENDINGS: Final = ("tjes", "jes", "tje", "en", "je", "'s", "e", "s")
_VOICELESS: Final = {"v": "f", "z": "s"}

Cut = tuple[tuple[int, int], ...]
"""Start and end of each part."""


class Part(NamedTuple):
    """A part of a word as it is written there; linking letters belong to no part."""

    text: str
    start: int
    end: int


class Weights(NamedTuple):
    """All weights by key. ``named``: where the second and later parts of a listed word begin."""

    first: dict[str, float]
    last: dict[str, float]
    link: dict[str, float]
    whole: dict[str, float]
    named: dict[str, tuple[int, ...]]


@functools.lru_cache(maxsize=1 << 15)
def split(word: str) -> tuple[Part, ...]:
    """The parts of ``word``, in order; one part when it is no compound. The last part is the head.

    Capitals make no difference. Offsets count in ``word``. Linking letters lie between the parts; a part is
    never empty, unless the word is.

    Raises:
        RuleError: when the weights or the frequency table are missing or damaged.
    """
    lower = word.lower()
    if not SHORTEST <= len(lower) <= _LONGEST or len(lower) != len(word):
        return (Part(word, 0, len(word)),)
    weights = _weights()
    starts = _listed(lower, weights.named)
    if starts is None:
        starts = tuple(start for start, _ in best(lower, weights)[1:])
    return tuple(_parts(word, lower, starts, weights.first))


def head(word: str) -> str:
    """The last part: what the compound is a kind of. The word itself when it is no compound."""
    return split(word)[-1].text


def best(word: str, weights: Weights) -> Cut:
    """The heaviest cut of a word in lower case.

    Goes through the places where a part may begin, from the first letter on, and keeps for each the
    heaviest way to come there.
    """
    size = len(word)
    last = weights.last
    ways: dict[int, tuple[float, Cut]] = {0: (0.0, ())}
    highest = -inf
    found: Cut = ((0, size),)
    for start in range(size - 1):
        way = ways.get(start)
        if way is None:
            continue
        so_far, cut = way
        if start:
            weight = last.get(word[start:])
            if weight is None and word[start - 1] == "-":
                weight = last[UNKNOWN]
            if weight is not None and so_far + weight > highest:
                highest, found = so_far + weight, (*cut, (start, size))
        for weight, end, following in joints(word, start, weights):
            total = so_far + weight
            known = ways.get(following)
            if known is None or total > known[0]:
                ways[following] = (total, (*cut, (start, end)))
    return found if len(found) > 1 and highest > whole(word, weights.whole) else ((0, size),)


def joints(word: str, start: int, weights: Weights) -> Iterator[tuple[float, int, int]]:
    """Each part that may begin at ``start``, but not be the last: weight, end, begin of the next part."""
    first, link = weights.first, weights.link
    for end in range(start + 2, len(word) - 1):
        weight = first.get(word[start:end])
        if weight is None:
            if word[end] != "-" or (start and "-" in word[start:end]):
                continue
            weight = first[UNKNOWN]
        for joint in LINKS:
            following = end + len(joint)
            if following < len(word) - 1 and word.startswith(joint, end) and word[following] != "-":
                here = weight
                for key in link_keys(word, end, joint):
                    here += link.get(key, 0.0)
                yield here, end, following


def link_keys(word: str, end: int, joint: str) -> tuple[str, str, str]:
    """What the weight of a joint depends on: its letters, those before them, the one after them."""
    return joint, f"{word[end - 2 : end]}+{joint}", f"{joint}+{word[end + len(joint)]}"


def whole(word: str, weights: Mapping[str, float]) -> float:
    """The weight of not cutting a word in lower case."""
    return sum(weights.get(key, 0.0) for key in whole_keys(word))


def whole_keys(word: str) -> tuple[str, ...]:
    """What the weight of a whole word depends on: frequency, length, hyphen, both its ends."""
    return (
        f"zipf={int(4 * zipf(word) if '-' not in word else 0)}",
        f"letters={min(len(word), _MOST_LETTERS)}",
        "hyphen" if "-" in word else "plain",
        f"{word[:3]}…",
        f"…{word[-3:]}",
    )


def _parts(word: str, lower: str, starts: tuple[int, ...], first: Collection[str]) -> Iterator[Part]:
    """The parts when the second and later ones begin at ``starts``.

    What is a part with its linking letters too is one without: *vrijwilligers* in *vrijwilligerswerk*, where
    the plural is the commoner word, but *verzekering* in *verzekeringswet*.
    """
    start = 0
    for following in starts:
        part = lower[start:following].rstrip("-")
        if part not in first:
            stems = (part.removesuffix(link) for link in _LINKING if part.endswith(link))
            part = next((stem for stem in stems if stem in first), part)
        end = start + len(part)
        yield Part(word[start:end], start, end)
        start = following
    yield Part(word[start:], start, len(word))


def stems(word: str) -> Iterator[str]:
    """The word, and what it may be an inflected form of: ``brieven`` → ``brieven``, ``briev``, ``brief``."""
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            stem = word.removesuffix(ending)
            yield stem
            if ending in {"en", "e"}:
                if stem[-1] == stem[-2]:
                    yield stem[:-1]
                stem = stem[:-1] + _VOICELESS.get(stem[-1], stem[-1])
                yield stem
                if stem[-2] in "aeou" and stem[-3] not in "aeiou":
                    yield f"{stem[:-2]}{2 * stem[-2]}{stem[-1]}"


def _listed(word: str, named: Mapping[str, tuple[int, ...]]) -> tuple[int, ...] | None:
    return next((named[stem] for stem in stems(word) if stem in named), None)


@functools.cache
def _weights() -> Weights:
    path = data_folder("lexicons") / FILE
    try:
        return read(path.read_bytes())
    except (OSError, EOFError, ValueError, KeyError, zlib.error) as error:
        raise RuleError(
            "De lijst met delen van samenstellingen ontbreekt of is beschadigd.",
            file=str(path),
            hint="Installeer duidelijk opnieuw: pip install --force-reinstall duidelijk",
        ) from error


def read(data: bytes) -> Weights:
    """The weights in a compressed table. A row is a kind, a value, and all keys that have it.

    Raises:
        OSError, EOFError, ValueError, KeyError, zlib.error: when it is not such a table.
    """
    header, *rows = gzip.decompress(data).decode().splitlines()
    weights = Weights({}, {}, {}, {}, {})
    tables = {"link": weights.link, "whole": weights.whole}
    for kind, value, keys in (row.split("\t") for row in rows):
        if kind == "named":
            weights.named.update(dict.fromkeys(keys.split(" "), tuple(map(int, value.split()))))
        elif kind == "part":
            first, _, last = value.partition(" ")
            both = keys.split(" ")
            if first:
                weights.first.update(dict.fromkeys(both, int(first) / SCALE))
            if last:
                weights.last.update(dict.fromkeys(both, int(last) / SCALE))
        else:
            tables[kind].update(dict.fromkeys(keys.split(" "), int(value) / SCALE))
    if header != HEADER or UNKNOWN not in weights.first or UNKNOWN not in weights.last:
        raise ValueError("no table of weights")
    return weights
