"""Changes to the words of one sentence, and the edits in block text that carry them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from duidelijk.model import Edit, Span, Token

_OPENING: Final = frozenset("‘“\"'„(«[*•-–")


@dataclass(slots=True)
class Draft:
    """What happens to the tokens of a sentence, by index. An empty text takes the token away.

    ``after`` and ``before`` hold words that come in beside a token, with a space between.
    """

    texts: dict[int, str] = field(default_factory=dict)
    after: dict[int, str] = field(default_factory=dict)
    before: dict[int, str] = field(default_factory=dict)

    def edits(self, tokens: Sequence[Token]) -> tuple[Edit, ...]:
        """The edits in the order of the text; capitals as they stood, also when the first word goes."""
        texts = dict(self.texts)
        first = first_word(tokens)
        kept = next((at for at in range(first, len(tokens)) if texts.get(at) != ""), first)
        if kept != first and tokens[first].text[:1].isupper():
            texts[kept] = capitalised(texts.get(kept, tokens[kept].text))
        gone = {
            at for at, text in texts.items() if not text and at not in self.after and at not in self.before
        }
        kept_places = (texts.keys() | self.after.keys() | self.before.keys()) - gone
        found = [_changed(tokens, at, self._text(tokens, at, texts, first)) for at in kept_places]
        found += [_removed(tokens, run) for run in _runs(gone)]
        return tuple(sorted(edit for edit in found if edit is not None))

    def _text(self, tokens: Sequence[Token], at: int, texts: Mapping[int, str], first: int) -> str:
        old = tokens[at].text
        new = texts.get(at, old)
        if new and at in texts:
            new = _cased_like(new, old)
        before = self.before.get(at, "")
        if before and at == first and old[:1].isupper():
            before, new = capitalised(before), (old[:1].lower() + old[1:] if new == old else new)
        return " ".join(part for part in (before, new, self.after.get(at, "")) if part)


def first_word(tokens: Sequence[Token]) -> int:
    """The index of the first token that is a word."""
    return next(
        (at for at, token in enumerate(tokens) if token.text[:1].isalnum() or token.text[:1] == "'"), 0
    )


def capitalised(text: str) -> str:
    """With a capital first letter; a Dutch ``ij`` gets two."""
    if text[:2] == "ij":
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]


def _cased_like(new: str, old: str) -> str:
    letters = [char for char in old if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return new.upper()
    return capitalised(new) if old[:1].isupper() else new


def _changed(tokens: Sequence[Token], at: int, new: str) -> Edit | None:
    token = tokens[at]
    return None if new == token.text else Edit(Span(token.start, token.end), new)


def _removed(tokens: Sequence[Token], run: tuple[int, int]) -> Edit:
    """Take the first to the last of ``run`` away, with the space before, or after where a sentence begins."""
    first, last = run
    if first and tokens[first - 1].text not in _OPENING:
        return Edit(Span(tokens[first - 1].end, tokens[last].end), "")
    end = tokens[last + 1].start if last + 1 < len(tokens) else tokens[last].end
    return Edit(Span(tokens[first].start, end), "")


def _runs(places: set[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each series of neighbours."""
    for first in sorted(places):
        if first - 1 not in places:
            last = first
            while last + 1 in places:
                last += 1
            yield first, last
