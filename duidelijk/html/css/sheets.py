"""The style sheets of a page as one list of rules: ``<style>``, linked files that are at hand, ``@import``.

A sheet that cannot be read is noted in ``unknown``. Nothing is fetched: only files in the folder of the page
and ``data:`` addresses are read, together at most :data:`MOST` characters.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, unquote_to_bytes

from duidelijk.html.css import media
from duidelijk.html.css.matching import text_of
from duidelijk.html.css.properties import KEPT, expand, has_var
from duidelijk.html.css.scan import Declared, Sheet, at_rule, declaration, split, unescape
from duidelijk.html.css.selectors import Selector, SelectorReader
from duidelijk.html.nodes import elements

if TYPE_CHECKING:
    from bs4.element import Tag

MOST: Final = 2_000_000
_MAX_DEPTH: Final = 16
_MAX_IMPORTS: Final = 200
_MAX_SELECTOR: Final = 10_000
_TAGS: Final = frozenset({"style", "link", "base"})
_SCHEME: Final = re.compile(r"[a-z][-+.a-z0-9]*:|[/\\]", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"(?:url\(\s*)?(?:\"((?:[^\"\\]++|\\.)*+)\"|'((?:[^'\\]++|\\.)*+)')\s*\)?|url\(([^)]*+)\)",
    re.IGNORECASE,
)
_LAYER: Final = re.compile(r"layer(?:\(([^)]*+)\)|(?=\s|\Z))", re.IGNORECASE)
_SUPPORTS: Final = re.compile(r"supports\(", re.IGNORECASE)
_TRANSPARENT: Final = frozenset({"media", "supports", "layer", "container", "scope"})

LayerKey = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What elements that one of ``selectors`` holds for get. ``maybe``: whether it applies is not known."""

    selectors: tuple[Selector, ...]
    declared: tuple[Declared, ...]
    layer: LayerKey
    maybe: bool


class _Where(NamedTuple):
    """What surrounds a statement."""

    sheet: Sheet
    folder: Path | None
    layer: tuple[str, ...] = ()
    parent: str = ""
    maybe: bool = False
    depth: int = 0
    files: tuple[Path, ...] = ()


