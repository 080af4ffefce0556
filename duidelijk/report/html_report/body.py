"""The text of a document as the page shows it: passages in groups, cut into pieces, with their findings."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from duidelijk.report.html_report.names import PASSAGES
from duidelijk.report.html_report.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import BlockKind, Passage
    from duidelijk.report.html_report.pieces import Mark, Piece

GroupKind = Literal["list", "cells", "lines", "code", "quote", "heading", "text"]
_GROUPS: Final[dict[BlockKind, GroupKind]] = {
    "list_item": "list",
    "table_cell": "cells",
    "table_header": "cells",
    "address": "lines",
    "signature": "lines",
    "code": "code",
    "quote": "quote",
    "heading": "heading",
}
_ALONE: Final[frozenset[GroupKind]] = frozenset({"heading", "text", "code", "quote"})
_DEEPEST: Final = 6
_LIST_DEPTH: Final = 4


class Item(NamedTuple):
    """A passage. ``heading`` is the level it gets on the page, ``level`` what it has in its own document."""

    id: int
    kind: BlockKind
    level: int
    heading: int
    pieces: tuple[Piece, ...]


class Group(NamedTuple):
    """Passages that belong together, such as the items of a list. ``main`` is false outside the main content.

    ``labels`` say what they are: ‘kop 2’, ‘onderwerp’, and the parts of a letter.
    """

    kind: GroupKind
    main: bool
    labels: tuple[str, ...]
    items: tuple[Item, ...]


class Body(NamedTuple):
    """What is known about the text, by number of the passage."""

    passages: Sequence[Passage]
    marks: Mapping[int, Sequence[Mark]]
    sentences: Mapping[int, Sequence[tuple[int, int, int]]]
    parts: Mapping[int, Sequence[str]]

    def groups(self, under: int) -> Iterator[Group]:
        """The passages with any text or finding, in order; their headings come under level ``under``."""
        open_levels: list[int] = []
        shown = (at for at, passage in enumerate(self.passages) if passage.text.strip() or at in self.marks)
        for key, members in groupby(shown, self._key):
            items = tuple(self._item(at, under, open_levels) for at in members)
            yield Group(key[0], key[1], key[2], items)

    def _key(self, at: int) -> tuple[GroupKind, bool, tuple[str, ...], int]:
        """The same for passages that make one group."""
        passage = self.passages[at]
        kind = _GROUPS.get(passage.kind, "text")
        labels = tuple(dict.fromkeys((*_kind(passage), *self.parts.get(at, ()))))
        return kind, passage.main, labels, at if kind in _ALONE else -1

    def _item(self, at: int, under: int, open_levels: list[int]) -> Item:
        passage = self.passages[at]
        heading = 0
        if passage.kind == "heading" and passage.text.strip():
            while open_levels and open_levels[-1] >= passage.level:
                open_levels.pop()
            open_levels.append(passage.level)
            heading = min(under + len(open_levels), _DEEPEST)
        return Item(
            at,
            passage.kind,
            min(passage.level, _LIST_DEPTH) if passage.kind == "list_item" else passage.level,
            heading,
            tuple(pieces(passage.text, self.marks.get(at, ()), self.sentences.get(at, ()))),
        )


def _kind(passage: Passage) -> Iterator[str]:
    name = PASSAGES.get(passage.kind)
    if name is not None:
        yield f"{name} {passage.level}" if passage.kind == "heading" and passage.level else name
