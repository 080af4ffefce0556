"""The parts above the text of a letter: who sends it, to whom, when, under which number, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.letter import Part
from duidelijk.letter.head_lines import (
    by_label,
    has_initials,
    has_town,
    is_contact,
    is_date,
    is_delivery,
    is_numbered,
    is_organisation,
    is_paper,
    is_person,
    label_of,
)
from duidelijk.letter.layout import Line
from duidelijk.letter.lines import subject_at
from duidelijk.model import LetterPart, Span

_SUBJECT_WORDS: Final = 14
_FEW: Final = 2
_MOST_CELLS: Final = 12
# Labels of what is no part of a letter; the value stands beside or below.
_OTHER_LABEL: Final = re.compile(
    r"(?:verval|betaal|inlever|reactie|ingangs|geboorte)datum\s?:?|"
    r"(?:te betalen|bedrag|totaal|pagina|blad|status|"
    r"uiterste (?:betaal|inlever)datum|betaal(?:baar)? (?:vóór|voor|tot)|klas|rubricering)\s?:?",
    re.IGNORECASE,
)
_CELL: Final = re.compile(r"[^\s|](?:[^|]*[^\s|])?")
_NAME: Final = re.compile(r"(?<![.?!] )\b(?!Geachte|Beste|Mijnheer|Mevrouw|De\b|Van\b)[A-Z][\w'’-]{2,}")
_Names = dict[int, LetterPart | None]


def top_parts(lines: Sequence[Line], salutation: str = "") -> Iterator[Part]:
    """The parts above the text, each a line of the letter head; a line that is none of them is left out."""
    lines = list(_apart(lines))
    names = _label_rows(lines)
    _name_labelled(lines, names)
    rest = [number for number in range(len(lines)) if number not in names]
    if "subject" not in names.values() and _is_title(lines, rest):
        names[rest.pop()] = "subject"
    clusters = list(_clusters(lines, rest))
    _name_clusters(lines, clusters, names, frozenset(_NAME.findall(salutation)))
    if "subject" not in names.values():
        _find_subject(lines, rest, names)
    paper = _paper(lines, names, frozenset(rest))
    for number, line in enumerate(lines):
        name = names.get(number)
        if name is None:
            continue
        start = line.start
        if name == "subject":
            at = subject_at(line.text, at_top=True)
            if at == len(line.text):
                continue
            start += at or 0
        yield Part(name, line.block, Span(start, line.end))
        if name == "contact" and number in paper:
            yield Part("sender", line.block, Span(start, line.end))


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, but ``Gemeente Dorpsdam | 3 mei 2026`` as two that stand beside each other."""
    for line in lines:
        cells = [Span(*match.span()) for match in _CELL.finditer(line.text)]
        if len(cells) == 1 or not any(is_date(line.text[start:end]) for start, end in cells):
            yield line
            continue
        for column, (start, end) in enumerate(cells, line.column):
            yield line._replace(
                start=line.start + start, end=line.start + end, text=line.text[start:end], column=column
            )


def _paper(lines: Sequence[Line], names: _Names, plain: frozenset[int]) -> frozenset[int]:
    """The lines that say how to reach the sender and stand among the lines that say who he is."""
    groups: dict[tuple[int, int], list[int]] = {}
    for number, line in enumerate(lines):
        groups.setdefault((line.group, line.column), []).append(number)
    found: set[int] = set()
    for numbers in groups.values():
        here = {names.get(number) for number in numbers}
        names_sender = any(number in plain and is_organisation(lines[number].text) for number in numbers)
        if (here == {"contact"} and names_sender) or (
            "sender" in here and here <= {"sender", "contact", None}
        ):
            found.update(numbers)
    return frozenset(found)


def _label_rows(lines: Sequence[Line]) -> _Names:
    """Rows with nothing but labels, and the rows below them with what belongs to each."""
    names: _Names = {}
    rows: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        rows.setdefault(line.row, []).append(number)
    for row, numbers in rows.items():
        labels = [_bare_label(lines[number].text) for number in numbers]
        below = rows.get(row + 1, [])
        known = len(labels) - labels.count(None)
        if not _FEW <= known <= len(labels) <= _MOST_CELLS or not _all_words(lines, numbers):
            continue
        if len(below) == len(labels):
            names |= dict(zip(numbers, labels, strict=True)) | dict(zip(below, labels, strict=True))
        elif 0 < len(below) < len(labels):
            names |= dict(zip(numbers, labels, strict=True))
            for number in below:
                left = lines[number].left
                nearest = min(range(len(labels)), key=lambda at: abs(lines[numbers[at]].left - left))
                names[number] = labels[nearest]
    return names


