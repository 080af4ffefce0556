"""Finds thousands of words and phrases in one pass over each block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from duidelijk.errors import NlpError
from duidelijk.model import Applicability, Block, Document, Edit, Hit, Sentence, Span, Suggestion, Token
from duidelijk.nlp import sentence_number, sentences, tokens
from duidelijk.nlp.language import fold, folded_blocks
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import recalled
from duidelijk.nlp.tags import pos
from duidelijk.rules.construction_search import find
from duidelijk.rules.constructions import Found, may_stand, shown, span_of
from duidelijk.rules.inflected import fitting, found_form
from duidelijk.rules.lexicon import OMIT, Entry, allowed, allowed_as, asks_for_pos
from duidelijk.rules.rewording import reworded
from duidelijk.rules.rule import Rule
from duidelijk.rules.wording import like, swap, values

_WORD: Final = re.compile(r"\w+")
_OPEN: Final = "…"  # an alternative that the writer must finish: "voordat u …"


class _Match(NamedTuple):
    start: int
    end: int
    rule: Rule
    entry: Entry


class PhraseIndex:
    """All phrases of the selected rules in one Aho–Corasick automaton."""

    __slots__ = ("_automaton", "_entries")

    def __init__(self, phrases: Iterable[tuple[Rule, Entry]]) -> None:
        by_text: dict[str, list[tuple[Rule, Entry]]] = {}
        for rule, entry in phrases:
            by_text.setdefault(fold(entry.word), []).append((rule, entry))
        self._entries = list(by_text.values())
        self._automaton = None
        if by_text:
            from ahocorasick_rs import AhoCorasick

            self._automaton = AhoCorasick(list(by_text))

    def hits(self, document: Document) -> Iterator[tuple[Rule, Hit]]:
        """Every phrase of every rule in the Dutch text of the document, the longest where they overlap."""
        automaton = self._automaton
        if automaton is None:
            return
        for block, folded in folded_blocks(document):

            def make(block: Block = block, folded: str = folded) -> tuple[tuple[Rule, Hit], ...]:
                found = automaton.find_matches_as_indexes(folded, overlapping=True)
                hits = self._in_block(document, block, found) if found else ()
                return tuple((rule, replace(hit, block=None)) for rule, hit in hits)

            for rule, hit in recalled(document, "phrases", block, make, self):
                yield rule, replace(hit, block=block)

    def _in_block(
        self, document: Document, block: Block, found: list[tuple[int, int, int]]
    ) -> Iterator[tuple[Rule, Hit]]:
        standing = [
            _Match(start, end, rule, entry)
            for index, start, end in found
            if _is_bounded(block.text, start, end)
            for rule, entry in self._entries[index]
            if self._fits(document, block, start, end, entry)
        ]
        matches = [match for match in standing if not match.entry.is_construction]
        taken: list[Span] = []
        if len(matches) < len(standing):
            anchored = [match for match in standing if match.entry.is_construction]
            for construction in _constructions(document, block, anchored, matches):
                taken += construction.words
                yield construction.rule, construction.hit
        matches.sort(key=lambda match: (match.start, -match.end, not match.entry.lemma))
        kept_end = -1
        kept_start = -1
        for match in matches:
            overlaps = match.start < kept_end and (match.start, match.end) != (kept_start, kept_end)
            if any(match.start < word.end and word.start < match.end for word in taken):
                continue
            if overlaps or (match.rule.protect and in_protected(protected(block), match.start, match.end)):
                continue
            if not _is_the_word(document, block, match):
                continue
            kept_start, kept_end = match.start, match.end
            yield match.rule, _hit(document, block, match)

    def _fits(self, document: Document, block: Block, start: int, end: int, entry: Entry) -> bool:
        text = block.text
        found = text[start:end]
        if entry.word != entry.word.lower():
            if found != entry.word:
                return False
        elif found[0].isupper() and not (len(found) > 1 and found.isupper() and "." not in found):
            sentence = _sentence_at(document, block, start)
            if found[1:] != found[1:].lower() or not _opens(text[sentence.start : start]):
                return False
        elif found != found.lower() and ("." in found or not found.isupper()):
            return False  # capitals with full stops are initials
        if not entry.unless:
            return True
        sentence = _sentence_at(document, block, start)
        return allowed(entry, text, start, end, (sentence.start, sentence.end))


def _opens(before: str) -> bool:
    """Whether a word after this is the first of its sentence: a mark, an arrow or an emoji is no word."""
    return not any(map(str.isalnum, before))


def _is_the_word(document: Document, block: Block, match: _Match) -> bool:
    """Whether lemma and word class are those of the entry. Asked last: it may load the language model."""
    entry = match.entry
    if not (entry.lemma or asks_for_pos(entry)):
        return True
    try:
        words, at = _word_at(document, block, match.start)
    except NlpError:
        return False  # the engine says so, once
    if entry.lemma and found_form(words, at, entry.lemma, entry.pos, _particle(entry)) is None:
        return False
    return allowed_as(entry, pos(words[at].tag))


class _Built(NamedTuple):
    """A construction and the places of its words. Of two that share a word the stronger counts."""

    rule: Rule
    hit: Hit
    words: list[Span]
    strength: int


def _constructions(
    document: Document, block: Block, anchored: Sequence[_Match], phrases: Sequence[_Match]
) -> Iterator[_Built]:
    """The constructions around their anchors, without those that lie within a phrase, and each word once."""
    built: list[_Built] = []
    texts: dict[int, frozenset[str]] = {}
    for match in anchored:
        sentence = _sentence_at(document, block, match.start)
        if sentence.start not in texts:
            texts[sentence.start] = frozenset(_WORD.findall(sentence.text.lower()))
        if not may_stand(match.entry.lemma, texts[sentence.start]):
            continue
        if match.rule.protect and in_protected(protected(block), match.start, match.end):
            continue
        try:
            words, at = _word_at(document, block, match.start)
        except NlpError:
            return  # the engine says so, once
        found = find(words, at, match.entry.lemma, _particle(match.entry))
        if found is not None:
            built.append(_construction_hit(block, match, found))
    whole = [Span(phrase.start, phrase.end) for phrase in phrases]
    kept: list[_Built] = []
    for construction in sorted(built, key=lambda construction: -construction.strength):
        first, last = construction.words[0].start, construction.words[-1].end
        if any(span.start <= first and last <= span.end and span != (first, last) for span in whole):
            continue
        if not any(set(construction.words) & set(other.words) for other in kept):
            kept.append(construction)
    yield from kept


def _construction_hit(block: Block, match: _Match, found: Found) -> _Built:
    entry = match.entry
    named = [reworded(found, plain) for plain in entry.alternatives]
    named.sort(key=lambda option: not option[1])
    suggestions = tuple(Suggestion(f"‘{written}’", edits) for written, edits in named)
    filled = values(shown(found, block.text), [written for written, _ in named])
    words = [Span(found.tokens[at].start, found.tokens[at].end) for at in found.places]
    return _Built(
        match.rule,
        Hit(block, span_of(found), filled, suggestions, entry.level),
        words,
        len(words) * 2 + (found.link is not None),
    )


def _particle(entry: Entry) -> str:
    return next((condition.words[0] for condition in entry.unless if condition.name == "only-with"), "")


def _word_at(document: Document, block: Block, offset: int) -> tuple[Sequence[Token], int]:
    """The words of the sentence at ``offset``, and which of them starts there or last before it."""
    words = tokens(document, block)[sentence_number(document, block, offset)]
    return words, max(0, bisect_right(words, offset, key=lambda token: token.start) - 1)


def _is_bounded(text: str, start: int, end: int) -> bool:
    """Whether ``start:end`` stands as a word: no letter, digit or joining mark on either side."""
    if start > 0:
        before = text[start - 1]
        if before.isalnum() or before in "_@":
            return False
        if before in "-.’'&" and start > 1 and text[start - 2].isalnum():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum() or after in "_@":
            return False
        if after in "-.’'&=" and end + 1 < len(text) and text[end + 1].isalnum():
            return False
    return True


def _sentence_at(document: Document, block: Block, offset: int) -> Sentence:
    found = sentences(document, block)
    return (
        found[sentence_number(document, block, offset)] if found else Sentence(0, len(block.text), block.text)
    )


def _hit(document: Document, block: Block, match: _Match) -> Hit:
    span = Span(match.start, match.end)
    found = block.text[slice(*span)]
    entry = match.entry
    if entry.lemma:
        return _inflected_hit(document, block, span, entry)
    spelled = [like(found, option) for option in entry.alternatives if option != OMIT]
    suggestions: list[Suggestion] = []
    for option in entry.alternatives:
        applicability: Applicability = "safe" if entry.safe and not suggestions else "manual"
        if option == OMIT:
            edits = _omission(block.text, match.start, match.end, _sentence_at(document, block, match.start))
            suggestions.append(Suggestion("Weglaten", edits, applicability if edits else "manual"))
        elif option.endswith(_OPEN):
            suggestions.append(Suggestion(f"‘{like(found, option)}’", ()))
        else:
            suggestions.append(swap(span, like(found, option), applicability))
    return Hit(block, span, values(found, spelled), tuple(suggestions), entry.level)


def _inflected_hit(document: Document, block: Block, span: Span, entry: Entry) -> Hit:
    """A form of a word: alternatives in the form that fits; without edits where none would be right."""
    particle = _particle(entry)
    found = found_form(*_word_at(document, block, span.start), entry.lemma, entry.pos, particle)
    words, places = found if found is not None else ((), ())
    options: list[tuple[str, tuple[Edit, ...]]] = []
    for option in entry.alternatives:
        edits = fitting(words, places, option, entry.pos)
        written = _written(edits, block.text) or option
        if edits and particle:
            end = words[places[-1]].end
            if not any(edit.span.start < end <= edit.span.end for edit in edits):
                written += f" … {particle}"  # the two verbs share it
        options.append((written, edits))
    options.sort(key=lambda option: not option[1])
    text = block.text[slice(*span)]
    shown = f"{text} … {particle}" if particle else text
    suggestions = tuple(Suggestion(f"‘{written}’", edits) for written, edits in options)
    return Hit(block, span, values(shown, [written for written, _ in options]), suggestions, entry.level)


def _written(edits: Sequence[Edit], text: str) -> str:
    """What the edits put in, as a writer says it: ``stelt … vast``."""
    pieces: list[str] = []
    for edit in edits:
        old, new = text[slice(*edit.span)].strip(), edit.text.strip()
        pieces.append(new.removeprefix(f"{old} ") if new != old else "")
        if new.endswith(f" {old}"):
            pieces[-1] = new.removesuffix(f" {old}")
    return " … ".join(filter(None, pieces))


def _omission(text: str, start: int, end: int, sentence: Sentence) -> tuple[Edit, ...]:
    """The edit that leaves a word out, with one space, and keeps a capital at the start of the sentence.

    None where the order of what stays would be wrong: *Wij delen u mee dat u …*, *Overigens is …*.
    """
    opens = _opens(text[sentence.start : start])
    if text[start:end].endswith(" dat") or (opens and text[end : end + 1] == " "):
        return ()
    if opens and text[end : end + 1] == ",":
        end += 1
    if text[end : end + 1] == " ":
        end += 1
        if text[start].isupper() and text[end : end + 1].islower():
            return (Edit(Span(start, end + 1), text[end].upper()),)
    elif start > 0 and text[start - 1] == " ":
        start -= 1
    return (Edit(Span(start, end), ""),)
