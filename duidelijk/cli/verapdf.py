"""``--verapdf``: the verdict of veraPDF in the report on each PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from duidelijk.errors import ReadError
from duidelijk.model import Problem

if TYPE_CHECKING:
    from duidelijk.model import Report


def judge(*, wanted: bool) -> Callable[[Report], Report]:
    """What adds the verdict to a report; nothing when it is not wanted.

    Raises:
        ConfigError: when it is wanted and veraPDF is not installed.
    """
    if not wanted:
        return lambda report: report
    from duidelijk.pdf.verapdf import find_verapdf

    program = find_verapdf()
    return lambda report: _judged(report, program)


def _judged(report: Report, program: str) -> Report:
    """The report with the verdict as a notice; with an error when veraPDF did not get to one."""
    from duidelijk.pdf.verapdf import verdict

    name = report.source.name
    if report.format != "pdf" or not Path(name).is_file():
        return report
    try:
        said = verdict(program, Path(name))
    except ReadError as problem:
        error = Problem(problem.message, name, hint=problem.hint)
        return replace(report, errors=(*report.errors, error))
    return replace(report, notices=(*report.notices, Problem(said.message, name)))
