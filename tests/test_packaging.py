"""The wheel as users get it: everything is inside, and it finds the same as the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from duidelijk._version import __version__

ROOT: Final = Path(__file__).resolve().parents[1]
_BUILT: Final = {"__pycache__", "build", "node_modules", "dist", "target"}
_SCRIPTS: Final = "Scripts" if os.name == "nt" else "bin"


class Installed(NamedTuple):
    """A fresh virtual environment with the wheel in it."""

    python: Path
    program: Path
    packages: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is built from that sdist."""
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("deze testen staan los van de broncode")
    folder = tmp_path_factory.mktemp("dist")
    _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own; only its dependencies come from the one that runs the tests."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    program = home / _SCRIPTS
    scheme = "nt_venv" if os.name == "nt" else "posix_venv"
    packages = Path(sysconfig.get_path("purelib", scheme, {"base": str(home), "platbase": str(home)}))
    python = program / ("python.exe" if os.name == "nt" else "python")
    quietly = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    _run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", *quietly, str(_wheel(built))],
        home,
    )
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "borrowed.pth").write_text("\n".join(sorted(borrowed)) + "\n", "utf-8")
    return Installed(python, program / ("duidelijk.exe" if os.name == "nt" else "duidelijk"), packages)


def test_the_wheel_holds_every_rule_list_and_schema(built: Path) -> None:
    with zipfile.ZipFile(_wheel(built)) as wheel:
        inside = set(wheel.namelist())
    wanted = {
        f"duidelijk/data/{path.relative_to(ROOT).as_posix()}"
        for folder in ("rules", "lexicons")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".yml", ".tsv", ".gz", ".bin", ".md"}
    }
    assert len([name for name in wanted if name.endswith(".yml")]) >= 25 + 6
    wanted |= {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "duidelijk").rglob("*")
        if path.suffix in {".py", ".json", ".html", ".css", ".js"} or path.name == "py.typed"
    }
    model = ROOT / "duidelijk" / "nlp" / "model"
    wanted |= {path.relative_to(ROOT).as_posix() for path in model.rglob("*") if path.is_file()}
    assert wanted - inside == set()
    assert f"duidelijk-{__version__}.dist-info/licenses/LICENSE" in inside
    strangers = {name for name in inside - wanted if not name.startswith(f"duidelijk-{__version__}.")}
    assert strangers == set()


def test_the_sdist_holds_what_the_tests_need(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as sdist:
        inside = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for folder in ("tests", "training", "examples", "docs", "integrations", "rules", "lexicons")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not _BUILT & set(path.parts)
    }
    wanted |= {"Makefile", "README.md", "LICENSE", "publiccode.yml", ".pre-commit-hooks.yaml", ".ci/run"}
    assert wanted - inside == set()


def test_the_wheel_checks_a_letter_outside_the_checkout(installed: Installed, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "brief.txt", tmp_path)
    shutil.copy(ROOT / "examples" / "brief-duidelijk.txt", tmp_path)
    where = _run([str(installed.python), "-c", "import duidelijk; print(duidelijk.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(installed.packages)
    assert _run([str(installed.program), "--version"], tmp_path) == f"duidelijk {__version__}\n"
    found = _run([str(installed.program), "check", "brief.txt", "--fail-on", "suggestion"], tmp_path, 1)
    assert "brief.txt:" in found
    assert "lange-zin" in found
    clean = [str(installed.program), "check", "brief-duidelijk.txt", "--fail-on", "suggestion"]
    assert "geen meldingen" in _run(clean, tmp_path)


def test_the_rules_in_the_wheel_pass_their_own_examples(installed: Installed) -> None:
    tests = installed.packages / "tests"
    shutil.copytree(ROOT / "tests", tests, ignore=shutil.ignore_patterns("__pycache__"))
    strictly = ("-q", "-W", "error", "-p", "no:cacheprovider", "--rootdir", str(installed.packages))
    said = _run(
        [str(installed.python), "-m", "pytest", *strictly, str(tests / "test_rules.py")], installed.packages
    )
    assert re.search(r"\d{2,} passed", said), said


def test_the_changelog_and_publiccode_name_this_version() -> None:
    newest = re.search(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", _text("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == __version__
    assert f'softwareVersion: "{__version__}"' in _text("publiccode.yml")
    assert f'releaseDate: "{newest[2]}"' in _text("publiccode.yml")


def _wheel(folder: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    assert wheel.name.startswith(f"duidelijk-{__version__}-py3-none-any")
    return wheel


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _run(command: list[str], folder: Path, code: int = 0) -> str:
    """What the command writes, after it ended as expected, with nothing of the checkout on its path."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST"))}
    env |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "100"}
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout
