"""The kind of a letter, and what settings and front matter say about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from duidelijk import readers
from duidelijk.engine import lint_document
from duidelijk.errors import ConfigError
from duidelijk.letter import Letter, letter
from duidelijk.letter.choice import with_choice
from duidelijk.letter.names import KIND_IDS, KINDS, PART_IDS, PARTS
from duidelijk.model import LetterKind
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Choice, LetterChoice, Settings, load_config
from tests.letter_samples import LETTERS

KINDS_OF_SAMPLES: Mapping[str, LetterKind] = {
    "vergunning.txt": "decision",
    "herinnering.txt": "invoice",
    "infoavond.html": "invitation",
    "gegevens.md": "request",
    "riool.txt": "notice",
    "uitspraak.txt": "decision",
    "uitstel.txt": "decision",
    "school.txt": "notice",
    "dwangsom.txt": "decision",
    "paspoort.md": "invoice",
    "lamp.html": "notice",
    "verblijfskaart.txt": "request",
}
FRONT = "---\n{}\n---\n\nGeachte heer,\n\nU krijgt uitstel.\n\nMet vriendelijke groet,\n\nAnna\n"


def markdown(front: str) -> tuple[Letter | None, list[tuple[str, int | None, str | None]]]:
    """The letter below this front matter, and the problems with it."""
    document = readers.read(FRONT.format(front).encode(), "x.md")
    return letter(document), [(one.message, one.line, one.hint) for one in document.problems]


def test_each_sample_has_a_kind() -> None:
    assert KINDS_OF_SAMPLES.keys() == LETTERS.keys()


@pytest.mark.parametrize("name", LETTERS)
def test_kind(name: str) -> None:
    found = letter(readers.read(LETTERS[name].encode(), name))
    assert found is not None
    assert found.kind == KINDS_OF_SAMPLES[name]


def test_more_evidence_gives_more_confidence() -> None:
    sure = letter(readers.read(LETTERS["dwangsom.txt"].encode(), "x.txt"))
    vague = letter(readers.read(b"Geachte heer,\n\nStuur ons een kopie.\n\nGroeten,\n\nAnna\n", "x.txt"))
    assert sure is not None
    assert vague is not None
    assert (sure.confidence, vague.confidence) == ("high", "low")


def test_the_schema_knows_the_names_that_we_know() -> None:
    path = Path(__file__).resolve().parents[1] / "duidelijk" / "schemas" / "config.schema.json"
    definitions = json.loads(path.read_text("utf-8"))["$defs"]
    assert definitions["letter"]["properties"]["kind"]["enum"] == list(KIND_IDS)
    assert definitions["letter-part"]["enum"] == list(PART_IDS)
    assert len(PART_IDS) == len(PARTS)
    assert len(KIND_IDS) == len(KINDS) + 1


def test_settings_about_letters(tmp_path: Path) -> None:
    file = tmp_path / "duidelijk.toml"
    file.write_text(
        '[letter]\npresent = ["contact", "afzender"]\nabsent = ["bezwaar of beroep"]\n\n'
        '[[overrides]]\npaths = ["aanslagen/**"]\n\n'
        '[overrides.letter]\nkind = "factuur"\npresent = ["datum"]\n',
        "utf-8",
    )
    settings = load_config(file)
    everywhere = LetterChoice(None, ("contact", "afzender"), ("bezwaar of beroep",))
    assert settings.for_path(str(tmp_path / "brief.txt")).letter == everywhere
    there = settings.for_path(str(tmp_path / "aanslagen" / "brief.txt")).letter
    assert there == LetterChoice("factuur", ("datum",), ("bezwaar of beroep",))


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ('[letter]\nkind = "beslit"', 2, "Bedoelt u ‘besluit’?"),
        ('[letter]\npresent = ["afzendr"]', 2, "Bedoelt u ‘afzender’?"),
        ('[letter]\n\nknd = "besluit"', 3, "Bedoelt u ‘kind’?"),
        (
            '[[overrides]]\npaths = ["a"]\n[overrides.letter]\nabsent = ["bijlage"]',
            4,
            "Bedoelt u ‘bijlagen’?",
        ),
    ],
)
def test_a_wrong_name_in_the_settings(tmp_path: Path, table: str, line: int, message: str) -> None:
    file = tmp_path / "duidelijk.toml"
    file.write_text(table, "utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        load_config(file)
    assert (caught.value.file, caught.value.line) == (str(file), line)


def test_the_engine_hands_the_settings_to_the_letter() -> None:
    document = readers.read(LETTERS["dwangsom.txt"].encode(), "x.txt")
    settings = Settings(
        choice=Choice(select=("geen-onderwerp",)), letter=LetterChoice("mededeling", ("datum",))
    )
    chosen = with_choice(document, settings.letter)
    assert chosen.meta["letter-present"] == "date"
    found = letter(chosen)
    assert found is not None
    assert (found.kind, found.confidence) == ("notice", "high")
    assert not lint_document(document, ruleset_for(settings), settings=settings).errors


def test_front_matter_about_a_letter() -> None:
    about = "letter:\n  kind: mededeling\n  present: [contact]"
    front = f"onderwerp: Uitstel voor uw tuin\ndatum: 3 mei 2026\n{about}"
    found, problems = markdown(front)
    assert found is not None
    assert not problems
    assert (found.kind, found.confidence) == ("notice", "high")
    assert [part.text for part in found.of("subject")] == ["Uitstel voor uw tuin"]
    assert found.present == {"contact", "date"}


def test_front_matter_wins_over_settings() -> None:
    document = readers.read(FRONT.format("letter: {kind: factuur}").encode(), "x.md")
    found = letter(with_choice(document, LetterChoice("besluit", absent=("bijlagen",))))
    assert found is not None
    assert found.kind == "invoice"


def test_front_matter_in_toml() -> None:
    front = '+++\nsubject = "Uitstel"\n[letter]\nkind = "verzoek"\nabsent = ["afzendr"]\n+++\n'
    document = readers.read(f"{front}\nBeste Anna,\n\nDag.\n".encode(), "x.md")
    found = letter(document)
    assert found is not None
    assert found.kind == "request"
    assert [part.text for part in found.of("subject")] == ["Uitstel"]
    assert [(one.line, one.hint) for one in document.problems] == [(3, "Bedoelt u ‘afzender’?")]


@pytest.mark.parametrize(
    ("front", "line", "hint"),
    [
        ("title: Brief\nletter:\n  kind: beslit", 4, "Bedoelt u ‘besluit’?"),
        ("letter: {present: [contct]}", 2, "Bedoelt u ‘contact’?"),
        ("letter:\n  presnt: [contact]", 3, "Bedoelt u ‘present’?"),
    ],
)
def test_a_wrong_name_in_front_matter(front: str, line: int, hint: str) -> None:
    _, problems = markdown(front)
    assert [(where, what) for _, where, what in problems] == [(line, hint)]


@pytest.mark.parametrize("front", ["title: Brief\nletter: besluit", "title: Brief\nletter: [a, b]"])
def test_front_matter_about_a_letter_that_is_no_table(front: str) -> None:
    found, problems = markdown(front)
    assert found is not None
    message = "Onder ‘letter’ horen namen met een waarde: kind, present of absent."
    assert problems == [(message, 3, "Schrijf bijvoorbeeld ‘letter: {kind: besluit}’.")]


def test_front_matter_in_toml_about_a_letter_that_is_no_table() -> None:
    front = '+++\ntitle = "Brief"\nletter = "besluit"\n+++\n'
    document = readers.read(f"{front}\nBeste Anna,\n\nDag.\n".encode(), "x.md")
    assert [one.line for one in document.problems] == [3]


def test_front_matter_that_says_nothing() -> None:
    found, problems = markdown("letter:\nsubject: [1, 2]")
    assert found is not None
    assert not problems
    assert not found.has("subject")


def test_one_short_sentence_is_the_text_of_a_letter() -> None:
    document = readers.read(b"Dit is een zin.", "x.md")
    found = letter(with_choice(document, LetterChoice("besluit")))
    assert found is not None
    assert [(part.name, part.text) for part in found.parts] == [("body", "Dit is een zin.")]


def test_front_matter_says_that_it_is_no_letter() -> None:
    found, problems = markdown("onderwerp: Voorbeeld\nletter: {kind: geen}")
    assert found is None
    assert not problems
