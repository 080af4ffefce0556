"""The list of terms (lexicons/vaktermen.tsv), and where a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from duidelijk.errors import RuleError
from duidelijk.model import Sentence
from duidelijk.nlp.compounds import split
from duidelijk.nlp.language import fold
from duidelijk.resources import data_folder

TERMS: Final = "vaktermen"

_WORD: Final = re.compile(r"\w+(?:[-']\w+)*")
_SHORTEST_HEAD: Final = 6  # letters; shorter words end too many others (last, overlast)
_DERIVED: Final = re.compile(r"(?:(?:Een|De|Het) )?(?P<term>.+?) (?P<verb>is|zijn|betekent) (?P<gloss>.+)\.")


class Condition(NamedTuple):
    """Where a word is no term, or (``only-…``) the only places where it is."""

    name: str
    words: re.Pattern[str]


class Term(NamedTuple):
    """A term with the sentence that explains it and the aside that says the same, for behind the term."""

    word: str
    explanation: str
    aside: str
    known: bool
    unless: tuple[Condition, ...]


class Terms(NamedTuple):
    """Forms of one word, first words of longer ones with what must follow, and how long a head may be."""

    single: dict[str, Term]
    longer: dict[str, list[tuple[tuple[str, ...], Term]]]
    lengths: tuple[int, ...]


class Use(NamedTuple):
    """A term at ``start:end`` in a block."""

    term: Term
    start: int
    end: int


def uses(folded: str) -> Iterator[Use]:
    """The terms in a text, known ones too, the longest at each place."""
    terms = _terms()
    words = [(match[0].replace("-", ""), *match.span()) for match in _WORD.finditer(folded)]
    passed = 0
    for at, (word, start, end) in enumerate(words):
        if at < passed:
            continue
        for rest, term in terms.longer.get(word, ()):
            behind = words[at + 1 : at + 1 + len(rest)]
            if tuple(item[0] for item in behind) == rest and _adjoin(folded, end, behind):
                passed = at + 1 + len(rest)
                yield Use(term, start, behind[-1][2])
                break
        else:
            found = terms.single.get(word) or _of_head(folded[start:end])
            if found:
                yield Use(found, start, end)


def _adjoin(folded: str, end: int, words: Sequence[tuple[str, int, int]]) -> bool:
    """Whether only a space stands between the words."""
    for _, start, following in words:
        if folded[end:start] not in {" ", "-"}:
            return False
        end = following
    return True


@lru_cache(maxsize=1 << 14)
def _of_head(word: str) -> Term | None:
    """The term that a compound ends in, if it is one that also ends others."""
    terms = _terms()
    for length in terms.lengths:
        term = terms.single.get(word[-length:]) if length + 1 < len(word) else None
        if term and not any(condition.name.startswith("only-") for condition in term.unless):
            cut = len(word) - length
            return term if any(part.start == cut for part in split(word)) else None
    return None


def allowed(condition: Condition, folded: str, use: Use, sentence: Sentence) -> bool:
    """Whether the words around the term in its sentence let it be the term."""
    kind = condition.name.removeprefix("only-")
    before, behind = folded[sentence.start : use.start], folded[use.end : sentence.end]
    if kind == "with":
        found = condition.words.search(f"{before}…{behind}") is not None
    elif kind == "after":
        found = any(match.end() == len(before.rstrip()) for match in condition.words.finditer(before))
    else:
        found = condition.words.match(behind.lstrip()) is not None
    return found is condition.name.startswith("only-")


@cache
def _terms() -> Terms:
    """What lexicons/vaktermen.tsv says.

    Raises:
        RuleError: when a line of it cannot be used.
    """
    path = data_folder("lexicons") / f"{TERMS}.tsv"
    single: dict[str, Term] = {}
    longer: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    header, *lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 2):
        cells = dict(zip(header.split("\t"), line.split("\t"), strict=False))
        derived = _DERIVED.fullmatch(cells.get("explanation", ""))
        if derived is None:
            raise RuleError("Deze uitleg heeft niet de vorm ‘Een … is …’.", file=str(path), line=number)
        aside = f"dat betekent {derived['gloss']}" if derived["verb"] == "betekent" else derived["gloss"]
        unless = tuple(_conditions(cells["unless"]))
        term = Term(cells["word"], cells["explanation"], aside, cells["known"] == "yes", unless)
        for form in (cells["word"], *filter(None, cells["forms"].split("|"))):
            for spelling in {form, form.replace("-", " ")}:
                first, *rest = (word.replace("-", "") for word in fold(spelling).split(" "))
                if rest:
                    longer.setdefault(first, []).append((tuple(rest), term))
                else:
                    single[first] = term
    for candidates in longer.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    heads = {len(form) for form in single if len(form) >= _SHORTEST_HEAD}
    return Terms(single, longer, tuple(sorted(heads, reverse=True)))


def _conditions(cell: str) -> Iterator[Condition]:
    for part in filter(None, cell.split("; ")):
        name, _, words = part.partition(":")
        pattern = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split("|"))
        yield Condition(name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
