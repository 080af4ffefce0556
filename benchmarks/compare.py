"""What axe-core and we find on the same page, rule by rule.

Two rules are about the same when they name the same ACT rule, or stand in ``_ALIKE``. For each page: what
both flag (places of axe, then ours), what axe alone flags, and what we alone flag. Of ours, ``?`` is for a
person.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.axe import Axe, Result
from duidelijk.engine import lint_bytes
from duidelijk.rules.rule import Rule
from duidelijk.settings import Choice, Settings

_Run = Callable[[Sequence[Path], Sequence[str]], Iterator[tuple[Path, Result]]]
# Rules of axe-core without an ACT rule, or with another one, and ours about the same.
_ALIKE: Final = {
    "bypass": ("hoofdinhoud-ontbreekt",),
    "definition-list": ("lijst-opbouw",),
    "dlitem": ("lijst-opbouw",),
    "aria-dialog-name": ("onderdeel-zonder-naam",),
    "aria-meter-name": ("onderdeel-zonder-naam",),
    "aria-progressbar-name": ("onderdeel-zonder-naam",),
    "aria-tooltip-name": ("onderdeel-zonder-naam",),
    "aria-treeitem-name": ("onderdeel-zonder-naam",),
    "duplicate-id-aria": ("dubbele-id",),
    "empty-heading": ("lege-kop",),
    "frame-title": ("iframe-zonder-naam",),
    "heading-order": ("overgeslagen-kop",),
    "image-redundant-alt": ("alt-dubbel",),
    "landmark-no-duplicate-main": ("meerdere-main",),
    "landmark-one-main": ("hoofdinhoud-ontbreekt",),
    "landmark-unique": ("menu-zonder-naam",),
    "list": ("lijst-opbouw",),
    "listitem": ("lijst-opbouw",),
    "page-has-heading-one": ("kop-1",),
    "skip-link": ("skiplink-zonder-doel",),
    "tabindex": ("positieve-tabindex",),
    "td-has-header": ("tabelkoppen-ontbreken",),
}


def compare(files: Sequence[Path], axe: Axe, rules: Mapping[str, Rule]) -> Iterator[str]:
    """The lines to print. axe-core runs in jsdom, and in Chromium where that is installed."""
    chosen = {name: rule for name, rule in rules.items() if rule.act or rule.folder == "toegankelijkheid"}
    settings = Settings(choice=Choice(select=tuple(sorted(chosen))), all_suggestions=True, whole_page=True)
    makers = {"jsdom": axe.in_jsdom, "Chromium": axe.in_chromium}
    runs = {
        name: _kept(axe.folder / f"pages-{axe.version}-{name}.jsonl", files, run)
        for name, run in makers.items()
    }
    for file in files:
        yield f"\n{file.name}"
        findings = lint_bytes(file.read_bytes(), file.name, settings).findings
        ours = Counter((one.rule, str(one.outcome)) for one in findings)
        for name, results in runs.items():
            if file in results and results[file].error:
                yield f"  {name}: {results[file].error}"
            elif file in results:
                yield from _differences(name, results[file], ours, axe, chosen)


def _kept(file: Path, pages: Sequence[Path], run: _Run) -> dict[Path, Result]:
    """The results of axe for these pages: those in ``file``, and for other pages new ones, which go there."""
    sums = {page: hashlib.sha256(page.read_bytes()).hexdigest() for page in pages}
    known: dict[str, Result] = {}
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        digest, counts = json.loads(line)
        known[digest] = Result(frozenset(), frozenset(), 0, counts=tuple((one, many) for one, many in counts))
    with file.open("a", encoding="utf-8") as out:
        for page, result in run([page for page in pages if sums[page] not in known], ()):
            known[sums[page]] = result
            if not result.error:
                out.write(json.dumps([sums[page], result.counts]) + "\n")
                out.flush()
    return {page: known[sums[page]] for page in pages if sums[page] in known}


def _differences(
    name: str, result: Result, ours: Mapping[tuple[str, str], int], axe: Axe, rules: Mapping[str, Rule]
) -> Iterator[str]:
    shared: set[str] = set()
    both: list[str] = []
    theirs: list[str] = []
    for rule, count in sorted(result.counts):
        acts = set(axe.acts[rule])
        alike = {one for one, _ in ours if acts.intersection(rules[one].act) or one in _ALIKE.get(rule, ())}
        shared |= alike
        if alike:
            both.append(f"{rule} {count} = {_said(ours, alike)}")
        else:
            theirs.append(f"{rule} {count}")
    alone = _said(ours, {one for one, _ in ours} - shared)
    yield f"  {name}, both: {'; '.join(both) or '–'}"
    yield f"  {name}, axe alone: {'; '.join(theirs) or '–'}"
    yield f"  {name}, we alone: {alone or '–'}"


def _said(ours: Mapping[tuple[str, str], int], names: set[str]) -> str:
    parts = (
        f"{rule} {count}{'?' if outcome == 'cantTell' else ''}"
        for (rule, outcome), count in sorted(ours.items())
        if rule in names
    )
    return ", ".join(parts)
