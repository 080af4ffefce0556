"""Word lists: one line an entry, with its alternatives and the places where it must stay silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from duidelijk.errors import RuleError
from duidelijk.model import LEVELS, Level
from duidelijk.nlp.tags import POS
from duidelijk.rules.constructions import anchors, construction
from duidelijk.rules.forms import every_form
from duidelijk.rules.inflected import TAGS
from duidelijk.validate import did_you_mean

COLUMNS: Final = (
    "word", "pos", "alternatives", "forms", "level", "safe", "unless", "source", "example", "near_miss",
)  # fmt: skip
OMIT: Final = "-"
EVERY_FORM: Final = "*"
_CONDITIONS: Final = (
    "after", "before", "only-after", "only-before", "start", "end", "before-number", "before-capital",
    "near-number", "with", "only-with", "pos", "only-pos",
)  # fmt: skip
_OF_THE_WORD: Final = frozenset({"pos", "only-pos"})
_LAST_WORD: Final = re.compile(r"([\w’'-]+) *\Z")
_NEXT_WORD: Final = re.compile(r" *([\w’'€-]+)")
_NEAR: Final = 8
_REACH: Final = 400  # characters in which other words of the sentence count


class Condition(NamedTuple):
    """``words`` are compared in lower case; one that ends in ``*`` is a beginning.

    For ``pos`` and ``only-pos`` they are word classes of Universal Dependencies, in capitals.
    """

    name: str
    words: tuple[str, ...]


class Entry(NamedTuple):
    """One surface form. ``word`` has a capital only where case matters; ``alternatives`` may hold ``-``.

    With a ``lemma`` the form counts only where it is a form of that ``pos`` (VERB, NOUN, ADJ), and the
    alternatives are lemmas too, to be inflected as the sentence asks.
    """

    word: str
    alternatives: tuple[str, ...]
    level: Level | None
    safe: bool
    unless: tuple[Condition, ...]
    lemma: str = ""
    pos: str = ""

    @property
    def is_construction(self) -> bool:
        """Whether the lemma is more than a word (``zorg dragen voor``); ``word`` is then where to look."""
        return " " in self.lemma


class Row(NamedTuple):
    """A line of a lexicon file as its maker wrote it, for tests and docs."""

    line: int
    cells: dict[str, str]


def read_rows(path: Path) -> Iterator[Row]:
    """The lines of a lexicon file.

    Raises:
        RuleError: with the file and line, for a file that is not a lexicon.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise RuleError(
            "Deze woordenlijst is niet te lezen.",
            file=str(path),
            hint="Bewaar de lijst als UTF-8-tekst met tabs.",
        ) from problem
    header = lines[0].split("\t") if lines else []
    if "word" not in header:
        raise RuleError(
            "De eerste regel van de woordenlijst noemt de kolom ‘word’ niet.",
            file=str(path),
            line=1,
            hint=f"Kolommen, gescheiden door tabs: {', '.join(COLUMNS)}.",
        )
    for name in header:
        if name not in COLUMNS:
            raise RuleError(
                f"De kolom ‘{name}’ is onbekend.", file=str(path), line=1, hint=did_you_mean(name, COLUMNS)
            )
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) > len(header):
            raise RuleError(
                f"Deze regel heeft {len(cells)} kolommen; de kop noemt er {len(header)}.",
                file=str(path),
                line=number,
            )
        yield Row(number, dict(zip(header, map(str.strip, cells), strict=False)))


def load_entries(path: Path, *, with_alternatives: bool = False) -> Iterator[Entry]:
    """Every surface form of a lexicon file, inflected forms included.

    ``with_alternatives``: a form without an alternative is refused, for rules whose message names one.

    Raises:
        RuleError: with the file and line of what cannot be used.
    """
    seen: set[tuple[str, str]] = set()
    inflected: list[Entry] = []
    for row in read_rows(path):
        for entry in _given(row, path):
            if (entry.word, entry.pos) in seen:
                raise RuleError(f"‘{entry.word}’ staat twee keer in de lijst.", file=str(path), line=row.line)
            if with_alternatives and not entry.alternatives:
                raise RuleError(
                    f"‘{entry.word}’ heeft geen vervanging.",
                    file=str(path),
                    line=row.line,
                    hint="Vul de kolom ‘alternatives’ in; een streepje betekent: laat het weg.",
                )
            seen.add((entry.word, entry.pos))
            if entry.lemma:
                inflected.append(entry)
            else:
                yield entry
    for entry in inflected:
        yield from (form for form in _every_form(entry) if (form.word, "") not in seen or _is_apart(form))


def _given(row: Row, path: Path) -> Iterator[Entry]:
    """The forms that the row gives; the first has a lemma when its other forms are wanted too."""
    cells = row.cells
    level = cells.get("level", "") or None
    if level is not None and level not in LEVELS:
        raise RuleError(
            f"Het niveau ‘{level}’ is onbekend.",
            file=str(path),
            line=row.line,
            hint=did_you_mean(level, LEVELS),
        )
    unless = tuple(_conditions(cells.get("unless", ""), path, row.line))
    if EVERY_FORM in cells.get("forms", ""):
        unless = tuple(_on_either_side(condition) for condition in unless)
    safe = cells.get("safe", "") == "yes"
    word, pos = cells["word"], cells.get("pos", "")
    for form, alternatives in _forms(cells, path, row.line):
        if form == EVERY_FORM:
            yield Entry(word, _options(cells.get("alternatives", "")), level, False, unless, word, pos)
        else:
            yield Entry(form, alternatives, level, safe, unless)


