"""Which files a path stands for: a file itself, or the readable files in a folder and below."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Final

from duidelijk.errors import DuidelijkError, ReadError
from duidelijk.readers.kinds import CANNOT, EXTENSIONS
from duidelijk.settings import Settings

_NEVER: Final = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


def expand(path: str, settings: Settings, *, force_exclude: bool = False) -> Iterator[Path | DuidelijkError]:
    """The files of one path argument, in order of name; what cannot be opened comes as an error.

    A file that is named is always read, unless ``force_exclude`` lets ``exclude`` count for it too; the known
    extensions count for files in a folder.
    Links to folders are not followed, so a loop of links ends.
    """
    start = Path(path)
    if not start.is_dir():
        if force_exclude and settings.is_excluded(path):
            return
        if start.exists():
            yield start
        else:
            yield _missing(start)
        return
    found = 0
    for item in _walk(start, settings, EXTENSIONS):
        found += not isinstance(item, DuidelijkError)
        yield item
    if not found:
        yield ReadError(
            "In deze map staat geen bestand dat duidelijk kan lezen.",
            file=path,
            hint=f"duidelijk leest: {' '.join(sorted(EXTENSIONS))}.",
        )


def _walk(start: Path, settings: Settings, extensions: Container[str]) -> Iterator[Path | DuidelijkError]:
    errors: list[OSError] = []
    for folder, folders, names in os.walk(start, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NEVER)
        for name in sorted(names):
            file = Path(folder, name)
            if (
                not name.startswith((".", "~$"))
                and file.suffix.lower() in extensions
                and not settings.is_excluded(str(file))
            ):
                yield file
    for error in errors:
        yield ReadError(
            "Deze map is niet te openen.",
            file=str(error.filename or start),
            hint="Kijk of u er rechten voor hebt.",
        )


def passed_over(paths: Iterable[str], settings: Settings) -> Counter[str]:
    """How many files in the folders look like letters in a format that cannot be read yet, by extension."""
    found: Counter[str] = Counter()
    for path in paths:
        if Path(path).is_dir():
            files = _walk(Path(path), settings, CANNOT)
            found.update(file.suffix.lower() for file in files if isinstance(file, Path))
    return found


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
