"""Lets a pipeline remember what its first layer makes of a word, instead of working it out for each token.

That layer looks at one word at a time, so a word always gives the same numbers, and most words of a text have
been seen before. Imported only when the pipeline is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model

_ROOM: Final = 50_000  # words (20 MB at 96 numbers a word); when it is full, everything is forgotten
_OF_THE_WORD: Final = frozenset({"ORTH", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE"})


def looks_at_words_alone(config: Mapping[str, Any]) -> bool:
    """Whether a component is a ``Tok2Vec`` whose first layer knows of a word only how it is written."""
    model = config.get("model", {})
    if not str(model.get("@architectures")).startswith("spacy.Tok2Vec."):
        return False
    embed = model["embed"]
    kind = str(embed["@architectures"])
    return kind.startswith("duidelijk.SpellingEmbed.") or (
        kind.startswith("spacy.MultiHashEmbed.") and _OF_THE_WORD.issuperset(embed["attrs"])
    )


def remember_words(tok2vec: Model[Any, Any]) -> None:
    """Puts a memory around the first layer of a loaded ``Tok2Vec``. It cannot be trained then."""
    tok2vec.layers[0] = Model("remembered", _Memory(tok2vec.layers[0]))


class _Memory:
    """Documents to arrays with a row of numbers for each word; new words are worked out together, once."""

    __slots__ = ("_layer", "_numbers", "_places")

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._layer = layer
        self._places: dict[int, int] = {}
        self._numbers = np.empty((0, 0), dtype="float32")

    def __call__(
        self, _: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[list[Any], Callable[[Any], Any]]:
        if is_train or not docs:
            return self._layer(docs, is_train)
        keys = [doc.to_array("ORTH") for doc in docs]
        words, at = np.unique(np.concatenate(keys), return_inverse=True)
        if len(self._places) > _ROOM:
            self._places.clear()
        new = [word for word in words.tolist() if word not in self._places]
        if new:
            self._learn(new, docs[0].vocab)
        places = np.array([self._places[word] for word in words.tolist()], dtype="int64")
        numbers = self._numbers[places[at]]
        return np.split(numbers, np.cumsum([len(key) for key in keys])[:-1]), lambda gradient: gradient

    def _learn(self, words: list[int], vocab: Any) -> None:
        (numbers,) = self._layer.predict([Doc(vocab, [vocab.strings[word] for word in words])])
        begin = len(self._places)
        end = begin + len(words)
        if end > len(self._numbers):
            larger = np.empty((2 * end, numbers.shape[1]), dtype="float32")
            larger[:begin] = self._numbers[:begin] if begin else 0
            self._numbers = larger
        self._numbers[begin:end] = numbers
        self._places.update(zip(words, range(begin, end), strict=True))
