"""Makes lexicons/samenstellingen.tsv.gz: the weights with which duidelijk/nlp/compounds.py cuts words.

A conditional random field over all ways to cut a word, trained on the nouns and adjectives of the training
set, each form once. A part is described by itself, its frequency, its length, its part of speech, and by how
many words of the frequency list can be cut there. That last count is made twice: first with every cut into
two known words, then with the cuts of a first model. The weights of a part are summed before they are
written, so that a table with two numbers a part is all that is left at run time.

Usage: python make_compounds.py UD_FOLDER OUT.tsv.gz
"""

from __future__ import annotations

import gzip
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import exp, log, log2, log10, sqrt
from pathlib import Path
from typing import Final, NamedTuple

from compound_words import OURS
from conllu import read
from wordfreq import get_frequency_dict

from benchmarks.compounds import Word, gold_words, types
from duidelijk.nlp.compounds import (
    HEADER,
    LINKS,
    SCALE,
    SHORTEST,
    UNKNOWN,
    Weights,
    best,
    link_keys,
    whole_keys,
)

_ROUNDS: Final = 10
_STEP: Final = 0.1
_SHRINKAGE: Final = 0.003
_FIRST_SQUARE: Final = 0.01
_LEAST_SLOPE: Final = 0.001

_FOR_CUTTING: Final = 0.5
"""Subtracted from the weight of every whole word: more boundaries found for a few more false ones."""

_KNOWN: Final = 1.2
_COMMON: Final = 2.5
"""Zipf from which a word may be a part, and from which it counts for the first count of cuts."""

_KEPT: Final = 2.0
_LONGEST: Final = 14
"""Zipf from which, and length up to which, a part is written even when no word of the list was cut there."""

_ENDINGS: Final = ("s", "en", "jes")
"""A word is listed by name when the weights cut it, or it with one of these, otherwise than the treebank."""


class Arc(NamedTuple):
    """A part with its joint: where the next part begins, and what the weight depends on."""

    following: int
    features: tuple[str, ...]


class Lexicon(NamedTuple):
    """What is known of parts before any weight: Zipf, tags, and cuts counted in two ways."""

    zipf: Mapping[str, float]
    tags: Mapping[str, str]
    firsts: Collection[str]
    lasts: Collection[str]
    counts: tuple[Counter[str], Counter[str]]
    recounts: tuple[Counter[str], Counter[str]]

    def first_features(self, part: str) -> tuple[str, ...]:
        """The features of a part that is not the last."""
        return self._features("first", part, self.counts[0][part], self.recounts[0][part])

    def last_features(self, part: str) -> tuple[str, ...]:
        """The features of a last part."""
        return self._features("last", part, self.counts[1][part], self.recounts[1][part])

    def _features(self, role: str, part: str, count: int, recount: int) -> tuple[str, ...]:
        zipf, letters = self.zipf.get(part, 0.0), min(len(part), 8)
        return (
            f"={role} {part}",
            f"{role} zipf {int(2 * zipf)}",
            f"{role} letters {letters}",
            f"{role} zipf {int(zipf)} letters {letters}",
            f"{role} tag {self.tags.get(part, '?')}",
            f"{role} count {int(log2(1 + count))}",
            f"{role} recount {int(log2(1 + recount))}",
            f"{role} shift {int(2 * log2((1 + recount) / (1 + count)))}",
        )

    def may_be_first(self, part: str) -> bool:
        """Whether a string may be a part before another. A form with a linking letter is not one."""
        if part not in self.firsts and not (len(part) > 2 and self.zipf.get(part, 0.0) >= _KNOWN):
            return False
        return not self.is_linked(part)

    def is_linked(self, part: str) -> bool:
        """Whether a string is a noun with its linking letters: ``verzekerings``, ``vrouwen``."""
        if len(part) < 5:
            return False
        if part[-1] == "s":
            stem = part[:-1]
            known = self.tags.get(stem, "?" if part not in self.tags else "")
            return (
                known in {"Nev", "WW inf", "?"} and self.zipf.get(stem, 0.0) >= self.zipf.get(part, 0.0) + 0.5
            )
        if part.endswith("en"):
            stem = part[:-2]
            return (
                self.tags.get(stem) == "Nev"
                and self.tags.get(part) == "Nmv"
                and self.zipf.get(stem, 0.0) >= self.zipf.get(part, 0.0)
            )
        return False

    def may_be_last(self, part: str) -> bool:
        """Whether a string may be the last part."""
        return part in self.lasts or (len(part) > 2 and self.zipf.get(part, 0.0) >= _KNOWN)


def main() -> None:
    """Train twice and write the table."""
    path = Path(sys.argv[1]) / "train.conllu"
    words = list({word.form: word for word in (*types(gold_words(path)), *ours())}.values())
    zipf = {word: log10(share) + 9 for word, share in get_frequency_dict("nl", "large").items()}
    nothing: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    lexicon = Lexicon(zipf, tags(path), *parts(words, zipf), first_counts(zipf), nothing)
    first = table(train(words, lexicon), lexicon)
    lexicon = lexicon._replace(recounts=counts_of_cuts(zipf, first))
    weights = table(train(words, lexicon), lexicon)
    write(pruned(weights, lexicon), words, zipf, Path(sys.argv[2]))


