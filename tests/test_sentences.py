"""The sentence splitter: hard cases, treebanks, properties, long and hostile text, and the cache."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.sentences import Layout, gold_blocks, score, treebank_blocks
from duidelijk.model import Block, Document, Inline, OffsetMap, Segment, Source, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.abbreviations import BEFORE_NUMBER, CAPITALISED, ENDS, NEVER, WEAK
from duidelijk.nlp.sentences import MAX_WORDS, split

GOLD = gold_blocks()


def _texts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize("wanted", GOLD, ids=[" ".join(case)[:50] for case in GOLD])
def test_hard_case(wanted: list[str]) -> None:
    assert _texts(" ".join(wanted)) == wanted


def test_there_are_at_least_300_hard_cases_and_none_twice() -> None:
    assert len(GOLD) >= 300
    assert len({" ".join(case) for case in GOLD}) == len(GOLD)


@pytest.mark.parametrize(
    ("name", "layout", "least"),
    [("nl_alpino-ud-dev", "one line", 0.97), ("nl_lassysmall-ud-dev", "line breaks", 0.985)],
)
def test_treebanks(shared_data: Path, name: str, layout: Layout, least: float) -> None:
    assert score(treebank_blocks(shared_data / "ud" / f"{name}.conllu", layout)).f1 >= least


PIECES = [
    *(
        " ",
        " ",
        " ",
        ".",
        ".",
        "?",
        "!",
        "…",
        ",",
        ";",
        ":",
        ")",
        "(",
        "[",
        "]",
        "’",
        "‘",
        "”",
        "“",
        '"',
        "'",
        "''",
    ),
    *(
        "De",
        "de",
        "art.",
        "enz.",
        "J.",
        "b",
        "u",
        "1",
        "12.",
        "€",
        "€ 1.250,-",
        "m.b.t.",
        "www.a.nl",
        "É",
        "–",
        "•",
    ),
    *("’s Avonds", "eHerkenning", "😀", "\n", "\t", "\u200b", "v. Chr.", "[1]", "A", "stap", "Stap", "iv"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60))
def test_sentences_cover_all_that_is_not_space_in_order_without_overlap(text: str) -> None:
    at = 0
    for start, end in split(text):
        assert not text[at:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


def test_nothing_gives_nothing() -> None:
    assert split("") == []
    assert split("   ") == []
    assert split(" . ") == [(1, 2)]


def test_all_capitals_are_split_and_abbreviations_in_them_are_not() -> None:
    assert _texts("DIT IS EEN ZIN. DIT OOK. ZIE ART. 3 VAN DE WET.") == [
        "DIT IS EEN ZIN.",
        "DIT OOK.",
        "ZIE ART. 3 VAN DE WET.",
    ]


def test_abbreviations_are_in_one_list_only() -> None:
    lists = [NEVER, ENDS, WEAK, BEFORE_NUMBER]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert all(word == word.lower() and not word.endswith(".") for words in lists for word in words)
    assert all(word[0].isupper() for word in CAPITALISED)


def test_a_block_without_full_stop_is_cut_after_a_mark() -> None:
    text = "een woord en nog een, " * 40_000
    spans = split(text)
    assert len(spans) >= 200_000 // MAX_WORDS
    assert all(text[start:end].count(" ") < MAX_WORDS for start, end in spans)
    assert all(text[end - 1] == "," for _, end in spans)
    assert "".join(text[start:end] + " " for start, end in spans) == text


def test_without_marks_it_is_cut_at_a_space_and_a_long_word_stays_whole() -> None:
    text = "woord " * (MAX_WORDS + 1)
    assert _texts(text) == ["woord " * (MAX_WORDS - 1) + "woord", "woord"]
    assert len(split("x" * 1_000_000)) == 1


def test_just_long_enough_stays_one_sentence() -> None:
    assert len(split(("woord " * MAX_WORDS).strip() + ".")) == 1


HOSTILE = [
    "woord ",
    ".",
    ". ",
    "a.) ",
    "art. ",
    "'",
    'a. " ',
    ".)",
    "A. ",
    "A.\n",
    "a.",
    "(a.) ",
    "a.[1]",
    "… ",
    "1. ",
    "x",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    spans = split(piece * 60_000)  # work that grows with the square of this would not end
    assert all(start < end for start, end in spans)


def _document(*blocks: Block) -> Document:
    return Document(Source("brief.txt", "", ""), "text", blocks)


def _block(text: str, *inlines: Inline) -> Block:
    whole = OffsetMap((Segment(0, len(text), 0, len(text), literal=True),))
    return Block("paragraph", text, whole, Span(0, len(text)), inlines=inlines)


def test_sentences_of_a_block_carry_their_text_and_are_worked_out_once() -> None:
    block = _block("Dit is een. En dit twee.")
    document = _document(block)
    found = sentences(document, block)
    assert [(sentence.start, sentence.end, sentence.text) for sentence in found] == [
        (0, 11, "Dit is een."),
        (12, 24, "En dit twee."),
    ]
    assert sentences(document, block) is found


def test_equal_blocks_do_not_share_and_blocks_of_one_call_do_not_mix() -> None:
    document = _document()
    assert len(sentences(document, _block("Een zin."))) == 1
    assert len(sentences(document, _block("Een zin. Nog een."))) == 2


def test_inline_code_is_not_cut() -> None:
    text = "Typ a. B. C in. Klaar."
    assert [
        sentence.text for sentence in sentences(_document(), _block(text, Inline("code", Span(4, 11))))
    ] == [
        "Typ a. B. C in.",
        "Klaar.",
    ]
