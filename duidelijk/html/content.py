"""Tells the main content of a page from what stands around it: menus, cookie bars, footers.

The page's own landmarks decide. Without them the main content is the smallest element that holds nearly all
of the prose, whatever the site calls it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bs4.element import Comment, NavigableString, Tag

from duidelijk.html.hidden import is_hidden
from duidelijk.html.nodes import following, is_tag

MIN_ARTICLE_SHARE: Final = 0.4
"""A single ``article`` is the main content if it holds this share of the prose; it may be only a teaser."""

MIN_ROOT_SHARE: Final = 0.85
"""Without landmarks the main content is the smallest element with this share of the prose."""

MIN_PROSE: Final = 200
"""With less prose than this, in characters, there is nothing to weigh and the whole body counts."""

MAX_COOKIE_TEXT: Final = 1500
"""A cookie bar says no more than this, in characters; a page about cookies does."""

_LANDMARKS: Final = frozenset(
    {"alertdialog", "banner", "complementary", "contentinfo", "dialog", "menubar", "navigation", "search"}
)
_AROUND: Final = frozenset({"aside", "dialog", "nav", "search"})
_SECTIONS: Final = frozenset({"article", "aside", "main", "nav", "section"})
_WRAPPERS: Final = frozenset({"article", "body", "center", "div", "form", "main", "section", "td"})
_TABLES: Final = frozenset({"table", "tbody", "tr"})
_COOKIE: Final = re.compile(r"cookie|consent|gdpr")
# Words in a class or id. Those of the second group also stand inside main content.
_HINT: Final = re.compile(
    r"(?<![a-z0-9])(?:breadcrumbs?|kruimelpad|pagination|paginering|skip(?:link|links|nav)?|social|share|toc)"
    r"(?![a-z0-9])"
)
_WIDE_HINT: Final = re.compile(
    r"(?<![a-z0-9])(?:navbar|nav|navigation|navigatie|menu|footer|header|sidebar|topbar)(?![a-z0-9])"
)
_SKIP_TEXT: Final = re.compile(
    r"\s*(?:(?:ga|spring|direct|meteen|snel|sla|skip|jump)\b.{0,30}\b(?:naar|over|to)\b|naar de inhoud\b)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?;:](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the main content of a page begins (ids of tags), and whether its landmarks say so.

    ``has_title``: the page has an h1, so that what comes before it may be a menu.
    """

    roots: frozenset[int]
    landmarks: bool
    has_title: bool

    def is_around(self, tag: Tag, *, before_title: bool) -> bool:
        """Whether an element inside the main content is itself a menu, a cookie bar or the like.

        ``before_title``: no h1 has come by yet.
        """
        name, attrs = tag.name, tag.attrs
        if name in _AROUND or (attrs and attrs.get("role") in _LANDMARKS):
            return True
        if before_title and name == "a":
            return str(attrs.get("href", "")).startswith("#") and _SKIP_TEXT.match(tag.get_text()) is not None
        if not self.landmarks:
            if name in {"header", "footer"} and _of_page(tag):
                return name == "footer" or tag.find("h1") is None
            if before_title and name in {"ul", "ol"} and _link_share(tag, 4) > 0.8:
                return True
        return bool(attrs) and self._hinted(tag)

    def _hinted(self, tag: Tag) -> bool:
        attrs = tag.attrs
        if tag.name in {"html", "body", "main", "article"} or not ("class" in attrs or "id" in attrs):
            return False
        words = f"{' '.join(attrs.get('class', ()))} {attrs.get('id', '')}".lower()
        if _COOKIE.search(words):
            return _is_cookie_bar(tag)
        if _HINT.search(words) or (not self.landmarks and _WIDE_HINT.search(words)):
            return _link_share(tag, 1) > 0.5 and tag.find("h1") is None
        return False


