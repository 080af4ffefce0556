"""The Dutch figures of textstat beside ours, and where they part.

textstat is slow to import (0.7 seconds), so only who asks for it pays. It counts the same running text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.errors import ConfigError
from duidelijk.measure import word_spans
from duidelijk.model import Document, Guideline, Score
from duidelijk.nlp.syllables import count_syllables
from duidelijk.scores.counts import Counts, counted, prose_blocks, running_sentences
from duidelijk.scores.formulas import flesch_douma, is_reliable, lix

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

_PREFIX: Final = "textstat-"
_SOURCE: Final = Guideline("textstat", "https://pypi.org/project/textstat/")
_EXAMPLES: Final = 3
_DIFFERENT_WORDS: Final = 2_000  # the commonest; the long tail gives no example

_WORDS: Final = "textstat knipt op spaties. Wij tellen een bedrag of een wetsartikel als één woord."
_SENTENCES: Final = (
    "textstat ziet na elke punt een nieuwe zin, ook na een afkorting. "
    "Stukken van één of twee woorden telt het niet mee."
)
_FOLLOWS: Final = "De formule is dezelfde. Het verschil komt uit het aantal zinnen, woorden en lettergrepen."
_LONG_WORDS: Final = (
    "De formule is dezelfde. Het verschil komt uit het aantal zinnen, woorden en lange woorden."
)
_SAME: Final = "Beide cijfers zijn gelijk."


class Comparison(NamedTuple):
    """A figure of ours beside that of textstat; ``why`` says where the difference comes from."""

    name: str
    ours: float
    theirs: float
    why: str


def compared(document: Document, scores: Sequence[Score]) -> tuple[Score, ...]:
    """The figures of textstat as scores, ``textstat-lix`` and so on, with ours in the inputs.

    Of those that are in ``scores`` ours is taken from there.

    Raises:
        ConfigError: when textstat is not installed.
    """
    counts = counted(document)
    known = {score.name: score.value for score in scores}
    return tuple(
        Score(
            name=_PREFIX + one.name,
            value=round(one.theirs, 1),
            scale="cijfer van textstat",
            label=one.why,
            inputs={
                "textstat": round(one.theirs, 1),
                "duidelijk": (ours := known.get(one.name, round(one.ours, 1))),
                "verschil": round(one.theirs - ours, 1),
            },
            reliable=is_reliable(counts),
            source=_SOURCE,
        )
        for one in comparisons(document)
    )


def comparisons(document: Document) -> tuple[Comparison, ...]:
    """The figures that both have, over the running text; none in a text without words.

    Raises:
        ConfigError: when textstat is not installed.
    """
    counts = counted(document)
    theirs = _textstat()
    return tuple(_comparisons(document, counts, theirs)) if counts.plain else ()


def _comparisons(document: Document, counts: Counts, theirs: textstatistics) -> Iterator[Comparison]:
    sentences = [
        sentence.text
        for block in prose_blocks(document)
        for _, sentence in running_sentences(document, block)
    ]
    text = "\n".join(sentences)
    figures: tuple[tuple[str, float, Callable[[str], Any], str], ...] = (
        ("woorden", counts.words, theirs.lexicon_count, _WORDS),
        ("zinnen", counts.sentences, theirs.sentence_count, _SENTENCES),
        ("lettergrepen", counts.syllables, theirs.syllable_count, _miscounted(sentences, theirs)),
        ("flesch-douma", flesch_douma(counts), theirs.flesch_reading_ease, _FOLLOWS),
        ("lix", lix(counts), theirs.lix, _LONG_WORDS),
    )
    for name, ours, count, why in figures:
        found = float(count(text))
        yield Comparison(name, ours, found, why if round(found, 1) != round(ours, 1) else _SAME)


def _miscounted(sentences: Sequence[str], theirs: textstatistics) -> str:
    """Where the syllables differ, with the commonest words of the text that do."""
    words = Counter(
        text[start:end].lower()
        for text in sentences
        for start, end in word_spans(text)
        if text[start:end].isalpha()
    )
    examples = [
        f"‘{word}’ {found} in plaats van {right}"
        for word, _ in words.most_common(_DIFFERENT_WORDS)
        if (found := theirs.syllable_count(word)) < (right := count_syllables(word))
    ]
    reason = "textstat breekt woorden af als aan het eind van een regel, en mist zo klinkers die alleen staan"
    shown = f": {', '.join(examples[:_EXAMPLES])}" if examples else ""
    return f"{reason}{shown}. Lettergrepen van getallen tellen wij niet mee."


def _textstat() -> textstatistics:
    try:
        from textstat.textstat import textstatistics
    except ImportError as error:
        raise ConfigError(
            "Vergelijken kan niet: het programma textstat is er niet.",
            hint="Installeer het met: pip install textstat. Of laat --vergelijk weg.",
        ) from error
    own = textstatistics()
    own.set_lang("nl")
    return own
