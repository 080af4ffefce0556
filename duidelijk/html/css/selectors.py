"""Selectors read from text: compounds, combinators, specificity (Selectors 4).

A selector that a browser would refuse gives ``None``, so that its rule falls away as a whole. What only
shows once somebody uses the page (``:hover``, ``:focus``) never holds. A pseudo-class that we cannot judge
makes the compound ``maybe``: it can hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from duidelijk.html.css.scan import bracketed, split, unescape

Combinator = Literal["", " ", ">", "+", "~"]
Specificity = tuple[int, int, int]

MAX_COMPOUNDS: Final = 64
MAX_NESTED_COMPOUNDS: Final = 24
MAX_NESTING: Final = 6

# Letters, digits, - and _, and all that is not ASCII: written as what is left out, which compiles faster.
_NAME: Final = r"[^\x00-,./:-@\[-\^`{-\x7f]"
_START: Final = r"[^\x00-@\[-\^`{-\x7f]"
_ESCAPED: Final = r"\\(?:[0-9a-fA-F]{1,6}\s?|[^\n0-9a-fA-F])"
_IDENT: Final = rf"(?:--|-?(?:{_START}|{_ESCAPED}))(?:{_NAME}|{_ESCAPED})*+"
_PART: Final = re.compile(
    rf"\s*(?P<combinator>[>+~])\s*|(?P<space>\s+)|\.(?P<class>{_IDENT})|#(?P<id>(?:{_NAME}|{_ESCAPED})++)"
    rf"|(?P<attr>\[)|(?P<pseudo>::?)(?P<name>{_IDENT})(?P<open>\()?"
    rf"|(?:(?:{_IDENT}|\*)?\|(?!=))?(?P<type>\*|{_IDENT})"
)
_SIMPLE: Final = re.compile(r"[-\w.#*]++(?:\s++[-\w.#*]++)*+\Z")
_ATTR: Final = re.compile(
    rf"\[\s*(?:(?:{_IDENT}|\*)?\|(?!=))?(?P<name>{_IDENT})\s*"
    rf"(?:(?P<operator>[~|^$*]?=)\s*(?:\"(?P<double>(?:[^\"\\]++|\\[\s\S])*+)\"|'(?P<single>(?:[^'\\]++|\\[\s\S])*+)'"
    rf"|(?P<bare>{_IDENT}))\s*+(?P<flag>[iIsS])?\s*+)?(?:\]|\Z)"
)
_NTH: Final = re.compile(r"(?:(?P<a>[+-]?\d*)n(?:\s*(?P<sign>[+-])\s*(?P<b>\d+))?|(?P<only>[+-]?\d+))\Z")
_NTH_WORDS: Final = {"even": (2, 0), "odd": (2, 1)}
_LISTS: Final = frozenset({"not", "is", "where", "matches", "-webkit-any", "-moz-any"})
_NTHS: Final = frozenset({"nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"})
_EDGES: Final = {
    "first-child": ("nth-child",),
    "last-child": ("nth-last-child",),
    "only-child": ("nth-child", "nth-last-child"),
    "first-of-type": ("nth-of-type",),
    "last-of-type": ("nth-last-of-type",),
    "only-of-type": ("nth-of-type", "nth-last-of-type"),
}
# What the source itself decides.
PLAIN: Final = frozenset({
    "root", "scope", "empty", "link", "any-link", "enabled", "disabled", "checked", "required", "optional",
    "read-only", "read-write", "open", "defined", "host",
})  # fmt: skip
# A page that has just been loaded, that nobody touches.
_NEVER: Final = frozenset({
    "active", "autofill", "blank", "buffering", "current", "focus", "focus-visible", "focus-within",
    "fullscreen", "future", "has-slotted", "hover", "modal", "muted", "past", "paused",
    "picture-in-picture", "playing", "popover-open", "seeking", "stalled", "target", "target-current",
    "target-within", "user-invalid", "user-valid", "visited", "volume-locked", "host-context",
    "slotted", "part",
})  # fmt: skip
_MAYBE: Final = frozenset({
    "default", "dir", "has", "in-range", "indeterminate", "invalid", "lang", "local-link", "nth-col",
    "nth-last-col", "out-of-range", "placeholder-shown", "state", "valid", "xr-overlay",
    "active-view-transition", "active-view-transition-type",
})  # fmt: skip
_OLD_PSEUDO_ELEMENTS: Final = frozenset({"before", "after", "first-line", "first-letter"})
# Attributes whose values compare without regard to capitals in HTML.
_LOOSE: Final = frozenset({
    "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear",
    "codetype", "color", "compact", "declare", "defer", "dir", "direction", "disabled", "enctype",
    "face", "frame", "hreflang", "http-equiv", "lang", "language", "link", "media", "method",
    "multiple", "nohref", "noresize", "noshade", "nowrap", "readonly", "rel", "rev", "rules", "scope",
    "scrolling", "selected", "shape", "target", "text", "type", "valign", "valuetype", "vlink",
})  # fmt: skip


class Attribute(NamedTuple):
    """``[name operator value]``; an empty operator asks only for the attribute."""

    name: str
    operator: str
    value: str
    loose: bool


class Nth(NamedTuple):
    """``:nth-child(an+b)`` and its kin."""

    kind: str
    step: int
    offset: int


class Among(NamedTuple):
    """``:is(…)`` and ``:where(…)``, or ``:not(…)`` when ``wanted`` is false."""

    selectors: tuple[Selector, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Compound:
    """Conditions on one element. ``never``: no page at rest meets them. ``maybe``: we cannot judge a part."""

    text: str
    type: str
    id: str
    classes: frozenset[str]
    attributes: tuple[Attribute, ...]
    nths: tuple[Nth, ...]
    plain: tuple[str, ...]
    among: tuple[Among, ...]
    never: bool
    maybe: bool

    @property
    def is_static(self) -> bool:
        """Whether type, id and classes say all there is to say."""
        return not (self.attributes or self.nths or self.plain or self.among or self.never)


@dataclass(frozen=True, slots=True)
class Selector:
    """A complex selector, from left to right; a combinator stands before its compound."""

    parts: tuple[tuple[Combinator, Compound], ...]
    specificity: Specificity
    never: bool
    maybe: bool


class SelectorReader:
    """Reads selectors of one page, and reads equal compounds once."""

    __slots__ = ("_compounds",)

    def __init__(self) -> None:
        self._compounds: dict[str, tuple[Compound, Specificity] | None] = {}

    def read(self, text: str, *, depth: int = 0) -> tuple[Selector, ...] | None:
        """The selectors of a list; those of pseudo-elements are left out. None: the rule does not count."""
        found: list[Selector] = []
        for part in split(text, ","):
            selector = self._complex(part.strip(), depth)
            if selector is None:
                return None
            if selector.parts:
                found.append(selector)
        return tuple(found)

    def _complex(self, text: str, depth: int) -> Selector | None:
        cut = _cut(text, MAX_NESTED_COMPOUNDS if depth else MAX_COMPOUNDS)
        if cut is None:
            return None
        parts: list[tuple[Combinator, Compound]] = []
        ids = classes = types = 0
        never = maybe = False
        for combinator, piece in cut:
            if piece not in self._compounds:
                self._compounds[piece] = self._compound(piece, depth)
            read = self._compounds[piece]
            if read is None:
                return None
            compound, (a, b, c) = read
            parts.append((combinator, compound))
            ids, classes, types = ids + a, classes + b, types + c
            never, maybe = never or compound.never, maybe or compound.maybe
        if parts[-1][1].plain[-1:] == ("::",):
            return Selector((), (0, 0, 0), never=True, maybe=False)
        return Selector(tuple(parts), (ids, classes, types), never=never, maybe=maybe)

    def _compound(self, text: str, depth: int) -> tuple[Compound, Specificity] | None:
        draft = _Draft(self, depth)
        at = 0
        while at < len(text):
            match = _PART.match(text, at)
            if match is None or not draft.add(match, text):
                return None
            at = draft.end
        return draft.done(text), (draft.ids, draft.others, draft.types)


class _Draft:
    """A compound in the making."""

    __slots__ = (
        "_among", "_attributes", "_classes", "_depth", "_id", "_maybe", "_never", "_nths", "_plain",
        "_reader", "_type", "end", "ids", "others", "types",
    )  # fmt: skip

    def __init__(self, reader: SelectorReader, depth: int) -> None:
        self._reader, self._depth = reader, depth
        self._type = self._id = ""
        self._classes: set[str] = set()
        self._attributes: list[Attribute] = []
        self._nths: list[Nth] = []
        self._plain: list[str] = []
        self._among: list[Among] = []
        self._never = self._maybe = False
        self.end = self.ids = self.others = self.types = 0

    def done(self, text: str) -> Compound:
        return Compound(
            text,
            self._type,
            self._id,
            frozenset(self._classes),
            tuple(self._attributes),
            tuple(self._nths),
            tuple(self._plain),
            tuple(self._among),
            self._never,
            self._maybe,
        )

    def add(self, match: re.Match[str], text: str) -> bool:
        """Take in one simple selector; False when it is none."""
        self.end = match.end()
        if self._plain[-1:] == ["::"] and match["pseudo"] is None:
            return False
        if match["class"] is not None:
            self._classes.add(unescape(match["class"]))
            self.others += 1
        elif match["id"] is not None:
            name = unescape(match["id"])
            self._never = self._never or self._id not in {"", name}
            self._id = name
            self.ids += 1
        elif match["type"] is not None:
            if match.start() > 0:
                return False
            if match["type"] != "*":
                self._type = unescape(match["type"]).lower()
                self.types += 1
        elif match["attr"] is not None:
            return self._attribute(match, text)
        elif match["pseudo"] is not None:
            return self._pseudo(match, text)
        else:
            return False
        return True

    def _attribute(self, match: re.Match[str], text: str) -> bool:
        found = _ATTR.match(text, match.start())
        if found is None:
            return False
        self.end = found.end()
        value = next((found[key] for key in ("double", "single", "bare") if found[key] is not None), "")
        name = unescape(found["name"]).lower()
        loose = (found["flag"] or "").lower() == "i" or (found["flag"] is None and name in _LOOSE)
        value = unescape(value)
        self._attributes.append(
            Attribute(name, found["operator"] or "", value.lower() if loose else value, loose)
        )
        self.others += 1
        return True

    def _pseudo(self, match: re.Match[str], text: str) -> bool:
        name = unescape(match["name"]).lower()
        argument: str | None = None
        if match["open"]:
            argument, self.end = bracketed(text, match.end())
        if match["pseudo"] == "::" or name in _OLD_PSEUDO_ELEMENTS:
            self._plain.append("::")
            self._never = True
            return not name.startswith(("-moz-", "-ms-"))
        if argument is None:
            return self._bare_pseudo(name)
        if name in _LISTS:
            return self._list_of(name, argument)
        if name in _NTHS:
            return self._nth(name, argument)
        return self._bare_pseudo(name)

    def _bare_pseudo(self, name: str) -> bool:
        self.others += 1
        if name in _EDGES:
            self._nths.extend(Nth(kind, 0, 1) for kind in _EDGES[name])
        elif name in PLAIN:
            self._plain.append(name)
        elif name in _NEVER:
            self._never = True
        elif name in _MAYBE:
            self._maybe = True
        elif name.startswith("-webkit-"):
            self._never = True
        else:
            return False
        return True

    def _list_of(self, name: str, argument: str) -> bool:
        if self._depth >= MAX_NESTING:
            self._maybe = True
            return True
        wanted = name != "not"
        found: list[Selector] = []
        for part in split(argument, ","):
            one = self._reader.read(part, depth=self._depth + 1)
            if one is None and not wanted:
                return False
            found.extend(one or ())
        if name != "where" and found:
            a, b, c = max(selector.specificity for selector in found)
            self.ids, self.others, self.types = self.ids + a, self.others + b, self.types + c
        if any(selector.maybe and not selector.never for selector in found):
            self._maybe = True
            return True
        found = [selector for selector in found if not selector.never]
        if found:
            self._among.append(Among(tuple(found), wanted))
        elif wanted:
            self._never = True
        return True

    def _nth(self, kind: str, argument: str) -> bool:
        self.others += 1
        formula, of, _ = argument.lower().partition(" of ")
        if of:
            self._maybe = True
            return True
        formula = formula.strip()
        if formula in _NTH_WORDS:
            self._nths.append(Nth(kind, *_NTH_WORDS[formula]))
            return True
        match = _NTH.match(formula)
        if match is None or len(formula) > 20:
            return False
        if match["only"] is not None:
            self._nths.append(Nth(kind, 0, int(match["only"])))
            return True
        step = match["a"]
        step = f"{step}1" if step in {"", "+", "-"} else step
        offset = int((match["sign"] or "") + (match["b"] or "0"))
        self._nths.append(Nth(kind, int(step), offset))
        return True


def _cut(text: str, most: int) -> list[tuple[Combinator, str]] | None:
    """The compounds of a complex selector, each with the combinator before it."""
    if _SIMPLE.match(text):
        simple = text.split()
        return (
            [("" if at == 0 else " ", part) for at, part in enumerate(simple)]
            if len(simple) <= most
            else None
        )
    found: list[tuple[Combinator, str]] = []
    combinator: Combinator = ""
    begin = at = 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None:
            return None
        if match["combinator"] is None and match["space"] is None:
            at = match.end()
            if match["attr"]:
                end = _ATTR.match(text, match.start())
                if end is None:
                    return None
                at = end.end()
            elif match["open"]:
                at = bracketed(text, at)[1]
            continue
        if begin == match.start() or len(found) >= most:
            return None
        found.append((combinator, text[begin : match.start()]))
        combinator = _COMBINATORS[match["combinator"] or " "]
        begin = at = match.end()
    if begin == len(text):
        return None
    return [*found, (combinator, text[begin:])]


_COMBINATORS: Final[dict[str, Combinator]] = {" ": " ", ">": ">", "+": "+", "~": "~"}
