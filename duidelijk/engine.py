"""The loop: read, find, map to the source, hide what is excepted, sort. Every front-end calls this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any, Literal

from duidelijk import measure, readers
from duidelijk.advice import advice
from duidelijk.default_view import default_view, left_out
from duidelijk.errors import DuidelijkError, NlpError, ReadError, RuleError
from duidelijk.findings import finding_or_problem
from duidelijk.memory import Memory
from duidelijk.model import Document, Finding, Hit, Problem, Report, Source, Span
from duidelijk.nlp import failure, model_name
from duidelijk.nlp.notices import notices
from duidelijk.outcomes import rule_outcomes
from duidelijk.overview import overview, wants_scores, with_kind
from duidelijk.precedence import with_precedence
from duidelijk.rules.metrics import metric_hits
from duidelijk.rules.patterns import pattern_hits
from duidelijk.rules.rule import Rule
from duidelijk.ruleset import Ruleset, ruleset_for
from duidelijk.settings import Settings
from duidelijk.suppress import Silence, exceptions, remember
from duidelijk.whole_page import outside, whole_page

Checker = Callable[..., Iterator[Hit]]


def lint_bytes(data: bytes, name: str, settings: Settings, *, charset: str | None = None) -> Report:
    """Everything that the selected rules find in one input.

    ``name`` gives the format by its extension and appears in the report; ``charset`` what a web server said.
    What goes wrong with the input or with one rule is in ``Report.errors``.

    Raises:
        ConfigError, RuleError: when the settings or the rule files cannot be used.
    """
    mine = settings.for_path(name)
    ruleset = ruleset_for(mine)
    try:
        document = readers.read(data, name, charset=charset)
    except ReadError as problem:
        return failed(name, problem)
    return lint_document(document, ruleset, settings=mine)


def lint_text(
    text: str,
    name: str,
    settings: Settings,
    *,
    format: Literal["text", "markdown", "html"],  # noqa: A002 - what Report and Document call it
    memory: Memory | None = None,
) -> Report:
    """As :func:`lint_bytes`, for a text that an editor holds: nothing about it has to be guessed.

    Spans are in ``text``. ``memory`` makes the next version of the same text cheap, with the same outcome.

    Raises:
        ConfigError, RuleError: when the settings or the rule files cannot be used.
        Stopped: when ``memory`` says that nobody waits any more.
    """
    mine = settings.for_path(name)
    ruleset = ruleset_for(mine)
    if memory is not None:
        memory.begin(ruleset)
    try:
        document = readers.read_text(readers.held(text, name), format)
    except ReadError as problem:
        return failed(name, problem)
    report = lint_document(replace(document, memory=memory), ruleset, settings=mine)
    if memory is not None:
        memory.finish()
    return report


def failed(name: str, problem: DuidelijkError) -> Report:
    """The report on an input that could not be read."""
    error = Problem(problem.message, name, problem.line, problem.hint)
    return Report(Source(name, "", ""), "", errors=(error,))


def lint_document(document: Document, ruleset: Ruleset, *, settings: Settings) -> Report:
    """Everything that a ruleset finds in a document."""
    parse = wants_scores(settings) or any(rule.needs == "parse" for rule in ruleset.rules)
    document = replace(document, pipeline=settings.pipeline or document.pipeline, parse=parse)
    read = with_kind(document, settings)
    document = whole_page(read) if settings.whole_page else read
    problems = list(document.problems)
    findings: list[tuple[Finding, str]] = []
    for rule, hit in _all_hits(document, ruleset, problems, settings=settings):
        if _is_own_word(hit, ruleset.words) or (rule.confidence == "low" and not settings.low_confidence):
            continue
        finding = finding_or_problem(document, rule, hit, problems)
        if finding is not None:
            findings.append((finding, rule.folder))
    shown = with_precedence(_without_silenced(document, ruleset, findings), ruleset.giving_way)
    for rule, options in ruleset.late:
        hits = _safely(rule, document, options, problems, settings=settings)
        late = (finding_or_problem(document, rule, hit, problems) for hit in hits)
        shown += [finding for finding in late if finding is not None]
    shown.sort(key=lambda finding: (finding.span, finding.rule))
    found = list(_distinct(shown))
    words = _words(read)
    known_are_hidden = settings.baseline is not None
    view = found if settings.all_suggestions or known_are_hidden else default_view(found, words)
    more = [left_out(len(found) - len(view), document.source.name)] if len(view) < len(found) else []
    if settings.tell_of_outside and not known_are_hidden and (others := _outside(document, ruleset, found)):
        more.append(outside(others, document.source.name))
    whole = overview(read, problems, settings=settings)
    problems += _without_model(document)
    return Report(
        source=document.source,
        format=document.format,
        kind=document.meta.get("kind"),
        lang=document.meta.get("lang"),
        findings=tuple(view),
        scores=whole.figures.scores,
        errors=tuple(problems),
        words=words,
        model=model_name(document),
        notices=(*document.notices, *notices(document), *more),
        sections=whole.figures.sections,
        costs=whole.figures.costs,
        advice=advice(found, _applying(document, ruleset), words),
        letter=whole.letter,
        outcomes=rule_outcomes(document, _shown(ruleset, settings), [one for one, _ in findings], problems),
        passages=whole.passages,
        personal=whole.personal,
    )


def _outside(document: Document, ruleset: Ruleset, found: Sequence[Finding]) -> int:
    """How many more findings the rules for editors on accessibility have outside the main content.

    The rules on language do not look there: they would have little to say, at the price of all its words.
    """
    page = whole_page(document)
    if page is document:
        return 0
    kind = document.meta.get("kind")
    silences = exceptions(document)
    more: list[Finding] = []
    for rule, options in ruleset.checks:
        if not (rule.wcag or rule.act) or rule.audience != "redactie" or rule.needs != "text":
            continue
        if rule.confidence == "low" or not rule.applies_to(document.format, kind):
            continue
        for hit in _safely(rule, page, options, [], settings=Settings()):
            one = finding_or_problem(page, rule, hit, [])
            if one is not None and not any(s.covers(rule.id, rule.folder, one.span) for s in silences):
                more.append(one)
    here = {(finding.rule, finding.span) for finding in found}
    return len({(one.rule, one.span) for one in with_precedence(more, ruleset.giving_way)} - here)


def _applying(document: Document, ruleset: Ruleset) -> frozenset[str]:
    """The names of the rules that look at this kind of document."""
    kind = document.meta.get("kind")
    return frozenset(rule.id for rule in ruleset.rules if rule.applies_to(document.format, kind))


def _shown(ruleset: Ruleset, settings: Settings) -> Iterator[Rule]:
    """The rules whose findings are shown."""
    return (rule for rule in ruleset.rules if rule.confidence != "low" or settings.low_confidence)


def _words(document: Document) -> int:
    """How many words the main content has, code apart."""
    blocks = (block for block in document.blocks if block.main and block.kind != "code")
    return sum(sum(measure.sentence_words(document, block)) for block in blocks)


def _all_hits(
    document: Document, ruleset: Ruleset, problems: list[Problem], *, settings: Settings
) -> Iterator[tuple[Rule, Hit]]:
    kind = document.meta.get("kind")

    def applies(rule: Rule) -> bool:
        return rule.applies_to(document.format, kind)

    runs = (*ruleset.checks, *((rule, dict[str, Any]()) for rule in ruleset.patterns), *ruleset.metrics)
    for rule, options in runs:
        if applies(rule):
            for hit in _safely(rule, document, options, problems, settings=settings):
                yield rule, hit
    for rule, hit in ruleset.phrases.hits(document):  # after the checks: their parse holds the words as well
        if applies(rule):
            yield rule, hit


def _safely(
    rule: Rule, document: Document, options: dict[str, Any], problems: list[Problem], *, settings: Settings
) -> list[Hit]:
    """The hits of one rule; when it breaks, one problem that names the rule, and what it found so far."""
    hits: list[Hit] = []
    if document.memory is not None:
        document.memory.go_on()
    try:
        for hit in _run(rule, document, options):
            hits.append(hit)  # noqa: PERF402 - what was found before a crash is kept
    except RuleError as problem:
        problems.append(Problem(problem.message, document.source.name, None, problem.hint, rule.id))
    except NlpError:
        pass  # said once, for all rules that ask for words
    except Exception as problem:  # one broken rule must not silence the others
        if settings.debug:
            raise
        problems.append(
            Problem(
                f"De regel ‘{rule.id}’ is gestopt door een storing ({type(problem).__name__}).",
                document.source.name,
                None,
                "De andere regels zijn wel uitgevoerd. Meld dit aan de makers; --debug toont de details.",
                rule.id,
            )
        )
    return hits


def _without_model(document: Document) -> Iterator[Problem]:
    """Why the language model could not be used, if some rule asked for it."""
    problem = failure(document)
    if problem is not None:
        place = f" Het gaat om {problem.file}." if problem.file else ""
        message = f"{problem.message}{place} Regels die woordsoorten nodig hebben, vinden nu minder of niets."
        yield Problem(message, document.source.name, None, problem.hint)


def _run(rule: Rule, document: Document, options: dict[str, Any]) -> Iterator[Hit]:
    if rule.kind == "pattern":
        return pattern_hits(rule, document)
    if rule.kind == "metric":
        return metric_hits(rule, document, options)
    return _checker(rule)(document, **options)


def _checker(rule: Rule) -> Checker:
    module, _, function = (rule.check or "").partition(":")
    try:
        found: Checker = getattr(import_module(module), function)
    except (ImportError, AttributeError) as problem:
        raise RuleError(
            f"De controle ‘{rule.check}’ bestaat niet.",
            file=str(rule.path),
            hint="Kijk naar de sleutel ‘check’.",
        ) from problem
    return found


def _is_own_word(hit: Hit, words: frozenset[str]) -> bool:
    """Whether the hit is exactly one of the organisation's own words or names."""
    block = hit.block
    return bool(words) and block is not None and block.text[slice(*hit.span)].casefold() in words


def _without_silenced(
    document: Document, ruleset: Ruleset, findings: list[tuple[Finding, str]]
) -> list[Finding]:
    silences = exceptions(document)
    if not silences:
        return [finding for finding, _ in findings]
    used: dict[Silence, bool] = dict.fromkeys(silences, False)
    shown: list[Finding] = []
    for finding, folder in findings:
        by = [silence for silence in silences if silence.covers(finding.rule, folder, finding.span)]
        used.update(dict.fromkeys(by, True))
        if not by:
            shown.append(finding)
    running = {rule.id for rule in ruleset.rules} | {rule.folder for rule in ruleset.rules}
    judged = {
        silence: hid or not (set(silence.rules) <= running or set(silence.rules) - ruleset.known)
        for silence, hid in used.items()
    }
    remember(document, judged, ruleset.known)
    return shown


def _distinct(findings: list[Finding]) -> Iterator[Finding]:
    """The findings, sorted, with only one of a rule at one place."""
    last: tuple[str, Span] | None = None
    for finding in findings:
        key = (finding.rule, finding.span)
        if key != last:
            yield finding
        last = key
