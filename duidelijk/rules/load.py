"""Reads rule files. Errors name the file, the line and, for an unknown word, the one that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, cast

from duidelijk.errors import RuleError
from duidelijk.model import Guideline
from duidelijk.resources import parse_yaml
from duidelijk.rules.rule import Example, Pattern, Rule
from duidelijk.validate import Violation, schema, violations

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EXAMPLES: Final = re.compile(r"^examples:", re.MULTILINE)
_TOP_KEY: Final = re.compile(r"^[^\s#-]", re.MULTILINE)
_OMIT: Final = "Laat ‘{gevonden}’ weg."
_PLACEHOLDER: Final = re.compile(r"\{(suggesties?)\}")


def load_rules(folders: Iterable[Path]) -> dict[str, Rule]:
    """Every rule in the folders, by id. A later folder may replace a rule of an earlier one.

    Raises:
        RuleError: at the first file that cannot be used.
    """
    found: dict[str, Rule] = {}
    for folder in folders:
        here: dict[str, Rule] = {}
        for path in sorted(folder.rglob("*.yml")):
            if path.parent.name == "presets":
                continue
            rule = load_rule(path)
            if rule.id in here:
                raise RuleError(
                    f"De regel ‘{rule.id}’ bestaat al in {here[rule.id].path}.",
                    file=str(path),
                    hint="Kies een andere naam.",
                )
            here[rule.id] = rule
        found.update(here)
    return found


def load_rule(path: Path) -> Rule:
    """One rule file without its examples: they cost most of the time and only tests and docs need them.

    Raises:
        RuleError: when the file breaks the schema.
    """
    text = _read(path)
    head = _EXAMPLES.search(text)
    if head is None or _TOP_KEY.search(text, head.end()):
        data = _parse(text, path)
    else:
        data = _parse(text[: head.start()], path)
        if isinstance(data, dict):
            data["examples"] = [{"good": "."}, {"good": "."}]
    return _rule(data, path, text)


def load_examples(path: Path) -> tuple[Example, ...]:
    """The examples of a rule file, after the whole file is checked, double keys included.

    Raises:
        RuleError: when the file breaks the schema, or has no bad or no good example.
    """
    text = _read(path)
    data = _parse(text, path)
    _refuse_double_keys(text, path)
    _rule(data, path, text)
    examples = tuple(
        Example(item.get("bad"), item.get("good"), item.get("format", "text")) for item in data["examples"]
    )
    if not any(example.bad for example in examples):
        raise RuleError(
            "Er is geen voorbeeld met ‘bad’.", file=str(path), hint="Voeg er onder ‘examples’ een toe."
        )
    if not any(example.good for example in examples):
        raise RuleError(
            "Er is geen voorbeeld met ‘good’.", file=str(path), hint="Voeg er onder ‘examples’ een toe."
        )
    return examples


def _rule(data: object, path: Path, text: str) -> Rule:
    for violation in violations(data, schema("rule")):
        raise _error(violation.message, violation, path, text)
    if not _ID.fullmatch(path.stem):
        raise RuleError(
            f"‘{path.stem}’ kan geen naam van een regel zijn.",
            file=str(path),
            hint="Gebruik kleine letters en streepjes, zoals lange-zin.yml.",
        )
    spec = cast("dict[str, Any]", data)
    kind = spec["kind"]
    replace = tuple((phrase, tuple(options)) for phrase, options in spec.get("replace", {}).items())
    replace += tuple((phrase, ()) for phrase in spec.get("phrases", ()))
    if kind in {"substitute", "avoid"} and not replace and "lexicon" not in spec:
        raise RuleError(
            "De regel heeft geen woorden.", file=str(path), hint="Voeg ‘replace’, ‘phrases’ of ‘lexicon’ toe."
        )
    if kind == "avoid" and _PLACEHOLDER.search(spec["message"]):
        raise RuleError("Een regel van de soort ‘avoid’ heeft geen {suggestie}.", file=str(path))
    patterns = tuple(
        Pattern(
            item["pattern"],
            tuple(item.get("replace", ())),
            item.get("safe", False),
            item.get("case", False),
            item.get("unless"),
            tuple(item.get("contains", ())),
            item.get("level"),
        )
        for item in spec.get("patterns", ())
    )
    applies = spec.get("applies", {})
    lexicon: str | list[str] = spec.get("lexicon", [])
    gives_way: bool | list[str] = spec.get("gives_way", False)
    return Rule(
        id=path.stem,
        folder=path.parent.name,
        path=path,
        kind=kind,
        message=spec["message"],
        why=spec["why"],
        level=spec["level"],
        confidence=spec["confidence"],
        audience=spec["audience"],
        guideline=Guideline(spec["source"]["name"], spec["source"].get("url")),
        message_omit=spec.get("message_omit", _OMIT),
        wcag=tuple(spec.get("wcag", ())),
        act=tuple(spec.get("act", ())),
        default=spec.get("default", True),
        formats=tuple(applies.get("formats", ())),
        kinds=tuple(applies.get("kinds", ())),
        protect=spec.get("protect", True),
        safe=spec.get("safe", False),
        gives_way=gives_way if isinstance(gives_way, bool) else tuple(gives_way),
        replace=replace,
        lexicons=(lexicon,) if isinstance(lexicon, str) else tuple(lexicon),
        patterns=patterns,
        metric=spec.get("metric"),
        check=spec.get("check"),
        options=spec.get("options", {}),
        needs=spec.get("needs", "text"),
        messages=spec.get("messages", {}),
    )


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise RuleError(
            "Dit regelbestand is niet te lezen.", file=str(path), hint="Bewaar het als UTF-8-tekst."
        ) from problem


def _parse(text: str, path: Path) -> Any:
    import yaml

    try:
        return parse_yaml(text)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        raise RuleError(
            "Dit is geen geldige YAML.",
            file=str(path),
            line=mark.line + 1 if mark else None,
            hint="Kijk naar het inspringen en de aanhalingstekens.",
        ) from problem
    except ValueError as problem:
        raise RuleError(
            "Een waarde is geen geldige datum of getal.",
            file=str(path),
            hint="Zet de waarde tussen aanhalingstekens.",
        ) from problem


def _error(message: str, violation: Violation, path: Path, text: str) -> RuleError:
    import yaml

    line = None
    node = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for part in violation.path:
        step = dict(_children(node)).get(part)
        if step is None:
            break
        line, node = step
    return RuleError(message, file=str(path), line=line or 1)


def _children(node: Any) -> Iterator[tuple[str | int, tuple[int, Any]]]:
    import yaml

    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, (key.start_mark.line + 1, value)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield index, (value.start_mark.line + 1, value)


def _refuse_double_keys(text: str, path: Path) -> None:
    import yaml

    nodes = [yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))]
    while nodes:
        node = nodes.pop()
        seen: set[str | int] = set()
        for key, (line, value) in _children(node):
            if key in seen:
                raise RuleError(f"De sleutel ‘{key}’ staat er twee keer.", file=str(path), line=line)
            seen.add(key)
            nodes.append(value)


def option_values(rule: Rule, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a rule with an organisation's changes.

    Raises:
        KeyError: with the name of an option that the rule does not have.
    """
    values = dict(rule.options or {})
    for key, value in changes.items():
        if key not in values:
            raise KeyError(key)
        values[key] = value
    return values
