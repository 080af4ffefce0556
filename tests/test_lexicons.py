"""Every entry of every word list: its example is found, its near miss is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from duidelijk.engine import lint_bytes
from duidelijk.errors import RuleError
from duidelijk.resources import data_folder
from duidelijk.rules.lexicon import load_entries, read_rows
from duidelijk.rules.load import load_rules
from duidelijk.settings import Choice, Settings
from tests.test_rules import marked

LEXICONS = sorted(path for path in data_folder("lexicons").iterdir() if path.suffix != ".md")


LETTER = "Geachte mevrouw,\n\n{}\n\nMet vriendelijke groet,\n"


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
        assert word.lower() not in [item.lower() for item in found(near_miss)]


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.name)
def test_every_lexicon_has_its_card(path: Path) -> None:
    card = path.with_name(path.name.partition(".")[0] + ".md").read_text("utf-8").lower()
    assert all(word in card for word in ("herkomst", "licentie", "datum", "gemaakt"))


def test_there_are_at_least_300_entries() -> None:
    assert len(list(entries())) >= 300


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
