"""What ``<meta>`` elements do to the reader: a page that cannot be enlarged, or that reloads by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from duidelijk import html
from duidelijk.checks.attributes import carrying
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

# CSS Device Adaptation, appendix B: separators and white space, and what a value stands for.
_PROPERTY: Final = re.compile(
    r"[ \t\n\f\r,;=]*(?P<name>[^ \t\n\f\r,;=]+)[^,;=]*(?:=[ \t\n\f\r=]*(?P<value>[^ \t\n\f\r,;=]*))?"
)
_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
_SCALES: Final = {"yes": 1.0, "device-width": 10.0, "device-height": 10.0}
_LEAST_SCALE: Final = 0.1
_ENOUGH: Final = 2.0

# HTML, the shared declarative refresh steps.
_BLANK: Final = " \t\n\f\r"
_DIGITS: Final = "0123456789"
_REFRESH_URL: Final = re.compile(r"url[ \t\n\f\r]*=[ \t\n\f\r]*", re.IGNORECASE)
_ENCLOSED: Final = re.compile(r"(?P<quote>[\"'])(?P<url>.*?)(?:(?P=quote).*)?\Z", re.DOTALL)
_HOSTED: Final = re.compile(r"(?:https?|wss?|ftp):[/\\]*(?P<host>[^/\\?#]*)", re.IGNORECASE)
_NO_HOST: Final = re.compile(r"[\s<>^|]")
_DAY_AND_NIGHT: Final = 72_000


def no_zoom(document: Document) -> Iterator[Hit]:
    """A viewport that a reader cannot enlarge to twice its size."""
    for tag in _metas(document, "name", "viewport"):
        said = _viewport(str(tag.get("content", "")))
        if _is_fixed(said.get("user-scalable")) or _is_small(said.get("maximum-scale")):
            yield Hit(None, html.place(tag))


def refresh(document: Document, *, exempt_after: int = _DAY_AND_NIGHT) -> Iterator[Hit]:
    """A page that reloads or moves on after a while. More than ``exempt_after`` seconds is no problem."""
    for tag in _metas(document, "http-equiv", "refresh"):
        delay = _delay(str(tag.get("content", "")))
        if delay is not None:
            if 0 < delay <= exempt_after:
                yield Hit(None, html.place(tag), {"tijd": _in_words(delay)})
            return  # a browser follows the first one only


def any_refresh(document: Document) -> Iterator[Hit]:
    """A page that reloads or moves on after a while, however long that is."""
    for tag in _metas(document, "http-equiv", "refresh"):
        delay = _delay(str(tag.get("content", "")))
        if delay is not None:
            if delay > 0:
                yield Hit(None, html.place(tag), {"tijd": _in_words(delay)})
            return


def _metas(document: Document, name: str, value: str) -> Iterator[Tag]:
    for tag in carrying(document, name):
        if tag.name == "meta" and str(tag[name]).lower() == value and "content" in tag.attrs:
            yield tag


def _viewport(content: str) -> Mapping[str, str]:
    """The properties that a viewport sets, in small letters; the last of a name wins."""
    return {
        found["name"].lower(): found["value"].lower()
        for found in _PROPERTY.finditer(content)
        if found["value"]
    }


def _number(value: str) -> float | None:
    found = _NUMBER.match(value)
    return None if found is None else float(found[0])


def _is_fixed(value: str | None) -> bool:
    """Whether ``user-scalable`` takes zooming away: ‘no’, a number between -1 and 1, or a value unknown."""
    if value is None or value == "yes" or value in _SCALES:
        return False
    number = _number(value)
    return number is None or abs(number) < 1


def _is_small(value: str | None) -> bool:
    """Whether ``maximum-scale`` is below 200%. A negative number sets no limit; an unknown value is 0.1."""
    if value is None:
        return False
    number = _number(value)
    if number is None:
        number = _SCALES.get(value, _LEAST_SCALE)
    return 0 <= number < _ENOUGH


def _delay(content: str) -> int | None:
    """After how many seconds the page moves on; None where a browser takes no notice."""
    content = content.lstrip(_BLANK)
    after = content.lstrip(_DIGITS)
    time = content[: len(content) - len(after)]
    if not time and not after.startswith("."):
        return None
    after = after.lstrip(_DIGITS + ".")
    if after[:1].strip(_BLANK + ";,"):
        return None
    rest = after.lstrip(_BLANK)
    rest = rest[1:].lstrip(_BLANK) if rest[:1] in {";", ","} else rest
    return int(time.lstrip("0")[:12] or 0) if _leads_somewhere(rest) else None


def _leads_somewhere(rest: str) -> bool:
    """Whether the address after the time is one that a browser can follow. None at all means: this page."""
    prefix = _REFRESH_URL.match(rest)
    url = rest[prefix.end() :] if prefix else rest
    enclosed = _ENCLOSED.match(url) if prefix or url[:1].lower() != "u" else None
    url = (enclosed["url"] if enclosed else url).strip()
    if url.lower().startswith("javascript:"):
        return False
    hosted = _HOSTED.match(url)
    if hosted is None:
        return True
    host = hosted["host"].rpartition("@")[2]
    try:
        _ = urlsplit(f"//{host}").port
    except ValueError:
        return False
    return bool(host.partition(":")[0]) and not _NO_HOST.search(host)


def _in_words(seconds: int) -> str:
    if seconds < 120:
        return f"{seconds} seconde" if seconds == 1 else f"{seconds} seconden"
    minutes = round(seconds / 60)
    return f"{minutes} minuten" if minutes < 120 else f"{round(minutes / 60)} uur"
