"""Compares ways to turn HTML into a beautifulsoup4 tree: time, shape of the tree, positions.

Run ``python -m benchmarks.html_trees [FILE|FOLDER]…``; without arguments it takes the real pages beside the
repository, else those in ``examples``. Builders of bs4 that are not installed are left out.

- ms/kB: CPU time per 1,000 characters, the best of some rounds, summed over the pages.
- same tree: pages on which elements, text and comments are those of a browser (as turbohtml's own tree).
- tags wrong: elements whose position is not where their start tag stands; "none": no positions at all.
- text placed: visible text, in characters, of which the exact place is known.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import turbohtml
from bs4 import BeautifulSoup, FeatureNotFound
from bs4.element import Comment, NavigableString, PreformattedString, Tag

from duidelijk.html import parse, pieces, start_tag
from duidelijk.html.marks import plain

ROUNDS = 5
ROOT = Path(__file__).parents[1]
Builder = Callable[[str], BeautifulSoup]


def main(arguments: list[str]) -> None:
    """Measure and print."""
    texts = [path.read_bytes().decode("utf-8", "replace") for path in pages(arguments)]
    size = sum(map(len, texts))
    print(f"{len(texts)} pages, {size / 1000:,.0f} kB\n")
    builders: dict[str, Builder] = {"duidelijk": parse}
    for name in ("html.parser", "lxml", "html5lib"):
        if installed(name):
            builders[f"bs4 + {name}"] = lambda text, name=name: BeautifulSoup(text, name)  # type: ignore[misc]
    times = rounds({"turbohtml alone": turbohtml.parse, **builders}, texts)
    print(f"{'':20}{'ms/kB':>8}{'same tree':>14}{'tags wrong':>12}{'text placed':>14}")
    for name, seconds in times.items():
        line = f"{name:20}{1e6 * seconds / size:8.3f}"
        if name in builders:
            soups = [builders[name](text) for text in texts]
            same = sum(nodes(soup) == browser(text) for soup, text in zip(soups, texts, strict=True))
            line += f"{same:>9} of {len(texts)}"
            line += f"{tags_wrong(zip(soups, texts, strict=True)):>12}{share(map(text_placed, soups)):>14}"
        print(line)


def pages(arguments: list[str]) -> list[Path]:
    """The files named, and all HTML files in the folders named."""
    real = ROOT.parent / "shared" / "data" / "docs"
    given = [Path(argument) for argument in arguments] or [real if real.is_dir() else ROOT / "examples"]
    return [file for path in given for file in (sorted(path.rglob("*.html")) if path.is_dir() else [path])]


def installed(name: str) -> bool:
    """Whether bs4 can use this parser here."""
    try:
        BeautifulSoup("<p>", name)
    except FeatureNotFound:
        return False
    return True


def rounds(builders: dict[str, Callable[[str], object]], texts: list[str]) -> dict[str, float]:
    """The best CPU time of each builder for each text, summed, in seconds; taken in turns."""
    best = {name: [float("inf")] * len(texts) for name in builders}
    for _ in range(ROUNDS):
        for name, build in builders.items():
            for number, text in enumerate(texts):
                start = time.process_time()
                build(text)
                best[name][number] = min(best[name][number], time.process_time() - start)
    return {name: sum(seconds) for name, seconds in best.items()}


def nodes(soup: BeautifulSoup) -> list[str]:
    """Elements, text and comments in document order."""
    return [
        f"<{node.name}>" if isinstance(node, Tag) else f"!{node}" if isinstance(node, Comment) else str(node)
        for node in soup.descendants
        if isinstance(node, (Tag, Comment)) or not isinstance(node, PreformattedString)
    ]


def browser(text: str) -> list[str]:
    """The same of the tree that a browser makes."""
    found = []
    document = turbohtml.parse(plain(text), scripting=True, allow_declarative_shadow_roots=False)
    for node in document.descendants:
        if isinstance(node, turbohtml.Element):
            found.append(f"<{node.tag}>")
        elif isinstance(node, turbohtml.Comment):
            found.append(f"!{node.data}")
        elif isinstance(node, turbohtml.Text):
            found.append(node.data)
    return found


def tags_wrong(trees: Iterable[tuple[BeautifulSoup, str]]) -> str:
    """How many elements have a position that is not that of their start tag."""
    wrong = placed = 0
    for soup, text in trees:
        lines = [0]
        for line in text.split("\n"):
            lines.append(lines[-1] + len(line) + 1)
        for tag in soup.find_all(True):
            span = start_tag(tag)
            if span is not None:
                at = span.start
            elif tag.sourceline is not None and tag.sourcepos is not None:
                at = lines[min(tag.sourceline, len(lines)) - 1] + tag.sourcepos
            else:
                continue
            placed += 1
            wrong += text[at : at + len(tag.name) + 1].lower() != f"<{tag.name.lower()}"
    return str(wrong) if placed else "none"


def text_placed(soup: BeautifulSoup) -> tuple[int, int]:
    """How many characters of text have an exact place, and how many there are."""
    placed = count = 0
    for node in visible(soup):
        count += len(node)
        placed += sum(t1 - t0 for t0, t1, s0, s1, literal in pieces(node) if literal or s1 > s0)
    return placed, count


def visible(soup: BeautifulSoup) -> Iterator[NavigableString]:
    """The text nodes that say something."""
    for node in soup.descendants:
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node.strip():
            yield node


def share(counts: Iterable[tuple[int, int]]) -> str:
    """Right out of all, as a percentage."""
    pairs = list(counts)
    return f"{100 * sum(right for right, _ in pairs) / max(1, sum(count for _, count in pairs)):.1f}%"


if __name__ == "__main__":
    main(sys.argv[1:])
