"""Precision and recall of finding passives, against ``aux:pass`` of the treebanks.

Runs our search on the raw text of the UD development sets and compares auxiliaries, *worden* and *zijn*
apart. The treebanks count some states as passives (*is gevestigd*, *is geboren*) that we leave alone on
purpose; a second line counts without the participles in our list of those. Of Alpino dev no sentence was
seen in training; of LassySmall dev only the held-out documents were not. Disagreements
on these sets were read while the word lists were written, and some words came from them: the figures are a
little too kind. It measures the search itself, not what a rule leaves out (quotations, headings).

Usage: ``python -m benchmarks.passives [UD_FOLDER] [--disagreements] [--file NAME]``
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from conllu import Example, is_held, read

from duidelijk.model import Block, Document, OffsetMap, Segment, Source, Span
from duidelijk.nlp import parsed
from duidelijk.nlp.participles import adjective
from duidelijk.nlp.passives import passives

UD = Path(__file__).resolve().parents[2] / "shared" / "data" / "ud"
SETS = ("nl_alpino-ud-dev", "nl_lassysmall-ud-dev")
AUXILIARIES = ("worden", "zijn")


class Judgement(NamedTuple):
    """An auxiliary that either side holds for one of a passive."""

    auxiliary: str
    gold: str | None
    ours: str | None
    around: str

    @property
    def kind(self) -> str:
        """``right``, ``missed`` or ``wrong``."""
        if self.gold and self.ours:
            return "right"
        return "missed" if self.gold else "wrong"

    @property
    def is_state(self) -> bool:
        """Whether our list calls the participle a state."""
        return adjective((self.gold or self.ours or "").lower()) is not None


def judged(examples: list[Example]) -> Iterator[Judgement]:
    """Every auxiliary of a passive, in the treebank or in ours."""
    blocks = tuple(_block(example.text) for example in examples)
    document = Document(Source("ud", "", ""), "text", blocks, {"lang": "nl"})
    for example, block in zip(examples, blocks, strict=True):
        gold = _gold(example)
        ours = {
            tokens[found.at].start: (found.auxiliary, tokens[found.participle].text)
            for tokens in parsed(document, block)
            for found in passives(tokens)
        }
        for start in sorted(gold.keys() | ours.keys()):
            auxiliary = (gold.get(start) or ours[start])[0]
            yield Judgement(
                auxiliary,
                gold[start][1] if start in gold else None,
                ours[start][1] if start in ours else None,
                example.text[max(0, start - 60) : start + 90],
            )


def _block(text: str) -> Block:
    whole = OffsetMap((Segment(0, len(text), 0, len(text), literal=True),))
    return Block("paragraph", text, whole, Span(0, 0))


def _gold(example: Example) -> dict[int, tuple[str, str]]:
    found = {}
    start = 0
    for word in example.words:
        if word.dep == "aux:pass" and word.lemma in AUXILIARIES:
            found[start] = (word.lemma, example.words[word.head].text)
        start += len(word.text) + word.space
    return found


def row(name: str, judgements: list[Judgement]) -> str:
    """One line of the table."""
    counts = Counter(judgement.kind for judgement in judgements)
    right, missed, wrong = counts["right"], counts["missed"], counts["wrong"]
    precision = right / (right + wrong) if right + wrong else 0
    recall = right / (right + missed) if right + missed else 0
    return f"{name:<46}{precision:>10.3f}{recall:>8.3f}{right:>7}{wrong:>7}{missed:>8}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=UD)
    parser.add_argument("--disagreements", action="store_true")
    parser.add_argument("--file", action="append", help="another file of the folder, without .conllu")
    chosen = parser.parse_args()
    print(f"{'':<46}{'precision':>10}{'recall':>8}{'right':>7}{'wrong':>7}{'missed':>8}")
    for name in chosen.file or SETS:
        examples = list(read(chosen.folder / f"{name}.conllu"))
        parts = {name: examples}
        if "lassysmall" in name:
            parts[f"{name}, held out"] = [example for example in examples if is_held(example)]
        for label, part in parts.items():
            found = list(judged(part))
            for auxiliary in AUXILIARIES:
                own = [judgement for judgement in found if judgement.auxiliary == auxiliary]
                print(row(f"{label} {auxiliary}", own))
                if auxiliary == "zijn":
                    print(row("  without listed states", [item for item in own if not item.is_state]))
            if chosen.disagreements:
                for item in found:
                    if item.kind != "right":
                        print(f"  {item.kind} {item.auxiliary} {item.gold or item.ours}: {item.around}")


if __name__ == "__main__":
    main()
