"""The parts above the text of a letter: who sends it, to whom, when, under which number, about what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.letter import Part
from duidelijk.letter.head_lines import (
    by_label,
    has_initials,
    has_town,
    is_contact,
    is_date,
    is_organisation,
    is_paper,
    is_person,
    label_of,
)
from duidelijk.letter.layout import Line
from duidelijk.letter.lines import subject_at
from duidelijk.model import LetterPart, Span

_SUBJECT_WORDS: Final = 14
_Names = dict[int, LetterPart | None]


def top_parts(lines: Sequence[Line]) -> Iterator[Part]:
    """The parts above the text, each a line of the letter head; a line that is none of them is left out."""
    names = _label_rows(lines)
    _name_labelled(lines, names)
    rest = [number for number in range(len(lines)) if number not in names]
    _name_clusters(lines, list(_clusters(lines, rest)), names)
    if "subject" not in names.values():
        _find_subject(lines, rest, names)
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


def _label_rows(lines: Sequence[Line]) -> _Names:
    """Rows with nothing but labels, and the rows below them with what belongs to each."""
    names: _Names = {}
    rows: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        rows.setdefault(line.row, []).append(number)
    for row, numbers in rows.items():
        labels = [_bare_label(lines[number].text) for number in numbers]
        below = rows.get(row + 1, [])
        if len(labels) > 1 and None not in labels and len(below) == len(labels):
            names |= dict(zip(numbers, labels, strict=True)) | dict(zip(below, labels, strict=True))
    return names


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
        at = subject_at(text, at_top=True)
        if line.block.kind == "subject" or at is not None:
            names[number] = "subject"
            value = line.block.kind != "subject" and at == len(text)
        elif is_date(text):
            names[number] = "date"
            value = False
        else:
            value = _name_by_label(lines, number, names)
        if value and number + 1 < len(lines):
            names[number + 1] = names[number]


def _name_by_label(lines: Sequence[Line], number: int, names: _Names) -> bool:
    """Name a line by the label it begins with; says whether what the label is for follows it."""
    text = lines[number].text
    label = label_of(text)
    name = by_label(label) if label is not None else None
    if label is None or name is None:
        return False
    if label != text.rstrip(" :"):
        if ":" in text or name == "reference":
            names[number] = name
        return False
    is_beside = number + 1 < len(lines) and lines[number + 1].row == lines[number].row
    if not (is_beside or text.endswith(":") or name in {"date", "reference"}):
        return False
    names[number] = name
    return is_beside or name not in {"address", "sender"}


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


def _name_clusters(lines: Sequence[Line], clusters: Sequence[list[int]], names: _Names) -> None:
    """Say of each cluster whether it is the sender or the reader; a sender comes first if nothing tells."""
    before: LetterPart | None = None
    complete: set[LetterPart] = {name for name in names.values() if name == "address"}
    for cluster in clusters:
        texts = [lines[number].text for number in cluster]
        name = _who(texts, before, complete)
        has_code = any(has_town(text) for text in texts)
        for number, text in zip(cluster, texts, strict=True):
            names[number] = "contact" if name != "address" and is_contact(text) else name
        if has_code and name is not None:
            complete.add(name)
        before = name


def _who(texts: Sequence[str], before: LetterPart | None, complete: set[LetterPart]) -> LetterPart | None:
    first = texts[0]
    has_code = any(has_town(text) for text in texts)
    if is_person(first) or any(is_person(text) for text in texts[1:]):
        return "address"
    of_sender = any(is_organisation(text) or is_paper(text) or is_contact(text) for text in texts)
    if of_sender:
        is_second = has_code and "sender" in complete and "address" not in complete
        return "address" if is_second else "sender"
    if has_code or has_initials(first):
        return "address" if "address" not in complete else "sender"
    if before == "address" and "address" not in complete:
        return "address"
    if before is None and not complete:
        return "sender"
    return "sender" if before == "sender" and "sender" not in complete and len(texts) > 1 else None


def _find_subject(lines: Sequence[Line], rest: Sequence[int], names: _Names) -> None:
    """A heading, or a line by itself right above the text, is the subject where no line says it is."""
    for number in reversed(rest):
        line = lines[number]
        if line.block.kind == "heading" and line.column == 0:
            names[number] = "subject"
            return
    if not rest or rest[-1] != len(lines) - 1 or names.get(rest[-1]) is not None:
        return
    last = lines[rest[-1]]
    is_alone = all(line.group != last.group for line in lines[:-1])
    if is_alone and 1 <= last.text.count(" ") < _SUBJECT_WORDS:
        names[rest[-1]] = "subject"
