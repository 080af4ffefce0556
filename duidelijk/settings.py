"""What a user may set. Later wins: defaults, preset, duidelijk.toml or [tool.duidelijk], command line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, cast

from duidelijk.errors import ConfigError
from duidelijk.model import LEVELS, Level
from duidelijk.resources import data_folder, parse_yaml
from duidelijk.validate import did_you_mean, schema, violations

FailOn = Literal["error", "warning", "suggestion", "never"]
OptionValue = int | float | str | bool | tuple[str, ...]
CONFIG_NAMES: Final = ("duidelijk.toml", ".duidelijk.toml", "pyproject.toml")
DEFAULT_SELECT: Final = ("standaard",)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules run and how: the part that presets, overrides and the command line share."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    options: tuple[tuple[str, tuple[tuple[str, OptionValue], ...]], ...] = ()

    def then(self, later: Choice) -> Choice:
        """This choice with a later one on top. A later ``select`` starts anew, ``ignore`` adds up."""
        return Choice(
            select=later.select or self.select,
            ignore=later.ignore if later.select else (*self.ignore, *later.ignore),
            levels=(*self.levels, *later.levels),
            options=(*self.options, *later.options),
        )


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """What the user says about letters, in the Dutch names of ``duidelijk.letter.names``.

    ``present`` are parts on the letter paper that are not in the file, ``absent`` parts that are not there
    whatever the text looks like.
    """

    kind: str | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def then(self, later: LetterChoice) -> LetterChoice:
        """This choice with a later one on top, key by key."""
        return LetterChoice(
            later.kind or self.kind, later.present or self.present, later.absent or self.absent
        )


@dataclass(frozen=True, slots=True)
class Override:
    """A choice for the paths that match one of the patterns, with a preset under it if named."""

    paths: tuple[str, ...]
    choice: Choice
    preset: str | None = None
    letter: LetterChoice = LetterChoice()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one run. ``root`` is the folder of the settings file; relative paths start there.

    ``file_text`` is what that file says, so that a mistake can be pointed at.

    ``pipeline`` is the name of an installed spaCy pipeline, or a path (with a slash); None is our own.
    ``scores`` asks for the reading level also where only some rules run, ``compare`` for the figures of
    textstat beside it, ``show_text`` for the text itself in the report, ``convert`` for a copy that
    LibreOffice makes of a letter in an old format, ``attachments`` for a report on each attachment
    of a mail as well. With ``whole_page`` the rules also look at what stands around the main content of a
    page, such as the menu and the footer; ``tell_of_outside`` asks for a notice of how much there is to see.
    """

    choice: Choice = Choice(select=DEFAULT_SELECT)
    fail_on: FailOn = "error"
    words: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    baseline: Path | None = None
    rule_folders: tuple[Path, ...] = ()
    lexicons: tuple[tuple[str, tuple[Path, ...]], ...] = ()
    overrides: tuple[Override, ...] = ()
    letter: LetterChoice = LetterChoice()
    pipeline: str | None = None
    root: Path | None = None
    file: Path | None = None
    file_text: str = field(default="", compare=False, repr=False)
    low_confidence: bool = False
    all_suggestions: bool = False
    scores: bool = False
    compare: bool = False
    whole_page: bool = False
    tell_of_outside: bool = False
    show_text: bool = False
    convert: bool = False
    attachments: bool = False
    mask: bool = False
    debug: bool = False

    def for_path(self, name: str) -> Settings:
        """The settings for one file: overrides whose pattern matches are applied in order."""
        if not self.overrides:
            return self
        relative = self.relative(name)
        return self.with_overrides(
            override
            for override in self.overrides
            if any(glob_matches(pattern, relative) for pattern in override.paths)
        )

    def with_overrides(self, overrides: Iterable[Override]) -> Settings:
        """These settings with only those overrides applied, in order."""
        choice, letter = self.choice, self.letter
        for override in overrides:
            if override.preset:
                choice = choice.then(preset(override.preset))
            choice = choice.then(override.choice)
            letter = letter.then(override.letter)
        return replace(self, choice=choice, letter=letter, overrides=())

    def is_excluded(self, name: str) -> bool:
        """Whether the path is left out by ``exclude``."""
        if not self.exclude:
            return False
        relative = self.relative(name)
        return any(glob_matches(pattern, relative) for pattern in self.exclude)

    def relative(self, name: str) -> str:
        """The path as patterns and baselines see it: from the settings file, with forward slashes."""
        if self.root is not None and "://" not in name:
            try:
                return Path(name).resolve().relative_to(self.root.resolve()).as_posix()
            except (ValueError, OSError):
                pass
        return Path(name).as_posix() if "://" not in name else name

    def line_of(self, word: str) -> int | None:
        """The line of the settings file where ``word`` first stands as a whole word."""
        return _line_of(self.file_text, word)


