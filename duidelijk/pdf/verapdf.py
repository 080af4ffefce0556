"""What veraPDF says of a PDF, when that program is installed: does the file meet PDF/UA-1, and where not.

veraPDF (https://verapdf.org) is a program of its own and runs on this computer. Only its report is read here.
"""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.errors import ConfigError, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

PROGRAM: Final = "verapdf"
SECONDS: Final = 120
"""How long veraPDF may take for one file."""

_MOST: Final = 20_000_000  # bytes of its report
_INSTALL: Final = "Haal veraPDF van https://verapdf.org, of laat --verapdf weg."
_ALONE: Final = "Controleer het bestand los met veraPDF, of laat --verapdf weg."


class Clause(NamedTuple):
    """A clause of the standard that the file does not meet, and how often."""

    number: str
    failures: int


class Verdict(NamedTuple):
    """Whether the file meets PDF/UA-1; the ``clauses`` that it does not meet, in their order."""

    is_met: bool
    clauses: tuple[Clause, ...] = ()

    @property
    def message(self) -> str:
        """The verdict as one Dutch sentence."""
        if self.is_met:
            return "veraPDF: deze pdf voldoet aan PDF/UA-1, voor zover een programma dat kan zien."
        which = ", ".join(f"{one.number} ({one.failures} keer)" for one in self.clauses)
        where = f" Het gaat om deze onderdelen van ISO 14289-1: {which}." if which else ""
        return f"veraPDF: deze pdf voldoet niet aan PDF/UA-1.{where}"


def find_verapdf() -> str:
    """Where the program is.

    Raises:
        ConfigError: when it is not installed.
    """
    import shutil

    found = shutil.which(PROGRAM)
    if found is None:
        raise ConfigError("veraPDF staat niet op deze computer.", hint=_INSTALL)
    return found


def verdict(program: str, file: Path, *, seconds: float = SECONDS) -> Verdict:
    """What veraPDF says of a file.

    Raises:
        ReadError: when it takes too long, or does not get to a verdict.
    """
    import tempfile

    command = [program, "--flavour", "ua1", str(file.resolve())]
    with tempfile.TemporaryFile() as report:
        try:
            subprocess.run(  # noqa: S603 - no shell, and only the path comes from the user
                command,
                stdout=report,
                stderr=subprocess.DEVNULL,
                stdin=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as problem:
            raise ReadError(
                f"veraPDF was na {seconds:g} seconden nog niet klaar.", file=str(file), hint=_ALONE
            ) from problem
        except OSError as problem:
            raise ReadError("veraPDF start niet.", file=str(file), hint=_ALONE) from problem
        size = report.seek(0, 2)
        report.seek(0)
        data = report.read() if size <= _MOST else b""
    found = _validation(data)
    if found is None:
        raise ReadError("veraPDF geeft geen oordeel over deze pdf.", file=str(file), hint=_ALONE)
    return _read(found)


def _validation(data: bytes) -> _Element | None:
    """The part of the report with the verdict, None without one."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    found = root if root.tag == "validationReport" else root.find(".//{*}validationReport")
    return None if found is None or found.get("isCompliant") is None else found


def _read(report: _Element) -> Verdict:
    failures: Counter[str] = Counter()
    for rule in report.iterfind(".//{*}rule"):
        if (rule.get("status") or "failed").lower() == "failed":
            failures[rule.get("clause") or "?"] += _count(rule.get("failedChecks"))
    clauses = sorted(failures.items(), key=lambda one: _order(one[0]))
    return Verdict(report.get("isCompliant") == "true", tuple(Clause(*one) for one in clauses))


def _count(number: str | None) -> int:
    return int(number[:9]) if number and number.isascii() and number.isdigit() else 1


def _order(clause: str) -> tuple[int, ...]:
    return tuple(int(part) for part in clause.split(".") if part.isascii() and part.isdigit())
