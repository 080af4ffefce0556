"""Is a sentence still sound Dutch with our suggestion in it?

Applies the first suggestion of every finding to its sentence and parses the result anew. A suggestion is
suspect when the new sentence has something that the old one had not: a verb that disagrees with its subject,
an article that disagrees with its noun, no finite verb, a doubled word or space, a lost capital.

Usage: ``python -m benchmarks.suggestions [PAIRS.jsonl] [--bulk N] [--show N]``; ``--show`` prints N applied
suggestions, evenly chosen, for a person to read.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.pairs import PAIRS
from benchmarks.prose import TEXT, documents
from duidelijk import readers
from duidelijk.engine import lint_bytes
from duidelijk.fix import apply_edits
from duidelijk.model import Edit, Span, Token
from duidelijk.nlp import parsed, sentences
from duidelijk.nlp.inflection.gender import articles
from duidelijk.settings import Settings

_PLURAL_VERB: Final = re.compile(r"WW\|pv\|\w+\|mv")
_SINGULAR_VERB: Final = re.compile(r"WW\|pv\|\w+\|(?:ev|met-t)")
_SLIPS: Final = (
    ("doubled word", re.compile(r"\b(\w{2,}) \1\b(?<!dat dat)(?<!die die)(?<!hebben hebben)")),
    ("space", re.compile(r"  | [,.;?](?:\s|$)")),
    ("mark", re.compile(r"[,.;:]{2}(?<!\.\.)|^[,;]")),
)
_EITHER: Final = frozenset({"dit", "dat", "het", "er", "wat", "die", "u", "aantal", "wie"})


class Applied(NamedTuple):
    """A sentence before and after a suggestion, and what is suspect about it."""

    rule: str
    title: str
    before: str
    after: str
    suspect: tuple[str, ...]


def applied(text: str) -> Iterator[Applied]:
    """Every first suggestion for ``text``, in the sentence where it belongs."""
    report = lint_bytes(text.encode(), "zin.txt", Settings())
    whole = report.source.text
    document = readers.read(text.encode(), "zin.txt")
    places = [
        block.map.to_source(sentence.start, sentence.end)
        for block in document.blocks
        for sentence in sentences(document, block)
    ]
    for finding in report.findings:
        edits = sorted(finding.suggestions[0].edits) if finding.suggestions else []
        home = next((place for place in places if place.start <= finding.span.start < place.end), None)
        if not edits or home is None or edits[0].span.start < home.start or edits[-1].span.end > home.end:
            continue
        moved = [
            Edit(Span(edit.span.start - home.start, edit.span.end - home.start), edit.text) for edit in edits
        ]
        before = whole[home.start : home.end]
        after = apply_edits(before, moved)
        if before != after:
            suspect = tuple((Counter(problems(after)) - Counter(problems(before))).elements())
            yield Applied(finding.rule, finding.suggestions[0].title, before, after, suspect)


def problems(text: str) -> Iterator[str]:
    """What is suspect about a sentence."""
    for name, pattern in _SLIPS:
        if pattern.search(text):
            yield name
    if text[:1].islower():
        yield "capital"
    document = readers.read(text.encode(), "zin.txt")
    every = [sentence for block in document.blocks for sentence in parsed(document, block)]
    if not any(token.tag.startswith("WW|pv") for sentence in every for token in sentence):
        yield "no finite verb"
    for sentence in every:
        yield from _disagreements(sentence)


def _disagreements(sentence: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(sentence):
        if token.dep in {"nsubj", "nsubj:pass"} and not _is_group(sentence, at):
            verb = _finite(sentence, token.head)
            number = _number(token)
            if verb is not None and number is not None:
                wrong = _SINGULAR_VERB if number == "mv" else _PLURAL_VERB
                if wrong.match(verb.tag):
                    yield f"{token.text} … {verb.text}"
        if token.tag.startswith("LID|") and at + 1 < len(sentence):
            yield from _wrong_article(sentence, at)


def _wrong_article(sentence: Sequence[Token], at: int) -> Iterator[str]:
    noun = at + 1
    while noun < len(sentence) and sentence[noun].tag.startswith("ADJ|prenom"):
        noun += 1
    if noun == len(sentence) or not sentence[noun].tag.startswith("N|soort|ev|basis"):
        return
    known, article = articles(sentence[noun].lemma), sentence[at].text.lower()
    if article in {"de", "het"} and known and article not in known:
        yield f"{article} … {sentence[noun].text}"


def _is_group(sentence: Sequence[Token], at: int) -> bool:
    """Whether the subject may count as one or as many: several nouns, a number, ``het zijn``."""
    return sentence[at].text.lower() in {
        "dit",
        "dat",
        "het",
        "er",
        "wat",
        "die",
        "u",
        "aantal",
        "wie",
    } or any(token.head == at and token.dep in {"conj", "nummod", "appos", "parataxis"} for token in sentence)


def _finite(sentence: Sequence[Token], head: int) -> Token | None:
    if head < 0:
        return None
    helpers = (token for token in sentence if token.head == head and token.dep.startswith(("aux", "cop")))
    verbs = (token for token in (sentence[head], *helpers) if token.tag.startswith("WW|pv"))
    return next(verbs, None)


def _number(token: Token) -> str | None:
    parts = token.tag.split("|")
    return next((part for part in parts if part in {"ev", "mv"}), None) if parts[0] in {"N", "VNW"} else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS)
    parser.add_argument("--bulk", type=int, default=0, help="also one in N documents of ordinary prose")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    texts = [json.loads(line)["complex"] for line in options.pairs.read_text("utf-8").splitlines()]
    if options.bulk:
        texts += list(documents(TEXT))[:: options.bulk]
    every = [one for text in texts for one in applied(text)]
    suspect = [one for one in every if one.suspect]
    for one in suspect:
        print(f"suspect ({', '.join(one.suspect)}) {one.rule} {one.title}\n  {one.before}\n  {one.after}")
    if options.show:
        for number, one in enumerate(every[:: max(1, len(every) // options.show)], 1):
            print(f"{number}. {one.rule} {one.title}\n  {one.before}\n  {one.after}")
    counts = Counter(one.rule for one in every)
    print(f"{len(every)} suggestions applied, {len(suspect)} suspect ({len(suspect) / len(every):.1%})")
    print(", ".join(f"{rule} {count}" for rule, count in counts.most_common()))


if __name__ == "__main__":
    main()
