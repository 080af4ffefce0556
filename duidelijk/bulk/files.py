"""Which files a path stands for: a file itself, or the letters and pages in a folder and below."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from duidelijk.bulk.choose import PASS, READ, choice, is_temporary
from duidelijk.bulk.gitignore import Ignored, ignored_in
from duidelijk.errors import DuidelijkError, ReadError
from duidelijk.readers.kinds import EXTENSIONS
from duidelijk.settings import Settings, glob_matches

CONVERTIBLE: Final = frozenset({".doc", ".rtf"})
_NEVER: Final = frozenset(
    {"node_modules", "__pycache__", "venv", "site-packages", "__MACOSX", "$RECYCLE.BIN", "lost+found"}
)
_ALL: Final = "/\ue000 nergens/\ue000 nergens"  # a name that only a pattern for everything matches


def expand(path: str, settings: Settings, *, force_exclude: bool = False) -> Iterator[Path | DuidelijkError]:
    """The files of one path argument, in order of name; what cannot be opened comes as an error.

    A file that is named is always read, unless ``force_exclude`` lets ``exclude`` count for it too. Of a
    folder come the letters and pages; not what is hidden, temporary, excluded or passed over by git.
    """
    start = Path(path)
    if not start.is_dir():
        if force_exclude and settings.is_excluded(path):
            return
        yield start if start.exists() else _missing(start)
        return
    walk = _Walk(settings)
    yield from walk.files(start)
    if not walk.found:
        hint = f"duidelijk leest: {' '.join(sorted(EXTENSIONS))}."
        if walk.ignored:
            hint += " Wat in .gitignore staat, is overgeslagen; met --no-gitignore leest u dat ook."
        yield ReadError("In deze map staat geen bestand dat duidelijk kan lezen.", file=path, hint=hint)


def passed_over(paths: Iterable[str], settings: Settings) -> Counter[str]:
    """How many files in the folders are letters in a format that cannot be read, by extension."""
    found: Counter[str] = Counter()
    for path in paths:
        if Path(path).is_dir():
            walk = _Walk(settings)
            for _ in walk.files(Path(path)):
                pass
            found += walk.passed
    return found


class _Walk:
    """One walk through a folder. ``found`` counts the files that came, ``ignored`` what git passes over.

    Links to folders are not followed, and no folder is entered twice: a loop ends.
    """

    def __init__(self, settings: Settings) -> None:
        self.found = 0
        self.ignored = 0
        self.passed: Counter[str] = Counter()
        self._settings = settings
        self._seen: set[tuple[int, int]] = set()

    def files(self, start: Path) -> Iterator[Path | DuidelijkError]:
        """The files to read, those of a folder before those of the folders in it, each in order of name."""
        pending = [(start, ignored_in(start) if self._settings.respect_gitignore else None)]
        while pending:
            folder, ignored = pending.pop()
            is_excluded = self._excluded_in(folder)
            try:
                folders, names = self._listed(folder)
            except OSError:
                self.found += 1  # there may be letters in it
                yield ReadError(
                    "Deze map is niet te openen.", file=str(folder), hint="Kijk of u er rechten voor hebt."
                )
                continue
            for name in names:
                if not is_excluded(name) and self._is_wanted(folder / name, name, ignored):
                    yield folder / name
            below = []
            for name in folders:
                if not is_excluded(name + _ALL) and not self._is_left_out(name, ignored, is_folder=True):
                    inside = None if ignored is None else ignored.below(name, folder / name)
                    below.append((folder / name, inside))
            pending += reversed(below)

    def _listed(self, folder: Path) -> tuple[list[str], list[str]]:
        """The names of the folders to enter and of the files, sorted."""
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in self._seen:
            return [], []
        if here[1]:
            self._seen.add(here)
        folders: list[str] = []
        names: list[str] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if not (entry.name.startswith(".") or entry.name in _NEVER):
                        folders.append(entry.name)
                elif not is_temporary(entry.name) and not (entry.is_symlink() and os.path.isdir(entry)):  # noqa: PTH112
                    names.append(entry.name)
        return sorted(folders), sorted(names)

    def _is_wanted(self, file: Path, name: str, ignored: Ignored | None) -> bool:
        if self._is_left_out(name, ignored, is_folder=False):
            return False
        kind = choice(file)
        if kind == READ or (kind in CONVERTIBLE and self._settings.convert):
            self.found += 1
            return True
        if kind != PASS:
            self.passed[kind] += 1
        return False

    def _is_left_out(self, name: str, ignored: Ignored | None, *, is_folder: bool) -> bool:
        left_out = ignored is not None and ignored.covers(name, is_folder=is_folder)
        self.ignored += left_out
        return left_out

    def _excluded_in(self, folder: Path) -> Callable[[str], bool]:
        """Whether ``exclude`` leaves out a name in the folder; with ``_ALL`` behind it, all that is below."""
        patterns = self._settings.exclude
        here = self._settings.relative(str(folder)) if patterns else ""
        start = "" if here == "." else f"{here}/"
        return lambda name: any(glob_matches(pattern, start + name) for pattern in patterns)


def _missing(path: Path) -> ReadError:
    if path.is_symlink():
        return ReadError(
            "Deze verwijzing leidt nergens naartoe.",
            file=str(path),
            hint="Kijk waar het bestand is gebleven.",
        )
    return ReadError("Dit bestand bestaat niet.", file=str(path), hint="Kijk of de naam en de map kloppen.")


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        ReadError: when it cannot be opened, or is larger than a document can be.
    """
    from duidelijk.readers.decode import refuse_too_large

    try:
        refuse_too_large(path.stat().st_size, str(path))
        return path.read_bytes()
    except PermissionError as problem:
        raise ReadError(
            "Dit bestand is niet te openen.",
            file=str(path),
            hint="Sluit het in andere programma’s of vraag om leesrechten.",
        ) from problem
    except OSError as problem:
        raise ReadError(
            "Dit bestand is niet te lezen.", file=str(path), hint="Kijk of het een gewoon bestand is."
        ) from problem
