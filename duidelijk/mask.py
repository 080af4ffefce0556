"""Makes personal data in a report unreadable, so that the report can be sent to others.

Every character of them becomes a bullet; spaces and line ends stay, so that places keep their meaning.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from duidelijk.letter.people import is_name, pieces
from duidelijk.letter.personal import anywhere, as_words
from duidelijk.model import Finding, Passage, Report, Source, Span

BULLET: Final = "•"
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_MARKS: Final = re.compile(r"\\(?=[\W_])|\*\*?|__")
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_VISIBLE: Final = re.compile(r"\S")
_CUT: Final = "…"
_LEAST: Final = 2  # characters of a personal text at the place where an excerpt is cut
_KEPT: Final = frozenset({"rule", "guideline", "file", "map"})
Mask = Callable[[str], str]


def masked(report: Report) -> Report:
    """The report with all personal data made unreadable; only the name of the source stays as it is.

    Fingerprints are new ones, from what can be read still: the old ones could betray a short number.
    """
    personal = report.personal
    texts = _texts(report.source.text, personal)
    mask = _mask(texts)
    text = mask(_bulleted(report.source.text, personal))
    source = replace(report.source, text=text, sha256=_sha256(text) if report.source.sha256 else "")
    findings = tuple(_finding(finding, report, texts, mask) for finding in report.findings)
    passages = tuple(_passage(passage, personal, mask) for passage in report.passages)
    whole = replace(report, source=Source("", "", ""), findings=(), passages=(), personal=())
    clean: Report = _everywhere(whole, mask)
    findings = tuple(_with_fingerprints(findings))
    return replace(clean, source=source, findings=findings, passages=passages, personal=personal)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _bullets(text: str) -> str:
    return _VISIBLE.sub(BULLET, text)


def _bulleted(text: str, spans: Iterable[Span]) -> str:
    """``text`` with bullets in the place of the spans, which are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], _bullets(text[start:end]))
        at = end
    return "".join((*parts, text[at:]))


def _texts(source: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """What stands at these places, as it is written there and as it reads without markup."""
    written = {source[start:end] for start, end in spans}
    found: set[str] = set()
    for text in written:
        plain = _INVISIBLE.sub("", html.unescape(_TAG.sub("", text)))
        found |= {text, plain, unicodedata.normalize("NFC", plain), _MARKS.sub("", plain)}
    return tuple(sorted({" ".join(text.split()) for text in found} - {""}))


def _mask(texts: Iterable[str]) -> Mask:
    """A function that makes these texts unreadable in a string, also one half of which was cut off."""
    known = tuple(texts)
    names = [name for name in known if is_name(name)]
    others = [text for text in known if not is_name(text)]
    patterns = (anywhere(others), as_words(piece for name in names for piece in pieces(name)))
    used = [pattern for pattern in patterns if pattern is not None]

    def mask(text: str) -> str:
        for pattern in used:
            text = pattern.sub(lambda match: _bullets(match[0]), text)
        return _without_halves(text, known) if _CUT in text else text

    return mask


def _without_halves(text: str, known: Iterable[str]) -> str:
    """``text`` without the first or last half of a personal text beside a ``…``."""
    parts = text.split(_CUT)
    for one in known:
        sizes = range(len(one) - 1, _LEAST - 1, -1)
        for number, part in enumerate(parts):
            size = next((size for size in sizes if part.endswith(one[:size])), 0)
            if size and number < len(parts) - 1:
                parts[number] = part[:-size] + _bullets(part[-size:])
            size = next((size for size in sizes if part.startswith(one[-size:])), 0)
            if size and number:
                parts[number] = _bullets(part[:size]) + parts[number][size:]
    return _CUT.join(parts)


def _finding(finding: Finding, report: Report, texts: Iterable[str], mask: Mask) -> Finding:
    """The finding masked, also where it holds no more than a part of a personal text."""
    halves = [
        report.source.text[max(start, finding.span.start) : min(end, finding.span.end)]
        for start, end in report.personal
        if start < finding.span.end
        and finding.span.start < end
        and not (finding.span.start <= start and end <= finding.span.end)
    ]
    if halves:
        mask = _mask((*texts, *_texts("\n".join(halves), _lines(halves))))
    clean: Finding = _everywhere(finding, mask)
    return clean


def _lines(texts: Iterable[str]) -> Iterator[Span]:
    at = 0
    for text in texts:
        yield Span(at, at + len(text))
        at += len(text) + 1


def _with_fingerprints(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.rule, finding.excerpt)
        seen[key] += 1
        yield replace(finding, fingerprint=_sha256("\0".join((*key, str(seen[key]))))[:16])


def _passage(passage: Passage, personal: Iterable[Span], mask: Mask) -> Passage:
    spans = sorted(filter(None, (passage.map.to_text(*span) for span in personal)))
    return replace(passage, text=mask(_bulleted(passage.text, spans)))


def _everywhere(value: Any, mask: Mask) -> Any:
    """``value`` with every string in it masked, however deep."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, tuple):
        parts = [_everywhere(part, mask) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if isinstance(value, Mapping):
        return {key: _everywhere(part, mask) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                one.name: _everywhere(getattr(value, one.name), mask)
                for one in fields(value)
                if one.name not in _KEPT
            },
        )
    return value
