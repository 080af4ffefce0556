"""Which rules run: the choice of the user, checked and compiled once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from duidelijk.errors import ConfigError
from duidelijk.resources import data_folder
from duidelijk.rules.lexicon import Entry, load_entries
from duidelijk.rules.load import load_rules, option_values
from duidelijk.rules.phrases import PhraseIndex
from duidelijk.rules.rule import Rule
from duidelijk.settings import Choice, Settings, normalised_words
from duidelijk.validate import did_you_mean

_ABOUT_EXCEPTIONS: Final = "duidelijk.suppress:"


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


def forget() -> None:
    """Read the rules and lists of the organisation again at the next check: they may have changed."""
    ruleset_for.cache_clear()
    _loaded.cache_clear()


@lru_cache(maxsize=1)
def word_lists() -> PhraseIndex:
    """The lists of words to avoid, whatever rules the user chose."""
    rules = [
        rule for rule in _loaded(()).values() if rule.folder == "woordkeus" and rule.lexicons and rule.default
    ]
    return PhraseIndex((rule, entry) for rule in rules for entry in _entries(rule, {}))


@lru_cache(maxsize=4)
def _loaded(folders: tuple[Any, ...]) -> dict[str, Rule]:
    return load_rules((data_folder("rules"), *folders))


@lru_cache(maxsize=64)
def _shipped(path: Path, *, with_alternatives: bool) -> tuple[Entry, ...]:
    """The entries of a list of ours, which the rules and the reading level both look for."""
    return tuple(load_entries(path, with_alternatives=with_alternatives))


def _entries(rule: Rule, own: Mapping[str, tuple[Any, ...]]) -> Iterator[Entry]:
    for phrase, alternatives in rule.replace:
        yield Entry(phrase, alternatives, None, rule.safe, ())
    named = rule.kind == "substitute"
    for lexicon in rule.lexicons:
        path = data_folder("lexicons") / f"{lexicon}.tsv"
        if path.is_file():
            yield from _shipped(path, with_alternatives=named)
        else:
            yield from load_entries(rule.path.parent / f"{lexicon}.tsv", with_alternatives=named)
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
