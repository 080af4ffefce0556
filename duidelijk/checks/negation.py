"""Two negations that cancel out: *niet onmogelijk* is *mogelijk*, *niet … zonder* is *alleen … met*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import any_of, prose_blocks
from duidelijk.model import Block, Document, Edit, Hit, Span, Suggestion
from duidelijk.nlp.language import fold
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import block_by_block

# Judgements of which the negation is simply the opposite. Not here: "onnodig", "onbeperkt", "onmiddellijk",
# "onbeheerd", "onevenredig": "niet onnodig wachten" is no double negation in the ear of a reader.
_ADJECTIVES: Final = any_of(
    """
    aannemelijk
    aantrekkelijk
    aanvaardbaar
    aanzienlijk
    begrijpelijk
    bekend
    belangrijk
    denkbaar
    duidelijk
    gebruikelijk
    geldig
    geschikt
    gewoon
    gunstig
    handig
    juist
    logisch
    mogelijk
    realistisch
    redelijk
    terecht
    verstandig
    waarschijnlijk
    wenselijk
    """
)
_OPPOSITE: Final = re.compile(
    rf"(?<!\bdan )(?<!\bof )\bniet (?:(?:geheel|helemaal|zo) )?on(?P<wel>{_ADJECTIVES}|gewone)(?P<e>e?)\b"
    r"(?! (?:of|en|maar|noch) on)"
)
# "Mag niet onduidelijk zijn" is "moet duidelijk zijn", not "mag duidelijk zijn".
_MAY: Final = re.compile(r"\b(?:mag|mogen|hoeft|hoeven)\b[^.,;:!?]*$")
_REACH: Final = 60  # characters to look back
_VERBS: Final = re.compile(
    r"\bniet (?:verboden|uit te sluiten|uitgesloten(?= dat\b|[.,]))(?! (?:voor|van|tussen)\b)"
)
_NEGATION: Final = r"\b(?:niet|geen|nooit|niemand|nergens|niets)\b"
# "Niet … zonder" within one clause: no mark and no new clause in between. Side by side only behind "mag":
# "niet zonder reden" and "wij kunnen niet zonder u" are sayings.
_NO_CANCEL: Final = (
    r"(?! (?:meer|dat|u|je|jou|hen|de hulp|hulp van|enige?|nadere?|verdere?|voorafgaande?|onderscheid)\b)"
)
_WITHOUT: Final = re.compile(
    rf"{_NEGATION}(?! (?:alleen|zozeer|meer zonder)\b)"
    r"(?: (?!en |of |maar |want |als |dat |die |om |terwijl |wel |zonder )[\w’'-]+){1,6}? zonder\b"
    + _NO_CANCEL
)
_MAY_NOT: Final = re.compile(
    r"\b(?:mag|mogen)(?: (?!maar |want |als )[\w’'-]+){0,6}? (?P<plaats>niet zonder)\b" + _NO_CANCEL
)
_TO: Final = re.compile(r"(?: [\w’'-]+){0,6}? te \w+en\b")
_UNLESS: Final = re.compile(
    rf"{_NEGATION}(?! (?:alleen|zozeer)\b)(?: (?!maar |want |zonder )[\w’'€/-]+){{0,14}}?,? tenzij\b"
)


def double_negations(document: Document) -> Iterator[Hit]:
    """Two negations in one clause of which the reader must work out that they make a positive.

    For "niet on…" the suggestion is the plain adjective.
    """
    return block_by_block(document, prose_blocks(document), _open_hits)


def _open_hits(_: Document, block: Block) -> Iterator[Hit]:
    """The hits outside protected stretches."""
    folded = fold(block.text)
    if "niet" in folded or "geen" in folded or "nooit" in folded:
        spans = protected(block)
        yield from (hit for hit in _in_block(block, folded) if not in_protected(spans, *hit.span))


def _in_block(block: Block, folded: str) -> Iterator[Hit]:
    for match in _OPPOSITE.finditer(folded):
        if _MAY.search(folded, max(0, match.start() - _REACH), match.start()):
            continue
        plain = "gewone" if match["wel"] == "gewone" else match["wel"] + match["e"]
        span = Span(*match.span())
        if block.text[span.start].isupper():
            plain = plain.capitalize()
        yield Hit(
            block,
            span,
            {"gevonden": block.text[slice(*span)], "suggestie": plain},
            (Suggestion(f"‘{plain}’", (Edit(span, plain),)),),
        )
    for match in _VERBS.finditer(folded):
        plain = "toegestaan" if "verboden" in match[0] else "mogelijk"
        yield _hit(block, match, plain)
    for match in _WITHOUT.finditer(folded):
        yield _hit(block, match, "alleen … als" if _TO.match(folded, match.end()) else "alleen … met")
    for match in _MAY_NOT.finditer(folded):
        yield _hit(block, match, "alleen … met", "plaats")
    for match in _UNLESS.finditer(folded):
        yield _hit(block, match, "alleen … als")


def _hit(block: Block, match: re.Match[str], plain: str, group: str | int = 0) -> Hit:
    start, end = match.span(group)
    words = block.text[start:end].split(" ")
    found = " ".join(words) if len(words) < 5 else f"{words[0]} … {words[-1]}"
    return Hit(block, Span(start, end), {"gevonden": found, "suggestie": plain})
