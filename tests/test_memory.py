"""What an open text lets us remember, what is forgotten, and that a check can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from duidelijk.engine import lint_bytes, lint_text
from duidelijk.memory import Memory, Stopped
from duidelijk.model import Block
from duidelijk.nlp.pipeline import Pipeline
from duidelijk.settings import Choice, Settings

LETTER = (
    "# Uw aanvraag\n\nIndien u het niet eens bent met dit besluit, kunt u bezwaar maken.\n\n"
    "De aanvraag wordt door ons zo spoedig mogelijk behandeld. Dat duurt twaalf weken.\n\n"
    "- een kopie van uw pas\n- uw bankafschriften\n"
)
FULL = Settings(all_suggestions=True)


def test_a_drawer_is_found_by_content() -> None:
    memory = Memory()
    memory.about(("zin", 1))["lengte"] = 3
    assert memory.about(("zin", 1)) == {"lengte": 3}
    assert memory.about(("zin", 2)) == {}


def test_what_two_versions_lack_is_forgotten() -> None:
    memory = Memory()
    for version in ("a b", "b c", "c d"):
        memory.begin(FULL)
        for word in version.split():
            memory.about(word)["gezien"] = True
        memory.finish()
    assert len(memory) == 2
    assert memory.about("d") == {"gezien": True}
    assert memory.about("a") == {}


def test_a_stopped_version_forgets_nothing() -> None:
    memory = Memory()
    memory.begin(FULL)
    memory.about("a")["gezien"] = True
    memory.finish()
    for _ in range(5):
        memory.begin(FULL)
    assert memory.about("a") == {"gezien": True}


def test_versions_that_are_all_stopped_do_not_pile_up() -> None:
    memory = Memory()
    for number in range(1_000):
        memory.begin(FULL)
        memory.about(number)
    assert len(memory) <= 300


def test_other_rules_make_everything_forgotten() -> None:
    memory = Memory()
    memory.begin(FULL)
    memory.about("a")["gezien"] = True
    memory.finish()
    memory.begin(Settings())
    assert memory.about("a") == {}


def test_only_the_changed_sentence_meets_the_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    analyse = Pipeline.analyse

    def noted(self: Pipeline, pieces: Any, *, parse: bool) -> Any:
        seen.extend(words.texts for words in pieces)
        return analyse(self, pieces, parse=parse)

    monkeypatch.setattr(Pipeline, "analyse", noted)
    memory = Memory()
    lint_text(LETTER, "brief.md", FULL, format="markdown", memory=memory)
    assert len(seen) >= 4
    seen.clear()
    changed = LETTER.replace("twaalf", "tien")
    lint_text(changed, "brief.md", FULL, format="markdown", memory=memory)
    assert ["Dat", "duurt", "tien", "weken", "."] in seen
    seen.clear()
    lint_text(changed.replace("tien", "acht"), "brief.md", FULL, format="markdown", memory=memory)
    assert seen == [["Dat", "duurt", "acht", "weken", "."]]
    seen.clear()
    heading, first, second, *rest = changed.replace("tien", "acht").split("\n\n")
    moved = "\n\n".join((heading, second, first, *rest))
    lint_text(moved, "brief.md", FULL, format="markdown", memory=memory)
    assert seen == []


def test_nothing_of_an_old_version_stays_alive() -> None:
    memory = Memory()
    lint_text(LETTER, "brief.md", FULL, format="markdown", memory=memory)
    held = list(_inside(memory._now)) + list(_inside(memory._last))
    assert len(held) > 100
    assert not any(isinstance(one, Block) for one in held)


def _inside(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(key)
            yield from _inside(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _inside(item)
    elif hasattr(value, "suggestions"):
        yield value.block


def test_a_check_stops_and_the_next_one_is_whole() -> None:
    asked = 0
    limit = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return bool(limit) and asked > limit

    memory = Memory(stopped)
    whole = lint_text(LETTER, "brief.md", FULL, format="markdown", memory=memory)
    assert asked > 100  # between the rules, and for each block
    for limit in (1, 3, 20, 60):
        asked = 0
        changed = LETTER.replace("twaalf", f"{limit + 10}")
        with pytest.raises(Stopped):
            lint_text(changed, "brief.md", FULL, format="markdown", memory=memory)
    limit = 0
    assert lint_text(LETTER, "brief.md", FULL, format="markdown", memory=memory) == whole


def test_no_rule_swallows_a_stop() -> None:
    assert not issubclass(Stopped, Exception)


@pytest.mark.parametrize("memory", [None, Memory()])
def test_an_editor_gets_what_the_command_line_gets(memory: Memory | None) -> None:
    report = lint_text(LETTER, "brief.md", FULL, format="markdown", memory=memory)
    assert report == lint_bytes(LETTER.encode(), "brief.md", FULL)
    assert {"formeel-woord", "lijdende-vorm"} <= {finding.rule for finding in report.findings}
    assert report.model is not None


def test_the_declared_encoding_of_a_page_in_an_editor_says_nothing() -> None:
    page = "<meta charset=iso-8859-1><p>Café, indien u dat wilt. Indien niet, dan niet.</p>"
    report = lint_text(page, "x.html", FULL, format="html")
    assert report.source.text == page
    found = [page[slice(*one.span)] for one in report.findings if one.rule == "formeel-woord"]
    assert found[0] == "indien"


@pytest.mark.parametrize("kind", ["markdown", "text", "html"])
def test_odd_characters_shift_nothing(kind: Any) -> None:
    for odd in ("\ufeff", "\ud83d", "\U0001f600", "e\u0301 ", "\ufeff\ud83d"):
        text = odd + "Wij helpen u indien u dat wilt."
        report = lint_text(text, "x", FULL, format=kind)
        found = [text[slice(*one.span)] for one in report.findings if one.rule == "formeel-woord"]
        assert found == ["indien"], (kind, odd)
        assert len(report.source.text) == len(text)


def test_front_matter_and_heading_behind_a_byte_order_mark() -> None:
    text = "\ufeff---\ntitle: Titel\n---\n\n# Kop\n\nWij helpen u indien u dat wilt.\n"
    plain = lint_text(text[1:], "x.md", FULL, format="markdown")
    marked = lint_text(text, "x.md", FULL, format="markdown")
    assert [one.rule for one in marked.findings] == [one.rule for one in plain.findings]
    assert [one.span.start - 1 for one in marked.findings] == [one.span.start for one in plain.findings]


def test_what_is_no_text_is_said_in_the_report() -> None:
    report = lint_text("a\0b", "x.md", FULL, format="markdown")
    assert [one.message for one in report.errors] == ["Dit bestand bevat geen gewone tekst."]
    line = lint_text("a" * 4_000_001, "x.txt", FULL, format="text")
    assert [one.line for one in line.errors] == [1]
    assert not line.findings


def test_memory_follows_a_change_of_rules() -> None:
    memory = Memory()
    words = Settings(choice=Choice(select=("formeel-woord",)))
    assert lint_text(LETTER, "brief.md", words, format="markdown", memory=memory).findings
    without = Settings(choice=Choice(select=("formeel-woord",)), words=("indien",))
    assert not lint_text(LETTER, "brief.md", without, format="markdown", memory=memory).findings
