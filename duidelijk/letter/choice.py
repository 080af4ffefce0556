"""What the user says about a letter, as the document carries it: ``letter-kind``, ``letter-present`` …"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from duidelijk.letter.names import KIND_IDS, PART_IDS
from duidelijk.model import Document
from duidelijk.settings import LetterChoice


def as_meta(kind: str | None, present: Iterable[str], absent: Iterable[str]) -> dict[str, str]:
    """A choice in Dutch names as the keys of ``Document.meta``, with ids, without what was not chosen."""
    chosen = {
        "letter-kind": KIND_IDS[kind] if kind else "",
        "letter-present": ",".join(PART_IDS[name] for name in present),
        "letter-absent": ",".join(PART_IDS[name] for name in absent),
    }
    return {key: value for key, value in chosen.items() if value}


def with_choice(document: Document, choice: LetterChoice) -> Document:
    """The document with what the settings say about letters; what stands in the document itself wins."""
    chosen = as_meta(choice.kind, choice.present, choice.absent)
    return replace(document, meta={**chosen, **document.meta}) if chosen else document