@dataclass(slots=True)
class Sheets:
    """All rules of one page, in order, for one way to look at it."""

    view: media.View
    rules: list[Rule] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    turns: bool = False
    """Whether something depends on how the screen is held."""
    _left: int = MOST
    _imports: int = _MAX_IMPORTS
    _layers: dict[tuple[str, ...], dict[str, int]] = field(default_factory=dict)
    _reader: SelectorReader = field(default_factory=SelectorReader)
    _expanded: dict[Declared, tuple[Declared, ...]] = field(default_factory=dict)
    _queries: dict[str, bool] = field(default_factory=dict)
    _root: Path | None = None
    _anonymous: int = 0

    def read_page(self, top: Tag, name: str) -> None:
        """Take in all sheets of the page; ``name`` is the path of its file, if it has one."""
        folder = _folder(name)
        self._root = folder
        for tag in _sheet_tags(top):
            if tag.name == "base":
                if text_of(tag.attrs.get("href")).strip():
                    folder = None
            elif tag.name == "style":
                if _is_css(tag) and self._wanted(text_of(tag.attrs.get("media"))):
                    text = "".join(child for child in tag.contents if isinstance(child, str))
                    self.read(text, folder)
            else:
                self._link(tag, folder)

    def read(self, text: str, folder: Path | None) -> None:
        """Take in the text of a sheet."""
        if len(text) > self._left:
            self.unknown.append("")
            return
        self._left -= len(text)
        sheet = Sheet(text)
        self._statements(_Where(sheet, folder), None)

    def _link(self, tag: Tag, folder: Path | None) -> None:
        attrs = tag.attrs
        rel = text_of(attrs.get("rel")).lower().split()
        href = text_of(attrs.get("href")).strip()
        query = text_of(attrs.get("media"))
        if not href or "disabled" in attrs:
            return
        # Pages load sheets late by a script that turns a print sheet or a preload into a real one.
        late = "onload" in attrs
        if "preload" in rel and late and text_of(attrs.get("as")).lower() == "style":
            self.unknown.append(href)
        if "stylesheet" not in rel or "alternate" in rel or not _is_css(tag):
            return
        if self._wanted(query):
            self._load(href, _Where(Sheet(""), folder))
        elif late:
            self.unknown.append(href)

    def _wanted(self, query: str) -> bool:
        found = self._queries.get(query)
        if found is None:
            self.turns = self.turns or media.asks_orientation(query)
            found = self._queries[query] = media.applies(query, self.view)
        return found

    def _load(self, href: str, where: _Where) -> None:
        """Read the sheet at ``href`` or note that it is unknown; a sheet that imports itself stops there."""
        if where.depth >= _MAX_DEPTH or self._imports <= 0:
            self.unknown.append(href)
            return
        self._imports -= 1
        if href[:5].lower() == "data:":
            text, path = _data(href, self._left), None
        else:
            path = _path(href, where.folder, self._root)
            if path is not None and path in where.files:
                return
            text = _file(path, self._left)
        if text is None:
            self.unknown.append(href)
            return
        self._left -= len(text)
        inside = where._replace(
            sheet=Sheet(text),
            folder=path.parent if path else None,
            depth=where.depth + 1,
            files=(*where.files, path) if path else where.files,
        )
        self._statements(inside, None)

    def _statements(self, where: _Where, within: tuple[int, int] | None) -> None:
        importing = within is None and not where.parent
        for head, body in where.sheet.pieces(within, top=True):
            at = at_rule(head)
            if at is None:
                importing = False
                if body is not None:
                    self._style_rule(head.strip(), body, where)
                continue
            name, rest = at
            if name == "import" and body is None:
                if importing:
                    self._import(rest, where)
            elif name == "layer" and body is None:
                for one in split(rest, ","):
                    self._layer_key((*where.layer, *_names(one)))
            else:
                importing = importing and name == "charset"
                if body is not None and (inside := self._inside(name, rest, where)) is not None:
                    self._statements(inside, body)

    def _inside(self, name: str, rest: str, where: _Where) -> _Where | None:
        """What surrounds the content of an at-rule; None when its content does not count."""
        if where.depth >= _MAX_DEPTH:
            return None
        inside = where._replace(depth=where.depth + 1)
        if name == "media":
            return inside if self._wanted(rest) else None
        if name == "supports":
            return inside if media.supported(rest) else None
        if name == "layer":
            return inside._replace(layer=self._layer(where.layer, rest))
        return inside._replace(maybe=True) if name in {"container", "scope"} else None

    def _import(self, rest: str, where: _Where) -> None:
        match = _ADDRESS.match(rest)
        if match is None:
            return
        href = unescape(next(part for part in match.groups() if part is not None)).strip()
        rest = rest[match.end() :].strip()
        layer = _LAYER.match(rest)
        inside = where
        if layer is not None:
            inside = where._replace(layer=self._layer(where.layer, layer[1] or ""))
            rest = rest[layer.end() :].strip()
        if _SUPPORTS.match(rest):
            condition, _, rest = rest[len("supports") :].partition(") ")
            if not media.supported(condition + ")"):
                return
        if href and self._wanted(rest.strip()):
            self._load(href, inside)

    def _style_rule(self, head: str, body: tuple[int, int], where: _Where) -> None:
        text = _nested(head, where.parent) if where.parent else head
        selectors = self._reader.read(text) if len(text) <= _MAX_SELECTOR else ()
        if selectors is None:
            return
        live = tuple(one for one in selectors if not one.never)
        own = where._replace(parent=text, depth=where.depth + 1)
        self._block(live, body, own)

    def _block(self, selectors: tuple[Selector, ...], body: tuple[int, int], where: _Where) -> None:
        """The declarations of a block, and the rules nested in it."""
        declared: list[Declared] = []
        for head, inner in where.sheet.pieces(body):
            if inner is None:
                found = declaration(head, KEPT)
                if found is not None:
                    known = self._expanded.get(found)
                    if known is None:
                        known = self._expanded[found] = tuple(expanded(found))
                    declared.extend(known)
                continue
            if where.depth >= _MAX_DEPTH:
                continue
            at = at_rule(head)
            if at is None:
                self._flush(selectors, declared, where)
                self._style_rule(head.strip(), inner, where)
            elif at[0] in _TRANSPARENT and (inside := self._inside(*at, where)) is not None:
                self._flush(selectors, declared, where)
                self._block(selectors, inner, inside)
        self._flush(selectors, declared, where)

    def _flush(self, selectors: tuple[Selector, ...], declared: list[Declared], where: _Where) -> None:
        if declared and selectors:
            layer = self._layer_key(where.layer)
            self.rules.append(Rule(selectors, tuple(declared), layer, where.maybe))
        declared.clear()

    def _layer(self, above: tuple[str, ...], text: str) -> tuple[str, ...]:
        names = _names(text)
        if not names:
            self._anonymous += 1
            names = (f" {self._anonymous}",)
        self._layer_key((*above, *names))
        return (*above, *names)

    def _layer_key(self, layer: tuple[str, ...]) -> LayerKey:
        """Sorts layers by first appearance; what stands outside inner layers comes after them."""
        key: list[float] = []
        for depth, name in enumerate(layer):
            siblings = self._layers.setdefault(layer[:depth], {})
            key.append(siblings.setdefault(name, len(siblings)))
        return (*key, inf)


