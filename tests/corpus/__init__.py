"""The gold corpus: Dutch government prose, labelled one by one before any rule was run on it (see README.md).

`python tests/corpus/__init__.py` reads every file and counts labels and traps per rule.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

HOME: Final = Path(__file__).parent
KINDS: Final = ("brief", "besluit", "pagina", "beleid")
OWN: Final = "eigen"
OWN_LICENCE: Final = "EUPL-1.2"
# fmt: off
RULES: Final = frozenset((
    "lange-zin", "veel-bijzinnen", "tangconstructie", "lange-aanloop", "lange-tussenzin", "puntkomma",
    "dubbele-ontkenning", "voorzetselketen",
    "lijdende-vorm", "naamwoordstijl", "werkwoordstapel", "onnodig-zullen", "dienen-te", "verzoeken",
    "formeel-woord", "voorzetseluitdrukking", "omslachtige-verbinding", "onuitgelegde-vakterm",
    "zeldzaam-woord", "lang-woord", "leenwoord", "onverklaarde-afkorting", "afgekort-woord", "vaag-woord",
    "ambtelijk-stopwoord", "archaische-vorm", "beeldspraak", "veel-getallen", "wollige-formule",
    "schuine-streep", "uitgeschreven-getal",
    "gemengde-aanspreekvorm", "onpersoonlijke-lezer", "men", "dreigende-toon",
))
# fmt: on

_WHOLE = "*"
_GAP = " … "
_INDENT = "  "
_HEADER = re.compile(r"@ (bron|uitgever|licentie|adres|soort): (\S.*)")
_MARK = re.compile(rf"{_INDENT}(val )?([a-z]+(?:-[a-z]+)*): (\S.*)")
_NUMBERED = re.compile(r"(.+) #([1-9])")


class Span(NamedTuple):
    start: int
    end: int


class Label(NamedTuple):
    rule: str
    spans: tuple[Span, ...]


class Trap(NamedTuple):
    rule: str
    reason: str


class Source(NamedTuple):
    title: str
    publisher: str
    licence: str
    address: str


class Item(NamedTuple):
    text: str
    source: Source
    kind: str
    labels: tuple[Label, ...]
    traps: tuple[Trap, ...]
    line: int


class _Line(NamedTuple):
    path: Path
    number: int
    text: str

    def error(self, message: str) -> ValueError:
        return ValueError(f"{self.path}:{self.number}: {message}")


def read(path: Path) -> tuple[Item, ...]:
    """Every item of one corpus file; a ValueError names the file and line of the first thing that is off."""
    return tuple(_items(path))


def read_all(folder: Path = HOME) -> tuple[Item, ...]:
    return tuple(item for path in sorted(folder.glob("*.txt")) for item in read(path))


def _items(path: Path) -> Iterator[Item]:
    header: dict[str, str] = {}
    for block in _blocks(path):
        if block[0].text.startswith("@"):
            header = _header(header, block)
        else:
            yield _item(header, block[0], block[1:])


def _blocks(path: Path) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if text:
            block.append(_Line(path, number, text))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _header(before: dict[str, str], block: list[_Line]) -> dict[str, str]:
    """A block with `bron` starts afresh; one without (a change of `soort`) keeps what stands above it."""
    header: dict[str, str] = {}
    for line in block:
        match = _HEADER.fullmatch(line.text)
        if match is None:
            raise line.error(f"not a header line: {line.text}")
        header[match[1]] = match[2]
    if header.get("soort") not in {*KINDS, None}:
        raise block[0].error(f"soort is one of {', '.join(KINDS)}")
    return header if "bron" in header else before | header


def _item(header: dict[str, str], line: _Line, marks: list[_Line]) -> Item:
    text = line.text
    if text != " ".join(text.split()):
        raise line.error("a text starts in the first column and has single spaces")
    if "soort" not in header:
        raise line.error("no soort stands above this text")
    labels: list[Label] = []
    traps: list[Trap] = []
    for mark in marks:
        match = _MARK.fullmatch(mark.text)
        if match is None:
            raise mark.error(f"not a label: {mark.text}")
        trap, rule, rest = match.groups()
        if rule not in RULES:
            raise mark.error(f"unknown rule: {rule}")
        if trap:
            traps.append(Trap(rule, rest))
        else:
            labels.append(Label(rule, _spans(mark, text, rest)))
        if len({*labels, *traps}) < len(labels) + len(traps):
            raise mark.error(f"stands here twice: {mark.text.strip()}")
    return Item(text, _source(header, line), header["soort"], tuple(labels), tuple(traps), line.number)


def _source(header: dict[str, str], line: _Line) -> Source:
    if header.get("bron") == OWN:
        return Source(OWN, "", OWN_LICENCE, "")
    fields = [header.get(key, "") for key in ("bron", "uitgever", "licentie", "adres")]
    if not all(fields):
        raise line.error("a chosen text needs bron, uitgever, licentie and adres")
    return Source(*fields)


def _spans(mark: _Line, text: str, parts: str) -> tuple[Span, ...]:
    if parts == _WHOLE:
        return (Span(0, len(text)),)
    spans: list[Span] = []
    for part in parts.split(_GAP):
        places = _places(text, part)
        spans += [span for span in places if not spans or span.start >= spans[-1].end][:1]
    if len(spans) < len(parts.split(_GAP)):
        raise mark.error(f"not in the text, in this order: {parts}")
    return tuple(spans)


def _places(text: str, part: str) -> list[Span]:
    """Where a part stands as whole words: everywhere, or with `#2` only its second place."""
    numbered = _NUMBERED.fullmatch(part)
    words = numbered[1] if numbered else part
    left = r"(?<!\w)" if words[0].isalnum() else ""
    right = r"(?!\w)" if words[-1].isalnum() else ""
    places = [Span(*match.span()) for match in re.finditer(left + re.escape(words) + right, text)]
    return places[int(numbered[2]) - 1 :][:1] if numbered else places


def main() -> None:
    items = read_all()
    labels = Counter(label.rule for item in items for label in item.labels)
    traps = Counter(trap.rule for item in items for trap in item.traps)
    rows = [f"{rule:24}{labels[rule]:6}{traps[rule]:6}" for rule in sorted(RULES)]
    chosen = sum(item.source.title != OWN for item in items)
    trapped = sum(bool(item.traps) for item in items)
    bare = sum(not item.labels for item in items)
    summary = f"{len(items)} items, {chosen} chosen, {trapped} with a trap, {bare} without a label"
    total = f"{'total':24}{labels.total():6}{traps.total():6}"
    sys.stdout.write("\n".join([f"{'rule':24}labels traps", *rows, total, summary]) + "\n")


if __name__ == "__main__":
    main()
