"""Runs axe-core, a checker in JavaScript, on web pages: in jsdom, and in Chromium with Playwright.

axe-core and jsdom come from the npm registry, into a folder of their own. The pages themselves fetch nothing:
jsdom does not, and Chromium is offline.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

PACKAGES: Final = ("axe-core@4", "jsdom@26")
CHROMIUM: Final = Path("/usr/bin/chromium")
CHROMIUM_ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
BATCH: Final = 40  # pages a process of jsdom checks
SECONDS: Final = 20.0  # for one page in Chromium

# Prints axe's rules, then a line for each file. It reads the files as bytes, as a server would send them.
_JSDOM: Final = r"""
const axe = require("axe-core"), {JSDOM, VirtualConsole} = require("jsdom"), fs = require("fs");
const [rules, ...files] = JSON.parse(fs.readFileSync(0, "utf8"));
(async () => {
  for (const file of files) {
    const cpu = process.cpuUsage();
    const line = {file, violations: [], incomplete: []};
    try {
      const types = {svg: "image/svg+xml", xhtml: "application/xhtml+xml"};
      const options = {url: "https://localhost/", contentType: types[file.split(".").pop()] || "text/html",
        runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole()};
      const dom = new JSDOM(fs.readFileSync(file), options);
      dom.window.eval(axe.source);
      const run = dom.window.axe.run(rules.length ? {runOnly: {type: "rule", values: rules}} : {});
      const found = await run;
      for (const kind of ["violations", "incomplete"])
        line[kind] = found[kind].map(({id, nodes}) => [id, nodes.length]);
      dom.window.close();
    } catch (problem) { line.error = String(problem).slice(0, 200); }
    const used = process.cpuUsage(cpu);
    line.ms = (used.user + used.system) / 1000;
    console.log(JSON.stringify(line));
  }
})();
"""
_RUN: Final = """options => axe.run(options).then(found => Object.fromEntries(
  ["violations", "incomplete"].map(kind => [kind, found[kind].map(({id, nodes}) => [id, nodes.length])])))"""


class Result(NamedTuple):
    """What axe-core said of one page: names of its rules, and the ms it took (of CPU in jsdom, else wall).

    ``counts`` has the places of each rule that is a violation.
    """

    violations: frozenset[str]
    incomplete: frozenset[str]
    ms: float
    error: str = ""
    places: int = 0
    counts: tuple[tuple[str, int], ...] = ()


class Axe:
    """axe-core in ``folder``, installed when it is not there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / "node_modules" / "axe-core").is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "package.json").write_text('{"private": true}', "utf-8")
            npm = shutil.which("npm") or "npm"
            command = [npm, "install", "--no-audit", "--no-fund", "--silent", *PACKAGES]
            subprocess.run(command, cwd=folder, check=True)
        code = (
            "const a = require('axe-core'); const rules = a.getRules();"
            "console.log(JSON.stringify([a.version, rules.map(r => [r.ruleId, r.actIds || [], r.tags])]))"
        )
        said = subprocess.run(
            ["node", "-e", code], cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8"
        )
        self.version, rules = json.loads(said.stdout)
        self.acts: dict[str, tuple[str, ...]] = {name: tuple(acts) for name, acts, _ in rules}
        self.tags: dict[str, tuple[str, ...]] = {name: tuple(tags) for name, _, tags in rules}

    def in_jsdom(self, files: Sequence[Path], rules: Sequence[str]) -> Iterator[tuple[Path, Result]]:
        """The results file by file; ``rules`` limits axe to those. A new process starts now and then."""
        for start in range(0, len(files), BATCH):
            part = files[start : start + BATCH]
            given = json.dumps([list(rules), *map(str, part)])
            said = subprocess.run(
                ["node", "-e", _JSDOM], cwd=self.folder, input=given, capture_output=True, text=True,
                encoding="utf-8", check=False,
            )  # fmt: skip
            for line in said.stdout.splitlines():
                found = json.loads(line)
                yield Path(found["file"]), _result(found, found["ms"])

    def in_chromium(self, files: Sequence[Path], rules: Sequence[str]) -> Iterator[tuple[Path, Result]]:
        """The same in Chromium, one by one; nothing where Playwright or Chromium is missing."""
        try:
            from playwright.sync_api import Error, sync_playwright
        except ImportError:
            return
        if not CHROMIUM.is_file():
            return
        source = (self.folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
        options = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(CHROMIUM), args=list(CHROMIUM_ARGUMENTS), headless=True
            )
            page = browser.new_context(offline=True).new_page()
            for file in files:
                page.set_default_timeout(SECONDS * 1000)
                start = time.perf_counter()
                try:
                    page.goto(file.as_uri(), wait_until="load")
                    for frame in page.frames:
                        frame.evaluate(source)
                    found = page.evaluate(_RUN, options)
                except Error as problem:  # a page that goes elsewhere, or never ends
                    found = {"violations": [], "incomplete": [], "error": str(problem)[:200]}
                    page.context.close()
                    page = browser.new_context(offline=True).new_page()
                yield file, _result(found, (time.perf_counter() - start) * 1000)
            browser.close()


def _result(found: dict[str, Any], ms: float) -> Result:
    return Result(
        frozenset(name for name, _ in found["violations"]),
        frozenset(name for name, _ in found["incomplete"]),
        ms,
        found.get("error", ""),
        sum(count for _, count in found["violations"]),
        tuple((name, count) for name, count in found["violations"]),
    )
