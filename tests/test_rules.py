"""Every example in every rule file: the marked places are found, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from duidelijk.engine import lint_bytes
from duidelijk.errors import RuleError
from duidelijk.model import Span
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_examples, load_rule
from duidelijk.rules.rule import Example
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Choice, Settings, choice_of, preset_data, preset_names
from tests.conftest import SUFFIX
from tests.office_examples import made, parsed

RULE_FILES = sorted(path for path in data_folder("rules").rglob("*.yml") if path.parent.name != "presets")
SCHEMAS = Path(__file__).parents[1] / "duidelijk" / "schemas"


def marked(text: str) -> tuple[str, list[Span]]:
    """The text without «marks», and the spans that they enclosed."""
    parts: list[str] = []
    spans: list[Span] = []
    length = start = 0
    for piece in text.replace("«", "\0«").replace("»", "\0»").split("\0"):
        if piece.startswith("«"):
            start = length
        elif piece.startswith("»"):
            spans.append(Span(start, length))
        parts.append(piece.lstrip("«»"))
        length += len(parts[-1])
    return "".join(parts), spans


def found(text: str, rule: str, example: Example, *, everything: bool = False) -> list[Span]:
    return [span for span, _ in found_in(text.encode(), f"v.{SUFFIX[example.format]}", rule, everything)]


def found_in(data: bytes, name: str, rule: str, everything: bool) -> list[tuple[Span, str]]:
    choice = Choice(select=("alles",) if everything else (rule,))
    report = lint_bytes(
        data,
        name,
        Settings(choice=choice, low_confidence=True, all_suggestions=True, debug=True),
    )
    assert not report.errors
    return [
        (finding.span, report.source.text[slice(*finding.span)])
        for finding in report.findings
        if finding.rule == rule
    ]


def cases() -> Iterator[tuple[Path, Example]]:
    for path in RULE_FILES:
        for example in load_examples(path):
            yield path, example


@pytest.mark.parametrize(
    ("path", "example"), [pytest.param(*case, id=f"{case[0].stem}-{n}") for n, case in enumerate(cases())]
)
def test_example(path: Path, example: Example) -> None:
    rule = load_rule(path)
    everything = bool(rule.check and rule.check.startswith("duidelijk.suppress:"))
    if example.format not in SUFFIX:
        check_office_example(example, rule.id)
        return
    if example.bad is not None:
        text, expected = marked(example.bad)
        assert expected, "a bad example marks at least one place"
        spans = found(text, rule.id, example, everything=everything)
        assert [text[slice(*span)] for span in spans] == [text[slice(*span)] for span in expected]
        assert spans == expected
    if example.good is not None:
        text = example.good
        assert "«" not in text
        spans = found(text, rule.id, example, everything=everything)
        assert [text[slice(*span)] for span in spans] == []


def check_office_example(example: Example, rule: str) -> None:
    """A file is made of the example; what is found in its text must say what stands between the marks."""
    for text in filter(None, (example.bad, example.good)):
        bare, spans = marked(text)
        assert bool(spans) == (text is example.bad)
        expected = ["".join(parsed(bare[slice(*span)]).text.split()) for span in spans]
        data = made(bare, example.format)
        hits = found_in(data, f"v.{example.format}", rule, False)
        assert ["".join(words.split()) for _, words in hits] == expected


def test_every_folder_has_rules() -> None:
    assert {path.parent.name for path in RULE_FILES} >= {
        "zinsbouw", "werkwoorden", "woordkeus", "lezer", "brief", "opmaak", "toegankelijkheid",
    }  # fmt: skip
    assert len(RULE_FILES) >= 25


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_rule_files_follow_the_shipped_schema(path: Path) -> None:
    schema = json.loads((SCHEMAS / "rule.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize("name", preset_names())
def test_presets_name_rules_and_options_that_exist(name: str) -> None:
    assert ruleset_for(Settings(choice=Settings().choice.then(choice_of(preset_data(name))))).rules


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (("level: warning", "level: warn"), 4, "Bedoelt u ‘warning’?"),
        (("message:", "mesage:"), 2, "Bedoelt u ‘message’?"),
        (('why: "Waarom."', "why: 2026-11-22"), 3, "tussen aanhalingstekens"),
        (("kind: avoid", "kind: avoid\nkind: avoid"), 2, "twee keer"),
        (("phrases: [foei]", "phrases: [foei"), 9, "geen geldige YAML"),
        (("phrases: [foei]", "default: true"), None, "geen woorden"),
        (("- bad: «Foei»", "- good: Hoi"), None, "‘bad’"),
    ],
)
def test_a_broken_rule_file_is_named_with_its_line(
    tmp_path: Path, change: tuple[str, str], line: int | None, message: str
) -> None:
    text = (
        'kind: avoid\nmessage: "Weg met ‘{gevonden}’."\nwhy: "Waarom."\nlevel: warning\nconfidence: high\n'
        "audience: redactie\nsource: {name: wij}\nphrases: [foei]\nexamples:\n  - bad: «Foei»\n"
        "  - good: Mooi.\n"
    )
    assert change[0] in text
    file = tmp_path / "mijn-regel.yml"
    file.write_text(text.replace(*change), "utf-8")
    with pytest.raises(RuleError) as caught:
        load_examples(file)
    assert caught.value.file == str(file)
    assert caught.value.line == line
    assert message in str(caught.value)
