"""Every entry of every word list: its example is found, its near miss is not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import make_forms
import pytest

from duidelijk.engine import lint_bytes
from duidelijk.errors import RuleError
from duidelijk.resources import data_folder
from duidelijk.rules.constructions import construction
from duidelijk.rules.forms import TABLE
from duidelijk.rules.inflected import readings
from duidelijk.rules.lexicon import Entry, load_entries, read_rows
from duidelijk.rules.load import load_rules
from duidelijk.settings import Choice, Settings
from tests.test_rules import marked

LEXICONS = sorted(path for path in data_folder("lexicons").iterdir() if path.suffix != ".md")


LETTER = "Geachte mevrouw,\n\n{}\n\nMet vriendelijke groet,\n"

WORDS: Final = (
    "formele-woorden", "formele-werkwoorden", "formele-naamwoorden", "voorzetseluitdrukkingen",
    "vaste-verbindingen", "wollige-formules", "ambtelijke-stopwoorden", "archaische-vormen", "vage-woorden",
    "leenwoorden", "beeldspraak", "dreigende-toon", "afkortingen",
)  # fmt: skip
"""Lists of which each word belongs in one: two findings on the same words do not help a writer."""

_ENTRIES_ON_THE_CARD: Final = re.compile(r"Aantal ingangen:\**\s*([\d.]+\d|\d+)")


def entries() -> Iterator[tuple[str, str, str, str]]:
    for rule in load_rules([data_folder("rules")]).values():
        for lexicon in rule.lexicons:
            for row in read_rows(data_folder("lexicons") / f"{lexicon}.tsv"):
                yield rule.id, row.cells["word"], row.cells.get("example", ""), row.cells.get("near_miss", "")


@pytest.mark.parametrize(("rule", "word", "example", "near_miss"), list(entries()))
def test_entry(rule: str, word: str, example: str, near_miss: str) -> None:
    settings = Settings(choice=Choice(select=(rule,)), low_confidence=True, all_suggestions=True)

    def found(text: str) -> list[str]:
        letter = LETTER.format(text)
        report = lint_bytes(letter.encode(), "v.txt", settings)
        return [letter[slice(*finding.span)] for finding in report.findings]

    text, spans = marked(example)
    assert len(spans) == 1, f"the example of {word} marks one place"
    assert text[slice(*spans[0])] in found(text)
    if near_miss:
        assert not found(near_miss)


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.name)
def test_every_lexicon_has_its_card(path: Path) -> None:
    card = path.with_name(path.name.partition(".")[0] + ".md").read_text("utf-8").lower()
    assert all(word in card for word in ("herkomst", "licentie", "datum", "gemaakt"))


@pytest.mark.parametrize(
    "path", [path for path in LEXICONS if path.suffix == ".tsv"], ids=lambda path: path.name
)
def test_a_card_knows_how_many_entries_there_are(path: Path) -> None:
    if path.name == TABLE:
        return  # made from the others
    (said,) = _ENTRIES_ON_THE_CARD.findall(path.with_suffix(".md").read_text("utf-8"))
    rows = [line for line in path.read_text("utf-8").splitlines()[1:] if line.strip()]
    assert int(said.replace(".", "")) == len(rows)


def loaded(name: str) -> list[Entry]:
    return list(load_entries(data_folder("lexicons") / f"{name}.tsv"))


def test_no_word_stands_in_two_lists() -> None:
    """A noun and a verb may look the same where the sentence tells which of them it is: *aanvang*."""
    found: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for name in WORDS:
        for entry in loaded(name):
            form = entry.lemma if entry.is_construction else entry.word
            apart = next((item.words[0] for item in entry.unless if item.name == "only-with"), "")
            found[form, apart if entry.lemma else ""].add((name, entry.pos))
    twice = {
        form: places
        for form, places in found.items()
        if len({name for name, _ in places}) > 1
        and (len({pos for _, pos in places}) < len(places) or any(not pos for _, pos in places))
    }
    assert not twice


def written_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """The words of a construction with each form of its verb."""
    parts = construction(phrase)
    assert parts is not None
    for form, particle in readings(parts.verb, "VERB"):
        for link in {parts.link, ""} if parts.fixed else {parts.link}:
            yield in_any_order(*parts.fixed, form, particle, link)
            if len(parts.fixed) == 1:
                yield in_any_order(parts.fixed[0] + form, particle, link)


def in_any_order(*words: str) -> tuple[str, ...]:
    return tuple(sorted({*words} - {"", "te"}))


def test_no_phrase_is_a_construction_written_out() -> None:
    entries = [entry for name in WORDS for entry in loaded(name)]
    constructions = {entry.lemma for entry in entries if entry.is_construction}
    written = {words: phrase for phrase in constructions for words in written_out(phrase)}
    words = {entry.word for entry in entries if not entry.is_construction}
    assert not [word for word in words if in_any_order(*word.split()) in written]


def test_no_list_replaces_a_term_that_must_stay() -> None:
    path = data_folder("lexicons") / "vaktermen.tsv"
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    terms = {word for cells in lines for word in (cells[0], *cells[2].split("|")) if word}
    replaced = {
        entry.lemma if entry.is_construction else entry.word for name in WORDS for entry in loaded(name)
    }
    assert not replaced & terms


def test_the_table_of_forms_is_up_to_date() -> None:
    written = (data_folder("lexicons") / TABLE).read_text("utf-8")
    assert make_forms.table() == written, "run: make forms"


def test_there_are_at_least_300_entries() -> None:
    assert len(list(entries())) >= 300


@pytest.mark.parametrize(
    "row", ["continu\tADJ\tsteeds\t*", "staken\tVERB\tstoppen\t*", "gebruik maken van\tVERB\t-\t*"]
)
def test_a_star_has_the_word_itself_checked_as_its_forms_are(tmp_path: Path, row: str) -> None:
    """Else *een continu proces* would become *een steeds proces*."""
    file = tmp_path / "eigen.tsv"
    file.write_text(f"word\tpos\talternatives\tforms\n{row}\n", "utf-8")
    found = list(load_entries(file))
    assert found
    assert {entry.lemma for entry in found} == {row.partition("\t")[0]}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("woord\tpos\nx\tADV\n", 1, "‘word’"),
        ("word\tpoz\nx\tADV\n", 1, "Bedoelt u ‘pos’?"),
        ("word\tpos\nx\tADV\textra\n", 2, "3 kolommen"),
        ("word\tlevel\nx\twarn\n", 2, "Bedoelt u ‘warning’?"),
        ("word\tunless\nx\tafterr:de\n", 2, "Bedoelt u ‘after’?"),
        ("word\tforms\nx\txen\n", 2, "vorm>vervanging"),
        ("word\tpos\nx\tADV\nx\tADV\n", 3, "twee keer"),
    ],
)
def test_a_broken_lexicon_is_named_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    file = tmp_path / "eigen.tsv"
    file.write_text(text, "utf-8")
    with pytest.raises(RuleError) as caught:
        list(load_entries(file))
    assert (caught.value.file, caught.value.line) == (str(file), line)
    assert message in str(caught.value)
