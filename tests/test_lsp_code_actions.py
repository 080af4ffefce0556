"""What an editor can offer at a place, in which order, and that each edit does what its title says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CreateFile,
    Diagnostic,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from duidelijk.engine import lint_text
from duidelijk.fix import apply_edits, safe_edits
from duidelijk.lsp.actions import ConfigTarget, code_actions, ignored, is_about_word, resolve
from duidelijk.lsp.buffers import Buffer
from duidelijk.lsp.checked import Checked
from duidelijk.lsp.options import Abilities
from duidelijk.lsp.positions import Positions
from duidelijk.model import Edit, Finding, Span
from duidelijk.rules.load import load_examples, load_rule
from duidelijk.rules.rule import Rule
from duidelijk.ruleset import all_rules
from duidelijk.settings import Settings
from tests.lsp_samples import URI, Kind, checked, only, settings
from tests.test_rules import RULE_FILES, marked

CLIENT = Abilities(versioned_edits=True, creates_files=True, literal_actions=True, resolves_edits=True)
CONFIG = ConfigTarget("file:///brieven/duidelijk.toml", 'words = ["a"]\n', None, "utf-16", False)
REASONS = ("vaste term", "citaat")
TEXT = "U krijgt geld 😀 indien u belt.\n"


def offered(
    found: Checked,
    words: str | None = None,
    only: Sequence[str] | None = None,
    client: Abilities = CLIENT,
    config: ConfigTarget | None = CONFIG,
) -> list[CodeAction]:
    text = found.buffer.text
    start = text.index(words) if words else 0
    span = Span(start, start) if words else Span(0, len(text))
    return code_actions(found, span, only, client, config, REASONS)


def titles(actions: Sequence[CodeAction]) -> list[str]:
    return [action.title for action in actions]


def changes(edit: WorkspaceEdit | None) -> tuple[str, int | None, list[TextEdit]]:
    """The address, the version and the edits of a versioned edit in one text."""
    assert edit is not None
    assert edit.document_changes is not None
    (change,) = edit.document_changes
    assert isinstance(change, TextDocumentEdit)
    edits = [one for one in change.edits if isinstance(one, TextEdit)]
    return change.text_document.uri, change.text_document.version, edits


def carried_out(buffer: Buffer, edits: Sequence[TextEdit]) -> str:
    positions = Positions(buffer.text, buffer.encoding)
    return apply_edits(buffer.text, [Edit(positions.span(one.range), one.new_text) for one in edits])


def named(actions: Sequence[CodeAction], title: str) -> CodeAction:
    (action,) = [one for one in actions if one.title == title]
    return action


def test_what_is_offered_and_in_which_order() -> None:
    found = checked(TEXT, "formeel-woord")
    assert titles(offered(found, "indien")) == [
        "Vervang door ‘als’",
        "Uitleg over ‘formeel-woord’",
        "Negeer ‘formeel-woord’ hier: vaste term",
        "Negeer ‘formeel-woord’ hier: citaat",
        "Zet ‘indien’ bij de woorden van uw organisatie",
        "Voer alle veilige verbeteringen in deze tekst door",
    ]


def test_a_quick_fix_belongs_to_its_diagnostic() -> None:
    found = checked(TEXT, "formeel-woord")
    fixes = [one for one in offered(found, "indien") if one.kind == CodeActionKind.QuickFix]
    assert len(fixes) == 5
    for action in fixes:
        (diagnostic,) = action.diagnostics or ()
        assert isinstance(diagnostic, Diagnostic)
        assert diagnostic.code == "formeel-woord"
        assert diagnostic.range.start.character == 17


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_suggestion_after_an_emoji_changes_only_its_word(encoding: Any) -> None:
    found = checked(TEXT, "formeel-woord", encoding=encoding)
    action = offered(found, "indien")[0]
    uri, version, edits = changes(action.edit)
    assert (uri, version) == (URI, 7)
    assert carried_out(found.buffer, edits) == "U krijgt geld 😀 als u belt.\n"
    assert action.is_preferred


def test_only_the_first_safe_suggestion_is_preferred() -> None:
    found = checked(TEXT, "formeel-woord")
    finding = only(found, "formeel-woord")
    good = finding.suggestions[0]
    several = (
        replace(good, title="‘a’", applicability="manual"),
        replace(good, title="‘b’", edits=()),
        replace(good, title="‘c’", applicability="safe"),
        replace(good, title="Weglaten", applicability="safe"),
    )
    more = replace(found, report=replace(found.report, findings=(replace(finding, suggestions=several),)))
    actions = offered(more, "indien")[:3]
    assert titles(actions) == ["Vervang door ‘a’", "Vervang door ‘c’", "Laat ‘indien’ weg"]
    assert [action.is_preferred for action in actions] == [None, True, None]


def test_all_safe_fixes_at_once() -> None:
    found = checked("Indien u belt. Indien u schrijft.\n", "formeel-woord")
    (action,) = offered(found, None, ["source.fixAll"])
    edits = safe_edits(found.report.findings)
    assert len(edits) == 2
    assert carried_out(found.buffer, changes(action.edit)[2]) == apply_edits(found.buffer.text, edits)
    assert offered(checked("U belt.\n", "formeel-woord"), None, ["source"]) == []


@pytest.mark.parametrize(
    ("kinds", "fixes", "all_of_them"),
    [
        (None, True, True),
        ([], False, False),
        ([""], True, True),
        (["quickfix"], True, False),
        (["quickfix.een"], False, False),
        (["source"], False, True),
        (["source.fixAll"], False, True),
        (["source.fixAll.duidelijk"], False, True),
        (["source.fixAll.ander"], False, False),
        (["source.fix"], False, False),
        (["refactor", "quickfix"], True, False),
        ([CodeActionKind.SourceFixAll], False, True),
    ],
)
def test_only_the_kinds_that_are_asked_for(kinds: list[str] | None, fixes: bool, all_of_them: bool) -> None:
    given = {str(getattr(one.kind, "value", one.kind)) for one in offered(checked(TEXT), "indien", kinds)}
    assert ("quickfix" in given) == fixes
    assert ("source.fixAll.duidelijk" in given) == all_of_them


def test_an_editor_that_only_knows_commands_gets_nothing_it_cannot_read() -> None:
    assert offered(checked(TEXT), "indien", client=CLIENT._replace(literal_actions=False)) == []


def test_an_editor_without_versions_gets_plain_changes() -> None:
    found = checked(TEXT, "formeel-woord")
    edit = offered(found, "indien", client=CLIENT._replace(versioned_edits=False))[0].edit
    assert edit is not None
    assert edit.document_changes is None
    assert edit.changes is not None
    assert carried_out(found.buffer, edit.changes[URI]) == "U krijgt geld 😀 als u belt.\n"


def test_an_explanation_is_a_command() -> None:
    command = named(offered(checked(TEXT), "indien"), "Uitleg over ‘formeel-woord’").command
    assert command is not None
    assert (command.command, command.arguments) == ("duidelijk.explainRule", ["formeel-woord"])


def test_an_exception_is_worked_out_when_it_is_chosen() -> None:
    found = checked(TEXT, "formeel-woord")
    action = named(offered(found, "indien"), "Negeer ‘formeel-woord’ hier: citaat")
    assert action.edit is None
    again = resolve(action, found, CLIENT)
    changed = carried_out(found.buffer, changes(again.edit)[2])
    assert changed == f"<!-- duidelijk: uit-regel formeel-woord — citaat -->\n{TEXT}"


def test_an_exception_for_an_older_version_is_not_worked_out() -> None:
    found = checked(TEXT, "formeel-woord")
    action = named(offered(found, "indien"), "Negeer ‘formeel-woord’ hier: citaat")
    newer = replace(found, buffer=replace(found.buffer, version=8))
    assert resolve(action, newer, CLIENT).edit is None
    assert resolve(CodeAction("Iets anders"), found, CLIENT).edit is None


def test_an_exception_is_there_at_once_for_an_editor_that_does_not_ask_again() -> None:
    found = checked(TEXT, "formeel-woord")
    later = offered(found, "indien")
    now = offered(found, "indien", client=CLIENT._replace(resolves_edits=False))
    assert titles(now) == titles(later)
    for one, other in zip(now, later, strict=True):
        assert one.edit == resolve(other, found, CLIENT).edit


def test_an_exception_that_cannot_be_made_is_not_offered() -> None:
    found = checked("---\ntitle: Indien u belt\n---\n\nTekst.\n", "formeel-woord", kind="markdown")
    now = offered(found, "Indien", client=CLIENT._replace(resolves_edits=False))
    assert not [title for title in titles(now) if title.startswith("Negeer")]


def test_an_editor_that_asks_for_a_reason_gets_a_command() -> None:
    found = checked(TEXT, "formeel-woord")
    asking = offered(found, "indien", client=CLIENT._replace(asks_for_reason=True))
    action = named(asking, "Negeer ‘formeel-woord’ hier, met een reden…")
    assert action.command is not None
    assert action.command.command == "duidelijk.ignoreHere"
    assert action.command.arguments == [URI, 7, "formeel-woord", 16]
    edit = ignored(found, "formeel-woord", 16, "staat zo in de wet")
    assert edit is not None
    assert edit.text == "<!-- duidelijk: uit-regel formeel-woord — staat zo in de wet -->\n"
    assert ignored(found, "formeel-woord", 3, "citaat") is None


def test_a_line_has_one_exception_for_a_rule() -> None:
    found = checked("Indien u belt, en indien u schrijft.\n", "formeel-woord")
    assert len(found.report.findings) == 2
    assert titles(offered(found)).count("Negeer ‘formeel-woord’ hier: citaat") == 1
    assert titles(offered(found)).count("Uitleg over ‘formeel-woord’") == 1


def test_a_word_goes_into_the_settings() -> None:
    found = checked(TEXT, "formeel-woord")
    config = CONFIG._replace(version=3)
    action = named(offered(found, "indien", config=config), "Zet ‘indien’ bij de woorden van uw organisatie")
    uri, version, edits = changes(action.edit)
    assert (uri, version) == (CONFIG.uri, 3)
    file = Buffer(uri, "duidelijk.toml", 3, CONFIG.text or "", None, "utf-16")
    assert carried_out(file, edits) == 'words = ["a", "indien"]\n'


def test_a_new_settings_file_needs_an_editor_that_makes_files() -> None:
    found = checked(TEXT, "formeel-woord")
    none_yet = CONFIG._replace(text=None)
    action = named(
        offered(found, "indien", config=none_yet), "Zet ‘indien’ bij de woorden van uw organisatie"
    )
    assert action.edit is not None
    made, filled = action.edit.document_changes or ()
    assert isinstance(made, CreateFile)
    assert isinstance(filled, TextDocumentEdit)
    assert made.uri == filled.text_document.uri == CONFIG.uri
    assert [one.new_text for one in filled.edits if isinstance(one, TextEdit)] == ['words = ["indien"]\n']
    without = offered(found, "indien", config=none_yet, client=CLIENT._replace(creates_files=False))
    assert not [title for title in titles(without) if title.startswith("Zet")]


@pytest.mark.parametrize("text", ['words = ["Indien"]\n', "words = [", 'words = "x"\n'])
def test_a_word_that_cannot_be_added_is_not_offered(text: str) -> None:
    actions = offered(checked(TEXT, "formeel-woord"), "indien", config=CONFIG._replace(text=text))
    assert not [title for title in titles(actions) if title.startswith("Zet")]
    without = offered(checked(TEXT, "formeel-woord"), "indien", config=None)
    assert not [title for title in titles(without) if title.startswith("Zet")]


def words_in_examples() -> Iterator[tuple[Rule, str, Kind]]:
    for path in RULE_FILES:
        rule = load_rule(path)
        for example in load_examples(path):
            if example.bad is not None and example.format in {"text", "markdown", "html"}:
                yield rule, marked(example.bad)[0], example.format


def test_a_word_that_is_offered_silences_its_finding() -> None:
    tried = 0
    for rule, text, kind in words_in_examples():
        found = checked(text, rule.id, kind=kind)
        for finding in found.report.findings:
            if is_about_word(finding, rule):
                tried += 1
                assert not _still_found(finding, rule, text, kind), (rule.id, finding.excerpt)
    assert tried > 50


def _still_found(finding: Finding, rule: Rule, text: str, kind: Kind) -> bool:
    own = settings(rule.id, words=(finding.excerpt,))
    report = lint_text(text, "brief", own, format=kind)
    return any(one.span == finding.span for one in report.findings)


def test_rules_about_structure_offer_no_word() -> None:
    every = all_rules(Settings())
    link = checked('<p><a href="/x">klik hier</a></p>', "vage-linktekst", kind="html")
    assert not is_about_word(only(link, "vage-linktekst"), every["vage-linktekst"])
    name = checked("Bel het KCC. Het KCC helpt u.\n", "onverklaarde-afkorting")
    assert is_about_word(name.report.findings[0], every["onverklaarde-afkorting"])
