"""The settings that hold for each text, and what is wrong with the files that they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from duidelijk import ruleset
from duidelijk.errors import DuidelijkError
from duidelijk.lsp.options import Options
from duidelijk.settings import Settings, find_config, load_config


class Known(NamedTuple):
    """The settings of one file, the last that could be used, and what is wrong with it now."""

    settings: Settings
    problem: DuidelijkError | None


@dataclass(slots=True)
class Configs:
    """Finds and remembers settings files. ``home`` is the folder for texts that are no file yet."""

    home: Callable[[], Path | None]
    _known: dict[Path, tuple[tuple[int, int], Known]] = field(default_factory=dict)
    _usable: dict[Path, Settings] = field(default_factory=dict)

    def file(self, name: str, options: Options) -> Path | None:
        """The settings file for a text: the one that the editor names, or the nearest."""
        home = self.home()
        if options.config:
            named = Path(options.config)
            return named if named.is_absolute() or home is None else home / named
        path = Path(name)
        start = path.parent if path.is_absolute() else home
        try:
            return None if start is None else find_config(start)
        except DuidelijkError as problem:  # a pyproject.toml that is no text
            return Path(problem.file) if problem.file else None

    def known(self, file: Path) -> Known:
        """What one file says, read again when it has changed."""
        mark = stamp(file)
        found = self._known.get(file)
        if found is None or found[0] != mark:
            found = self._known[file] = (mark, self._load(file))
        return found[1]

    def settings(self, name: str, options: Options) -> Settings:
        """The settings for one text; those that last could be used when the file is broken."""
        file = self.file(name, options)
        settings = Settings(root=self.home()) if file is None else self.known(file).settings
        everything = options.all_suggestions
        return replace(settings, low_confidence=everything, all_suggestions=everything)

    def concerns(self, path: Path) -> bool:
        """Whether a file that has changed has a say in the settings: rules, lists and baseline too."""
        if path.suffix == ".toml":
            return True
        used = [known.settings for _, known in self._known.values()]
        folders = {folder for settings in used for folder in settings.rule_folders}
        files = {file for settings in used for _, lists in settings.lexicons for file in lists}
        files |= {settings.baseline for settings in used if settings.baseline is not None}
        return path in files or not folders.isdisjoint(path.parents)

    def forget(self) -> None:
        """Read everything again, also the rules and lists of the organisation."""
        self._known.clear()
        ruleset.forget()

    def _load(self, file: Path) -> Known:
        try:
            self._usable[file] = _usable(file, None)
        except DuidelijkError as problem:
            return Known(self._usable.get(file, Settings(root=file.parent)), problem)
        return Known(self._usable[file], None)


def problem_in(file: Path, text: str) -> DuidelijkError | None:
    """What would keep the settings in a file from being used, if that was its text."""
    try:
        _usable(file, text)
    except DuidelijkError as problem:
        return problem
    return None


def _usable(file: Path, text: str | None) -> Settings:
    """The settings in a file, whose rules and options all exist."""
    settings = load_config(file, text=text)
    ruleset.ruleset_for(settings.with_overrides(()))
    for override in settings.overrides:
        ruleset.ruleset_for(settings.with_overrides((override,)))
    return settings


def stamp(file: Path) -> tuple[int, int]:
    """What changes when a file does; zeros when it is not there."""
    try:
        found = file.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
