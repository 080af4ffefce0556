"""The clauses and passives of a document, sentence by sentence: many rules and scores ask for the same."""

from __future__ import annotations

from duidelijk.model import Block, Document
from duidelijk.nlp import parsed
from duidelijk.nlp.clauses import Clause, clauses
from duidelijk.nlp.passives import Passive, passives
from duidelijk.nlp.recall import recalled


def clauses_of(document: Document, block: Block, at: int) -> tuple[Clause, ...]:
    """The finite clauses of sentence ``at`` of a block, worked out once.

    Raises:
        NlpError: when the language model cannot be used.
    """
    return recalled(document, "clauses", block, lambda: clauses(parsed(document, block)[at]), at)


def passives_of(document: Document, block: Block, at: int) -> tuple[Passive, ...]:
    """The passives of sentence ``at`` of a block, worked out once.

    Raises:
        NlpError: when the language model cannot be used.
    """
    return recalled(document, "passives", block, lambda: passives(parsed(document, block)[at]), at)
