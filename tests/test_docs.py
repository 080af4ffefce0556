"""The docs tell the truth: commands run, output is real, links lead somewhere, settings are described."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from duidelijk import readers
from duidelijk._version import __version__
from duidelijk.cli.check import _FORMATS, check
from duidelijk.engine import lint_bytes
from duidelijk.nlp import pipeline
from duidelijk.rules.load import load_examples, load_rule
from duidelijk.settings import Choice, Settings, find_config, load_config, preset, preset_names
from tests.conftest import SUFFIX
from tests.docx_files import paragraph, word
from tests.test_precommit import needs
from tests.test_rules import marked

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = sorted(
    path
    for folder in (".", "docs", "integrations", "lexicons", "benchmarks")
    for path in ((ROOT / folder).glob("*.md") if folder == "." else (ROOT / folder).rglob("*.md"))
    if "node_modules" not in path.parts
)
_MARKDOWN: Final = MarkdownIt("commonmark").enable("table")
DUTCH_PAGES: Final = [page for page in PAGES if page.parent.name not in {"adr", "benchmarks", "lexicons"}]
OUR_WORDS: Final = ("WCAG", "EUPL")
_MAIN: Final = "from duidelijk.cli import main; main()"


class Fence(NamedTuple):
    """A code block of a page; ``line`` counts from 1."""

    page: Path
    line: int
    language: str
    text: str


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tokens(page: Path) -> list[Token]:
    return _MARKDOWN.parse(page.read_text("utf-8"))


def fences(page: Path, *languages: str) -> Iterator[Fence]:
    for token in tokens(page):
        if token.type == "fence" and token.map and (not languages or token.info in languages):
            yield Fence(page, token.map[0] + 1, token.info, token.content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a reader of the docs has it: the examples, some letters, a page."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for file in (ROOT / "examples").iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "brieven").mkdir()
    shutil.copy(ROOT / "examples" / "brief.txt", tmp_path / "brieven")
    text = (ROOT / "examples" / "brief.txt").read_text("utf-8")
    letter = word("".join(paragraph(escape(part)) for part in text.split("\n\n")))
    (tmp_path / "brief.docx").write_bytes(letter)
    return tmp_path


def duidelijk(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line that starts with ``duidelijk``, as it stands in the docs."""
    words, _, source = command.partition(" < ")
    env = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-c", _MAIN, *shlex.split(words)[1:]],
        cwd=folder,
        env=env,
        input=(folder / source).read_text("utf-8") if source else "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


PAGES_WITH_COMMANDS: Final = [page for page in PAGES if any(fences(page, "console"))]


@pytest.mark.parametrize("page", PAGES_WITH_COMMANDS, ids=name)
def test_commands_run_and_shown_output_is_real(page: Path, folder: Path) -> None:
    said = ""
    for fence in fences(page):
        if fence.language == "console":
            for command in fence.text.splitlines():
                assert command.startswith("duidelijk "), f"{name(page)}:{fence.line}: {command}"
                if "://" in command:
                    check.make_context("duidelijk", shlex.split(command)[2:])
                    continue
                done = duidelijk(command, folder)
                assert done.returncode in {0, 1}, f"{name(page)}:{fence.line}: {command}\n{done.stderr}"
                said = done.stdout
        elif fence.language == "text" and said:
            lines = iter(said.splitlines())
            for line in fence.text.splitlines():
                if line.strip() not in {"…", ""}:
                    assert line in lines, f"{name(page)}:{fence.line}: {line!r} is not in\n{said}"
            said = ""


