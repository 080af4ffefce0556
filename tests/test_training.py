"""The scripts that make the language model: what they read, and what they make of it."""

from __future__ import annotations

from pathlib import Path

import make_lemmas
import pytest
from conllu import Example, Word, is_held, read
from convert import as_in_ud, to_docs

TREEBANK = """\
# sent_id = map\\wiki-6983.p.1.s.2
# text = Wij stellen o.a. het verzekeringsbedrag vast.
1\tWij\twij\tPRON\tVNW|pers\tMood=Ind\t2\tnsubj\t_\t_
2\tstellen\tvast_stellen\tVERB\tWW|pv|tgw|mv\t_\t0\troot\t_\t_
3\to.a.\tonder_ander\tX\tSPEC|afk\t_\t5\tadvmod\t_\t_
4\thet\thet\tDET\tLID|bep\tPronType=Art\t5\tdet\t_\t_
5\tverzekeringsbedrag\tverzekering_bedrag\tNOUN\tN|soort|ev|basis|onz|stan\t_\t2\tobj\t_\t_
5.1\tniets\tniets\tX\t_\t_\t_\t_\t_\t_
6\tvast\tvast\tADJ\tADJ|vrij|basis|zonder\t_\t2\tcompound:prt\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_

# sent_id = los
1\tDag\t_\tINTJ\t_\t_\t0\troot\t_\t_
"""


@pytest.fixture
def examples(tmp_path: Path) -> list[Example]:
    path = tmp_path / "klein.conllu"
    path.write_text(TREEBANK, "utf-8")
    return list(read(path))


def test_reading_mends_the_lemmas_and_keeps_the_boundaries(examples: list[Example]) -> None:
    first, second = examples
    assert [word.lemma for word in first.words] == [
        "wij", "vaststellen", "onder ander", "het", "verzekeringbedrag", "vast", ".",
    ]  # fmt: skip
    assert first.words[1].parts == "vast_stellen"
    assert first.words[1].head == -1
    assert first.text == "Wij stellen o.a. het verzekeringsbedrag vast."
    assert second.words[0].tag == ""
    assert [is_held(example) for example in examples] == [True, False]


def test_a_line_that_is_no_treebank_is_named(tmp_path: Path) -> None:
    path = tmp_path / "half.conllu"
    path.write_text("1\tWij\twij\n", "utf-8")
    with pytest.raises(ValueError, match=r"half\.conllu:1: 3 columns instead of 10"):
        list(read(path))


def test_lemmas_are_those_of_a_dictionary(examples: list[Example]) -> None:
    known = make_lemmas.gold(examples)
    assert known["N|soort|ev|basis|onz|stan", "verzekeringsbedrag"] == "verzekeringsbedrag"
    assert known["WW|pv|tgw|mv", "stellen"] == "stellen"  # its particle stands apart


@pytest.mark.parametrize(
    ("form", "lemma", "tag", "expected"),
    [
        ("gewijzigd", "wijzigen", "WW|vd|vrij|zonder", ("ge", "d", "en")),
        ("vastgesteld", "vaststellen", "WW|vd|vrij|zonder", ("ge", "d", "len")),
        ("besluiten", "besluit", "N|soort|mv|basis", ("", "en", "")),
    ],
)
def test_the_smallest_change(form: str, lemma: str, tag: str, expected: tuple[str, str, str]) -> None:
    change = make_lemmas.change(form, lemma, tag)
    assert change == expected
    assert change.of(form) == lemma


def test_an_adverb_with_a_noun_is_amod_as_in_ud() -> None:
    words = (
        Word("Ook", "ook", "ook", "BW", 1, "advmod", True),
        Word("inwoners", "inwoner", "inwoner", "N|soort|mv|basis", 2, "nsubj", True),
        Word("betalen", "betalen", "betalen", "WW|pv|tgw|mv", -1, "root", False),
    )
    assert [word.dep for word in as_in_ud(Example("", words)).words] == ["amod", "nsubj", "root"]


def test_every_sentence_becomes_one_document(examples: list[Example]) -> None:
    import spacy

    first, second = to_docs(examples).get_docs(spacy.blank("nl").vocab)
    assert [token.is_sent_start for token in first] == [True] + [False] * 6
    assert first[5].head.text == "stellen"
    assert second[0].tag_ == ""
