"""How much memory a process has used at most."""

from __future__ import annotations

import re
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def status_megabytes(process: int | str, name: str) -> int:
    """What Linux says of the memory of a process, in MB: ``VmHWM`` is the peak, ``VmRSS`` what it has now."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text("ascii"))
    if found is None:
        raise LookupError(name)
    return int(found[1]) // 1024


def peak_megabytes() -> int:
    """The peak of this process, in MB; in ``getrusage`` on Linux that of its parent counts as well."""
    if _STATUS.exists():
        return status_megabytes("self", "VmHWM")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**20