def expanded(found: Declared) -> Iterator[Declared]:
    """The declarations of kept properties that a written one stands for."""
    for name, value in expand(found.name, found.value):
        via = found.name if name != found.name and has_var(value) else ""
        yield Declared(name, value, found.important, via)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(".") if part.strip())[:_MAX_DEPTH]


def _nested(head: str, parent: str) -> str:
    """The selector of a rule inside another one (CSS Nesting 1)."""
    group = f":is({parent})" if "," in parent else parent
    parts = []
    for part in split(head, ","):
        part = part.strip()  # noqa: PLW2901
        if "&" not in part:
            parts.append(f"{group} {part}")
        elif len(part) + part.count("&") * len(group) > _MAX_SELECTOR:
            return "!"
        elif part.startswith("&") and part.count("&") == 1:
            parts.append(group + part[1:])
        else:
            parts.append(part.replace("&", f":is({parent})"))
    return ",".join(parts)


def _sheet_tags(top: Tag) -> Iterator[Tag]:
    """``<base>``, ``<style>`` and ``<link>`` in document order, not those inside a template."""
    stack = [top]
    while stack:
        tag = stack.pop()
        if tag.name in _TAGS:
            yield tag
        elif tag.name != "template" and tag.contents:
            stack.extend(reversed(elements(tag)))


def _is_css(tag: Tag) -> bool:
    return text_of(tag.attrs.get("type")).strip().lower().partition(";")[0] in {"", "text/css"}


def _folder(name: str) -> Path | None:
    """The folder of the page, when the page is a file."""
    if "://" in name:
        return None
    try:
        path = Path(name)
        return path.resolve().parent if path.is_file() else None
    except (OSError, ValueError):
        return None


def _path(href: str, folder: Path | None, root: Path | None) -> Path | None:
    """The file that ``href`` names in the folder tree of the page."""
    if folder is None or root is None or _SCHEME.match(href):
        return None
    name = unquote(re.split(r"[?#]", href, maxsplit=1)[0])
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(root) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _file(path: Path | None, most: int) -> str | None:
    if path is None:
        return None
    try:
        if path.stat().st_size > most:
            return None
        return path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return None


def _data(href: str, most: int) -> str | None:
    kind, comma, content = href[5:].partition(",")
    parts = [part.strip().lower() for part in kind.split(";")]
    if not comma or len(content) > most * 2 or parts[0] not in {"", "text/css"}:
        return None
    data = unquote_to_bytes(content)
    if "base64" in parts[1:]:
        try:
            data = base64.b64decode(data)
        except ValueError:
            return None
    return data.decode("utf-8-sig", "replace") if len(data) <= most else None
