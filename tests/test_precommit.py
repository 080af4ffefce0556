"""The hooks as a content team uses them: the real pre-commit, in a real git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import yaml

from tests.conftest import unavailable

ROOT: Final = Path(__file__).resolve().parents[1]
BAD: Final = """\
<!DOCTYPE html>
<html lang="nl">
<head><title>Parkeren</title></head>
<body><main><h1>Parkeren</h1><p>U kunt hier parkeren.</p><img src="auto.jpg"></main></body>
</html>
"""
CLEAN: Final = BAD.replace('<img src="auto.jpg">', '<img src="auto.jpg" alt="Een auto in een parkeervak">')
FIXABLE: Final = "Wij hebben uw brief reeds gelezen.\n"

pytestmark = pytest.mark.integration


def needs(what: str, present: bool) -> None:
    """Skip without ``what``, unless everything is required."""
    if not present:
        unavailable(f"{what} is er niet")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps its environments. Proves on the way that there is a package index."""
    needs("git", shutil.which("git") is not None)
    needs("de broncode", (ROOT / ".pre-commit-hooks.yaml").is_file())
    folder = tmp_path_factory.mktemp("pre-commit")
    probe = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--disable-pip-version-check"]
    done = subprocess.run(
        [*probe, "--dest", str(folder / "probe"), "hatchling"], capture_output=True, check=False
    )
    needs("een pakketindex voor pip", done.returncode == 0)
    return folder


@pytest.fixture(scope="module")
def hooks(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout as a git repository of its own, with everything committed."""
    copy = tmp_path_factory.mktemp("hooks") / "duidelijk"
    leave = shutil.ignore_patterns(
        ".git", ".venv", "venv", "__pycache__", ".*_cache", ".hypothesis", "dist", "build", "*.egg-info"
    )
    shutil.copytree(ROOT, copy, ignore=leave)
    repository(copy, home)
    return copy


@pytest.fixture
def site(home: Path, tmp_path: Path) -> Path:
    """The repository of a content team, with a bad, a clean and a fixable text."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "slecht.html").write_text(BAD, "utf-8")
    (folder / "goed.html").write_text(CLEAN, "utf-8")
    (folder / "brief.txt").write_text(FIXABLE, "utf-8")
    repository(folder, home)
    return folder


def test_the_manifest_is_valid(home: Path) -> None:
    run(["pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], ROOT, home)


def test_try_repo_stops_a_bad_page_and_lets_a_clean_one_pass(hooks: Path, site: Path, home: Path) -> None:
    tried = ["pre-commit", "try-repo", str(hooks), "duidelijk", "--verbose", "--files"]
    said = run([*tried, "slecht.html"], site, home, code=1)
    assert "alt-ontbreekt" in said
    assert "exit code: 1" in said
    said = run([*tried, "goed.html"], site, home)
    assert "duidelijk....." in said
    assert "Passed" in said


def test_a_commit_waits_for_a_clean_text(hooks: Path, site: Path, home: Path) -> None:
    configure(site, hooks, home)
    assert "alt-ontbreekt" in commit(site, home, "slecht.html", BAD.replace("U kunt", "Hier kunt u"), code=1)
    assert "Passed" in commit(site, home, "slecht.html", CLEAN)

    file = site / "brief.txt"
    said = commit(site, home, "brief.txt", FIXABLE + "Wij sturen u reeds een brief.\n", code=1)
    assert "files were modified by this hook" in said
    assert file.read_text("utf-8") == "Wij hebben uw brief al gelezen.\nWij sturen u al een brief.\n"
    assert "Passed" in commit(site, home, "brief.txt", file.read_text("utf-8"))


def configure(site: Path, hooks: Path, home: Path) -> None:
    """Use both hooks in ``site`` from now on."""
    revision = run(["git", "rev-parse", "HEAD"], hooks, home).strip()
    repo = {"repo": str(hooks), "rev": revision, "hooks": [{"id": "duidelijk-fix"}, {"id": "duidelijk"}]}
    (site / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [repo]}), "utf-8")
    run(["pre-commit", "install"], site, home)


def commit(site: Path, home: Path, name: str, text: str, code: int = 0) -> str:
    """Commit one file with a new text; what git and the hooks say."""
    (site / name).write_text(text, "utf-8")
    run(["git", "add", name], site, home)
    return run(["git", "commit", "--message", f"Verander {name}"], site, home, code)


def repository(folder: Path, home: Path) -> None:
    """Make the folder a git repository with all its files committed."""
    run(["git", "init", "--quiet", "--initial-branch", "main"], folder, home)
    run(["git", "add", "--all"], folder, home)
    run(["git", "commit", "--quiet", "--message", "Begin"], folder, home)


def run(command: list[str], folder: Path, home: Path, code: int = 0) -> str:
    """What the command says, after it ended as expected; apart from the git settings of this machine."""
    if command[0] == "pre-commit":
        command = [sys.executable, "-m", "pre_commit", *command[1:]]
    env = {
        key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON", "PYTEST"))
    }
    env |= {"PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    env |= {
        f"GIT_{who}_{what}": "test@example.com"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    env |= {"PYTHONUTF8": "1", "PRE_COMMIT_COLOR": "never", "PIP_NO_COMPILE": "1"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, f"{command}\n{done.stdout}"
    return done.stdout
