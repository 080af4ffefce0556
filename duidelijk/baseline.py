"""The findings that an organisation already knows: only new ones are shown.

A finding is recognised by its fingerprint, which does not depend on its position, and counted per file: when
a known problem appears once more in the same words, that one is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from duidelijk.errors import ConfigError
from duidelijk.model import Finding

VERSION: Final = 1
Baseline = Mapping[str, Mapping[str, int]]


def load(file: Path) -> Baseline:
    """Fingerprints with their number, per path.

    Raises:
        ConfigError: when the file is not a baseline.
    """
    try:
        files: Baseline = _checked(json.loads(file.read_text("utf-8")))
    except FileNotFoundError as problem:
        raise ConfigError(
            "Dit bestand met bekende meldingen bestaat niet.",
            file=str(file),
            hint="Maak het met: duidelijk baseline.",
        ) from problem
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ConfigError(
            "Dit is geen bestand met bekende meldingen.",
            file=str(file),
            hint="Maak het opnieuw met: duidelijk baseline.",
        ) from problem
    return files


def dump(findings: Mapping[str, Iterable[Finding]]) -> str:
    """The baseline of these findings per path, as text that compares well in version control."""
    files = {
        path: dict(sorted(Counter(finding.fingerprint for finding in found).items()))
        for path, found in sorted(findings.items())
    }
    return json.dumps({"version": VERSION, "files": {p: f for p, f in files.items() if f}}, indent=1) + "\n"


def only_new(findings: Iterable[Finding], known: Mapping[str, int]) -> tuple[Finding, ...]:
    """The findings that are not in the baseline of their file."""
    left = Counter(dict(known))
    new: list[Finding] = []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _checked(data: Any) -> Baseline:
    files: Baseline = data["files"]
    counts = [count for known in files.values() for count in known.values()]
    if data["version"] != VERSION or not all(isinstance(count, int) for count in counts):
        raise ValueError(data["version"])
    return files
