"""The block of settings at the top of a Markdown file: YAML between ``---`` or TOML between ``+++``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from duidelijk.model import NO_ATTRS, Problem, Source, Span
from duidelijk.readers.front_matter_letter import letter_meta, toml_entries, yaml_entries

_OPEN: Final = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSE: Final = {
    "---": re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"),
    "+++": re.compile(r"(?:(?<=\n)|(?<=\r))\+\+\+[ \t]*(?:\r\n?|\n|\Z)"),
}
_PAIR: Final = re.compile(r"\s*(?:#.*(?:\r\n?|\n)\s*)*[\w\"'][\w \"'.-]*[:=](?=\s)")
_KEY: Final = re.compile(r"[a-z][\w-]*[ \t]*[:=](?=\s)")
_UNCLOSED: Final = re.compile(r"(?:[^\S\r\n]*[^\s][^\r\n]*(?:\r\n?|\n|\Z))+")
_TITLE_LINE: Final = re.compile(r"(?:(?<=\n)|(?<=\r))title[ \t]*[:=][ \t]*([^\r\n]*[^\s])")
_LANG_LINE: Final = re.compile(r"(?:(?<=\n)|(?<=\r))lang(?:uage)?[ \t]*[:=][ \t]*[\"']?([A-Za-z-]+)")
_SUBJECT_LINE: Final = re.compile(
    r"(?:(?<=\n)|(?<=\r))(?:subject|onderwerp)[ \t]*=[ \t]*[\"']([^\r\n]*[^\s\"'])[\"']"
)
_LETTER_LINE: Final = re.compile(r"^\[?letter\b", re.MULTILINE)
_NAMES: Final = {
    "title": "title",
    "lang": "lang",
    "language": "lang",
    "subject": "subject",
    "onderwerp": "subject",
    "date": "date",
    "datum": "date",
}
_TOML_LINE: Final = re.compile(r"line (\d+)")
_LINE_START: Final = re.compile(r"\r\n?|\n")

_BROKEN: Final = "Het blok met gegevens bovenaan (front matter) is niet goed te lezen."
_NOT_CLOSED: Final = "Het blok met gegevens bovenaan (front matter) heeft geen einde."
_HINTS: Final = (
    ("mapping values are not allowed", "Zet een waarde met een dubbele punt tussen aanhalingstekens."),
    (
        "cannot start any token",
        "Gebruik spaties in plaats van tabs, en zet bijzondere tekens tussen aanhalingstekens.",
    ),
)
_HINT: Final = "Schrijf elke regel als ‘naam: waarde’."


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``end``: where the text itself begins. ``title``, ``subject``: a value and where it stands in the file.

    ``letter`` is what it says about a letter, as keys of ``Document.meta``.
    """

    end: int
    title: tuple[str, Span] | None = None
    lang: str | None = None
    problems: tuple[Problem, ...] = ()
    subject: tuple[str, Span] | None = None
    letter: Mapping[str, str] = field(default_factory=lambda: NO_ATTRS)


def front_matter(source: Source) -> FrontMatter | None:
    """The settings at the very start of ``source``, or None when there are none."""
    text = source.text
    opening = _OPEN.match(text)
    if opening is None:
        return None
    mark = opening[1]
    closing = _CLOSE[mark].search(text, opening.end())
    if closing is None:
        return _unclosed(source, opening.end(), mark)
    body = Span(opening.end(), closing.start())
    found = _toml(source, body) if mark == "+++" else _yaml(source, body)
    if found is None:
        return None
    return replace(found, end=closing.end())


def _unclosed(source: Source, start: int, mark: str) -> FrontMatter | None:
    if not _KEY.match(source.text, start):
        return None
    lines = _UNCLOSED.match(source.text, start)
    end = lines.end() if lines else start
    problem = Problem(_NOT_CLOSED, source.name, 1, f"Zet onder het blok een regel met {mark}.")
    return FrontMatter(end, *_by_line(source.text, start, end), (problem,))


