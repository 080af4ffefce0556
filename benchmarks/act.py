"""W3C's ACT test cases: how consistent our rules are with the ACT rules, beside axe-core.

Usage: ``python -m benchmarks.act [--axe FOLDER] [--chromium] [--only ID…] [--wrong] [--markdown]
[--browser] [--earl FILE]``. The cases are those in ``../shared/data/act``; all accessibility rules run on
every case. With ``--axe`` axe-core runs as well, in jsdom, installed in FOLDER if need be; its results are
kept there and used again. With ``--chromium`` also in Chromium. With ``--browser`` our rules also run on what
a browser shows, and ``--wrong`` is about that. ``--wrong`` names what is missed and what is flagged without
cause. ``--earl`` writes what our rules say of the cases of their own ACT rules, for W3C's pages.

Consistency is what W3C prints on its implementation pages. complete: every failed case is flagged or left to
a person, at least one is flagged, no passed or inapplicable case is flagged. partial: some failed cases are
flagged, no other. minimal: only cases for a person to look at, none of them inapplicable. W3C also asks that
a tool names all criteria of the ACT rule, and no others than its secondary ones; ``--wrong`` shows where ours
differ. Time is that of a case, of CPU for us and in jsdom, by the clock in Chromium; the median over all
cases.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, NamedTuple

from benchmarks.axe import Axe, Result
from duidelijk.cli.rendered import file_reports
from duidelijk.engine import lint_bytes
from duidelijk.model import Report
from duidelijk.readers.browser import BrowserReader
from duidelijk.report import earl
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_rules
from duidelijk.rules.rule import Rule
from duidelijk.settings import Choice, Settings

CASES: Final = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "act"
ADDRESS: Final = "https://www.w3.org/WAI/content-assets/wcag-act-rules/testcases/"
PAGE: Final = """# Vergelijking met de testregels van het W3C

Het W3C heeft testregels (ACT) met voorbeelden van pagina’s die wel en niet voldoen. Deze bladzijde laat zien
hoe goed duidelijk die regels volgt, naast axe-core. We gebruiken {cases} voorbeelden bij {rules} regels.

| Uitkomst | Betekenis |
|---|---|
| complete | Alles wat niet voldoet is gevonden of aan een mens voorgelegd, zonder onterechte melding |
| partial | Een deel is gevonden, zonder onterechte melding |
| minimal | Er zijn alleen pagina’s aan een mens voorgelegd |
| none | Er is niets gevonden, of er is een onterechte melding |
| – | Er is geen regel voor |

