"""What a writer can do about a finding with one click."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from lsprotocol.types import CodeAction, CodeActionKind, Command, WorkspaceEdit

from duidelijk.fix import safe_edits
from duidelijk.lsp.buffers import Buffer, name_of
from duidelijk.lsp.checked import Checked, findings_at
from duidelijk.lsp.diagnostics import diagnostic
from duidelijk.lsp.edits import new_file, workspace_edit
from duidelijk.lsp.ignore import cleaned, ignoring
from duidelijk.lsp.options import Abilities
from duidelijk.lsp.own_words import new_config, with_word
from duidelijk.lsp.positions import Encoding
from duidelijk.memory import Memory
from duidelijk.model import Edit, Finding, Span, Suggestion
from duidelijk.rules.rule import Rule
from duidelijk.ruleset import Ruleset, ruleset_for

EXPLAIN: Final = "duidelijk.explainRule"
IGNORE: Final = "duidelijk.ignoreHere"
FIX_ALL: Final = "source.fixAll.duidelijk"
QUICK_FIX: Final = CodeActionKind.QuickFix

_LONGEST_TITLE: Final = 100
_FEW: Final = 4  # findings; of more at once a writer does not see which one a comment is about
_WORD: Final = re.compile(r"\w[\w'’.&/+-]*(?: [\w'’.&/+-]+){0,2}")
_LONGEST_WORD: Final = 40
_NAME: Final = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
_PLAIN: Final = re.compile(r"[\w ,.;:'’‘()-]*")


class ConfigTarget(NamedTuple):
    """The settings file to which words go. ``text`` is None when it does not exist yet."""

    uri: str
    text: str | None
    version: int | None
    encoding: Encoding
    pyproject: bool


def code_actions(
    checked: Checked,
    span: Span,
    only: Sequence[str] | None,
    able: Abilities,
    config: ConfigTarget | None,
    reasons: Sequence[str],
    *,
    memory: Memory | None = None,
) -> list[CodeAction]:
    """What can be done at a span: suggestions, explanations, exceptions, own words, and all safe fixes.

    ``only`` are the kinds that the editor wants. ``memory`` is that of the text, for the trial of exceptions.
    """
    actions: list[CodeAction] = []
    if not able.literal_actions:
        return actions
    found = findings_at(checked, span)
    if _is_wanted(QUICK_FIX.value, only) and found:
        rules = {rule.id: rule for rule in _ruleset(checked).rules}
        actions += _suggestions(found, checked, able)
        actions += _explanations(found, checked)
        actions += _exceptions(found, span, checked, able, reasons, memory)
        actions += _words(found, rules, checked, able, config)
    if _is_wanted(FIX_ALL, only) and (edits := safe_edits(checked.report.findings)):
        title = "Voer alle veilige verbeteringen in deze tekst door"
        actions.append(CodeAction(title, kind=FIX_ALL, edit=_in_text(checked, edits, able)))
    return actions


def resolve(
    action: CodeAction, checked: Checked, able: Abilities, *, memory: Memory | None = None
) -> CodeAction:
    """The action with its edit worked out; without one where the text changed or no comment can stand."""
    data: Any = action.data
    if action.edit is not None or not isinstance(data, Mapping):
        return action
    finding = next((one for one in checked.report.findings if _data(one, checked) == _place(data)), None)
    if finding is None:
        return action
    edit = ignoring(checked, finding, str(data.get("reason", "")), memory=memory)
    if edit is not None:
        action.edit = _in_text(checked, (edit,), able)
    return action


def ignored(
    checked: Checked, rule: str, offset: int, reason: str, *, memory: Memory | None = None
) -> Edit | None:
    """The edit that makes an exception for the finding of a rule that starts at an offset."""
    for finding in checked.report.findings:
        if finding.rule == rule and finding.span.start == offset:
            return ignoring(checked, finding, reason, memory=memory)
    return None


def _ruleset(checked: Checked) -> Ruleset:
    return ruleset_for(checked.settings.for_path(checked.buffer.name))


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether the editor wants this kind; a kind holds all that it is the beginning of."""
    if only is None:
        return True
    names = [str(getattr(one, "value", one)) for one in only]
    return any(name in {"", kind} or kind.startswith(f"{name}.") for name in names)


def _suggestions(found: Sequence[Finding], checked: Checked, able: Abilities) -> Iterator[CodeAction]:
    for finding in found:
        offered = [one for one in finding.suggestions if one.edits]
        first_safe = next((one for one in offered if one.applicability == "safe"), None)
        for suggestion in offered:
            action = _quick_fix(_title(suggestion, finding), finding, checked)
            action.edit = _in_text(checked, suggestion.edits, able)
            if suggestion is first_safe:
                action.is_preferred = True
            yield action


def _explanations(found: Sequence[Finding], checked: Checked) -> Iterator[CodeAction]:
    for finding in {one.rule: one for one in reversed(found)}.values():
        title = f"Uitleg over ‘{finding.rule}’"
        action = _quick_fix(title, finding, checked)
        action.command = Command(title, EXPLAIN, arguments=[finding.rule])
        yield action