def _yaml(source: Source, body: Span) -> FrontMatter | None:
    import yaml

    text = source.text[body.start : body.end]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        if not _PAIR.match(text):
            return None
        mark = getattr(error, "problem_mark", None)
        said = str(getattr(error, "problem", ""))
        hint = next((hint for part, hint in _HINTS if part in said), _HINT)
        problem = Problem(_BROKEN, source.name, mark.line + 2 if mark else 1, hint)
        return FrontMatter(body.end, *_by_line(source.text, *body), (problem,))
    if node is None:
        return FrontMatter(body.end)
    if not isinstance(node, yaml.MappingNode):
        return None
    starts = [body.start, *(body.start + match.end() for match in _LINE_START.finditer(text))]
    found: dict[str, tuple[str, Span]] = {}
    letter: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        if key.value == "letter":
            letter, problems = letter_meta(yaml_entries(value, 2), source.name, key.start_mark.line + 2)
        elif isinstance(value, yaml.ScalarNode) and value.value.strip():
            first, last = value.start_mark, value.end_mark
            span = Span(starts[first.line] + first.column, starts[last.line] + last.column)
            name = _NAMES.get(key.value, "")
            found[name] = value.value, _exactly(source.text, value.value, span)
    lang = found["lang"][0] if "lang" in found else None
    letter = _with_date(letter, has_date="date" in found)
    return FrontMatter(body.end, found.get("title"), lang, tuple(problems), found.get("subject"), letter)


def _toml(source: Source, body: Span) -> FrontMatter:
    import tomllib

    text = source.text[body.start : body.end]
    try:
        data = tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        match = _TOML_LINE.search(str(error))
        problem = Problem(
            _BROKEN,
            source.name,
            int(match[1]) + 1 if match else 1,
            'Schrijf elke regel als ‘naam = "waarde"’.',
        )
        return FrontMatter(body.end, *_by_line(source.text, *body), (problem,))
    by_line, lang_by_line = _by_line(source.text, *body)
    value, lang = data.get("title"), data.get("lang", data.get("language", lang_by_line))
    title = None
    if isinstance(value, str) and value.strip() and by_line:
        title = value, _exactly(source.text, value, by_line[1])
    letter: dict[str, str] = {}
    problems: list[Problem] = []
    if "letter" in data:
        line = _LETTER_LINE.search(text)
        number = len(_LINE_START.findall(text, 0, line.start())) + 2 if line else 1
        letter, problems = letter_meta(toml_entries(data["letter"], number), source.name, number)
    subject = _SUBJECT_LINE.search(source.text, *body)
    named = (subject[1], _exactly(source.text, subject[1], Span(*subject.span(1)))) if subject else None
    letter = _with_date(letter, has_date="date" in data or "datum" in data)
    lang = lang if isinstance(lang, str) else None
    return FrontMatter(body.end, title, lang, tuple(problems), named, letter)


def _with_date(letter: Mapping[str, str], *, has_date: bool) -> dict[str, str]:
    """What is said about a letter, with its date among the parts that are there."""
    if not has_date:
        return dict(letter)
    present = letter.get("letter-present", "")
    return {**letter, "letter-present": f"{present},date".lstrip(",")}


def _by_line(text: str, start: int, end: int) -> tuple[tuple[str, Span] | None, str | None]:
    """Title and language as they stand on a line of their own."""
    title = _TITLE_LINE.search(text, start, end)
    lang = _LANG_LINE.search(text, start, end)
    found = None
    if title:
        first, last = title.span(1)
        if last - first > 1 and text[first] == text[last - 1] and text[first] in "\"'":
            first, last = first + 1, last - 1
        found = text[first:last], Span(first, last)
    return found, lang[1] if lang else None


def _exactly(text: str, value: str, span: Span) -> Span:
    """The part of ``span`` that reads as ``value`` once quotes are off, else the whole."""
    for quotes in range(4):
        start = span.start + quotes
        if text.startswith(value, start) and start + len(value) <= span.end:
            return Span(start, start + len(value))
    return span