Voor `static` is alleen de tekst van de pagina nodig, voor `css` ook de stijlen, voor `browser` een browser.
De tijd is die van 1 voorbeeld.
"""
_DUTCH: Final = {
    "rules": "Regels", "count": "Aantal", "static, no judgement": "`static`, zonder oordeel van een mens",
    "css, no judgement": "`css`, zonder oordeel van een mens", "static": "`static`", "css": "`css`",
    "browser": "`browser`", "all": "alle", "cases": "Voorbeelden", "flagged wrongly": "Onterechte meldingen",
    "ms a case": "Milliseconden", "ACT": "Nummer", "rule": "Regel van het W3C", "needs": "Nodig",
    "judgement": "Oordeel", "human": "mens", "flags": "Gevonden",
}  # fmt: skip
Said = Literal["failed", "cantTell", "passed", "untested"]
Consistency = Literal["complete", "partial", "minimal", "none"]
LEVELS: Final[tuple[Consistency, ...]] = ("complete", "partial", "minimal", "none")
NEEDS: Final = ("static", "css", "browser")


class Case(NamedTuple):
    """A test case: the ACT rule, what W3C expects, its file, and where W3C has it."""

    act: str
    expected: str
    file: Path
    address: str


class ActRule(NamedTuple):
    """A row of rules.csv."""

    name: str
    needs: str
    judgement: str
    criteria: frozenset[str]
    secondary: frozenset[str]


class Run(NamedTuple):
    """What one tool said of every case, by ACT rule; ``acts`` are those that it has rules for.

    ``reports`` are our own, for the EARL report: only what the rules for that ACT rule say.
    """

    name: str
    said: Mapping[Case, Said]
    acts: frozenset[str]
    ms: Sequence[float]
    reports: Sequence[Report] = ()


def load(folder: Path, only: Sequence[str] = ()) -> tuple[dict[str, ActRule], list[Case]]:
    """The ACT rules and their cases."""
    with (folder / "rules.csv").open(encoding="utf-8", newline="") as file:
        rules = {
            row["rule_id"]: ActRule(
                row["name"], row["needs"], row["judgement"],
                frozenset(filter(None, row["sc"].split(","))),
                frozenset(filter(None, row["sc_secondary"].split(","))),
            )
            for row in csv.DictReader(file)
        }  # fmt: skip
    index = map(json.loads, (folder / "index.jsonl").read_text("utf-8").splitlines())
    cases = [_case(folder, one) for one in index]
    wanted = set(only) or set(rules)
    return (
        {act: rule for act, rule in rules.items() if act in wanted},
        [case for case in cases if case.act in wanted],
    )


def _case(folder: Path, one: Mapping[str, str]) -> Case:
    file = folder / one["file"]
    address = f"{ADDRESS}{one['rule_id']}/{one['testcase_id']}{file.suffix}"
    return Case(one["rule_id"], one["expected"], file, address)


def consistency(cases: Iterable[tuple[str, Said]]) -> Consistency:
    """W3C's consistency of (expected, said) pairs; ``passed`` stands for inapplicable as well."""
    pairs = Counter(cases)
    if any(pairs[expected, "failed"] for expected in ("passed", "inapplicable")):
        return "none"
    missed = pairs["failed", "passed"] + pairs["failed", "untested"]
    if pairs["failed", "failed"]:
        untested = sum(count for (_, said), count in pairs.items() if said == "untested")
        return "partial" if missed or untested else "complete"
    asked = any(said == "cantTell" for _, said in pairs)
    return "minimal" if asked and not pairs["inapplicable", "cantTell"] else "none"


def ours(cases: Sequence[Case], rules: Mapping[str, Rule], reader: BrowserReader | None = None) -> Run:
    """Run our rules; a case gets the worst of what the rules that name its ACT rule say.

    With a ``reader`` on the pages as a browser shows them; time is then by the clock, loading included.
    """
    chosen = {name: rule for name, rule in rules.items() if rule.act or rule.wcag}
    settings = Settings(
        choice=Choice(select=tuple(sorted(chosen))),
        low_confidence=True,
        all_suggestions=True,
        whole_page=True,
    )
    said: dict[Case, Said] = {}
    ms: list[float] = []
    reports: list[Report] = []
    for case in cases:
        clock = time.process_time if reader is None else time.perf_counter
        start = clock()
        report = _report(case, settings, reader)
        ms.append((clock() - start) * 1000)
        outcomes = {one.outcome for one in report.outcomes if case.act in one.act}
        said[case] = _worst(outcomes) if outcomes else "untested"
        if outcomes:
            reports.append(about(report, case))
    name = "duidelijk" if reader is None else "duidelijk browser"
    return Run(name, said, frozenset(act for rule in rules.values() for act in rule.act), ms, reports)


def _report(case: Case, settings: Settings, reader: BrowserReader | None) -> Report:
    if reader is None or case.file.suffix not in {".html", ".xhtml"}:
        return lint_bytes(case.file.read_bytes(), case.file.name, settings)
    main, *frames = file_reports(reader, [case.file], settings)
    return replace(main, outcomes=(*main.outcomes, *(one for frame in frames for one in frame.outcomes)))


def about(report: Report, case: Case) -> Report:
    """What the report says of the ACT rule of the case, under the address of the case."""
    return replace(
        report,
        source=replace(report.source, name=case.address),
        outcomes=tuple(one._replace(act=(case.act,)) for one in report.outcomes if case.act in one.act),
        findings=tuple(finding for finding in report.findings if case.act in finding.act),
    )


