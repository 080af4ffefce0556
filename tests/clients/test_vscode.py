"""The extension for VS Code: its own checks, what its package holds, and its work with the server."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

from duidelijk._version import __version__
from tests.conftest import unavailable

ROOT: Final = Path(__file__).resolve().parents[2]
EXTENSION: Final = ROOT / "integrations" / "vscode"
MANIFEST: Final[Mapping[str, Any]] = json.loads((EXTENSION / "package.json").read_text("utf-8"))
SETTINGS: Final[Mapping[str, Any]] = MANIFEST["contributes"]["configuration"]["properties"]
COMMANDS: Final[Mapping[str, str]] = {
    command["command"]: command["title"] for command in MANIFEST["contributes"]["commands"]
}
MADE: Final = ("node_modules", "dist", "*.vsix")
LARGEST: Final = 1_000_000
"""Bytes of the package; it holds one bundled script."""


def source() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((EXTENSION / "src").glob("*.ts")))


def test_every_setting_is_described_and_has_a_default() -> None:
    for name, setting in SETTINGS.items():
        assert name.startswith("duidelijk.")
        assert re.match(r"[A-Z].+\.$", setting["markdownDescription"]), name
        assert "!" not in setting["markdownDescription"], name
        assert "default" in setting, name
        assert len(setting.get("enumDescriptions", ())) == len(setting.get("enum", ())), name


@pytest.mark.parametrize("page", ["integrations/vscode/README.md", "docs/editors/vscode.md"])
def test_every_setting_and_command_is_in_the_docs(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert set(re.findall(r"(?m)^\| `(duidelijk\.[\w.]+)` \|", text)) == set(SETTINGS)
    for title in COMMANDS.values():
        assert title in text, title


def test_every_setting_and_command_is_used() -> None:
    code = source()
    for name in SETTINGS:
        assert f'("{name.removeprefix("duidelijk.")}")' in code, name
    for name in COMMANDS:
        assert f'"{name}":' in code, name


def test_no_command_has_the_name_of_one_of_the_server() -> None:
    """The client registers those of the server itself; a second one of that name would stop it."""
    assert COMMANDS
    assert not {"duidelijk.explainRule", "duidelijk.ignoreHere", "duidelijk.checkWorkspace"} & set(COMMANDS)


def test_it_starts_only_for_texts_and_never_tells_anybody() -> None:
    events = MANIFEST["activationEvents"]
    assert {event.partition(":")[0] for event in events} == {"onLanguage", "workspaceContains"}
    languages = {event.partition(":")[2] for event in events if event.startswith("onLanguage")}
    assert languages == set(SETTINGS["duidelijk.languages"]["default"])
    assert not re.search(r"telemetry|fetch\(|node:https?\b|XMLHttpRequest", source(), re.IGNORECASE)


def test_what_an_untrusted_folder_may_not_choose_is_restricted() -> None:
    trust = MANIFEST["capabilities"]["untrustedWorkspaces"]
    assert trust["supported"] == "limited"
    assert set(trust["restrictedConfigurations"]) == {"duidelijk.path", "duidelijk.config"}


def test_version_and_licence_are_those_of_duidelijk() -> None:
    assert MANIFEST["version"] == __version__
    assert MANIFEST["license"] == "EUPL-1.2"
    assert (EXTENSION / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert f"\n## {__version__}\n" in (EXTENSION / "CHANGELOG.md").read_text("utf-8")


def test_the_lock_file_names_no_registry() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert len(packages) > 50
    for name, package in packages.items():
        assert package.get("resolved", "https://registry.npmjs.org/").startswith(
            "https://registry.npmjs.org/"
        )
        assert package["integrity"].startswith("sha512-"), name


def test_the_icon_is_a_square_picture() -> None:
    picture = (EXTENSION / MANIFEST["icon"]).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert [int.from_bytes(picture[at : at + 4]) for at in (16, 20)] == [128, 128]


def npm(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> str:
    """What npm says; the test fails with all of it where npm does."""
    program = shutil.which("npm")
    assert program is not None
    done = subprocess.run(
        [program, *words],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The extension in a folder of its own, with all that building it needs."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        unavailable("npm and node are needed to build the extension for VS Code")
    folder = tmp_path_factory.mktemp("extension") / "vscode"
    shutil.copytree(EXTENSION, folder, ignore=shutil.ignore_patterns(*MADE))
    npm(folder, "ci", "--no-audit", "--no-fund")
    yield folder
    shutil.rmtree(folder / "node_modules")


@pytest.mark.integration
@pytest.mark.parametrize("check", ["lint", "check", "test"])
def test_its_own_checks_pass(copy: Path, check: str) -> None:
    said = npm(copy, "run", check)
    if check == "test":
        assert int(re.findall(r"(?m)^\S+ pass (\d+)", said)[-1]) >= 50
        assert re.findall(r"(?m)^\S+ (?:fail|skipped) (\d+)", said) == ["0", "0"]


@pytest.mark.integration
def test_the_icon_is_what_its_script_draws(copy: Path) -> None:
    npm(copy, "run", "icon")
    assert (copy / MANIFEST["icon"]).read_bytes()[:24] == (EXTENSION / MANIFEST["icon"]).read_bytes()[:24]


@pytest.mark.integration
def test_one_command_makes_the_package(copy: Path) -> None:
    npm(copy, "run", "package")
    package = copy / f"duidelijk-{__version__}.vsix"
    assert package.stat().st_size < LARGEST
    with zipfile.ZipFile(package) as archive:
        names = {name for name in archive.namelist() if name.startswith("extension/")}
        script = archive.read("extension/dist/extension.js").decode("utf-8")
        manifest = json.loads(archive.read("extension/package.json"))
        licences = archive.read("extension/dist/licenties.txt").decode("utf-8")
    assert {name.removeprefix("extension/").lower() for name in names} == {
        "package.json", "readme.md", "changelog.md", "license.txt", "dist/extension.js", "dist/licenties.txt",
        "media/icoon.png", "uitleg/installeren.md",
    }  # fmt: skip
    assert manifest["contributes"] == MANIFEST["contributes"]
    required = set(re.findall(r"\brequire\(\"([^\"]+)\"\)", script))
    assert "vscode" in required
    assert all(re.fullmatch(r"vscode|(node:)?[a-z_]+(/promises)?", name) for name in required), required
    assert "vscode-languageclient" in licences
    assert not re.search(re.escape(str(copy)), script)


@pytest.mark.integration
def test_it_works_with_the_real_server(copy: Path, tmp_path: Path) -> None:
    if find_spec("pygls") is None:
        unavailable("the extra ‘lsp’ is needed for the server")
    if os.name == "nt":
        pytest.skip("the stand-in for the program is a shell script")
    program = tmp_path / "duidelijk"
    words = shlex.join([sys.executable, "-m", "duidelijk"])
    program.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {words} "$@"\n', "utf-8")
    program.chmod(0o755)
    said = npm(copy, "run", "test:server", env={"DUIDELIJK": str(program)})
    assert int(re.findall(r"(?m)^\S+ pass (\d+)", said)[-1]) >= 10
    assert re.findall(r"(?m)^\S+ (?:fail|skipped) (\d+)", said) == ["0", "0"]
