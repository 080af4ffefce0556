"""The command line as its users meet it, in a process of its own where that matters."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from duidelijk.errors import ConfigError

BAD = """Beste lezer,

Wij sturen u een brief; daarin staat derhalve meer.

Met vriendelijke groet,

De gemeente
"""
CLEAN = BAD.replace(
    "brief; daarin staat derhalve meer", "brief. Daarin staat meer. Hebt u vragen? Bel ons op 14 012"
).replace("Beste", "Onderwerp: uw paspoort\n\nBeste")


def run(
    *args: str, cwd: Path, stdin: bytes = b"", code: int | None = None
) -> subprocess.CompletedProcess[str]:
    """``duidelijk`` in a fresh process, with its output as text."""
    done = subprocess.run(
        [sys.executable, "-m", "duidelijk", *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=60,
        env={
            **os.environ,
            "PYTHONIOENCODING": "utf-8",
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "NO_COLOR": "",
        },
        check=False,
    )
    result = subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
    assert "Traceback" not in result.stderr
    if code is not None:
        assert result.returncode == code, result.stdout + result.stderr
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brief.txt").write_text(BAD, "utf-8")
    (tmp_path / "goed.txt").write_text(CLEAN, "utf-8")
    return tmp_path


def test_findings_and_exit_codes(folder: Path) -> None:
    shown = run("check", "brief.txt", "--select", "puntkomma", cwd=folder, code=0).stdout
    assert "brief.txt:3:23" in shown
    assert "\x1b[" not in shown
    run("check", "brief.txt", "--select", "puntkomma", "--fail-on", "suggestion", cwd=folder, code=1)
    run("check", "brief.txt", "--select", "puntkomma", "--fail-on", "never", cwd=folder, code=0)
    run("check", "goed.txt", "--fail-on", "warning", cwd=folder, code=0)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab", "junit", "rdjson", "csv"])
def test_every_format(folder: Path, form: str) -> None:
    assert "puntkomma" in run("check", ".", "--format", form, cwd=folder).stdout


def test_json_has_the_agreed_shape(folder: Path) -> None:
    data = json.loads(
        run("check", "brief.txt", "--format", "json", "--select", "puntkomma", cwd=folder).stdout
    )
    assert data["version"] == 1
    assert data["tool"]["name"] == "duidelijk"
    (report,) = data["reports"]
    assert (report["source"], report["format"], report["kind"]) == ("brief.txt", "text", "letter")
    (finding,) = report["findings"]
    assert finding["rule"] == "puntkomma"
    assert finding["span"]["start"] == {"line": 3, "column": 23, "offset": BAD.index(";")}
    assert set(finding) == {
        "rule", "level", "confidence", "outcome", "message", "span", "anchor", "excerpt", "suggestions",
        "guideline", "wcag", "act", "audience", "fingerprint",
    }  # fmt: skip


def test_output_goes_to_a_file(folder: Path) -> None:
    assert run("check", ".", "--format", "json", "--output", "verslag.json", cwd=folder).stdout == ""
    assert json.loads((folder / "verslag.json").read_text("utf-8"))["reports"]


def test_standard_input(folder: Path) -> None:
    page = b"# Kop\n\nWij sturen u een brief; daarin staat meer.\n"
    shown = run(
        "check", "-", "--stdin-filename", "a.md", "--select", "puntkomma", cwd=folder, stdin=page
    ).stdout
    assert "a.md:3:23" in shown


def test_fix_changes_the_file_once(folder: Path) -> None:
    file = folder / "brief.txt"
    file.write_bytes("\ufeff".encode() + BAD.replace("\n", "\r\n").encode())
    expected = file.read_bytes().replace(b"derhalve", b"daarom")
    diff = run("check", "brief.txt", "--fix", "--diff", cwd=folder).stdout
    assert "-Wij sturen u een brief; daarin staat derhalve meer." in diff
    assert "derhalve" in file.read_text("utf-8")
    assert "1 verbetering doorgevoerd" in run("check", "brief.txt", "--fix", cwd=folder).stderr
    assert file.read_bytes() == expected
    assert "niets veilig" in run("check", "brief.txt", "--fix", cwd=folder).stderr
    assert file.read_bytes() == expected


def test_baseline_shows_only_what_is_new(folder: Path) -> None:
    run("baseline", ".", cwd=folder, code=0)
    args = ("check", ".", "--baseline", "duidelijk-baseline.json", "--fail-on", "suggestion")
    run(*args, cwd=folder, code=0)
    with (folder / "brief.txt").open("a", encoding="utf-8") as file:
        file.write("\nPS: de balie is dicht; bel ons gerust.\n")
    run(*args, cwd=folder, code=1)


def test_the_menu_and_footer_count_when_asked(folder: Path) -> None:
    page = "<main><h1>Parkeren</h1><p>U betaalt.</p></main><footer><h2></h2></footer>"
    (folder / "pagina.html").write_text(page, "utf-8")
    args = ("pagina.html", "--select", "lege-kop")
    said = " ".join(run("check", *args, cwd=folder, code=0).stdout.split())
    assert "Met --heel-de-pagina ziet u ook menu en voet." in said
    shown = run("check", *args, "--heel-de-pagina", cwd=folder, code=1).stdout
    assert "lege-kop" in shown
    assert "--heel-de-pagina" not in shown
    assert "1 bekende melding" in run("baseline", *args, "--heel-de-pagina", cwd=folder, code=0).stdout
    (folder / "duidelijk.toml").write_text("whole_page = true\n", "utf-8")
    assert run("check", *args, cwd=folder, code=1).stdout == shown


def test_several_files_at_a_time_give_the_same(folder: Path) -> None:
    for number in range(12):
        (folder / f"brief{number}.txt").write_text(BAD, "utf-8")
    one, two = (
        run("check", ".", "--format", "json", "--jobs", jobs, cwd=folder).stdout for jobs in ("1", "2")
    )
    assert one == two


def test_init_makes_settings_that_work_and_never_overwrites(folder: Path) -> None:
    run("init", "--preset", "brief", cwd=folder, code=0)
    run("check", "goed.txt", cwd=folder, code=0)
    before = (folder / "duidelijk.toml").read_bytes()
    assert "bestaat al" in run("init", cwd=folder, code=2).stderr
    assert (folder / "duidelijk.toml").read_bytes() == before


def test_rule_lists_and_explains(folder: Path) -> None:
    assert "lange-zin" in run("rule", cwd=folder, code=0).stdout
    shown = run("rule", "lange-zin", cwd=folder, code=0).stdout
    assert "Bron:" in shown
    assert "Zo niet, maar zo:" in shown


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("check", "--fromat", "json"), "Bedoelt u ‘--format’?"),
        (("check", "--format", "xml"), "Kies uit: text"),
        (("check", "--select", "lange-zinn", "."), "Bedoelt u ‘lange-zin’?"),
        (("check", "--preset", "brieff", "."), "Bedoelt u ‘brief’?"),
        (("check", "--config", "weg.toml", "."), "bestaat niet"),
        (("check", "--jobs", "0", "."), "‘--jobs’"),
        (("check", "--fix", "-"), "alleen op bestanden"),
        (("chek", "."), "Bedoelt u ‘check’?"),
        (("brief.txt",), "duidelijk check brief.txt"),
        (("rule", "lange-zim"), "Bedoelt u ‘lange-zin’?"),
    ],
)
def test_a_wrong_command_line_is_explained_in_dutch(
    folder: Path, args: tuple[str, ...], message: str
) -> None:
    assert message in run(*args, cwd=folder, code=2).stderr


def test_help_is_dutch(folder: Path) -> None:
    for args in (("--help",), ("check", "--help"), ("rule", "-h"), ("baseline", "-h"), ("init", "-h")):
        shown = run(*args, cwd=folder, code=0).stdout
        assert "Gebruik:" in shown
        assert "Opties" in shown
        assert not any(word in shown.title() for word in ("Usage", "Options", "Show This", "Commands"))


LOADED = """
import sys
sys.argv[0] = 'duidelijk'
from duidelijk.cli import main
try:
    main()
