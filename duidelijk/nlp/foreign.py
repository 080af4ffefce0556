"""In which language a stretch of text is, for as far as that can be said without doubt.

By script, and by the function words of 23 languages. A Dutch text that is taken for another language is never
checked and nobody notices, so in doubt there is no answer: see ``docs/adr/0007-language-recognition.md``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from duidelijk.nlp import function_words

DUTCH: Final = "nl"
MIN_WORDS: Final = 8
"""A text of fewer words has no language of its own, unless it is in another script."""

NAMES: Final = {
    "af": "Afrikaans", "am": "Amhaars", "ar": "Arabisch", "bg": "Bulgaars", "cs": "Tsjechisch",
    "da": "Deens", "de": "Duits", "el": "Grieks", "en": "Engels", "es": "Spaans", "fa": "Perzisch",
    "fi": "Fins", "fr": "Frans", "fy": "Fries", "he": "Hebreeuws", "hi": "Hindi", "hr": "Kroatisch",
    "hu": "Hongaars", "hy": "Armeens", "id": "Indonesisch", "it": "Italiaans", "ja": "Japans",
    "ka": "Georgisch", "ko": "Koreaans", "ku": "Koerdisch", "pap": "Papiaments", "pl": "Pools",
    "ps": "Pasjtoe", "pt": "Portugees", "ro": "Roemeens", "ru": "Russisch", "so": "Somalisch",
    "sq": "Albanees", "sr": "Servisch", "sv": "Zweeds", "th": "Thais", "ti": "Tigrinya", "tr": "Turks",
    "uk": "Oekraïens", "ur": "Urdu", "vi": "Vietnamees", "zh": "Chinees",
}  # fmt: skip
"""The Dutch names of languages, by their code in ISO 639."""

_START: Final = 400  # characters; Dutch shows itself within them
_WORD: Final = re.compile(r"[^\W\d_]+")
# Neither Latin nor punctuation. Written as what it is not: that compiles ten times as fast.
_NOT_LATIN: Final = re.compile("[^\u0000-\u036f\u1e00-\u2e7f]")
# From and to, the languages in that script (the first where words do not tell), how many letters are a text.
_SCRIPTS: Final = (
    ("\u0370", "\u03ff", ("el",), 20),
    ("\u0400", "\u052f", ("ru", "uk", "bg", "sr"), 20),
    ("\u0530", "\u058f", ("hy",), 20),
    ("\u0590", "\u05ff", ("he",), 20),
    ("\u0600", "\u077f", ("ar", "fa", "ur", "ps"), 20),
    ("\u0900", "\u097f", ("hi",), 20),
    ("\u0e00", "\u0e7f", ("th",), 20),
    ("\u10a0", "\u10ff", ("ka",), 20),
    ("\u1200", "\u137f", ("ti", "am"), 12),
    ("\u3040", "\u30ff", ("ja",), 5),
    ("\uac00", "\ud7af", ("ko",), 8),
    ("\u3400", "\u9fff", ("zh",), 8),
)
_SCRIPT_SHARE: Final = 0.5  # of the letters
_PLAINLY: Final = 12  # one word in so many that only Dutch has, and it is Dutch
_KINDS: Final = 3  # different words, or one letter that comes back would be a language
_OWN_KINDS: Final = 2  # those that Dutch has not
_SHARE: Final = 0.25  # of all words
_OWN_SHARE: Final = 0.15
_NAMES_SHARE: Final = 0.6
_MARGIN: Final = 4  # times as many words as Dutch has


def recognise(text: str) -> str | None:
    """The code of the language of ``text``: ``nl``, one of NAMES, or None when it cannot be said."""
    start = text[:_START].lower().split()
    if sum(map(_only_dutch().__contains__, start)) * _PLAINLY >= len(start) >= MIN_WORDS:
        return DUTCH
    if not text.isascii() and _NOT_LATIN.search(text) and (found := _by_script(text)):
        return found
    words = _WORD.findall(text.lower())
    if len(words) < MIN_WORDS:
        return None
    code = _by_words(Counter(words), len(words))
    return None if code not in (None, DUTCH) and _is_names(text) else code


def foreign_languages(
    texts: Sequence[str], recognised: Callable[[str], str | None] = recognise
) -> list[str | None]:
    """The language of each block of a document, in order; None for Dutch and for what may be Dutch.

    ``recognised`` says what :func:`recognise` does, perhaps from memory. A block too short to tell follows
    those around it if it has no Dutch word: where nothing in the document is Dutch, between two blocks in a
    language of which it has one word, or beside one if it has two.
    """
    codes = [recognised(text) for text in texts]
    if None in codes and DUTCH not in codes:
        _fill_whole(codes, texts)
    elif None in codes:
        _fill_between(codes, texts)
    return [None if code == DUTCH else code for code in codes]


def _fill_whole(codes: list[str | None], texts: Sequence[str]) -> None:
    """Judge what is left in ``codes`` as one text."""
    left = [at for at, code in enumerate(codes) if code is None]
    together = " ".join(texts[at] for at in left)
    code = recognise(together)
    if code is None and len(left) < len(codes):
        sure = Counter(code for code in codes if code is not None)
        code = max(sure, key=sure.__getitem__)
        code = None if has_dutch(together, code) else code
    if code not in {None, DUTCH}:
        for at in left:
            codes[at] = None if has_dutch(texts[at], code) else code


def _fill_between(codes: list[str | None], texts: Sequence[str]) -> None:
    """Give what is left in ``codes`` the language beside it, if its words say the same."""
    before = list(accumulate(codes, _last))
    after = list(accumulate(reversed(codes), _last))[::-1]
    for at, code in enumerate(codes):
        if code is None:
            sides = [side for side in (before[at], after[at]) if side not in {None, DUTCH}]
            codes[at] = next((side for side in sides if _follows(texts[at], side, sides.count(side))), None)


def _follows(text: str, code: str | None, sides: int) -> bool:
    """Whether a short text may follow the blocks on one or two ``sides`` of it in language ``code``."""
    own = function_words.LATIN.get(code or "", frozenset()) - function_words.DUTCH
    enough = 3 - sides
    return len(own.intersection(_WORD.findall(text.lower()))) >= enough and not has_dutch(text, code)


def _last(before: str | None, code: str | None) -> str | None:
    return code or before


def has_dutch(text: str, code: str | None) -> bool:
    """Whether ``text`` has a small word of Dutch that the language ``code`` has not."""
    other = function_words.LATIN.get(code or "", frozenset())
    return any(word in function_words.DUTCH and word not in other for word in _WORD.findall(text.lower()))


def _by_words(counts: Counter[str], total: int) -> str | None:
    """The language of ``total`` words in our own script, by its function words and its letters."""
    evidence: dict[str, set[str]] = {}
    for word in counts:
        for code in _known(word):
            evidence.setdefault(code, set()).add(word)

    def share(words: set[str]) -> float:
        return sum(counts[word] for word in words) / total

    dutch = evidence.pop(DUTCH, set())
    if not evidence:
        return DUTCH if len(dutch) >= _KINDS else None
    code = max(filter(evidence.__contains__, function_words.LATIN), key=lambda code: share(evidence[code]))
    found = evidence[code]
    own, rival = found - dutch, dutch - found
    if (
        len(found) >= _KINDS
        and len(own) >= _OWN_KINDS
        and not own.isdisjoint(function_words.LATIN[code])
        and share(found) >= _SHARE
        and share(own) >= max(_OWN_SHARE, _MARGIN * share(rival))
    ):
        return code
    return DUTCH if len(rival) >= _KINDS and share(rival) > share(own) else None


def _is_names(text: str) -> bool:
    """Whether most words have a capital: a list of names, which are foreign as often as not."""
    words = _WORD.findall(text)
    return sum(word[0].isupper() for word in words) > _NAMES_SHARE * len(words) and not text.isupper()


def _known(word: str) -> tuple[str, ...]:
    """The languages that ``word`` speaks for: it is one of their small words, or has one of their letters."""
    codes = _index().get(word, ())
    if word.isascii():
        return codes
    letters = function_words.LETTERS.items()
    return (*codes, *(code for code, own in letters if not own.isdisjoint(word)))


@cache
def _index() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for code, words in (*function_words.LATIN.items(), (DUTCH, function_words.DUTCH)):
        for word in words:
            index.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in index.items()}


@cache
def _only_dutch() -> frozenset[str]:
    return function_words.DUTCH.difference(*function_words.LATIN.values())


def _by_script(text: str) -> str | None:
    letters = Counter(char for char in text if char.isalpha())
    least = _SCRIPT_SHARE * letters.total()
    for first, last, codes, enough in _SCRIPTS:
        count = sum(times for char, times in letters.items() if first <= char <= last)
        if count >= max(enough, least):
            words = Counter(_WORD.findall(text))
            return max(
                codes, key=lambda code: sum(words[word] for word in function_words.OTHER.get(code, ()))
            )
    return None