def test_some_pages_show_commands_and_output() -> None:
    assert {name(page) for page in PAGES_WITH_COMMANDS} >= {"README.md", "docs/gebruik.md"}
    assert any(fences(ROOT / "README.md", "text"))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in links(page):
        if re.match(r"[a-z]+:", target):
            assert target.startswith("https://"), f"{name(page)}: {target}"
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{name(page)}: {target}"
        if anchor:
            assert anchor in anchors(file), f"{name(page)}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_headings_step_down_one_level_at_a_time(page: Path) -> None:
    levels = [int(token.tag[1]) for token in tokens(page) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_setting_is_described() -> None:
    page = ROOT / "docs" / "instellingen.md"
    schema = json.loads((ROOT / "duidelijk" / "schemas" / "config.schema.json").read_text("utf-8"))
    described = {text for _, text in headings(page)}
    assert described >= set(schema["properties"])
    part = page.read_text("utf-8").partition("### `overrides`")[2]
    for key in schema["properties"]["overrides"]["items"]["properties"]:
        assert f"`{key}`" in part, key


def test_every_preset_is_described() -> None:
    text = (ROOT / "docs" / "instellingen.md").read_text("utf-8")
    described = re.findall(r"(?m)^\| `([a-z-]+)` \|", text.partition("## Een voorbeeld")[0])
    assert sorted(described) == sorted(preset_names())


def test_every_option_and_format_of_check_is_described() -> None:
    text = (ROOT / "docs" / "gebruik.md").read_text("utf-8")
    options = [option for param in check.params for option in param.opts if option.startswith("--")]
    assert len(options) >= 14
    for option in options:
        assert re.search(rf"(?m)^\| `{option}[ `]", text), option
    for kind in _FORMATS:
        assert f"\n| `{kind}` |" in text, kind


@pytest.mark.parametrize("page", [page for page in PAGES if any(fences(page, "toml"))], ids=name)
def test_settings_in_the_docs_can_be_used(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "folder_of", lambda _: pipeline.SHIPPED)  # as if every model is installed
    site = tmp_path / "site"
    (site / "huisstijl" / "regels").mkdir(parents=True)
    (tmp_path / "huisstijl.toml").write_text('fail-on = "warning"\n', "utf-8")
    words = next((fence.text for fence in fences(page, "tsv")), "word\n")
    (site / "huisstijl" / "woorden.tsv").write_text(words, "utf-8")
    for fence in fences(page, "toml"):
        file = site / "duidelijk.toml"
        file.write_text(fence.text, "utf-8")
        assert tomllib.loads(fence.text)
        assert find_config(site) == file
        settings = load_config(file)
        for path in ("brieven/a.txt", "besluiten/a.txt", "a.md"):
            report = lint_bytes(b"Dit is een zin.", str(site / path), settings)
            assert not report.errors, f"{name(page)}:{fence.line}"


def test_the_rule_in_contributing_works(tmp_path: Path) -> None:
    page = ROOT / "CONTRIBUTING.md"
    (fence,) = fences(page, "yaml")
    stem = re.search(r"`rules/woordkeus/([a-z-]+)\.yml`", page.read_text("utf-8"))
    assert stem is not None
    file = tmp_path / "woordkeus" / f"{stem[1]}.yml"
    file.parent.mkdir()
    file.write_text(fence.text, "utf-8")
    rule = load_rule(file)
    settings = Settings(choice=Choice(select=(rule.id,)), rule_folders=(tmp_path,))
    for example in load_examples(file):
        for text, spans in ((marked(example.bad) if example.bad else ("", [])), (example.good or "", [])):
            report = lint_bytes(text.encode(), f"v.{SUFFIX[example.format]}", settings)
            assert [finding.span for finding in report.findings] == spans


def test_the_checker_in_contributing_works() -> None:
    (fence,) = fences(ROOT / "CONTRIBUTING.md", "python")
    names: dict[str, Any] = {}
    exec(fence.text, names)  # noqa: S102 - our own docs
    document = readers.read(b"- een\n  - twee\n    - drie\n", "pagina.md")
    (hit,) = names["deep_items"](document, most=2)
    assert hit.block.text == "drie"
    assert hit.values == {"diepte": 3}


def test_the_python_in_the_readme_runs(folder: Path) -> None:
    (fence,) = fences(ROOT / "README.md", "python")
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", fence.text],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "lange-zin Span(start=" in done.stdout


@pytest.mark.parametrize("page", DUTCH_PAGES, ids=name)
def test_the_docs_pass_their_own_check(page: Path) -> None:
    settings = Settings(choice=Settings().choice.then(preset("webpagina")), words=OUR_WORDS)
    report = lint_bytes(page.read_bytes(), name(page), settings)
    said = [
        f"{name(page)}: {finding.rule}: {finding.excerpt}"
        for finding in report.findings
        if finding.level != "suggestion"
    ]
    assert not report.errors
    assert said == []


def test_the_changelog_has_this_version() -> None:
    versions = [text for level, text in headings(ROOT / "CHANGELOG.md") if level == 2]
    assert re.fullmatch(rf"\[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d", versions[0])


def test_contributing_opens_with_adding_a_rule() -> None:
    first = next(text for level, text in headings(ROOT / "CONTRIBUTING.md") if level == 2)
    assert first == "Een regel toevoegen"


def test_the_examples_show_a_mix_of_problems() -> None:
    for file, least in (("brief.txt", 6), ("pagina.html", 6), ("nieuws.md", 6)):
        rules = {finding.rule for finding in found(file)}
        assert len(rules) >= least, f"{file}: {sorted(rules)}"


def test_the_rewritten_letter_is_clean() -> None:
    assert [(finding.rule, finding.excerpt) for finding in found("brief-duidelijk.txt")] == []


def test_the_github_action_is_whole() -> None:
    action = data("integrations/github-action/action.yml")
    steps: list[dict[str, Any]] = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite"
    assert all("shell" in step for step in steps if "run" in step)
    assert all(("run" in step) != ("uses" in step) for step in steps)
    used = set(re.findall(r"inputs\.([a-z-]+)", json.dumps(action["runs"])))
    assert used == set(action["inputs"])
    text = (ROOT / "integrations/github-action/README.md").read_text("utf-8")
    assert set(re.findall(r"(?m)^\| `([a-z-]+)` \|", text)) == set(action["inputs"])
    for fence in fences(ROOT / "integrations/github-action/README.md", "yaml"):
        assert isinstance(yaml.safe_load(fence.text), dict)


@pytest.mark.integration
def test_the_github_action_runs(folder: Path) -> None:
    program = shutil.which("bash") or ""
    needs("bash", program != "" and os.name != "nt")
    action = data("integrations/github-action/action.yml")
    (step,) = [step for step in action["runs"]["steps"] if step["name"] == "Teksten controleren"]
    (folder / "duidelijk").write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -c "{_MAIN}" "$@"\n', "utf-8"
    )
    (folder / "duidelijk").chmod(0o755)

    def run(**given: str) -> subprocess.CompletedProcess[str]:
        defaults = {key: action["inputs"][key]["default"] for key in action["inputs"]}
        env = {key.replace("-", "_").upper(): value for key, value in defaults.items()}
        assert set(step["env"]) <= set(env)
        env |= given | {"DUIDELIJK": str(folder / "duidelijk"), "PATH": os.environ["PATH"]}
        return subprocess.run(
            [program, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    done = run(PATHS="brieven\nexamples/pagina.html", PRESET="webpagina")
    assert done.returncode == 1, done.stderr
    assert "::error file=examples/pagina.html,line=" in done.stdout
    assert "::warning file=brieven/brief.txt,line=" in done.stdout
    assert run(PATHS="brief-duidelijk.txt", FAIL_ON="suggestion").returncode == 0
    done = run(FORMAT="sarif", FAIL_ON="never")
    assert done.returncode == 0, done.stderr
    assert json.loads((folder / "duidelijk.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert run(PATHS="is-er-niet.txt").returncode == 2


def test_the_gitlab_template_is_whole() -> None:
    job = data("integrations/gitlab-ci/duidelijk.gitlab-ci.yml")["duidelijk"]
    assert all(isinstance(line, str) for line in (*job["before_script"], *job["script"]))
    report = job["artifacts"]["reports"]["codequality"]
    assert any(f"--format gitlab --output {report}" in line for line in job["script"])
    page = ROOT / "integrations/gitlab-ci/README.md"
    described = set(re.findall(r"(?m)^\| `([A-Z_]+)` \|", page.read_text("utf-8")))
    assert described == set(re.findall(r"DUIDELIJK_[A-Z]+", json.dumps(job)))
    for fence in fences(page, "yaml"):
        assert yaml.safe_load(fence.text)["include"] == [{"local": "duidelijk.gitlab-ci.yml"}]


def test_the_gitlab_template_runs(folder: Path) -> None:
    job = data("integrations/gitlab-ci/duidelijk.gitlab-ci.yml")["duidelijk"]
    given = job["variables"] | {"DUIDELIJK_PATHS": "brieven examples/pagina.html"}
    codes = []
    for line in job["script"]:
        command = re.sub(r"\$(DUIDELIJK_[A-Z]+)", lambda match: str(given[match[1]]), line)
        codes.append(duidelijk(command, folder).returncode)
    assert codes == [0, 1]
    items = json.loads((folder / "gl-code-quality-report.json").read_text("utf-8"))
    assert {item["location"]["path"] for item in items} == {"brieven/brief.txt", "examples/pagina.html"}


def test_publiccode_holds_what_the_standard_asks() -> None:
    card = data("publiccode.yml")
    assert card["publiccodeYmlVersion"] == "0.4"
    assert {"name", "url", "platforms", "developmentStatus", "softwareType", "description"} <= set(card)
    assert {"releaseDate", "categories", "legal", "maintenance", "localisation"} <= set(card)
    assert card["legal"]["license"] == "EUPL-1.2"
    assert card["url"].startswith("https://")
    assert card["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert set(card["description"]) == {"nl", "en"}
    for text in card["description"].values():
        assert len(text["genericName"]) <= 35
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]
    assert card["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert card["maintenance"]["type"] == "none" or card["maintenance"].get("contacts")
    assert isinstance(card["localisation"]["localisationReady"], bool)
    assert card["localisation"]["availableLanguages"] == ["nl"]


def test_the_licence_is_the_whole_eupl() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [int(number) for number in re.findall(r"(?m)^(\d+)\.[A-Z]", text)] == list(range(1, 16))
    assert "Québec Free and Open-Source Licence" in text


def found(file: str) -> list[Any]:
    settings = Settings(root=ROOT)
    report = lint_bytes((ROOT / "examples" / file).read_bytes(), f"examples/{file}", settings)
    assert not report.errors
    return list(report.findings)


def data(file: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / file).read_text("utf-8"))
    return loaded


def links(page: Path) -> Iterator[str]:
    for token in tokens(page):
        for child in token.children or ():
            target = child.attrs.get("href") or child.attrs.get("src")
            if target:
                yield str(target)


def headings(page: Path) -> Iterator[tuple[int, str]]:
    """Level and text of each heading, without marks."""
    found = tokens(page)
    for token, inline in pairwise(found):
        if token.type == "heading_open":
            text = "".join(child.content for child in inline.children or ())
            yield int(token.tag[1]), text


def anchors(page: Path) -> set[str]:
    """The names that code forges give to headings: lower case, without marks, spaces as hyphens."""
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for _, text in headings(page)}
