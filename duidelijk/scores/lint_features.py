"""The four features of the LiNT readability measure, from our own tags and parse.

What counts follows the published output of LiNT-II for its own four texts:

- content words are nouns, names, adjectives and verbs; not auxiliaries, copulas, adverbs and numbers;
- their frequency is that of the form in the text, without names, a compound by its head, an unknown word as
  ``UNKNOWN_ZIPF``;
- the longest dependency of a sentence is the most words, marks apart, between a word and its head; a sentence
  of one word has none;
- content words are counted for each finite verb, auxiliaries included; a sentence without has no such figure;
- nouns are concrete or not by :mod:`duidelijk.scores.concreteness`, names too; what that does not know is
  left out.

Of a whole text, frequency and concreteness are means over words, the other two over sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from duidelijk.model import Block, Document, Token
from duidelijk.nlp import parsed
from duidelijk.nlp.clauses import finite_verbs
from duidelijk.nlp.frequency import zipf
from duidelijk.nlp.recall import recalled
from duidelijk.scores.concreteness import is_concrete
from duidelijk.scores.counts import prose_blocks, running_sentences
from duidelijk.scores.noun_heads import noun_head

UNKNOWN_ZIPF: Final = 1.359

_KEY: Final = "lint_features"
_NAMES: Final = ("N|eigen", "SPEC|deeleigen")
_NOUNS: Final = ("N|", *_NAMES)
_HELPING: Final = frozenset({"aux", "aux:pass", "cop"})
_SHORTEST_DERIVED: Final = 6
_PREFIXES: Final = ("be", "ver", "ont", "her", "on", "over", "voor", "aan", "toe", "uit", "in", "af")
_SUFFIXES: Final = (
    "ing", "ingen", "heid", "heden", "lijk", "lijke", "end", "ende", "tie", "ties", "teit",
    "teiten", "age", "schap", "nis", "sel", "baar", "bare",
)  # fmt: skip


class SentenceFeatures(NamedTuple):
    """What one sentence brings to the features.

    ``derived`` counts the words of ``zipfs`` that are known and derived; ``longest`` is None in a sentence of
    one word.
    """

    zipfs: tuple[float, ...]
    derived: int
    longest: int | None
    content_words: int
    finite_verbs: int
    concrete: int
    nouns: int

    @property
    def words_per_verb(self) -> float | None:
        """Content words for each finite verb; None without one."""
        return self.content_words / self.finite_verbs if self.finite_verbs else None


class LintFeatures(NamedTuple):
    """The features of a text; None for what it does not have.

    ``derived_share`` is the share of derived words among those that ``frequency`` is the mean of.
    """

    frequency: float | None
    derived_share: float | None
    longest_dependency: float | None
    words_per_verb: float | None
    concrete_share: float | None


def document_features(document: Document, blocks: Iterable[Block] | None = None) -> LintFeatures:
    """The features of ``blocks``, or of the running text of the whole document.

    Raises:
        NlpError: when the language model cannot be used.
    """
    chosen = prose_blocks(document) if blocks is None else blocks
    return together([one for block in chosen for one in block_features(document, block)])


def block_features(document: Document, block: Block) -> tuple[SentenceFeatures, ...]:
    """The features of each running sentence of a block, worked out once per document."""

    def make() -> tuple[SentenceFeatures, ...]:
        analysed = parsed(document, block)
        return tuple(sentence_features(analysed[at]) for at, _ in running_sentences(document, block))

    return recalled(document, _KEY, block, make)


def together(sentences: Sequence[SentenceFeatures]) -> LintFeatures:
    """The features of a text of these sentences."""
    nouns = sum(one.nouns for one in sentences)
    zipfs = [value for one in sentences for value in one.zipfs]
    return LintFeatures(
        frequency=_mean(zipfs),
        derived_share=sum(one.derived for one in sentences) / len(zipfs) if zipfs else None,
        longest_dependency=_mean([one.longest for one in sentences if one.longest is not None]),
        words_per_verb=_mean([rate for one in sentences if (rate := one.words_per_verb) is not None]),
        concrete_share=sum(one.concrete for one in sentences) / nouns if nouns else None,
    )


def sentence_features(tokens: Sequence[Token]) -> SentenceFeatures:
    """What a parsed sentence brings to the features."""
    content = [token for token in tokens if is_content_word(token)]
    forms = [known_form(token) for token in content if not is_name(token)]
    nouns = [known for token in tokens if (known := _noun_class(token)) is not None]
    return SentenceFeatures(
        zipfs=tuple(UNKNOWN_ZIPF if form is None else zipf(form) for form in forms),
        derived=sum(form is not None and is_derived(form) for form in forms),
        longest=longest_dependency(tokens),
        content_words=len(content),
        finite_verbs=len(finite_verbs(tokens)),
        concrete=sum(nouns),
        nouns=len(nouns),
    )


def is_content_word(token: Token) -> bool:
    """Whether the word is a noun, name, adjective, or a verb that does not help another word."""
    if token.tag.startswith("WW|"):
        return token.dep not in _HELPING
    return token.tag.startswith(("ADJ|", *_NOUNS))


def is_name(token: Token) -> bool:
    """Whether the word is a name, or a part of one. A rare noun that the tagger takes for a name is none."""
    return token.tag.startswith(_NAMES) and (token.tag.startswith("SPEC") or not token.text.islower())


def known_form(token: Token) -> str | None:
    """The form that tells how common a content word is; None when the word is unknown.

    It is the word as it stands there, but of a compound the dictionary form of its head. LiNT looks up heads
    for the nouns of its own list only, so to it a compound that is too rare for any list is an unknown word:
    *adressenregistratie* is, *basisregistratie* is *registratie*.
    """
    whole = next((form for form in (token.text, token.lemma) if form and zipf(form)), None)
    if whole is None or not token.tag.startswith("N|"):
        return whole
    noun = (token.lemma or token.text).lower()
    head = noun_head(noun)
    return head if head != noun and zipf(head) else whole


def is_derived(word: str) -> bool:
    """Whether the word has a prefix or suffix as in *verlenen*, *inzage*, *landelijke*, *toepassing*.

    Those are commoner in writing, which our frequencies count too, than in the subtitles that LiNT counts.
    """
    lower = word.lower()
    return len(word) >= _SHORTEST_DERIVED and (lower.startswith(_PREFIXES) or lower.endswith(_SUFFIXES))


def longest_dependency(tokens: Sequence[Token]) -> int | None:
    """The most words between a word and its head; None in a sentence of under two words."""
    words_before = [0, *accumulate(int(is_word(token)) for token in tokens)]
    if words_before[-1] < 2:
        return None
    gaps = (
        words_before[max(at, token.head)] - words_before[min(at, token.head) + 1]
        for at, token in enumerate(tokens)
        if token.head >= 0 and is_word(token)
    )
    return max(gaps, default=0)


def is_word(token: Token) -> bool:
    """Whether the token is no mark."""
    return not token.tag.startswith("LET") and any(map(str.isalnum, token.text))


def _noun_class(token: Token) -> bool | None:
    """Whether a noun is concrete; None for what is no noun, or not known."""
    return is_concrete(token.lemma or token.text) if token.tag.startswith(_NOUNS) else None


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