def _worst(outcomes: Iterable[str]) -> Said:
    found = set(outcomes)
    order: tuple[Said, ...] = ("failed", "cantTell", "untested")
    return next((one for one in order if one in found), "passed")


def theirs(name: str, axe: Axe, cases: Sequence[Case], results: Mapping[Path, Result]) -> Run:
    """What axe-core said, by the ACT ids that its own rules name."""
    said: dict[Case, Said] = {}
    acts = frozenset(act for named in axe.acts.values() for act in named)
    for case in cases:
        result = results.get(case.file)
        mine = {rule for rule, named in axe.acts.items() if case.act in named}
        if result is None or not mine:
            said[case] = "untested"
        elif result.violations & mine:
            said[case] = "failed"
        else:
            said[case] = "cantTell" if result.incomplete & mine else "passed"
    return Run(name, said, acts, [result.ms for result in results.values()])


def kept(file: Path, cases: Sequence[Case], make: Iterator[tuple[Path, Result]]) -> dict[Path, Result]:
    """The results in ``file``, with those of ``make`` added to it one by one."""
    results = read_kept(file)
    with file.open("a", encoding="utf-8") as out:
        for path, result in make:
            results[path] = result
            row = [str(path), sorted(result.violations), sorted(result.incomplete), result.ms, result.error]
            out.write(json.dumps(row) + "\n")
    wanted = {case.file for case in cases}
    return {path: result for path, result in results.items() if path in wanted}


def read_kept(file: Path) -> dict[Path, Result]:
    """The results of earlier runs."""
    results: dict[Path, Result] = {}
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        path, violations, incomplete, ms, error = json.loads(line)
        results[Path(path)] = Result(frozenset(violations), frozenset(incomplete), ms, error)
    return results


def by_rule(run: Run) -> dict[str, list[tuple[str, Said]]]:
    """(expected, said) pairs of each ACT rule."""
    found: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    for case, said in run.said.items():
        found[case.act].append((case.expected, said))
    return found


def wrongly(run: Run) -> list[Case]:
    """The passed and inapplicable cases that a tool flags."""
    return [case for case, said in run.said.items() if said == "failed" and case.expected != "failed"]


def missed(run: Run) -> list[Case]:
    """The failed cases of ACT rules that a tool has rules for, which it does not flag."""
    return [
        case
        for case, said in run.said.items()
        if case.expected == "failed" and said != "failed" and case.act in run.acts
    ]


def differing(acts: Mapping[str, ActRule], rules: Mapping[str, Rule]) -> Iterator[str]:
    """Where our rules name other criteria than the ACT rule, which W3C does not call complete."""
    for act, act_rule in acts.items():
        for rule in rules.values():
            if act not in rule.act:
                continue
            criteria = frozenset(earl.reported_criteria(rule.wcag, (act,)))
            if not act_rule.criteria <= criteria <= act_rule.criteria | act_rule.secondary:
                wanted = ", ".join(sorted(act_rule.criteria)) or "none"
                yield f"{act} {rule.id}: {', '.join(sorted(criteria)) or 'none'}; ACT: {wanted}"


def table(acts: Mapping[str, ActRule], runs: Sequence[Run]) -> Iterator[list[str]]:
    """A row for each ACT rule: needs, judgement, and of each run ``flagged/failed`` and the consistency."""
    grouped = [by_rule(run) for run in runs]
    for act, rule in sorted(acts.items(), key=lambda item: (NEEDS.index(item[1].needs), item[1].name)):
        row = [act, rule.name, rule.needs, "" if rule.judgement == "none" else "human"]
        for run, pairs in zip(runs, grouped, strict=True):
            mine = pairs[act]
            flagged = sum(pair == ("failed", "failed") for pair in mine)
            failed = sum(expected == "failed" for expected, _ in mine)
            row += [f"{flagged}/{failed}", consistency(mine) if act in run.acts else "–"]
        yield row


