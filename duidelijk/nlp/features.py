"""What the language model sees of a word: its spelling from several sides.

Registers the embedding layer of the shipped pipeline with spaCy. Dutch writes compounds as one word and
puts the gender and the inflection of a word in its tail, so the model reads longer endings than spaCy's
own layer does. Imported only when the pipeline is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined] # it is compiled
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AS_READ: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-"}
    | dict.fromkeys("0123456789", "0")
)
_ROOM: Final = 4096
_MOST: Final = 300_000  # words; then what was worked out is forgotten
_SIDES: Final = 6


def spelling(word: str) -> tuple[str, str, str, str, str, str]:
    """The word, its beginning, three endings and its shape, each as the model tells them apart.

    Digits count as one digit, and typographic marks as their plain form.
    """
    plain = word.translate(_AS_READ)
    lower = plain.lower()
    return lower, lower[:3], lower[-2:], lower[-4:], lower[-7:], _shape(plain)


def _shape(word: str) -> str:
    """``Xxx`` for a name, ``XX`` for capitals, ``xxx-Xx``: runs are cut after two."""
    shape = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else char
        if shape[-2:] != kind * 2:
            shape += kind
    return shape[:8]


def spelling_embed(width: int, rows: list[int]) -> Model[list[Doc], list[Any]]:
    """One hashed table for each side of a word that ``spelling`` names, mixed to ``width`` numbers a word."""
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=index, seed=index + 1, dropout=0.0) for index, size in enumerate(rows)
    ]
    mix = Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    layers: Model[Any, Any] = chain(
        Model("spellings", _Spellings()),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(mix),
        ragged2list(),
    )
    return cast("Model[list[Doc], list[Any]]", layers)


registry.architectures.register("duidelijk.SpellingEmbed.v1", func=spelling_embed)


class _Spellings:
    """Documents to hashes, one row a word; each different word is worked out once."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}
        self._hashes = np.empty((_ROOM, _SIDES), dtype="uint64")

    def __call__(
        self,
        _model: Model[Any, Any],
        docs: list[Doc],
        is_train: bool,  # noqa: ARG002 - thinc names it
    ) -> tuple[list[Any], Any]:
        return [self._hashes_of(doc) for doc in docs], lambda _: []

    def _hashes_of(self, doc: Doc) -> Any:
        words: list[int] = cast("Any", doc.to_array(["ORTH"])).ravel().tolist()
        if len(self._seen) > _MOST:
            self._seen.clear()
        rows = [self._seen.get(word, -1) for word in words]
        for place, row in enumerate(rows):
            if row < 0:
                rows[place] = self._row_of(words[place], doc[place].text)
        return self._hashes[rows]

    def _row_of(self, word: int, text: str) -> int:
        row = self._seen.setdefault(word, len(self._seen))
        if row == len(self._hashes):
            self._hashes = np.vstack([self._hashes, np.empty_like(self._hashes)])
        self._hashes[row] = [hash_string(side) for side in spelling(text)]
        return row