@cache
def glob_pattern(pattern: str) -> re.Pattern[str]:
    """A path pattern as a regular expression: ``*`` within a folder, ``**`` across folders."""
    pattern = pattern.replace("\\", "/").removeprefix("./")
    if pattern.endswith("/"):
        pattern += "**"
    meaning = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = [meaning.get(piece, re.escape(piece)) for piece in re.split(r"(\*\*/|\*\*|\*|\?)", pattern)]
    return re.compile("".join(parts) + r"\Z")


def glob_matches(pattern: str, path: str) -> bool:
    """Whether the path, or a part of it at any depth when the pattern has no slash, matches."""
    if glob_pattern(pattern).match(path):
        return True
    return "/" not in pattern and any(glob_pattern(pattern).match(part) for part in path.split("/"))


def is_path(name: str) -> bool:
    """Whether what may be a name or a path is a path: it has a slash."""
    return "/" in name or "\\" in name


def find_config(start: Path) -> Path | None:
    """The nearest settings file from ``start`` upwards; a pyproject.toml counts with [tool.duidelijk]."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        for name in CONFIG_NAMES:
            file = candidate / name
            if file.is_file() and (name != "pyproject.toml" or "[tool.duidelijk" in _read(file)):
                return file
    return None


def load_config(file: Path, *, text: str | None = None) -> Settings:
    """The settings in one file, on top of the defaults and of what it extends.

    ``text`` is what the file will say, for one that an editor has not saved yet.

    Raises:
        ConfigError: with the file and the line, for anything that is not allowed.
    """
    return _load(file, (), text)


def preset(name: str, *, file: Path | None = None, line: int | None = None) -> Choice:
    """The choice of rules that a preset makes.

    Raises:
        ConfigError: when there is no such preset.
    """
    names = preset_names()
    if name not in names:
        hint = did_you_mean(name, names) or f"Kies uit: {', '.join(names)}."
        where = str(file) if file else None
        raise ConfigError(f"De preset ‘{name}’ bestaat niet.", file=where, line=line, hint=hint)
    return choice_of(preset_data(name))


def preset_names() -> tuple[str, ...]:
    """The presets that come with duidelijk."""
    return tuple(sorted(path.stem for path in (data_folder("rules") / "presets").glob("*.yml")))


def preset_data(name: str) -> Mapping[str, Any]:
    """A preset file as it stands.

    Raises:
        ConfigError: when it breaks its schema.
    """
    path = data_folder("rules") / "presets" / f"{name}.yml"
    data = parse_yaml(path.read_text("utf-8"))
    for violation in violations(data, schema("preset")):
        raise ConfigError(violation.message, file=str(path))
    return cast("Mapping[str, Any]", data)


def choice_of(data: Mapping[str, Any]) -> Choice:
    """The rules part of a preset, an override or a settings file."""
    return Choice(
        select=tuple(data.get("select", ())),
        ignore=tuple(data.get("ignore", ())),
        levels=tuple(data.get("levels", {}).items()),
        options=tuple(
            (
                rule,
                tuple(
                    (key, tuple(value) if isinstance(value, list) else value)
                    for key, value in options.items()
                ),
            )
            for rule, options in data.get("options", {}).items()
        ),
    )


def _letter_of(data: Mapping[str, Any]) -> LetterChoice:
    """What an override or a settings file says about letters."""
    table = data.get("letter", {})
    return LetterChoice(table.get("kind"), tuple(table.get("present", ())), tuple(table.get("absent", ())))


def at_least(level: Level, threshold: FailOn) -> bool:
    """Whether ``level`` is as bad as ``threshold`` or worse."""
    return threshold != "never" and LEVELS.index(level) <= LEVELS.index(threshold)


class _Config(NamedTuple):
    """A settings file with what it says."""

    path: Path
    text: str

    def line_of(self, word: str) -> int | None:
        return _line_of(self.text, word)


def _load(path: Path, seen: tuple[Path, ...], text: str | None = None) -> Settings:
    file = _Config(path, _read(path) if text is None else text)
    if path in seen:
        raise ConfigError("‘extends’ verwijst in een kring.", file=str(path), line=file.line_of("extends"))
    data = _table(file)
    for violation in violations(data, schema("config")):
        keys = [part for part in violation.path if isinstance(part, str)]
        raise ConfigError(violation.message, file=str(path), line=file.line_of(keys[-1]) if keys else None)
    root = path.parent
    base = _base(data.get("extends"), file, (*seen, path))
    return Settings(
        choice=base.choice.then(choice_of(data)),
        fail_on=data.get("fail-on", base.fail_on),
        words=(*base.words, *data.get("words", ())),
        exclude=(*base.exclude, *data.get("exclude", ())),
        respect_gitignore=data.get("respect-gitignore", base.respect_gitignore),
        baseline=root / data["baseline"] if "baseline" in data else base.baseline,
        rule_folders=(
            *base.rule_folders,
            *(_existing(root / name, file, name) for name in data.get("rules", ())),
        ),
        lexicons=(
            *base.lexicons,
            *(
                (lexicon, tuple(_existing(root / name, file, name) for name in names))
                for lexicon, names in data.get("lexicons", {}).items()
            ),
        ),
        overrides=(*base.overrides, *(_override(item, file) for item in data.get("overrides", ()))),
        letter=base.letter.then(_letter_of(data)),
        pipeline=_pipeline(data["pipeline"], root) if "pipeline" in data else base.pipeline,
        whole_page=data.get("whole_page", base.whole_page),
        root=root,
        file=path,
        file_text=file.text,
    )


def _base(extends: str | None, file: _Config, seen: tuple[Path, ...]) -> Settings:
    if extends is None:
        return Settings()
    if extends.endswith(".toml"):
        return _load(_existing(file.path.parent / extends, file, extends), seen)
    chosen = preset(extends, file=file.path, line=file.line_of("extends"))
    return Settings(choice=Settings().choice.then(chosen))


def _override(data: Mapping[str, Any], file: _Config) -> Override:
    name = data.get("preset")
    if name is not None:
        preset(name, file=file.path, line=file.line_of("preset"))
    return Override(tuple(data["paths"]), choice_of(data), name, _letter_of(data))


def _pipeline(name: str, root: Path) -> str:
    """A path from the folder of the settings file on; a name as it stands."""
    return str((root / name).resolve()) if is_path(name) else name


def _existing(path: Path, file: _Config, name: str) -> Path:
    if not path.exists():
        raise ConfigError(
            f"‘{name}’ bestaat niet.",
            file=str(file.path),
            line=file.line_of(name),
            hint=f"Het pad begint bij de map {file.path.parent}.",
        )
    return path


def _table(file: _Config) -> Mapping[str, Any]:
    import tomllib

    try:
        data: Mapping[str, Any] = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as problem:
        match = re.search(r"at line (\d+)", str(problem))
        raise ConfigError(
            "Dit is geen geldige TOML.",
            file=str(file.path),
            line=int(match[1]) if match else len(file.text.splitlines()) or 1,
            hint="Kijk of aanhalingstekens en haken kloppen.",
        ) from problem
    if file.path.name == "pyproject.toml":
        table: Mapping[str, Any] = data.get("tool", {}).get("duidelijk", {})
        return table
    return data


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(
            "Dit bestand met instellingen is niet te lezen.",
            file=str(file),
            hint="Bewaar het als gewone tekst (UTF-8).",
        ) from problem


def _line_of(text: str, word: str) -> int | None:
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.search(line.split("#")[0]):
            return number
    return None


def normalised_words(words: Iterable[str]) -> frozenset[str]:
    """The organisation's own words, as they are compared."""
    return frozenset(word.casefold() for word in words)


def colour_wanted(*, terminal: bool) -> bool:
    """Whether to use colour: only on a terminal, and not when NO_COLOR asks for none (no-color.org)."""
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
