"""The loop: read, find, map to the source, hide what is excepted, sort. Every front-end calls this."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from duidelijk import measure, readers
from duidelijk.advice import advice
from duidelijk.default_view import default_view, left_out
from duidelijk.errors import ConfigError, DuidelijkError, NlpError, ReadError, RuleError
from duidelijk.letter import is_letter, letter
from duidelijk.letter.choice import with_choice
from duidelijk.letter.questions import LetterAnswer, answers
from duidelijk.model import (
    Answer,
    Block,
    Document,
    Edit,
    Finding,
    Hit,
    LetterView,
    PartPlace,
    Passage,
    Problem,
    Report,
    Segment,
    Source,
    Span,
    Suggestion,
)
from duidelijk.nlp import failure, model_name
from duidelijk.nlp.notices import notices
from duidelijk.precedence import with_precedence
from duidelijk.resources import data_folder
from duidelijk.rules.lexicon import Entry, load_entries
from duidelijk.rules.load import load_rules, option_values
from duidelijk.rules.metrics import metric_hits
from duidelijk.rules.patterns import pattern_hits
from duidelijk.rules.phrases import PhraseIndex
from duidelijk.rules.rule import Rule
from duidelijk.scores import Measured, measured
from duidelijk.settings import Choice, Settings, normalised_words
from duidelijk.suppress import Silence, exceptions, remember
from duidelijk.validate import did_you_mean

EXCERPT: Final = 300  # characters of a finding that a report repeats
_ABOUT_EXCEPTIONS: Final = "duidelijk.suppress:"
_WORD: Final = re.compile(r"\w+")
_AROUND: Final = 40  # characters on either side that make a fingerprint
_INSIDE: Final = 100  # characters of the place itself that do
_HIDDEN_ONLY: Final = re.compile(
    r"[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff>]*\Z"
)

Checker = Callable[..., Iterator[Hit]]


@dataclass(frozen=True, slots=True, eq=False)
class Ruleset:
    """The selected rules, ready to run.

    ``words`` are the organisation's own, case-folded; ``known`` all rule and folder names that exist.
    """

    rules: tuple[Rule, ...]
    phrases: PhraseIndex
    words: frozenset[str]
    patterns: tuple[Rule, ...]
    metrics: tuple[tuple[Rule, dict[str, Any]], ...]
    checks: tuple[tuple[Rule, dict[str, Any]], ...]
    late: tuple[tuple[Rule, dict[str, Any]], ...]
    giving_way: Mapping[str, bool | tuple[str, ...]]
    known: frozenset[str]


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


def failed(name: str, problem: DuidelijkError) -> Report:
    """The report on an input that could not be read."""
    error = Problem(problem.message, name, problem.line, problem.hint)
    return Report(Source(name, "", ""), "", errors=(error,))


def lint_document(document: Document, ruleset: Ruleset, *, settings: Settings) -> Report:
    """Everything that a ruleset finds in a document."""
    if settings.pipeline is not None:
        document = replace(document, pipeline=settings.pipeline)
    document = _with_kind(with_choice(document, settings.letter))
    problems = list(document.problems)
    findings: list[tuple[Finding, str]] = []
    for rule, hit in _all_hits(document, ruleset, problems, settings=settings):
        if _is_own_word(hit, ruleset.words) or (rule.confidence == "low" and not settings.low_confidence):
            continue
        finding = _finding_or_problem(document, rule, hit, problems)
        if finding is not None:
            findings.append((finding, rule.folder))
    shown = with_precedence(_without_silenced(document, ruleset, findings), ruleset.giving_way)
    for rule, options in ruleset.late:
        hits = _safely(rule, document, options, problems, settings=settings)
        late = (_finding_or_problem(document, rule, hit, problems) for hit in hits)
        shown += [finding for finding in late if finding is not None]
    shown.sort(key=lambda finding: (finding.span, finding.rule))
    found = list(_distinct(shown))
    words = _words(document)
    known_are_hidden = settings.baseline is not None
    view = found if settings.all_suggestions or known_are_hidden else default_view(found, words)
    more = [left_out(len(found) - len(view), document.source.name)] if len(view) < len(found) else []
    view_of_letter = _letter_view(document)
    figures = _measured(document, problems, settings=settings)
    problems += _without_model(document)
    return Report(
        source=document.source,
        format=document.format,
        kind=document.meta.get("kind"),
        lang=document.meta.get("lang"),
        findings=tuple(view),
        scores=figures.scores,
        errors=tuple(problems),
        words=words,
        model=model_name(document),
        notices=(*notices(document), *more),
        sections=figures.sections,
        costs=figures.costs,
        advice=advice(found, {rule.id for rule in ruleset.rules}, words),
        letter=view_of_letter,
        passages=tuple(map(_passage, document.blocks)) if settings.show_text else (),
        personal=_personal(document) if settings.mask else (),
    )


def _measured(document: Document, problems: list[Problem], *, settings: Settings) -> Measured:
    """The scores; those that need the parse only in a full check, or when they are asked for."""
    parse = settings.scores or not {"standaard", "alles"}.isdisjoint(settings.choice.select)
    try:
        hard = hard_words(document) if parse else {}
        return measured(document, hard, parse=parse, compare=settings.compare)
    except NlpError:
        return measured(document, {}, parse=False)
    except ConfigError:
        raise
    except Exception as problem:
        if settings.debug:
            raise
        message = f"Het leesniveau is niet te meten door een storing ({type(problem).__name__})."
        hint = "De regels zijn wel uitgevoerd. Meld dit aan de makers; --debug toont de details."
        problems.append(Problem(message, document.source.name, None, hint))
        return Measured()


def _letter_view(document: Document) -> LetterView | None:
    """What a letter says and does, with places in the source; None when the document is no letter."""
    found = letter(document)
    if found is None:
        return None
    parts = (PartPlace(part.name, part.block.map.to_source(*part.span)) for part in found.parts)
    return LetterView(
        found.kind, found.confidence, tuple(parts), tuple(map(_answer, answers(document, found)))
    )


def _answer(found: LetterAnswer) -> Answer:
    if found.block is None or found.span is None:
        return Answer(found.question)
    text = found.block.text[found.span.start : found.span.end]
    return Answer(found.question, found.block.map.to_source(*found.span), text)


def _passage(block: Block) -> Passage:
    return Passage(block.kind, block.level, block.text, block.map, block.main)


def _with_kind(document: Document) -> Document:
    """The document as a letter if it is one in any format; what the user says goes before how it looks."""
    kind = document.meta.get("kind")
    if is_letter(document) == (kind == "letter"):
        return document
    meta = {**document.meta, "kind": "letter"} if kind != "letter" else dict(document.meta)
    if kind == "letter":
        del meta["kind"]
    return replace(document, meta=meta)


def _personal(document: Document) -> tuple[Span, ...]:
    from duidelijk.letter.personal import personal

    return personal(document)


def _words(document: Document) -> int:
    """How many words the main content has, code apart."""
    blocks = (block for block in document.blocks if block.main and block.kind != "code")
    return sum(sum(measure.sentence_words(document, block)) for block in blocks)


def hard_words(document: Document) -> dict[Block, tuple[Span, ...]]:
    """Where the words stand that the lists of plain words advise against, whatever rules the user chose.

    Spans are in the text of the block, sorted, and do not overlap.
    """
    found: dict[Block, list[Span]] = {}
    for _, hit in _word_lists().hits(document):
        if hit.block is not None:
            found.setdefault(hit.block, []).append(hit.span)
    return {block: tuple(_apart(spans)) for block, spans in found.items()}


def _apart(spans: list[Span]) -> Iterator[Span]:
    end = -1
    for span in sorted(spans):
        if span.start >= end:
            yield span
            end = span.end


@lru_cache(maxsize=1)
def _word_lists() -> PhraseIndex:
    rules = [
        rule for rule in _loaded(()).values() if rule.folder == "woordkeus" and rule.lexicons and rule.default
    ]
    return PhraseIndex((rule, entry) for rule in rules for entry in _entries(rule, {}))


def all_rules(settings: Settings) -> dict[str, Rule]:
    """Every rule that exists for these settings, by id, the organisation's own included.

    Raises:
        RuleError: at the first rule file that cannot be used.
    """
    return _loaded(settings.rule_folders)


@lru_cache(maxsize=16)
def ruleset_for(settings: Settings) -> Ruleset:
    """The rules that these settings choose, compiled once.

    Raises:
        ConfigError: for a rule or option that does not exist.
        RuleError: for a rule file or lexicon that cannot be used.
    """
    every = all_rules(settings)
    rules = _selected(every, settings)
    _refuse_missing_pipeline(settings)
    own = dict(settings.lexicons)
    phrase_rules = [rule for rule in rules if rule.kind in {"substitute", "avoid"}]
    with_options = {rule.id: _options(rule, settings) for rule in rules}
    checks = [(rule, with_options[rule.id]) for rule in rules if rule.kind == "check"]
    checks.sort(key=lambda check: check[0].needs != "parse")  # what they parse serves the others as well
    is_late = [rule.check is not None and rule.check.startswith(_ABOUT_EXCEPTIONS) for rule, _ in checks]
    return Ruleset(
        rules=tuple(rules),
        phrases=PhraseIndex((rule, entry) for rule in phrase_rules for entry in _entries(rule, own)),
        words=normalised_words(settings.words),
        patterns=tuple(rule for rule in rules if rule.kind == "pattern"),
        metrics=tuple((rule, with_options[rule.id]) for rule in rules if rule.kind == "metric"),
        checks=tuple(check for check, late in zip(checks, is_late, strict=True) if not late),
        late=tuple(check for check, late in zip(checks, is_late, strict=True) if late),
        giving_way={rule.id: rule.gives_way for rule in rules if rule.gives_way},
        known=frozenset(every) | frozenset(rule.folder for rule in every.values()),
    )


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


def _finding_or_problem(document: Document, rule: Rule, hit: Hit, problems: list[Problem]) -> Finding | None:
    """The finding; when the message of the rule cannot be filled in, one problem that names the rule."""
    try:
        return _finding(document, rule, hit)
    except (KeyError, IndexError, ValueError):
        problem = Problem(
            f"De melding van de regel ‘{rule.id}’ is niet in te vullen.",
            document.source.name,
            None,
            f"Kijk naar de woorden tussen accolades in {rule.path}.",
            rule.id,
        )
        if problem not in problems:
            problems.append(problem)
        return None


def _finding(document: Document, rule: Rule, hit: Hit) -> Finding:
    block = hit.block
    span = block.map.to_source(*hit.span) if block is not None else hit.span
    if block is not None and span.start == span.end:
        span = block.place  # text without a place of its own, in markup too broken to follow
    found = (
        block.text[hit.span.start : hit.span.end]
        if block is not None
        else document.source.text[span.start : span.end]
    )
    values = hit.values if "gevonden" in hit.values else {"gevonden": found, **hit.values}
    omits = rule.kind == "substitute" and "suggestie" not in values and bool(hit.suggestions)
    return Finding(
        rule=rule.id,
        span=span,
        message=(rule.message_omit if omits else rule.message).format_map(values),
        level=rule.level if rule.level_is_chosen else hit.level or rule.level,
        confidence=rule.confidence,
        outcome=hit.outcome,
        excerpt=found if len(found) <= EXCERPT else found[: EXCERPT - 1] + "…",
        guideline=rule.guideline,
        fingerprint=_fingerprint(rule, hit, found),
        suggestions=tuple(_in_source(document, hit, suggestion) for suggestion in hit.suggestions),
        anchor=block.anchor if block is not None else None,
        wcag=rule.wcag,
        act=rule.act,
        audience=rule.audience,
    )


def _is_own_word(hit: Hit, words: frozenset[str]) -> bool:
    """Whether the hit is exactly one of the organisation's own words or names."""
    block = hit.block
    return bool(words) and block is not None and block.text[slice(*hit.span)].casefold() in words