def _all_words(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Whether the cells of a row may all be labels, known or not: ``Te betalen vóór``."""
    return all(label_of(lines[number].text) == lines[number].text.rstrip(" :") for number in numbers)


def _bare_label(text: str) -> LetterPart | None:
    """The part that a line announces that is nothing but a label."""
    label = label_of(text)
    return by_label(label) if label is not None and label == text.rstrip(" :") else None


def _name_labelled(lines: Sequence[Line], names: _Names) -> None:
    """Name the lines that say themselves what they are, and the cell or line that belongs to a bare label."""
    for number, line in enumerate(lines):
        text = line.text
        if number in names:
            continue
        if _OTHER_LABEL.fullmatch(text):
            names |= {number: None} | ({number + 1: None} if number + 1 < len(lines) else {})
            continue
        at = subject_at(text, at_top=True)
        if line.block.kind == "subject" or at is not None:
            names[number] = "subject"
            value = line.block.kind != "subject" and at == len(text)
        elif is_delivery(text):
            names[number] = None
            value = False
        elif is_numbered(text):
            names[number] = "reference"
            value = False
        elif _label_name(text) not in {"reference", "contact"} and _is_date(line):
            names[number] = "date"
            value = False
        elif is_date(f"{text} {_value(lines, number)}"):
            names[number] = "date"
            value = True
        else:
            value = _name_by_label(lines, number, names)
        if value and number + 1 < len(lines):
            names[number + 1] = names[number]


def _is_date(line: Line) -> bool:
    """Whether a line is a date; a heading such as ``Uitnodiging, 3 mei 2026`` is none."""
    return is_date(line.text) and (line.block.kind != "heading" or line.text[0].isdigit())


def _value(lines: Sequence[Line], number: int) -> str:
    """What stands beside a line as its value: ``: 3 mei 2026``."""
    after = lines[number + 1] if number + 1 < len(lines) else None
    beside = after is not None and after.row == lines[number].row
    return after.text if after is not None and beside and after.text[0] == ":" else ""


def _label_name(text: str) -> LetterPart | None:
    label = label_of(text)
    return by_label(label) if label is not None else None


def _name_by_label(lines: Sequence[Line], number: int, names: _Names) -> bool:
    """Name a line by the label it begins with; says whether what the label is for follows it."""
    text = lines[number].text
    label = label_of(text)
    is_bare = label == text.rstrip(" :")
    beside = number + 1 < len(lines) and lines[number + 1].row == lines[number].row
    value = (lines[number + 1].text if beside else None) if is_bare else text
    name = by_label(label, value) if label is not None else None
    if label is None or name is None:
        return False
    if not is_bare:
        if ":" in text or name == "reference":
            names[number] = name
        return False
    if not (beside or text.endswith(":") or name in {"date", "reference"}):
        return False
    names[number] = name
    return beside or name not in {"address", "sender"}


def _clusters(lines: Sequence[Line], rest: Sequence[int]) -> Iterator[list[int]]:
    """Lines that stand together, column by column: a name with the address below it."""
    groups: dict[tuple[int, int], list[int]] = {}
    for number in rest:
        line = lines[number]
        groups.setdefault((line.group, line.column), []).append(number)
    for numbers in groups.values():
        cluster: list[int] = []
        for number in numbers:
            text = lines[number].text
            if cluster and is_person(text) and any(has_town(lines[at].text) for at in cluster):
                yield cluster
                cluster = []
            cluster.append(number)
        yield cluster


def _name_clusters(
    lines: Sequence[Line], clusters: Sequence[list[int]], names: _Names, greeted: frozenset[str]
) -> None:
    """Say of each cluster whether it is the sender or the reader; a sender comes first if nothing tells."""
    before: LetterPart | None = None
    complete: set[LetterPart] = set()
    for cluster in clusters:
        texts = [lines[number].text for number in cluster]
        above = names.get(cluster[0] - 1)
        if above == "address" and _is_below(lines[cluster[0] - 1], lines[cluster[0]]):
            name: LetterPart | None = "address"
        else:
            name = _who(texts, before, complete, greeted)
            if name == "address" and before == "sender" and _is_beside(lines, cluster[0]):
                name = "address" if any(is_person(text) or has_initials(text) for text in texts) else "sender"
        has_code = any(has_town(text) for text in texts)
        for number, text in zip(cluster, texts, strict=True):
            names[number] = "contact" if name != "address" and is_contact(text) else name
        if has_code and name is not None:
            complete.add(name)
        before = name


def _is_below(above: Line, line: Line) -> bool:
    return above.group == line.group and above.column == line.column


def _is_beside(lines: Sequence[Line], number: int) -> bool:
    return lines[number].column > 0 and any(
        line.column == 0 and line.group == lines[number].group for line in lines
    )


def _who(
    texts: Sequence[str], before: LetterPart | None, complete: set[LetterPart], greeted: frozenset[str]
) -> LetterPart | None:
    """Whose name and address the lines are, going by their words and by what came before."""
    first = texts[0]
    has_code = any(has_town(text) for text in texts)
    if is_person(first) or any(is_person(text) for text in texts[1:]):
        return "address"
    if any(is_organisation(text) or is_paper(text) or is_contact(text) for text in texts):
        is_second = has_code and "sender" in complete and "address" not in complete and not is_paper(first)
        return "address" if is_second else "sender"
    if has_initials(first) or not greeted.isdisjoint(word for text in texts for word in _NAME.findall(text)):
        return _other(complete)
    if has_code:
        return "sender" if not greeted and before is None else _other(complete)
    if before == "address" and "address" not in complete:
        return "address"
    if before is None and not complete:
        return "sender"
    return "sender" if before == "sender" and "sender" not in complete else None


def _other(complete: set[LetterPart]) -> LetterPart:
    return "address" if "address" not in complete else "sender"


def _is_title(lines: Sequence[Line], rest: Sequence[int]) -> bool:
    """Whether the last line above the text stands by itself and may be what the letter is about."""
    if not rest or rest[-1] != len(lines) - 1:
        return False
    last = lines[rest[-1]]
    text = last.text
    if any(line.group == last.group for line in lines[:-1]) or is_person(text) or has_town(text):
        return False
    return _FEW <= text.count(" ") + 1 <= _SUBJECT_WORDS and not (
        is_paper(text)
        or is_contact(text)
        or has_initials(text)
        or (len(lines) == 1 and last.block.kind != "heading" and is_organisation(text))
    )


def _find_subject(lines: Sequence[Line], rest: Sequence[int], names: _Names) -> None:
    """A heading, or a line by itself right above the text, is the subject where no line says it is."""
    for number in reversed(rest):
        line = lines[number]
        if line.block.kind == "heading" and line.column == 0 and not is_paper(line.text):
            names[number] = "subject"
            return
