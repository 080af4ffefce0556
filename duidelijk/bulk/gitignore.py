"""What git passes over: the ``.gitignore`` files of a folder, of what is in it, and of its repository."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec

_NAME: Final = ".gitignore"
_LARGEST: Final = 1_000_000  # bytes; more is no list that somebody keeps


class Ignored(NamedTuple):
    """What counts in one folder.

    ``inside`` is the path from the top of the repository to the folder, empty or with a slash at its end.
    Each of ``specs`` comes with the length of the path to the folder of its file; the last one goes first.
    """

    inside: str = ""
    specs: tuple[tuple[int, GitIgnoreSpec], ...] = ()

    def covers(self, name: str, *, is_folder: bool) -> bool:
        """Whether git passes over the file or folder ``name`` in this folder."""
        if not self.specs:
            return False
        path = f"{self.inside}{name}{'/' * is_folder}"
        for length, spec in reversed(self.specs):
            verdict = spec.check_file(path[length:]).include
            if verdict is not None:
                return verdict
        return False

    def below(self, name: str, folder: Path) -> Ignored:
        """What counts in the folder ``name`` in this folder; ``folder`` is its path."""
        inside = f"{self.inside}{name}/"
        return Ignored(inside, (*self.specs, *_spec(folder, len(inside))))


def ignored_in(folder: Path) -> Ignored:
    """What counts in a folder that the user named.

    That it is itself passed over by git does not count: then what stands above it has nothing to say.
    """
    try:
        real = folder.resolve()
    except OSError:
        return Ignored()
    top = next((one for one in (real, *real.parents) if _is_repository(one)), real)
    found = Ignored("", _spec(top, 0))
    at = top
    for name in real.relative_to(top).parts:
        at /= name
        if found.covers(name, is_folder=True):
            return Ignored("", _spec(real, 0))
        found = found.below(name, at)
    return found


def _is_repository(folder: Path) -> bool:
    return os.path.exists(folder / ".git")  # noqa: PTH110 - Path.exists raises where access is denied


def _spec(folder: Path, length: int) -> tuple[tuple[int, GitIgnoreSpec], ...]:
    """The file of one folder, if there is one that can be read and says something."""
    file = folder / _NAME
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return ()
        lines = file.read_text("utf-8-sig", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    if all(not line.strip() or line.startswith("#") for line in lines):
        return ()
    return ((length, _compiled(lines)),)


def _compiled(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([line for line in lines if _means_something(line)])


def _means_something(line: str) -> bool:
    """Whether git would use the line; what it cannot use it passes over, and so do we."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
