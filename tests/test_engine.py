"""The loop itself: what it does with text that has no place in the source."""

from __future__ import annotations

from dataclasses import replace

from duidelijk.engine import lint_bytes, lint_document
from duidelijk.model import Block, Document, OffsetMap, Segment, Source, Span
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Choice, Settings


def test_text_without_a_place_points_at_its_block_and_is_never_edited() -> None:
    text = "Indien u belt, helpen wij u."
    nowhere = OffsetMap((Segment(0, len(text), 9, 9, literal=False),))
    block = Block("paragraph", text, nowhere, Span(0, 9))
    document = Document(Source("a.html", "<p broken", ""), "html", (block,))
    settings = Settings(choice=Choice(select=("formeel-woord",)))
    (finding,) = lint_document(document, ruleset_for(settings), settings=settings).findings
    assert finding.span == Span(0, 9)
    assert finding.suggestions
    assert all(not suggestion.edits for suggestion in finding.suggestions)
    assert all(suggestion.applicability == "manual" for suggestion in finding.suggestions)


def test_a_level_that_a_user_chooses_goes_before_that_of_a_single_finding() -> None:
    text = ("Wij hebben " + "heel " * 45 + "veel huizen.").encode()
    choice = Choice(select=("lange-zin",))
    assert [finding.level for finding in lint_bytes(text, "zin.txt", Settings(choice=choice)).findings] == [
        "warning"
    ]
    chosen = Settings(choice=replace(choice, levels=(("lange-zin", "suggestion"),)))
    assert [finding.level for finding in lint_bytes(text, "zin.txt", chosen).findings] == ["suggestion"]