def _exceptions(
    found: Sequence[Finding],
    span: Span,
    checked: Checked,
    able: Abilities,
    reasons: Sequence[str],
    memory: Memory | None,
) -> Iterator[CodeAction]:
    """One comment does for all that a rule finds on a line, so a line has one action a rule and reason."""
    late = {rule.id for rule, _ in _ruleset(checked).late}
    positions = checked.buffer.positions
    lines: dict[tuple[str, int], Finding] = {}
    for finding in found:
        if finding.rule not in late:
            lines.setdefault((finding.rule, positions.position(finding.span.start).line), finding)
    said = list(dict.fromkeys(filter(None, map(cleaned, reasons))))
    for finding in lines.values():
        if able.asks_for_reason:
            yield _asking(finding, checked)
        elif able.resolves_edits:
            for reason in said:
                action = _quick_fix(_ignore_title(finding, reason), finding, checked)
                action.data = {**_data(finding, checked), "reason": reason}
                yield action
        elif len(lines) <= _FEW or finding.span.start <= span.start <= finding.span.end:
            yield from _worked_out(finding, checked, able, said, memory)


def _asking(finding: Finding, checked: Checked) -> CodeAction:
    title = f"Negeer ‘{finding.rule}’ hier, met een reden…"
    action = _quick_fix(title, finding, checked)
    buffer = checked.buffer
    arguments = [buffer.uri, buffer.version, finding.rule, finding.span.start]
    action.command = Command(title, IGNORE, arguments=arguments)
    return action


def _worked_out(
    finding: Finding, checked: Checked, able: Abilities, reasons: Sequence[str], memory: Memory | None
) -> Iterator[CodeAction]:
    tried: tuple[str, Edit | None] | None = None
    for reason in reasons:
        if tried is None or not _PLAIN.fullmatch(tried[0] + reason):
            tried = reason, ignoring(checked, finding, reason, memory=memory)
        before, edit = tried
        if edit is None:
            continue
        same_place = Edit(edit.span, edit.text.replace(f"— {before} -->", f"— {reason} -->"))
        action = _quick_fix(_ignore_title(finding, reason), finding, checked)
        action.edit = _in_text(checked, (same_place,), able)
        yield action


def _words(
    found: Sequence[Finding],
    rules: Mapping[str, Rule],
    checked: Checked,
    able: Abilities,
    config: ConfigTarget | None,
) -> Iterator[CodeAction]:
    if config is None:
        return
    words: dict[str, Finding] = {}
    for finding in found:
        rule = rules.get(finding.rule)
        if rule is not None and is_about_word(finding, rule):
            words.setdefault(finding.excerpt.casefold(), finding)
    for finding in words.values():
        edit = _adding(finding.excerpt, able, config)
        if edit is not None:
            title = f"Zet ‘{finding.excerpt}’ bij de woorden van uw organisatie"
            action = _quick_fix(title, finding, checked)
            action.edit = edit
            yield action


def is_about_word(finding: Finding, rule: Rule) -> bool:
    """Whether the finding is about a word or name as such, which an organisation may well want to use."""
    text = finding.excerpt
    if rule.folder == "toegankelijkheid" or len(text) > _LONGEST_WORD or not _WORD.fullmatch(text):
        return False
    if not any(char.isalpha() for char in text):
        return False
    return rule.folder == "woordkeus" or rule.kind in {"substitute", "avoid"} or bool(_NAME.fullmatch(text))


def _adding(word: str, able: Abilities, config: ConfigTarget) -> WorkspaceEdit | None:
    if config.text is None:
        return new_file(config.uri, new_config(word)) if able.creates_files else None
    edit = with_word(config.text, word, pyproject=config.pyproject)
    if edit is None:
        return None
    file = Buffer(config.uri, name_of(config.uri), config.version, config.text, None, config.encoding)
    return workspace_edit(file, (edit,), versioned=able.versioned_edits)


def _quick_fix(title: str, finding: Finding, checked: Checked) -> CodeAction:
    return CodeAction(title, kind=QUICK_FIX, diagnostics=[diagnostic(finding, checked)])


def _in_text(checked: Checked, edits: Sequence[Edit], able: Abilities) -> WorkspaceEdit:
    return workspace_edit(checked.buffer, edits, versioned=able.versioned_edits)


def _title(suggestion: Suggestion, finding: Finding) -> str:
    if suggestion.title == "Weglaten":
        title = f"Laat ‘{finding.excerpt}’ weg"
    elif suggestion.title.startswith("‘"):
        title = f"Vervang door {suggestion.title}"
    else:
        title = suggestion.title
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def _ignore_title(finding: Finding, reason: str) -> str:
    return f"Negeer ‘{finding.rule}’ hier: {reason}"


def _data(finding: Finding, checked: Checked) -> dict[str, object]:
    buffer = checked.buffer
    start, end = finding.span
    return {"uri": buffer.uri, "version": buffer.version, "rule": finding.rule, "start": start, "end": end}


def _place(data: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if key != "reason"}
