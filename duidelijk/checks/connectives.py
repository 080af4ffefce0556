"""Words that tell the reader how sentences hang together: *daarom*, *maar*, *eerst*, *bijvoorbeeld*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.prose import any_of, prose_blocks
from duidelijk.measure import sentence_words
from duidelijk.model import Document, Hit, Sentence, Span
from duidelijk.nlp import sentences, tokens

# Our own list, in lower case.
_ANYWHERE: Final = any_of(
    """
    aangezien
    alhoewel
    als
    anders
    anderzijds
    bijgevolg
    bijvoorbeeld
    bovendien
    daar(?:aan|bij|door|enboven|entegen|mee|na|naast|om|op|toe|uit|van|voor)
    dan
    dankzij
    doordat
    dus
    echter
    eerst
    eerste
    eveneens
    enerzijds
    hierdoor
    hierom
    hierna
    hoewel
    immers
    inmiddels
    intussen
    kortom
    later
    maar
    mits
    nadat
    namelijk
    omdat
    ondanks
    ondertussen
    ook
    opdat
    samengevat
    sinds
    tegelijk(?:ertijd)?
    ten (?:eerste|tweede|derde|slotte)
    ten?slotte
    tenzij
    terwijl
    tevens
    toch
    toen
    tot slot
    verder
    vervolgens
    vanwege
    voordat
    vooral
    want
    wanneer
    waardoor
    waarna
    zelfs
    zo
    zoals
    zodat
    zodra
    zowel
    """
)
# What points back at the sentence before: "Dit kan …", "Daar staat …", "Zij …", "En …".
_AT_THE_START: Final = any_of(
    """
    dat
    dit
    deze
    die
    daar
    daarvoor
    en
    of
    hier\\w*
    hij
    ze
    zij
    nu
    soms
    meestal
    alleen
    zulke
    beide
    """
)
_CONNECTIVE: Final = re.compile(rf"[\W_]*{_AT_THE_START}\b|.*?\b{_ANYWHERE}\b", re.IGNORECASE | re.DOTALL)
_SHORT: Final = 3  # words; less is a label


def few_connectives(document: Document, *, least: int = 5) -> Iterator[Hit]:
    """``least`` or more sentences in a row in one paragraph without a word that ties them together.

    Questions, labels and sentences with a colon end a series, and sentences that all begin alike are none.
    """
    for block in prose_blocks(document):
        found = sentences(document, block)
        if block.kind != "paragraph" or len(found) < least:
            continue
        for run in _runs(found, sentence_words(document, block)):
            if len(run) < least:
                continue
            verbs = dict(zip(found, tokens(document, block), strict=True))
            if not all(any(token.tag.startswith("WW|pv") for token in verbs[one]) for one in run):
                continue  # a list of scraps: "Opvragen van …"
            if len({one.text.split(" ", 1)[0] for one in run}) > 2:
                yield Hit(block, Span(run[0].start, run[-1].end), {"aantal": len(run)})


def _runs(found: Sequence[Sentence], counts: Sequence[int]) -> Iterator[list[Sentence]]:
    run: list[Sentence] = []
    for sentence, words in zip(found, counts, strict=True):
        if _is_loose(sentence, words):
            run.append(sentence)
        else:
            yield run
            run = []
    yield run


def _is_loose(sentence: Sentence, words: int) -> bool:
    text = sentence.text
    return words > _SHORT and text.endswith(".") and ":" not in text and _CONNECTIVE.match(text) is None
