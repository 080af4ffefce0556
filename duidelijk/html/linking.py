"""Puts a new node at the end of a bs4 tree, as bs4 does itself, but in one step.

bs4 sets what a node knows one by one, at a few calls for each; on a page of thousands of nodes that is most
of the work of making it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag


def append(node: PageElement, state: dict[str, Any], parent: Tag, previous: PageElement) -> None:
    """Make ``node`` the last one in ``parent`` and the last one of the page, right after ``previous``.

    ``state`` is what it knows of itself; its neighbours are added to it.
    """
    siblings = parent.contents
    before = siblings[-1] if siblings else None
    state["parent"] = parent
    state["previous_element"] = previous
    state["next_element"] = None
    state["previous_sibling"] = before
    state["next_sibling"] = None
    node.__dict__ = state
    previous.next_element = node
    if before is not None:
        before.next_sibling = node
    siblings.append(node)
