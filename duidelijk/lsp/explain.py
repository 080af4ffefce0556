"""What an editor shows about a rule: the whole page, or what it is about in a few words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from duidelijk.errors import RuleError
from duidelijk.rules.load import load_examples
from duidelijk.rules.page import page
from duidelijk.rules.rule import Example, Rule

SHORT: Final = 399
"""So many characters at most fit in a message of an editor."""


def explanation(rule: Rule) -> str:
    """The page about a rule in Markdown, as the documentation has it."""
    return "\n".join(page(rule, examples_of(rule))) + "\n"


def short(rule: Rule) -> str:
    """Why the rule is there, with its first example where that fits; plain text, one line a paragraph."""
    why = one_line(rule.why)
    for example in examples_of(rule):
        if not example.bad or not example.good:
            continue
        said = f"{why}\nNiet: {one_line(example.bad)}\nMaar: {one_line(example.good)}"
        if len(said) <= SHORT:
            return said
    return why if len(why) <= SHORT else why[: SHORT - 1].rstrip() + "…"


@lru_cache(maxsize=64)
def examples_of(rule: Rule) -> tuple[Example, ...]:
    """The examples in the file of a rule; none when the file can no longer be used."""
    try:
        return load_examples(rule.path)
    except RuleError:
        return ()


def one_line(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())
