"""Writes the copies that ``--comments`` and ``--track-changes`` ask for, and never over an original."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from duidelijk.annotate import FORMATS, TRACKED
from duidelijk.cli.options import start_folder
from duidelijk.errors import ConfigError, DuidelijkError, ReadError
from duidelijk.readers.kinds import CANNOT, EXTENSIONS

if TYPE_CHECKING:
    from duidelijk.model import Report

_OWN_NAME: Final = "-duidelijk"


@dataclass(slots=True)
class Copies:
    """Which copies the user wants, and what there is to say about them. ``target`` is a file or a folder."""

    paths: Sequence[str]
    target: str | None
    track: bool
    said: list[str] = field(default_factory=list)

    @property
    def are_wanted(self) -> bool:
        """Whether there is anything to write."""
        return self.target is not None or self.track

    def refuse_early(self) -> None:
        """Say what cannot be done before any file is read.

        Raises:
            ConfigError: for an input that is no file, or a target that cannot be right.
        """
        if not self.are_wanted:
            return
        option = "--comments" if self.target is not None else "--track-changes"
        if any(path == "-" or "://" in path for path in self.paths):
            raise ConfigError(
                f"{option} werkt alleen op bestanden.", hint="Bewaar de tekst eerst in een bestand."
            )
        if self.target is None or not self._are_many:
            return
        target = Path(self.target)
        if target.is_file() or (not target.exists() and target.suffix.lower() in EXTENSIONS):
            raise ConfigError(
                "Bij meer bestanden hoort achter --comments een map.",
                file=self.target,
                hint="Noem een map; die mag nieuw zijn.",
            )

    def write(self, reports: Sequence[Report]) -> list[Report]:
        """Write a copy for each report on a file that can have one.

        What goes wrong with one file becomes an error in its report; the others go on.

        Raises:
            ConfigError: before anything is written, when a copy would go over a file that was checked or
                that is not known to be a copy.
        """
        places = dict(self._places(reports))
        return [
            report if number not in places else self._with_copy(report, places[number])
            for number, report in enumerate(reports)
        ]

    @property
    def _are_many(self) -> bool:
        return len(self.paths) != 1 or Path(self.paths[0]).is_dir()

    def _places(self, reports: Sequence[Report]) -> Iterator[tuple[int, Path]]:
        """The place of the copy for the reports, by number, that get one."""
        originals = {_identity(Path(report.source.name)) for report in reports} - {None}
        taken: set[Path] = set()
        left_out = 0
        for number, report in enumerate(reports):
            if not report.format:  # could not be read; its report says so
                continue
            if not self._can_have_copy(report):
                left_out += 1
                continue
            source = Path(report.source.name)
            target = self._place(source)
            if target.suffix.lower() != source.suffix.lower():
                raise ConfigError(
                    f"De kopie is van dezelfde soort als het bestand zelf: {source.suffix}.",
                    file=str(target),
                    hint=f"Kies een naam die eindigt op {source.suffix}.",
                )
            if _identity(target) in originals or target in taken:
                raise ConfigError(
                    "De kopie zou over een bestand heen gaan dat u controleert.",
                    file=str(target),
                    hint="Kies achter --comments een andere naam of map.",
                )
            if self.target is None and target.exists():
                raise ConfigError(
                    "Dit bestand is er al.",
                    file=str(target),
                    hint="Geef het een andere naam, of kies met --comments zelf waar de kopie komt.",
                )
            taken.add(target)
            yield number, target
        if left_out:
            self.said.append(f"Zonder kopie, want dat kan niet bij deze soort: {left_out}.")

    def _can_have_copy(self, report: Report) -> bool:
        """Whether the format can hold what is asked for; a file that was named alone must."""
        source = report.source.name
        is_old = Path(source).suffix.lower() in CANNOT
        wanted = FORMATS if self.target is not None else TRACKED
        can = report.format in wanted and not is_old
        if not self._are_many:
            if is_old:
                hint = "Sla het eerst op als docx en controleer dat bestand."
                raise ConfigError(
                    "In deze oude soort bestand kan duidelijk niet schrijven.", file=source, hint=hint
                )
            if self.track and report.format not in TRACKED:
                hint = f"Dat kan met deze soort: {', '.join(TRACKED)}."
                raise ConfigError("Hierin kan duidelijk geen wijzigingen bijhouden.", file=source, hint=hint)
            if not can:
                hint = f"Dat kan met deze soorten: {', '.join(FORMATS)}."
                raise ConfigError("Hierin kan duidelijk geen opmerkingen zetten.", file=source, hint=hint)
        return can

    def _place(self, source: Path) -> Path:
        if self.target is None:
            return source.with_name(f"{source.stem}{_OWN_NAME}{source.suffix}")
        target = Path(self.target)
        if not self._are_many:
            return target / source.name if target.is_dir() else target
        try:
            return target / source.absolute().relative_to(start_folder(self.paths))
        except ValueError:  # several drives on Windows
            return target / source.name

    def _with_copy(self, report: Report, target: Path) -> Report:
        try:
            self._write_one(report, target)
        except DuidelijkError as problem:
            from duidelijk.engine import failed

            errors = failed(report.source.name, problem).errors
            return replace(report, errors=(*report.errors, *errors))
        return report

    def _write_one(self, report: Report, target: Path) -> None:
        from datetime import datetime

        from duidelijk.annotate import annotated
        from duidelijk.bulk.files import read_file
        from duidelijk.fix import safe_changes, write_atomically

        name = report.source.name
        data = read_file(Path(name))
        if hashlib.sha256(data).hexdigest() != report.source.sha256:
            hint = "Controleer het opnieuw als niemand het meer bewerkt."
            raise ReadError(
                "Dit bestand is intussen veranderd; er is geen kopie gemaakt.", file=name, hint=hint
            )
        copy = annotated(
            data,
            name,
            report.format,
            report.findings if self.target is not None else (),
            date=datetime.now().astimezone(),
            suggestions=safe_changes(report.findings) if self.track else (),
        )
        if self.target is None and not copy.changes:
            self.said.append(f"{name}: er viel niets veilig te verbeteren. Er is geen kopie gemaakt.")
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            hint = "Kies een andere map of vraag om rechten."
            raise ReadError("Deze map is niet te maken.", file=str(target.parent), hint=hint) from problem
        write_atomically(target, [copy.data])
        parts = [_counted(copy.comments, "opmerking", "opmerkingen")] if self.target is not None else []
        parts += [_counted(copy.changes, "wijziging", "wijzigingen")] if self.track else []
        self.said.append(f"Kopie met {' en '.join(parts)}: {target}")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _identity(path: Path) -> object:
    """What tells a file from all others, whatever it is called; None when there is no such file."""
    try:
        found = path.stat()
        return (found.st_dev, found.st_ino) if found.st_ino else path.resolve()
    except (OSError, ValueError):
        return None