def ours() -> Iterator[Word]:
    """Our own words, cut by hand."""
    for word in OURS.split():
        starts, form = [], ""
        for piece in word.split("|"):
            if form:
                starts.append(len(form))
            form += piece
        yield Word(form, tuple(starts))


def tags(path: Path) -> dict[str, str]:
    """The most frequent part of speech of each form, nouns with their number."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example in read(path):
        for word in example.words:
            cells = word.tag.split("|")
            kind = {"N": "Nmv" if "mv" in cells else "Nev", "WW": " ".join(cells[:2])}.get(cells[0], cells[0])
            seen[word.text.lower()]["naam" if cells[:2] == ["N", "eigen"] else kind] += 1
    return {form: kinds.most_common(1)[0][0] for form, kinds in seen.items()}


def parts(words: Iterable[Word], zipf: Mapping[str, float]) -> tuple[set[str], set[str]]:
    """The parts before another, with and without linking letters, and the last parts."""
    firsts, lasts = set(), set()
    for form, starts in words:
        if starts:
            lasts.add(form[starts[-1] :])
        for start, end in zip((0, *starts), starts, strict=False):
            part = form[start:end].rstrip("-")
            firsts.add(part)
            firsts |= {
                part.removesuffix(link)
                for link in LINKS
                if link
                and part.endswith(link)
                and len(part) > len(link) + 2
                and zipf.get(part.removesuffix(link), 0.0) >= _COMMON
            }
    return firsts, lasts


def first_counts(zipf: Mapping[str, float]) -> tuple[Counter[str], Counter[str]]:
    """How many words of the list are a known word before or after another."""
    known = {word for word, value in zipf.items() if value >= _COMMON and len(word) > 2}
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for word in zipf:
        if len(word) <= SHORTEST or not word.isalpha():
            continue
        for start in range(3, len(word) - 2):
            if word[start:] not in known:
                continue
            for link in ("", "s", "en", "e"):
                part = word[:start].removesuffix(link)
                if part in known and word.startswith(part + link):
                    firsts[part] += 1
                    lasts[word[start:]] += 1
                    break
    return firsts, lasts


def counts_of_cuts(zipf: Mapping[str, float], weights: Weights) -> tuple[Counter[str], Counter[str]]:
    """The same count from the cuts that a model makes."""
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for word, value in zipf.items():
        if value >= _KNOWN and len(word) > SHORTEST and word.isalpha():
            cut = best(word, weights)
            if len(cut) > 1:
                firsts.update(word[start:end] for start, end in cut[:-1])
                lasts[word[cut[-1][0] :]] += 1
    return firsts, lasts


def lattice(word: str, lexicon: Lexicon) -> dict[int, list[Arc]]:
    """Every way to cut a word: the arcs that leave each place where a part may begin."""
    size = len(word)
    arcs: dict[int, list[Arc]] = {}
    places = [0]
    for start in places:
        arcs[start] = [] if start else [Arc(size, whole_keys(word))]
        if start and lexicon.may_be_last(word[start:]):
            arcs[start].append(Arc(size, lexicon.last_features(word[start:])))
        elif start and word[start - 1] == "-":
            arcs[start].append(Arc(size, ("last unknown",)))
        for end in range(start + 2, size - 1):
            part = word[start:end]
            if lexicon.may_be_first(part):
                features = lexicon.first_features(part)
            elif word[end] == "-" and not (start and "-" in part):
                features = ("first unknown",)
            else:
                continue
            for link in LINKS:
                following = end + len(link)
                if following >= size - 1 or not word.startswith(link, end) or word[following] == "-":
                    continue
                joint = tuple(f"link {key}" for key in link_keys(word, end, link))
                arcs[start].append(Arc(following, features + joint))
                if following not in places:
                    places.append(following)
    return arcs


def along(starts: tuple[int, ...], arcs: Mapping[int, list[Arc]], size: int) -> dict[int, list[Arc]]:
    """Only the arcs that lead along the given starts."""
    steps = zip((0, *starts), (*starts, size), strict=True)
    return {start: [arc for arc in arcs.get(start, ()) if arc.following == to] for start, to in steps}


def train(words: Iterable[Word], lexicon: Lexicon) -> dict[str, float]:
    """The weight of every feature, by gradient steps whose size shrinks per feature (AdaGrad)."""
    chance = random.Random(0)
    items = [(word, lattice(word.form, lexicon)) for word in words if len(word.form) >= SHORTEST]
    items = [item for item in items if len(item[1]) > 1]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: _FIRST_SQUARE)
    for _ in range(_ROUNDS):
        chance.shuffle(items)
        for (form, starts), arcs in items:
            right = along(starts, arcs, len(form))
            if not all(right.values()):
                continue  # a part is no known word: the model cannot cut here
            slopes: defaultdict[str, float] = defaultdict(float)
            for sign, paths in ((1, right), (-1, arcs)):
                for arc, share in shares(paths, len(form), weights):
                    for name in arc.features:
                        slopes[name] += sign * share
            for name, slope in slopes.items():
                if abs(slope) > _LEAST_SLOPE:
                    step = slope - _SHRINKAGE * weights[name]
                    squares[name] += step * step
                    weights[name] += _STEP * step / sqrt(squares[name])
    return dict(weights)


def shares(
    arcs: Mapping[int, list[Arc]], size: int, weights: Mapping[str, float]
) -> Iterator[tuple[Arc, float]]:
    """Each arc with its probability: the share of all cuts, weighed, that go over it."""
    after = {size: 0.0}
    for start in sorted(arcs, reverse=True):
        logs = [_total(arc, weights) + after[arc.following] for arc in arcs[start] if arc.following in after]
        if logs:
            highest = max(logs)
            after[start] = highest + log(sum(exp(value - highest) for value in logs))
    before = {0: 1.0}
    for start in sorted(arcs):
        if start in before and start in after:
            for arc in arcs[start]:
                if arc.following in after:
                    share = before[start] * exp(_total(arc, weights) + after[arc.following] - after[start])
                    before[arc.following] = before.get(arc.following, 0.0) + share
                    yield arc, share


def _total(arc: Arc, weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) for name in arc.features)


def table(features: Mapping[str, float], lexicon: Lexicon) -> Weights:
    """The weights summed per part, as they are used at run time."""

    def total(names: Iterable[str]) -> float:
        return round(SCALE * sum(features.get(name, 0.0) for name in names)) / SCALE

    parts = [part for part in {*lexicon.zipf, *lexicon.firsts, *lexicon.lasts} if part.isalnum()]
    first = {part: total(lexicon.first_features(part)) for part in parts if lexicon.may_be_first(part)}
    last = {part: total(lexicon.last_features(part)) for part in parts if lexicon.may_be_last(part)}
    first[UNKNOWN], last[UNKNOWN] = total(["first unknown"]), total(["last unknown"])
    link = {name.removeprefix("link "): total([name]) for name in features if name.startswith("link ")}
    prefixes = ("first ", "last ", "link ", "=")
    whole = {name: total([name]) for name in features if not name.startswith(prefixes)}
    for kind in ("hyphen", "plain"):
        whole[kind] = whole.get(kind, 0.0) - _FOR_CUTTING
    return Weights(first, last, link, whole, {})


def pruned(weights: Weights, lexicon: Lexicon) -> Weights:
    """Without rare parts that no word of the list was cut at, and without parts that are compounds."""

    def keep(part: str, seen: Collection[str], count: int) -> bool:
        if count or part in seen or part == UNKNOWN:
            return True
        common = lexicon.zipf[part] >= _KEPT and len(part) <= _LONGEST
        return common and len(best(part, weights)) == 1

    firsts, lasts = lexicon.recounts
    return weights._replace(
        first={
            part: value for part, value in weights.first.items() if keep(part, lexicon.firsts, firsts[part])
        },
        last={part: value for part, value in weights.last.items() if keep(part, lexicon.lasts, lasts[part])},
    )


def write(weights: Weights, words: Iterable[Word], zipf: Collection[str], out: Path) -> None:
    """The table, with the training words that the weights get wrong named by their starts."""
    rows: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for form, starts in words:
        forms = (form, *(form + ending for ending in _ENDINGS if form + ending in zipf))
        if not starts and "-" in form:
            continue  # the treebank cuts at a hyphen or not: nothing to follow
        if " " not in form and any(found(form, weights) != starts for form in forms):
            rows["named", " ".join(map(str, starts))].add(form)
    for part in {*weights.first, *weights.last}:
        values = (weights.first.get(part), weights.last.get(part))
        rows["part", " ".join("" if value is None else str(round(SCALE * value)) for value in values)].add(
            part
        )
    for kind, keys in (("link", weights.link), ("whole", weights.whole)):
        for key, value in keys.items():
            if value:
                rows[kind, str(round(SCALE * value))].add(key)
    lines = [f"{kind}\t{value}\t{' '.join(sorted(keys))}" for (kind, value), keys in sorted(rows.items())]
    out.write_bytes(gzip.compress("\n".join((HEADER, *lines)).encode(), mtime=0))
    named = sum(len(keys) for (kind, _), keys in rows.items() if kind == "named")
    print(f"{len(weights.first)} first parts, {len(weights.last)} last parts, {named} named words")


def found(form: str, weights: Weights) -> tuple[int, ...]:
    """Where the weights cut a word."""
    return tuple(start for start, _ in best(form, weights)[1:])


if __name__ == "__main__":
    main()