def _on_either_side(condition: Condition) -> Condition:
    """*dat hij zich toelegt*, *hij legt zich toe*: where a verb changes place, its company does too.

    With a name of its own: ``only-with`` of an inflected form is its particle, which must come after it.
    """
    return condition._replace(name="only-beside") if condition.name == "only-with" else condition


def _every_form(entry: Entry) -> Iterator[Entry]:
    found = anchors(entry.lemma) if entry.is_construction else every_form(entry.lemma, entry.pos)
    for form, particle in found:
        apart = (Condition("only-with", (particle,)),) if particle else ()
        yield entry._replace(word=form, unless=(*apart, *entry.unless))


def _is_apart(entry: Entry) -> bool:
    return entry.is_construction or any(condition.name == "only-with" for condition in entry.unless)


def allowed(entry: Entry, text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether the entry may be flagged at ``text[start:end]`` inside the sentence at those offsets."""
    return not any(
        _silences(condition, text, start, end, sentence)
        for condition in entry.unless
        if condition.name not in _OF_THE_WORD
    )


def asks_for_pos(entry: Entry) -> bool:
    """Whether the word class decides if the entry may be flagged."""
    return any(condition.name in _OF_THE_WORD for condition in entry.unless)


def allowed_as(entry: Entry, pos: str) -> bool:
    """Whether the entry may be flagged where its first word is of this word class."""
    return all(
        (pos in condition.words) == (condition.name == "only-pos")
        for condition in entry.unless
        if condition.name in _OF_THE_WORD
    )


def _silences(condition: Condition, text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    first, last = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    match condition.name:
        case "start":
            return not text[sentence[0] : start].strip("‘’“”\"'(„ ")
        case "end":
            return not text[end : sentence[1]].strip("‘’“”\"'). !?:;,")
        case "before-number":
            return text[end : end + 4].lstrip(" €").startswith(tuple("0123456789"))
        case "before-capital":
            return text[end:].lstrip(" ")[:1].isupper()
        case "only-with":
            return not any(_has_word(text[end:last], word) for word in condition.words)
        case "with" | "only-beside" as name:
            around = f"{text[first:start]} {text[end:last]}"
            return any(_has_word(around, word) for word in condition.words) == (name == "with")
        case "near-number":
            return any(c.isdigit() for word in text[end:last].split()[:_NEAR] for c in word)
    if condition.name.endswith("after"):
        found = _LAST_WORD.search(text, max(sentence[0], start - 60), start)
    else:
        found = _NEXT_WORD.match(text, end, sentence[1])
    hit = found is not None and _is_one_of(found[1].lower(), condition.words)
    return not hit if condition.name.startswith("only") else hit


def _has_word(text: str, word: str) -> bool:
    return any(_is_one_of(found[1].lower(), (word,)) for found in _NEXT_WORD.finditer(text))


def _is_one_of(word: str, words: tuple[str, ...]) -> bool:
    return any(word.startswith(item[:-1]) if item.endswith("*") else word == item for item in words)


def _conditions(text: str, path: Path, line: int) -> Iterator[Condition]:
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, _, words = part.partition(":")
        if name not in _CONDITIONS:
            raise RuleError(
                f"De voorwaarde ‘{name}’ is onbekend.",
                file=str(path),
                line=line,
                hint=did_you_mean(name, _CONDITIONS),
            )
        found = tuple(word.strip() for word in words.split("|") if word.strip())
        if name in _OF_THE_WORD:
            for unknown in set(found) - set(POS):
                raise RuleError(
                    f"De woordsoort ‘{unknown}’ is onbekend.",
                    file=str(path),
                    line=line,
                    hint=did_you_mean(unknown, POS),
                )
            yield Condition(name, found)
        else:
            yield Condition(name, tuple(word.lower() for word in found))


def _forms(cells: dict[str, str], path: Path, line: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Forms with their alternatives; ``*`` stands for all others, the word itself included."""
    word, options = cells["word"], _options(cells.get("alternatives", ""))
    if not word:
        raise RuleError("De kolom ‘word’ is leeg.", file=str(path), line=line)
    given = [piece.strip() for piece in cells.get("forms", "").split(";") if piece.strip()]
    is_construction = EVERY_FORM in given and cells.get("pos") == "VERB" and construction(word) is not None
    if EVERY_FORM not in given:
        yield word, options
    for part in given:
        form, arrow, texts = part.partition(">")
        if part == EVERY_FORM:
            if cells.get("pos") not in TAGS or (" " in word and not is_construction):
                raise RuleError(
                    "Alle vormen zoeken kan alleen bij één werkwoord, zelfstandig of bijvoeglijk naamwoord, "
                    "of bij een verbinding met een werkwoord.",
                    file=str(path),
                    line=line,
                    hint="Zet in de kolom ‘pos’ VERB, NOUN of ADJ, of haal het sterretje weg.",
                )
            yield EVERY_FORM, options
        elif not arrow or not form.strip():
            raise RuleError(
                f"‘{part}’ is geen vorm.", file=str(path), line=line, hint="Schrijf vorm>vervanging."
            )
        else:
            yield form.strip(), _options(texts)


def _options(text: str) -> tuple[str, ...]:
    return tuple(option.strip() for option in text.split("|") if option.strip())
