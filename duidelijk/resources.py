"""Finds the rule files and lexicons: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypeAlias

from duidelijk.errors import RuleError

Folder: TypeAlias = Literal["rules", "lexicons"]

_REINSTALL = "Installeer duidelijk opnieuw: pip install --force-reinstall duidelijk"
_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: Folder) -> Path:
    """The folder ``rules`` or ``lexicons``.

    Raises:
        RuleError: when the installation is incomplete.
    """
    for folder in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise RuleError(
        f"De map ‘{name}’ ontbreekt in de installatie.",
        hint=_REINSTALL,
    )


def table(name: str, columns: int, *, folder: Folder = "lexicons") -> list[list[str]]:
    """The cells of a table that we ship, row by row, without its header.

    Raises:
        RuleError: when it is missing, or a row has another number of columns.
    """
    path = data_folder(folder) / f"{name}.tsv"
    try:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    except (OSError, ValueError):
        rows = []
    if not rows or any(len(row) != columns for row in rows):
        raise RuleError(f"De lijst ‘{name}’ ontbreekt of is beschadigd.", file=str(path), hint=_REINSTALL)
    return rows[1:]


def parse_yaml(text: str) -> Any:
    """YAML text as plain data, with libyaml where it is there (ten times faster).

    Raises:
        yaml.YAMLError: when it is not YAML.
    """
    import yaml

    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