except SystemExit:
    print('|' + ' '.join(sys.modules))
"""


@pytest.mark.parametrize(
    ("args", "absent"),
    [
        (
            ("--help",),
            ("spacy", "textstat", "bs4", "yaml", "markdown_it", "regex", "turbohtml", "duidelijk.engine"),
        ),
        (
            ("check", "--select", "lange-zin,schuine-streep", "goed.txt"),
            ("spacy", "textstat", "bs4", "markdown_it", "turbohtml", "charset_normalizer", "jsonschema"),
        ),
        (("check", "--select", "weg", "goed.txt"), ("spacy", "textstat", "bs4", "markdown_it", "turbohtml")),
    ],
)
def test_nothing_heavy_is_loaded(folder: Path, args: tuple[str, ...], absent: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *args],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(Path(__file__).parents[1])},
        check=True,
    )
    loaded = set(done.stdout.rpartition("|")[2].split())
    assert "duidelijk.cli" in loaded
    assert loaded.isdisjoint(absent)


def test_exclude_counts_for_a_named_file_only_when_asked(folder: Path) -> None:
    (folder / "duidelijk.toml").write_text('exclude = ["brief.txt"]\nselect = ["puntkomma"]\n', "utf-8")
    assert "brief.txt:3:23" in run("check", "brief.txt", cwd=folder, code=0).stdout
    assert "brief.txt:3:23" not in run("check", ".", cwd=folder, code=0).stdout
    args = ("check", "--force-exclude", "brief.txt", "goed.txt")
    assert "brief.txt:3:23" not in run(*args, cwd=folder, code=0).stdout


def test_without_a_command_the_help_is_shown(folder: Path) -> None:
    done = run(cwd=folder, code=0)
    assert done.stdout.startswith("Gebruik:")
    assert done.stderr == ""


def test_nothing_checked_is_not_called_free_of_findings(folder: Path) -> None:
    shown = run("check", "weg.txt", cwd=folder, code=2).stdout
    assert "niet gecontroleerd" in shown
    assert "geen meldingen" not in shown


@pytest.mark.parametrize("address", ["ftp://voorbeeld.nl/a", "http://["])
def test_an_address_that_is_none(folder: Path, address: str) -> None:
    assert address in run("check", address, cwd=folder, code=2).stdout


def test_a_report_that_cannot_be_written(folder: Path) -> None:
    assert "De map bestaat niet." in run("check", ".", "--output", "weg/x.txt", cwd=folder, code=2).stderr


def test_without_its_part_the_language_server_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("duidelijk.cli.lsp")
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(ConfigError) as problem:
        module.lsp.main(["--stdio"], standalone_mode=False)
    assert "duidelijk[lsp]" in (problem.value.hint or "")
