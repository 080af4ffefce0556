"""A plain word in the place of a found one: the sentence that comes out, or no suggestion."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from duidelijk.model import Edit, Token
from duidelijk.nlp.inflection.replace import replacement

CASES = Path(__file__).with_name("inflection_cases.txt")
NOTHING = "∅"


class Case(NamedTuple):
    """``at`` are the indices of the marked words; ``wanted`` is the sentence that must come out, or ∅."""

    text: str
    tokens: tuple[Token, ...]
    at: tuple[int, ...]
    pos: str
    plain: str
    wanted: str


def read_cases(path: Path = CASES) -> list[Case]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [read_case(first, second) for first, second in zip(lines[::2], lines[1::2], strict=True)]


def read_case(line: str, analysis: str) -> Case:
    """A sentence with marked words, and below it ``word/tag/lemma/head/relation`` for each of its tokens."""
    marked, pos, plain, wanted = line.split(" | ")
    text = marked.replace("«", "").replace("»", "")
    tokens: list[Token] = []
    at: list[int] = []
    place = place_marked = 0
    for item in analysis.split():
        word, tag, lemma, head, dep = item.split("/")
        start = text.index(word, place)
        while marked[place_marked] in "«» " or marked[place_marked] != word[0]:
            place_marked += 1
        before = marked[:place_marked]
        if before.count("«") > before.count("»"):
            at.append(len(tokens))
        place_marked += len(word)
        place = start + len(word)
        tokens.append(Token(word, start, place, tag, lemma, int(head), dep))
    return Case(text, tuple(tokens), tuple(at), pos, plain, wanted)


def outcome(text: str, edits: tuple[Edit, ...] | None) -> str:
    """The sentence after the edits, which must be in order and apart."""
    if edits is None:
        return NOTHING
    for edit in reversed(edits):
        assert 0 <= edit.span.start < edit.span.end <= len(text)
        assert text[slice(*edit.span)] != edit.text
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    for first, second in pairwise(edits):
        assert first.span.end <= second.span.start
    return text


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.text} > {case.plain}")
def test_replacement(case: Case) -> None:
    assert case.at
    assert outcome(case.text, replacement(case.tokens, case.at, case.plain, case.pos)) == case.wanted


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.text} > {case.plain}")
def test_without_a_parse_it_says_the_same_or_nothing(case: Case) -> None:
    bare = tuple(replace(token, head=-1, dep="") for token in case.tokens)
    assert outcome(case.text, replacement(bare, case.at, case.plain, case.pos)) in (case.wanted, NOTHING)


def test_most_sentences_need_no_parse() -> None:
    cases = [case for case in read_cases() if case.wanted != NOTHING]
    bare = [
        replacement([replace(token, head=-1, dep="") for token in case.tokens], case.at, case.plain, case.pos)
        for case in cases
    ]
    assert sum(edits is not None for edits in bare) >= 0.9 * len(cases)


def test_there_are_many_cases_and_many_refusals() -> None:
    cases = read_cases()
    assert len(cases) >= 120
    assert sum(case.wanted == NOTHING for case in cases) >= 20


def test_offsets_count_from_the_start_of_the_block() -> None:
    case = next(case for case in read_cases() if case.text == "Het college stelt de hoogte vast.")
    moved = [replace(token, start=token.start + 100, end=token.end + 100) for token in case.tokens]
    edits = replacement(moved, case.at, case.plain, case.pos)
    assert edits == (Edit((112, 117), "bepaalt"), Edit((127, 132), ""))  # type: ignore[arg-type]


@pytest.mark.parametrize("at", [(), (99,), (-1,)])
def test_no_place_no_edits(at: tuple[int, ...]) -> None:
    case = read_cases()[0]
    assert replacement(case.tokens, at, "bepalen", "VERB") is None


def test_without_a_class_the_tag_decides() -> None:
    case = read_cases()[0]
    assert replacement(case.tokens, case.at, case.plain) == replacement(
        case.tokens, case.at, case.plain, case.pos
    )