def outline(soup: Tag) -> Outline:
    """Find the main content of a page."""
    mains, articles, titles = _landmarks(soup)
    if mains:
        return Outline(frozenset(map(id, mains)), landmarks=True, has_title=bool(titles))
    body = soup.find("body")
    if not isinstance(body, Tag):
        return Outline(frozenset({id(soup)}), landmarks=False, has_title=bool(titles))
    scores = _scores(body)
    total = scores[id(body)]
    if len(articles) == 1 and scores.get(id(articles[0]), 0.0) > MIN_ARTICLE_SHARE * total:
        return Outline(frozenset({id(articles[0])}), landmarks=True, has_title=bool(titles))
    root = body if total < MIN_PROSE else _smallest(body, scores, MIN_ROOT_SHARE * total)
    # The title of the page belongs to its content, unless the site's header holds it.
    if titles and not any(parent.name == "header" and _of_page(parent) for parent in titles[0].parents):
        above = set(map(id, titles[0].parents))
        while id(root) not in above and root.parent is not None:
            root = root.parent
    return Outline(frozenset({id(root)}), landmarks=False, has_title=bool(titles))


def _landmarks(soup: Tag) -> tuple[list[Tag], list[Tag], list[Tag]]:
    """The outermost visible ``main`` elements with text, the outermost visible articles, the visible h1s."""
    found: dict[str, list[Tag]] = {"main": [], "article": [], "h1": []}
    inside: dict[str, set[int]] = {name: set() for name in found}
    for tag in following(soup):
        if not is_tag(tag):
            continue
        name = "main" if tag.attrs.get("role") == "main" else tag.name
        if name not in found:
            continue
        around = (tag, *tag.parents)
        if not any(is_hidden(one) or id(one) in inside[name] for one in around):
            found[name].append(tag)
            inside[name].add(id(tag))
    mains = [tag for tag in found["main"] if any(text.strip() for text in tag.strings)]
    return mains, found["article"], found["h1"]


def _scores(body: Tag) -> dict[int, float]:
    """How much prose each element holds, in characters; text in links and menus counts for nothing."""
    counts = {id(body): True}
    scores = {id(body): 0.0}
    tags: list[Tag] = []
    for node in body.descendants:
        above = id(node.parent)
        if isinstance(node, Tag):
            attrs = node.attrs
            scores[id(node)] = 0.0
            counts[id(node)] = counts[above] and not (
                node.name == "a"
                or node.name in _AROUND
                or is_hidden(node)
                or (attrs and attrs.get("role") in _LANDMARKS)
            )
            tags.append(node)
        elif counts[above] and isinstance(node, NavigableString) and type(node) is not Comment:
            text = node.strip()
            # Labels and menu items are short and have no full stop.
            scores[above] += len(text) if len(text) > 60 or _SENTENCE_END.search(text) else len(text) / 4
    for tag in reversed(tags):
        scores[id(tag.parent)] += scores[id(tag)]
    return scores


def _smallest(body: Tag, scores: dict[int, float], least: float) -> Tag:
    """The innermost wrapper with a score of at least ``least``."""
    best = node = body
    while True:
        children = (child for child in node.children if isinstance(child, Tag))
        following = next((child for child in children if scores[id(child)] >= least), None)
        if following is None or following.name not in _WRAPPERS | _TABLES:
            return best
        node = following
        if node.name in _WRAPPERS:
            best = node


def _of_page(tag: Tag) -> bool:
    """Whether a header or footer is that of the whole page."""
    return not any(parent.name in _SECTIONS for parent in tag.parents)


def _is_cookie_bar(tag: Tag) -> bool:
    if tag.find("h1") is not None or tag.find(["button", "a", "input", "form"]) is None:
        return False
    return 0 < _length(tag) <= MAX_COOKIE_TEXT


def _link_share(tag: Tag, least: int) -> float:
    """The share of an element's text that is in links; 0 with fewer than ``least`` links."""
    links = tag.find_all("a")
    length = _length(tag)
    return sum(map(_length, links)) / length if len(links) >= least and length else 0.0


def _length(tag: Tag) -> int:
    return sum(len(text.strip()) for text in tag.strings)
