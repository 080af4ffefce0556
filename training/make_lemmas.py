"""Learns from the treebanks how a word with its tag turns into its lemma.

Usage: python make_lemmas.py UD_FOLDER OUT_FILE
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Final

from conllu import Example, Word, is_held, read

from duidelijk.nlp.inflection import inflect
from duidelijk.nlp.lemmas import LONGEST_ENDING, Change, as_looked_up, by_ending, infix_at
from duidelijk.nlp.separable import separable, verbs

_INFIXES: Final = ("ge", "te")
_VERB_TAGS: Final = (
    "WW|pv|tgw|ev", "WW|pv|tgw|met-t", "WW|pv|tgw|mv", "WW|pv|verl|ev", "WW|pv|verl|mv", "WW|vd|vrij|zonder",
    "WW|vd|prenom|zonder", "WW|vd|prenom|met-e", "WW|vd|nom|met-e|zonder-n", "WW|vd|nom|met-e|mv-n",
    "WW|od|prenom|met-e", "WW|od|vrij|zonder",
)  # fmt: skip
_SEEN: Final = 2  # a change of an ending must be seen in so many words

Gold = dict[tuple[str, str], str]
"""Tag and word to lemma."""


def gold(examples: Iterable[Example]) -> Gold:
    """The most frequent lemma of every word with a tag."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for example in examples:
        for index, word in enumerate(example.words):
            if word.tag:
                seen[word.tag, as_looked_up(word.text, word.tag)][_lemma(example, index)] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items()}


def _lemma(example: Example, index: int) -> str:
    word = example.words[index]
    if "_" not in word.parts:
        return word.lemma
    if word.tag.startswith("WW"):
        for other in example.words:
            if (
                other.head == index
                and other.dep == "compound:prt"
                and word.lemma.startswith(other.text.lower())
            ):
                return word.lemma[len(other.text) :]
        return word.lemma
    return _with_links(word)


def _with_links(word: Word) -> str:
    """The lemma of a compound with the linking letters that the treebank leaves out: *krachtsverhouding*."""
    if not word.tag.startswith(("N|soort", "ADJ")):
        return word.lemma
    form = word.text.lower()
    *front, last = word.parts.lower().split("_")
    size = sum(map(len, front))
    at = max(range(max(1, size - 1), size + 4), key=lambda at: (_shared(form[at:], last), -at))
    if not _shared(form[at:], last):
        return word.lemma
    lemma = form[:at] + last
    return lemma.capitalize() if word.lemma[:1].isupper() else lemma


def from_inflection(known: Gold) -> Gold:
    """Forms of verbs that the treebanks know as a verb but do not show: what the tags of others ask for."""
    more: Gold = {}
    for verb in sorted(verbs()):
        for tag in _VERB_TAGS:
            for apart in (False, True) if tag.startswith("WW|pv") else (False,):
                form = inflect(verb, tag, apart=apart)
                parts = separable(verb)
                lemma = parts.base if apart and parts else verb
                if (tag, form) not in known:
                    more.setdefault((tag, form), lemma)
    return more


def change(form: str, lemma: str, tag: str) -> Change:
    """The smallest change of ``form`` into ``lemma``."""
    if tag.startswith("WW"):
        for infix in _INFIXES:
            at = infix_at(form, infix)
            if at is not None and not lemma.startswith(infix, at):
                rest = Change(infix, "", "").of(form) or ""
                shared = _shared(rest, lemma)
                if shared >= at:
                    return Change(infix, rest[shared:], lemma[shared:])
    shared = _shared(form, lemma)
    return Change("", form[shared:], lemma[shared:])


def _shared(left: str, right: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def learn(known: Gold) -> dict[str, dict[str, Change]]:
    """For each tag the endings whose most frequent change differs from that of the shorter ending."""
    seen: defaultdict[str, defaultdict[str, Counter[Change]]] = defaultdict(lambda: defaultdict(Counter))
    for (tag, form), lemma in known.items():
        found = change(form, lemma, tag)
        if found.of(form) == lemma:
            for size in range(min(LONGEST_ENDING, len(form)) + 1):
                seen[tag][form[len(form) - size :]][found] += 1
    changes: dict[str, dict[str, Change]] = {}
    for tag, endings in seen.items():
        mine: dict[str, Change] = {}
        for ending in sorted(endings, key=lambda ending: (len(ending), ending)):
            best, count = min(endings[ending].items(), key=lambda item: (-item[1], item[0]))
            shorter = next(
                (mine[ending[at:]] for at in range(1, len(ending) + 1) if ending[at:] in mine), None
            )
            if best != shorter and (count >= _SEEN or not ending):
                mine[ending] = best
        changes[tag] = mine
    return changes


def lines(known: Gold) -> Iterator[str]:
    """The lines of the data file: changes first, then the words that they get wrong."""
    yield "tag\tending or word\tinfix or lemma\tcut\tadd"
    changes = learn(known)
    for tag in sorted(changes):
        for ending, found in changes[tag].items():
            yield "\t".join((tag, ending, *found))
    for (tag, form), lemma in sorted(known.items()):
        if by_ending(form, changes.get(tag, {})) != lemma:
            yield f"{tag}\t{form}\t{lemma}"


def main() -> None:
    """Writes the data file."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    lassy = (example for example in read(folder / "nl_lassysmall-ud-dev.conllu") if not is_held(example))
    known = gold([*read(folder / "train.conllu"), *lassy])
    known |= from_inflection(known)
    made = list(lines(known))
    out.write_text("\n".join(made) + "\n", "utf-8")
    print(f"{len(known)} words with a tag, {len(made) - 1} lines")


if __name__ == "__main__":
    main()
