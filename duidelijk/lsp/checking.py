"""One check of an open text: what the engine finds, without ever failing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from duidelijk.baseline import Baseline, load, only_new
from duidelijk.engine import failed, lint_text
from duidelijk.errors import DuidelijkError, ReadError
from duidelijk.lsp.buffers import Buffer
from duidelijk.lsp.checked import Checked
from duidelijk.memory import Memory
from duidelijk.model import Report, Source
from duidelijk.settings import Settings

LARGEST: Final = 1_000_000
"""Characters; a larger text is left to ``duidelijk check``."""


def check(buffer: Buffer, settings_for: Callable[[str], Settings], memory: Memory | None = None) -> Checked:
    """The report on one version of a text; what breaks is in its errors.

    Raises:
        Stopped: when ``memory`` says that nobody waits for it any more.
    """
    settings = Settings()
    try:
        settings = settings_for(buffer.name)
        report = _report(buffer, settings, memory)
    except DuidelijkError as problem:
        report = failed(buffer.name, problem)
    except Exception as problem:  # noqa: BLE001 - a writer goes on writing, whatever happens here
        report = failed(buffer.name, _trouble(problem))
    return Checked(buffer, report, settings)


def _report(buffer: Buffer, settings: Settings, memory: Memory | None) -> Report:
    text, format_ = buffer.text, buffer.format
    if format_ is None or settings.is_excluded(buffer.name):
        return Report(Source(buffer.name, "", ""), "")
    if len(text) > LARGEST:
        raise ReadError(
            "Deze tekst is te groot om tijdens het schrijven te controleren.",
            file=buffer.name,
            hint="Gebruik daarvoor: duidelijk check.",
        )
    report = lint_text(text, buffer.name, settings, format=format_, memory=memory)
    if settings.baseline is None:
        return report
    known = _baseline(settings.baseline, settings.baseline.stat().st_mtime_ns)
    new = only_new(report.findings, known.get(settings.relative(buffer.name), {}))
    return replace(report, findings=new, hidden=len(report.findings) - len(new))


@lru_cache(maxsize=4)
def _baseline(file: Path, _changed: int) -> Baseline:
    return load(file)


def _trouble(problem: Exception) -> ReadError:
    kind = type(problem).__name__
    return ReadError(
        f"De controle is gestopt door een storing ({kind}).", hint="Meld dit aan de makers van duidelijk."
    )
