"""Steps through a tree without asking bs4 for its classes, which costs more than the step itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from bs4.element import NavigableString, PageElement, Tag


def is_tag(node: PageElement) -> TypeGuard[Tag]:
    """Whether the node is an element: text is a kind of string, and nothing else is."""
    return not isinstance(node, str)


def is_text(node: PageElement) -> TypeGuard[NavigableString]:
    """Whether the node holds characters, also of a script; not so for a comment or a doctype."""
    return isinstance(node, str) and not getattr(node, "PREFIX", "")


def is_plain_text(text: NavigableString) -> bool:
    """Whether the characters are those of the page itself, not of a script, a style sheet or ruby."""
    return type(text).__name__ == "NavigableString"


def elements(parent: Tag) -> list[Tag]:
    """The child elements."""
    return [child for child in parent.contents if not isinstance(child, str)]  # type: ignore[misc]


def within(parent: Tag) -> Iterator[Tag]:
    """The elements inside, in document order."""
    # Children are put back in reverse, so that the last one on the stack is the next in the page.
    waiting = elements(parent)[::-1]
    while waiting:
        tag = waiting.pop()
        yield tag
        if tag.contents:
            waiting.extend(reversed(elements(tag)))


def following(top: Tag) -> Iterator[PageElement]:
    """All nodes of the page after ``top``, the root, in document order."""
    node = top.next_element
    while node is not None:
        yield node
        node = node.next_element