def totals(acts: Mapping[str, ActRule], runs: Sequence[Run]) -> Iterator[list[str]]:
    """For each kind of rule, how many of them are complete and how many partial, by run."""
    grouped = [by_rule(run) for run in runs]
    kinds: list[tuple[str, Callable[[ActRule], bool]]] = [
        ("static, no judgement", lambda rule: rule.needs == "static" and rule.judgement == "none"),
        ("css, no judgement", lambda rule: rule.needs == "css" and rule.judgement == "none"),
        ("static", lambda rule: rule.needs == "static"),
        ("css", lambda rule: rule.needs == "css"),
        ("browser", lambda rule: rule.needs == "browser"),
        ("all", lambda _: True),
    ]
    for label, belongs in kinds:
        mine = [act for act, rule in acts.items() if belongs(rule)]
        row = [label, str(len(mine))]
        for pairs in grouped:
            counts = Counter(consistency(pairs[act]) for act in mine)
            row.append(" + ".join(f"{counts[level]} {level}" for level in LEVELS[:3] if counts[level]) or "0")
        yield row


def show(acts: Mapping[str, ActRule], runs: Sequence[Run], *, markdown: bool) -> Iterator[str]:
    """The totals, the times and the table, as text or, in Dutch, as Markdown."""
    names = [run.name for run in runs]
    words = _DUTCH if markdown else {}
    cases = ["flagged wrongly", *(str(len(wrongly(run))) for run in runs)]
    times = ["ms a case", *(f"{statistics.median(run.ms):.1f}" if run.ms else "–" for run in runs)]
    heads = ["ACT", "rule", "needs", "judgement", *(head for name in names for head in ("flags", name))]
    parts = [
        [["rules", "count", *names], *totals(acts, runs)],
        [["cases", *names], cases, times],
        [heads, *table(acts, runs)],
    ]
    for part in parts:
        yield from grid([[words.get(cell, cell) for cell in row] for row in part], markdown=markdown)
        yield ""


def grid(rows: Sequence[Sequence[str]], *, markdown: bool) -> Iterator[str]:
    """Rows with columns in line; the first row is that of the headers."""
    if markdown:
        for number, row in enumerate(rows):
            yield f"| {' | '.join(row)} |"
            if number == 0:
                yield f"|{'---|' * len(row)}"
        return
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Consistency with W3C's ACT rules.")
    parser.add_argument("--axe", type=Path, metavar="FOLDER")
    parser.add_argument("--chromium", action="store_true")
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--only", nargs="+", default=[], metavar="ID")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--earl", type=Path, metavar="FILE")
    given = parser.parse_args(arguments)
    acts, cases = load(CASES, given.only)
    rules = load_rules([data_folder("rules")])
    runs = [ours(cases, rules)]
    if given.earl:
        given.earl.write_text("".join(earl.render(runs[0].reports, {})), "utf-8")
    if given.browser:
        with BrowserReader() as reader:
            runs.insert(0, ours(cases, rules, reader))
    if given.axe:
        axe = Axe(given.axe.resolve())
        named = [name for name, ids in axe.acts.items() if ids]
        files = list(dict.fromkeys(case.file for case in cases))
        for label, check in (("jsdom", axe.in_jsdom), ("chromium", axe.in_chromium)):
            if label == "jsdom" or given.chromium:
                store = axe.folder / f"act-{axe.version}-{label}.jsonl"
                new = [file for file in files if file not in read_kept(store)]
                runs.append(theirs(f"axe {label}", axe, cases, kept(store, cases, check(new, named))))
    if given.markdown:
        print(PAGE.format(cases=len(cases), rules=len(acts)))
    print("\n".join(show(acts, runs, markdown=given.markdown)))
    if given.wrong:
        for run in runs[:1]:
            print(*(f"flagged {case.file.parent.name}/{case.file.name}" for case in wrongly(run)), sep="\n")
            print(*(f"missed {case.file.parent.name}/{case.file.name}" for case in missed(run)), sep="\n")
        print(*(f"criteria {line}" for line in differing(acts, rules)), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
