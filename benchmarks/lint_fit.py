"""The four published example texts of LiNT-II, what we measure in them, and the corrections between both.

The texts come as words with tags and features, in small letters; sentences are put together again, with the
capitals of names. Each published sentence is one sentence here too, so that features can be compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from duidelijk.model import Block, Document, OffsetMap, Segment, Sentence, Source, Span
from duidelijk.nlp import parsed
from duidelijk.scores.lint import Features as Scaled
from duidelijk.scores.lint import features, unbounded_points
from duidelijk.scores.lint_features import SentenceFeatures, sentence_features

FOLDER: Final = Path(__file__).resolve().parents[2] / "shared" / "data" / "lint"
LEVELS: Final = (1, 2, 3, 4)
PUBLISHED: Final = {
    "constant": -4.30, "frequency": 17.31, "dependency": -1.62, "words_per_verb": -2.54, "concrete": 15.95,
    "border_2": 34, "border_3": 46, "border_4": 58,
    "share_1": 14, "share_2": 29, "share_3": 53, "share_4": 78,
}  # fmt: skip
"""Formula, borders of levels, and adults in a hundred that have difficulty, as LiNT-II published them."""

_NO_SPACE_BEFORE: Final = frozenset(".,:;!?)…")
_HUBER: Final = 1.345
_ROUNDS: Final = 50


class Features(NamedTuple):
    """The features as the formula takes them; None for what a sentence does not have."""

    frequency: float | None
    dependency: float | None
    words_per_verb: float | None
    concrete: float | None


class Example(NamedTuple):
    """One text: its sentences with the published features of each, those of the text, and its score."""

    level: int
    sentences: tuple[str, ...]
    published: tuple[Features, ...]
    total: Scaled
    score: float


class Correction(NamedTuple):
    """From our features to those of LiNT; frequency also falls with the share of derived words."""

    derived_times: float
    frequency_plus: float
    dependency_times: float
    dependency_plus: float
    words_per_verb_times: float


Measured = tuple[Example, tuple[SentenceFeatures, ...]]
Pair = tuple[SentenceFeatures, Features]


def examples(folder: Path = FOLDER) -> tuple[Example, ...]:
    """The four texts."""
    return tuple(_example(level, json.loads((folder / f"level{level}.json").read_text())) for level in LEVELS)


def measured(example: Example) -> tuple[SentenceFeatures, ...]:
    """What we measure in each published sentence."""
    blocks = tuple(_block(text) for text in example.sentences)
    document = Document(Source("lint", "", ""), "text", blocks)
    for block in blocks:
        document.cache[("sentences", block)] = (Sentence(0, len(block.text), block.text),)
    return tuple(sentence_features(parsed(document, block)[0]) for block in blocks)


def fit(texts: Sequence[Measured]) -> Correction:
    """The corrections that fit the sentences of the texts best, ours beside the published ones.

    Frequency and dependency by Huber's robust regression; words per verb by the ratio of the sums, because
    all difference there comes from one side: finite verbs that one of both does not see. At last the height
    of frequency is moved so that the largest deviation among the texts is as small as can be: a score is made
    of means over a text, and a robust line does not keep means.
    """
    pairs = [pair for example, ours in texts for pair in zip(ours, example.published, strict=True)]
    found = Correction(*_by_frequency(pairs), *_by_dependency(pairs), _ratio(pairs))
    off = [deviation(text, found) for text in texts if text[0].score < 100]
    shift = (max(off) + min(off)) / 2 / PUBLISHED["frequency"]
    moved = found._replace(frequency_plus=found.frequency_plus + shift)
    return Correction(*(round(value, 3) for value in moved))


def deviation(text: Measured, correction: Correction) -> float:
    """Our score of a text less the published one, both before they are kept within 0 and 100."""
    return corrected(text, correction) - unbounded_points(text[0].total, PUBLISHED)


def corrected(text: Measured, correction: Correction) -> float:
    """The outcome of the formula on our features of a text."""
    return _points(text[1], correction)


def left_out(texts: Sequence[Measured]) -> tuple[float, ...]:
    """For each text our score, with corrections that are fitted on the other texts."""
    return tuple(corrected(text, fit([other for other in texts if other is not text])) for text in texts)


def margins(texts: Sequence[Measured]) -> dict[str, float]:
    """The spread in points that does not wear off with length, and that of one sentence, which does.

    The first is that of texts left out, within 0 and 100. The second is that of the sentences for which both
    know all features, around the mean of their text.
    """
    correction = fit(texts)
    off = [
        min(max(ours, 0.0), 100.0) - text[0].score for ours, text in zip(left_out(texts), texts, strict=True)
    ]
    within: list[float] = []
    for example, ours in texts:
        here = [
            _points((one,), correction) - unbounded_points(theirs, PUBLISHED)
            for one, known in zip(ours, example.published, strict=True)
            if _is_complete(one) and (theirs := _complete(known)) is not None
        ]
        within += [value - _mean(here) for value in here]
    return {"margin_text": round(_spread(off), 1), "margin_sentence": round(_spread(within), 1)}


def _points(sentences: Sequence[SentenceFeatures], correction: Correction) -> float:
    given = {**PUBLISHED, **correction._asdict(), "concrete_middle": 0.0}
    found = features(sentences, given)
    if found is None:
        raise ValueError("no content words")
    return unbounded_points(found, given)


def _is_complete(one: SentenceFeatures) -> bool:
    return bool(one.zipfs and one.nouns and one.finite_verbs) and one.longest is not None


def _complete(found: Features) -> Scaled | None:
    values = [value for value in found if value is not None]
    return Scaled(*values) if len(values) == len(found) else None


def _spread(values: Sequence[float]) -> float:
    return float(np.sqrt(_mean(value**2 for value in values)))


def _by_frequency(pairs: Sequence[Pair]) -> tuple[float, float]:
    known = [
        (ours, theirs.frequency) for ours, theirs in pairs if ours.zipfs and theirs.frequency is not None
    ]
    sizes = np.array([len(ours.zipfs) for ours, _ in known], dtype=float)
    means = np.array([_mean(ours.zipfs) for ours, _ in known])
    derived = np.array([ours.derived / len(ours.zipfs) for ours, _ in known])
    return _robust(derived, np.array([value for _, value in known]) - means, sizes)


def _by_dependency(pairs: Sequence[Pair]) -> tuple[float, float]:
    known = [
        (ours.longest, theirs.dependency)
        for ours, theirs in pairs
        if ours.longest is not None and theirs.dependency is not None
    ]
    points = np.array(known, dtype=float)
    return _robust(points[:, 0], points[:, 1])


def _ratio(pairs: Sequence[Pair]) -> float:
    rates = [
        (ours.words_per_verb, theirs.words_per_verb)
        for ours, theirs in pairs
        if ours.words_per_verb is not None and theirs.words_per_verb is not None
    ]
    return sum(theirs for _, theirs in rates) / sum(ours for ours, _ in rates)


def _robust(x: Any, y: Any, weights: Any = None) -> tuple[float, float]:
    """Slope and height of the line through the points, far ones counting less."""
    given = np.ones(len(x)) if weights is None else weights
    near = np.ones(len(x))
    slope = height = 0.0
    for _ in range(_ROUNDS):
        root = np.sqrt(given * near)
        design = np.column_stack([x, np.ones(len(x))])
        slope, height = np.linalg.lstsq(design * root[:, None], y * root, rcond=None)[0]
        off = np.abs(y - slope * x - height)
        scale = _HUBER * float(np.median(off)) / 0.6745 + 1e-9
        near = np.minimum(1.0, scale / np.maximum(off, 1e-9))
    return float(slope), float(height)


def _example(level: int, data: dict[str, Any]) -> Example:
    sentences = data["sentences"]
    published = tuple(
        Features(
            one["mean_log_word_frequency"],
            one["max_sdl"],
            one["content_words_per_clause"],
            one["proportion_of_concrete_nouns"],
        )
        for one in sentences
    )
    words = [word for one in sentences for word in one["word_features"]]
    kinds = [word.get("super_sem_type") for word in words]
    nouns = sum(kind in {"concrete", "abstract", "undefined"} for kind in kinds)
    total = Scaled(
        _mean(word["word_frequency"] for word in words if "word_frequency" in word),
        _mean(one.dependency for one in published if one.dependency is not None),
        _mean(one.words_per_verb for one in published if one.words_per_verb is not None),
        kinds.count("concrete") / nouns,
    )
    texts = tuple(_text(one["word_features"]) for one in sentences)
    return Example(level, texts, published, total, data["document_lint_score"])


def _text(words: Iterable[dict[str, Any]]) -> str:
    """A sentence as it is written, from its words in small letters."""
    text = ""
    glued = True
    for word in words:
        part = word["text"]
        if word["pos"] == "PROPN" or not text.strip('"( '):
            part = part[:1].upper() + part[1:]
        opens = part == "(" or (part == '"' and text.count('"') % 2 == 0)
        closes = part in _NO_SPACE_BEFORE or (part == '"' and not opens)
        text += part if glued or closes else f" {part}"
        glued = opens
    return text.strip()


def _block(text: str) -> Block:
    whole = Span(0, len(text))
    return Block("paragraph", text, OffsetMap((Segment(0, len(text), 0, len(text), True),)), whole)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
