"""Old letters (doc, rtf) by way of LibreOffice, which makes a docx of a copy in a temporary folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from duidelijk.errors import ReadError

SECONDS: Final = 120.0
HINT: Final = "Of gebruik --convert: dan maakt LibreOffice voor u een docx van een kopie."
_PROGRAMS: Final = ("soffice", "libreoffice")
_ELSEWHERE: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
# Macros off, links to other files and to the network not followed, whatever the file asks for.
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"\
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"\
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"\
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"\
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def libreoffice() -> str | None:
    """The program of LibreOffice on this machine, None if there is none."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


def to_docx(data: bytes, name: str, extension: str) -> bytes:
    """The letter as LibreOffice writes it in a docx. The file itself is not touched.

    Raises:
        ReadError: when LibreOffice is not there, takes too long, or cannot make a docx of it.
    """
    program = libreoffice()
    if program is None:
        raise ReadError(
            "Om dit bestand om te zetten is LibreOffice nodig. Dat staat niet op deze computer.",
            file=name,
            hint="Installeer LibreOffice, of open het bestand in Word en sla het op als docx.",
        )
    with tempfile.TemporaryDirectory(prefix="duidelijk-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, f"brief{extension}")
        copy.write_bytes(data)
        profile = Path(folder, "profiel")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        made = Path(folder, "uit", "brief.docx")
        is_done = _run(
            [
                program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
                f"-env:UserInstallation={profile.as_uri()}",
                "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(copy),
            ],
            name,
        )  # fmt: skip
        try:
            converted = made.read_bytes() if is_done else b""
        except OSError:
            converted = b""
    if not converted:
        raise ReadError(
            "LibreOffice kan dit bestand niet omzetten.",
            file=name,
            hint="Misschien is het beschadigd of heeft het een wachtwoord. Open het en sla het op als docx.",
        )
    return converted


def _run(command: list[str], name: str) -> bool:
    """Whether the command went well; it and what it started are stopped when it takes too long."""
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and no part of it comes from the letter
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(SECONDS) == 0
    except subprocess.TimeoutExpired:
        raise ReadError(
            "Het omzetten met LibreOffice duurde te lang en is gestopt.",
            file=name,
            hint="Open het bestand in LibreOffice of Word en sla het op als docx.",
        ) from None
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process with all that it started: the program is a script around others."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