def _in_source(document: Document, hit: Hit, suggestion: Suggestion) -> Suggestion:
    """The suggestion with its edits in the source; without edits where they would break markup."""
    block = hit.block
    if block is None:
        return suggestion
    edits: list[Edit] = []
    for edit in suggestion.edits:
        span = block.map.to_source(*edit.span)
        if span.start == span.end or not _is_whole(document.source.text, block.map.within(*edit.span)):
            return Suggestion(suggestion.title, ())
        edits.append(
            Edit(span, html.escape(edit.text, quote=False) if document.format == "html" else edit.text)
        )
    return Suggestion(suggestion.title, tuple(edits), suggestion.applicability)


def _is_whole(source: str, segments: Iterable[Segment]) -> bool:
    """Whether nothing but white space and invisible characters lies between the pieces."""
    last: int | None = None
    for segment in segments:
        if last is not None and segment.s0 != last and not _HIDDEN_ONLY.match(source[last : segment.s0]):
            return False
        last = segment.s1
    return True


def _fingerprint(rule: Rule, hit: Hit, found: str) -> str:
    """The rule and the words in and around the place: the same wherever in the file it stands."""
    import hashlib

    words = found[:_INSIDE].lower()
    if rule.kind == "metric":
        words = ""
    elif hit.block is not None:
        start, end = hit.span
        around = hit.block.text[max(0, start - _AROUND) : min(end, start + _INSIDE) + _AROUND].lower()
        words += "\0" + " ".join(_WORD.findall(around)[1:-1])  # the first and last may be half words
    return hashlib.sha256(f"{rule.id}\0{words}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


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


@lru_cache(maxsize=4)
def _loaded(folders: tuple[Any, ...]) -> dict[str, Rule]:
    return load_rules((data_folder("rules"), *folders))


def _entries(rule: Rule, own: Mapping[str, tuple[Any, ...]]) -> Iterator[Entry]:
    for phrase, alternatives in rule.replace:
        yield Entry(phrase, alternatives, None, rule.safe, ())
    named = rule.kind == "substitute"
    for lexicon in rule.lexicons:
        path = data_folder("lexicons") / f"{lexicon}.tsv"
        if not path.is_file():
            path = rule.path.parent / f"{lexicon}.tsv"
        yield from load_entries(path, with_alternatives=named)
        for extra in own.get(lexicon, ()):
            yield from load_entries(extra, with_alternatives=named)


def _selected(every: Mapping[str, Rule], settings: Settings) -> list[Rule]:
    choice = settings.choice
    _refuse_unknown(every, settings)
    chosen = {rule.id for selector in choice.select for rule in every.values() if _matches(selector, rule)}
    chosen -= {rule.id for selector in choice.ignore for rule in every.values() if _matches(selector, rule)}
    levels = dict(choice.levels)
    return [
        replace(rule, level=levels[rule.id], level_is_chosen=True) if rule.id in levels else rule
        for rule in every.values()
        if rule.id in chosen
    ]


def _matches(selector: str, rule: Rule) -> bool:
    if selector == "standaard":
        return rule.default
    return selector in {"alles", rule.id, rule.folder} or (selector == "wcag" and bool(rule.wcag))


def _refuse_unknown(every: Mapping[str, Rule], settings: Settings) -> None:
    choice: Choice = settings.choice
    rules = set(every)
    selectors = rules | {rule.folder for rule in every.values()} | {"standaard", "alles", "wcag"}
    named = [(name, selectors) for name in (*choice.select, *choice.ignore)]
    named += [(name, rules) for name, _ in (*choice.levels, *choice.options)]
    for name, known in named:
        if name not in known:
            raise ConfigError(
                f"De regel ‘{name}’ bestaat niet.",
                file=str(settings.file) if settings.file and settings.line_of(name) else None,
                line=settings.line_of(name),
                hint=did_you_mean(name, sorted(known)) or "Alle regels ziet u met: duidelijk rule.",
            )


def _refuse_missing_pipeline(settings: Settings) -> None:
    if settings.pipeline is None:
        return
    from duidelijk.nlp.pipeline import folder_of

    try:
        folder_of(settings.pipeline)
    except ConfigError as problem:
        file = str(settings.file) if settings.file else None
        raise ConfigError(
            problem.message, file=file, line=settings.line_of("pipeline"), hint=problem.hint
        ) from None


def _options(rule: Rule, settings: Settings) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, options in settings.choice.options:
        if name == rule.id:
            changes.update(options)
    try:
        return option_values(rule, changes)
    except KeyError as problem:
        key = str(problem.args[0])
        known = list(rule.options or {})
        raise ConfigError(
            f"De regel ‘{rule.id}’ heeft geen optie ‘{key}’.",
            file=str(settings.file) if settings.file else None,
            line=settings.line_of(key),
            hint=did_you_mean(key, known) or (f"Opties: {', '.join(known)}." if known else None),
        ) from problem
